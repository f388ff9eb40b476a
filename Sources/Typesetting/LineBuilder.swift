// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork

/// Makes lines of the stops that the breaker chose: parts of divided words shaped by themselves, blanks fitted.
struct LineBuilder {
    let paragraph: Paragraph
    let reader: ParagraphReader
    let store: WordStore
    let measure: Measure
    let alignment: Paragraph.Alignment

    /// A piece to be, before the blanks are fitted. Lengths in points.
    private struct Part {
        var word: Int32
        var run: Int
        var width: Double
        var blank: Double
        var stretch: Double
        var shrink: Double
        var hasBlank: Bool
        var isDivision: Bool
    }

    func lines(_ way: BrokenLines, _ stops: [Stop]) -> Setting {
        var lines: [Line] = []
        lines.reserveCapacity(way.stops.count)
        var box = 0
        var offset = 0
        var anchor = 0
        var isOverfull = way.isOverfull
        for number in way.stops {
            let stop = stops[number]
            let parts = parts(from: box, offset, to: stop)
            var line = set(parts, lines.count, stop, isOverfull: &isOverfull)
            let end = Int(stop.box)
            let isEnd = lines.count == way.stops.count - 1
            while anchor < reader.anchors.count, reader.anchors[anchor].box <= end || isEnd {
                line.anchors += reader.anchors[anchor].names
                anchor += 1
            }
            if parts.isEmpty { measureHeight(of: &line, run: Int(reader.boxes[end].run)) }
            lines.append(line)
            (box, offset) = stop.offset == 0 ? (end + 1, 0) : (end, Int(stop.offset))
        }
        return Setting(lines: lines, demerits: way.demerits, isOverfull: isOverfull)
    }

    private func parts(from first: Int, _ offset: Int, to stop: Stop) -> [Part] {
        var parts: [Part] = []
        let last = Int(stop.box)
        guard first <= last else { return [] }
        parts.reserveCapacity(last - first + 2)
        for index in first...last {
            let box = reader.boxes[index]
            if box.word < 0 { continue }
            let lower = index == first ? offset : 0
            let upper = index == last && stop.offset > 0 ? Int(stop.offset) : Int(store.entries[Int(box.word)].length)
            let word = store.part(box.word, lower..<upper)
            let hasBlank = index < last && (box.joint == .blank || box.joint == .tie)
            parts.append(
                Part(
                    word: word, run: Int(box.run), width: word == box.word ? box.width : width(word, Int(box.run)),
                    blank: box.blank, stretch: box.stretch, shrink: box.shrink, hasBlank: hasBlank, isDivision: false))
        }
        if stop.offset > 0, stop.isHyphen {
            let run = Int(reader.boxes[last].run)
            let hyphen = store.hyphen(reader.runs[run].style)
            parts.append(
                Part(
                    word: hyphen, run: run, width: width(hyphen, run), blank: 0, stretch: 0, shrink: 0, hasBlank: false,
                    isDivision: true))
        }
        return parts
    }

    private func width(_ word: Int32, _ run: Int) -> Double {
        let entry = store.entries[Int(word)]
        return Double(entry.advance) * reader.runs[run].size + reader.runs[run].tracking * Double(entry.count)
    }

    // MARK: Fitting

    /// What all parts of a line add up to.
    private struct Totals {
        var words = 0.0
        var blanks = 0.0
        var stretch = 0.0
        var shrink = 0.0
        var head = 0.0
        var tail = 0.0
    }

    private func totals(_ parts: [Part], isIndented: Bool) -> Totals {
        var totals = Totals()
        for part in parts {
            totals.words += part.width
            if part.hasBlank {
                totals.blanks += part.blank
                totals.stretch += part.stretch
                totals.shrink += part.shrink
            }
        }
        if alignment == .justified, let first = parts.first, let last = parts.last {
            // An indent is a distance of its own: nothing sticks out into it.
            totals.head = isIndented ? 0 : Double(store.entries[Int(first.word)].head) * reader.runs[first.run].size
            totals.tail = Double(store.entries[Int(last.word)].tail) * reader.runs[last.run].size
        }
        return totals
    }

    /// How blanks and glyphs give way: a blank becomes its natural width + `grow` × stretch − `press` × shrink.
    private struct Fit {
        var expansion = 1.0
        var grow = 0.0
        var press = 0.0
    }

    private func fit(_ totals: Totals, rest: Double, isForced: Bool) -> Fit {
        var fit = Fit()
        let mayGrow = alignment == .justified && (!isForced || rest < 0)
        if alignment == .justified, mayGrow {
            fit.expansion = expansion(rest, totals.words, rest < 0 ? totals.shrink : totals.stretch)
        }
        let left = rest - totals.words * (fit.expansion - 1)
        if left < 0 {
            // Parts of divided words differ by a kern from what the breaker reckoned: a little more is allowed than there.
            fit.press = totals.shrink > 0 ? min(-left / totals.shrink, 1.3) : 0
        } else if mayGrow, totals.stretch > 0 {
            // Holes wider than six blanks are worse than a short line.
            fit.grow = min(left, 5 * totals.blanks) / totals.stretch
        }
        return fit
    }

    /// The glyphs' share of what is to fill, in steps, so that few sizes of a face are drawn.
    private func expansion(_ rest: Double, _ words: Double, _ give: Double) -> Double {
        let limit = StopList.expansion
        let all = words * limit + give
        guard all > 0, words > 0 else { return 1 }
        let share = max(min(rest / all, 1), -1) * limit
        let step = 0.005
        // Downwards, so that rounding never leaves more to press out of the blanks.
        let steps = (share / step).rounded(.down)
        return 1 + max(min(steps * step, limit), -limit)
    }

    private func set(_ parts: [Part], _ number: Int, _ stop: Stop, isOverfull: inout Bool) -> Line {
        let indent = number == 0 ? measure.indent : 0
        let totals = totals(parts, isIndented: indent != 0)
        let room = measure.width(number) + totals.head + totals.tail
        let rest = room - totals.words - totals.blanks
        let fit = fit(totals, rest: rest, isForced: stop.isForced)
        let width =
            totals.words * fit.expansion + totals.blanks + fit.grow * totals.stretch - fit.press * totals.shrink
        if width > room + 0.05 { isOverfull = true }
        var x: Double
        switch direction(alignment) {
        case .justified: x = indent - totals.head
        case .start: x = indent
        case .centre: x = indent + (room - width) / 2
        case .end: x = indent + room - width
        }
        if alignment == .justified, paragraph.language.isRightToLeft { x = room - width - totals.head }
        var line = Line(
            pieces: [], width: 0, ascent: 0, descent: 0, endsWithHyphen: stop.isHyphen, anchors: [])
        let ordered =
            VisualOrder.needed(parts.lazy.map { store.entries[Int($0.word)].traits }, paragraph.language)
            ? VisualOrder(paragraph.language).order(parts.map { isBackward($0) }) : nil
        place(ordered.map { visual($0, parts) } ?? parts, fit, stop, from: x, in: &line)
        return line
    }

    private func isBackward(_ part: Part) -> Bool { store.entries[Int(part.word)].traits.contains(.backward) }

    /// The parts from left to right; each gap keeps its blank, which now follows the part on its left.
    private func visual(_ order: [Int], _ parts: [Part]) -> [Part] {
        order.enumerated().map { place, index in
            var part = parts[index]
            part.hasBlank = false
            if place + 1 < order.count {
                let gap = min(index, order[place + 1])
                let other = parts[max(gap, 0)]
                part.hasBlank = other.hasBlank
                (part.blank, part.stretch, part.shrink) = (other.blank, other.stretch, other.shrink)
            }
            return part
        }
    }

    private func direction(_ alignment: Paragraph.Alignment) -> Paragraph.Alignment {
        guard paragraph.language.isRightToLeft else { return alignment }
        return alignment == .start ? .end : alignment == .end ? .start : alignment
    }

    // MARK: Placing

    private func place(_ parts: [Part], _ fit: Fit, _ stop: Stop, from start: Double, in line: inout Line) {
        var x = start
        line.pieces.reserveCapacity(parts.count)
        // A blank falls out where a line ends at one; words must still come apart when the text is copied.
        let fallsOut = stop.offset == 0 && (reader.boxes[Int(stop.box)].joint == .blank || endsMidway(stop))
        for (index, part) in parts.enumerated() {
            var blank = -1.0
            if part.hasBlank {
                blank = max(part.blank + fit.grow * part.stretch - fit.press * part.shrink, 0.001)
            } else if index == parts.count - 1, fallsOut {
                blank = 0
            }
            x = append(part, x, fit.expansion, blank, to: &line)
            line.width = x
            x += max(blank, 0)
            measureHeight(of: &line, run: part.run)
        }
    }

    /// Whether the stop is a forced break with more text after it.
    private func endsMidway(_ stop: Stop) -> Bool { stop.isForced && Int(stop.box) < reader.boxes.count - 1 }

    private func append(_ part: Part, _ x: Double, _ expansion: Double, _ blank: Double, to line: inout Line) -> Double
    {
        let run = paragraph.runs[part.run]
        let measures = reader.runs[part.run]
        var piece = Piece(
            glyphs: store.strings[Int(part.word)], x: Float(x), size: Float(measures.size), expansion: Float(expansion),
            tracking: Float(measures.tracking), rise: Float(run.style.rise), blank: Float(blank), owner: run.owner,
            swatch: run.style.swatch, isDivision: part.isDivision)
        if store.entries[Int(part.word)].traits.contains(.mixed) {
            var x = x
            for string in store.glyphStrings(of: part.word) {
                piece.glyphs = string
                piece.x = Float(x)
                piece.blank = -1
                x += piece.width
                line.pieces.append(piece)
            }
            line.pieces[line.pieces.count - 1].blank = Float(blank)
        } else {
            line.pieces.append(piece)
        }
        return x + part.width * expansion
    }

    private func measureHeight(of line: inout Line, run: Int) {
        line.ascent = max(line.ascent, reader.runs[run].ascent)
        line.descent = max(line.descent, reader.runs[run].descent)
    }
}
