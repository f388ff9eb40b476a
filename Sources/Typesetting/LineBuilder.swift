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
    /// At which edges marks stick out.
    let edges: Edges

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
            line.start = start(box, offset)
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

    /// Where a line that begins in box `index`, `offset` bytes into its word, stands in the paragraph.
    private func start(_ index: Int, _ offset: Int) -> LineStart {
        guard index < reader.boxes.count else { return LineStart(run: 0, offset: 0) }
        return LineStart(run: reader.boxes[index].run, offset: reader.boxes[index].start + Int32(offset))
    }

    private func parts(from first: Int, _ offset: Int, to stop: Stop) -> [LinePart] {
        var parts: [LinePart] = []
        let last = Int(stop.box)
        guard first <= last else { return [] }
        parts.reserveCapacity(last - first + 2)
        if first > 0, offset == 0, reader.boxes[first - 1].joint == .hyphen {
            let run = Int(reader.boxes[first - 1].run)
            if reader.runs[run].repeatsHyphen { parts.append(hyphen(run)) }
        }
        for index in first...last {
            let box = reader.boxes[index]
            if box.word < 0 { continue }
            let lower = index == first ? offset : 0
            let upper = index == last && stop.offset > 0 ? Int(stop.offset) : Int(store.entries[Int(box.word)].length)
            var part = part(store.part(box.word, lower..<upper), Int(box.run))
            part.level = box.level
            part.gapLevel = box.joint.isBlank ? box.blankLevel : box.level
            if index < last {
                part.hasBlank = box.joint.isBlank
                part.gap = box.blank + box.kern
                (part.stretch, part.shrink) = (box.stretch, box.shrink)
            }
            parts.append(part)
        }
        if stop.offset > 0, stop.isHyphen, let last = parts.indices.last {
            let run = parts[last].run
            var hyphen = hyphen(run)
            hyphen.level = parts[last].level
            let kern = store.kerning.between(
                store.entries[Int(parts[last].word)].last, store.entries[Int(hyphen.word)].first)
            parts[last].gap = Double(kern) * reader.runs[run].size
            parts.append(hyphen)
        }
        return parts
    }

    /// A hyphen that is not of the text.
    private func hyphen(_ run: Int) -> LinePart {
        var mark = part(store.hyphen(reader.runs[run].style), run)
        mark.isDivision = true
        return mark
    }

    private func part(_ word: Int32, _ run: Int) -> LinePart {
        let entry = store.entries[Int(word)]
        let measures = reader.runs[run]
        return LinePart(
            word: word, run: run,
            width: Double(entry.advance) * measures.size + measures.tracking * Double(entry.count),
            letters: Double(entry.count) * measures.size, gap: 0, stretch: 0, shrink: 0, hasBlank: false,
            isDivision: false)
    }

    // MARK: Fitting

    private func totals(_ parts: [LinePart], isIndented: Bool) -> LineTotals {
        var totals = LineTotals()
        for part in parts {
            totals.words += part.width
            totals.letters += part.letters
            totals.gaps += part.gap
            if part.hasBlank { totals.blanks += part.gap }
            totals.stretch += part.stretch
            totals.shrink += part.shrink
        }
        guard let first = parts.first, let last = parts.last else { return totals }
        totals.lastSize = reader.runs[last.run].size
        // An indent is a distance of its own: nothing sticks out into it.
        if edges.start, !isIndented {
            totals.head = Double(store.entries[Int(first.word)].head) * reader.runs[first.run].size
        }
        if edges.end { totals.tail = Double(store.entries[Int(last.word)].tail) * totals.lastSize }
        return totals
    }

    private func set(_ parts: [LinePart], _ number: Int, _ stop: Stop, isOverfull: inout Bool) -> Line {
        let indent = number == 0 ? measure.indent : 0
        let totals = totals(parts, isIndented: indent != 0)
        let room = measure.width(number) + totals.head + totals.tail
        let rest = room - totals.words - totals.gaps
        let isStretched = alignment == .justified && (!stop.isForced || rest < 0)
        let fit = isStretched ? LineGive(totals, rest: rest) : LineGive()
        let width =
            totals.words + totals.gaps + fit.added(to: totals) + fit.grow * totals.stretch - fit.press * totals.shrink
        if width > room + 0.01 { isOverfull = true }
        var line = Line(
            pieces: [], width: 0, ascent: 0, descent: 0, endsWithHyphen: stop.isHyphen, anchors: [],
            fit: lineFit(totals, fit, rest: room - width, stop))
        let x = left(width, room, totals.head, indent)
        if reader.directions == nil {
            place(parts, fit, stop, from: x, in: &line)
        } else {
            placeTurned(parts, fit, stop, from: x, in: &line)
        }
        return line
    }

    /// Where a line of `width` begins.
    private func left(_ width: Double, _ room: Double, _ head: Double, _ indent: Double) -> Double {
        if alignment == .justified, paragraph.language.isRightToLeft { return room - width - head }
        return switch direction(alignment) {
        case .justified, .start: indent - head
        case .centre: indent + (room - width) / 2 - head
        case .end: indent + room - width - head
        }
    }

    private func lineFit(_ totals: LineTotals, _ fit: LineGive, rest: Double, _ stop: Stop) -> LineFit {
        let blanks = totals.blanks + fit.grow * totals.stretch - fit.press * totals.shrink
        let isJustified = alignment == .justified && !stop.isForced
        return LineFit(
            wordSpace: totals.blanks > 0 ? Float(blanks / totals.blanks) : 1,
            badness: Float(min(100 * fit.ratio * fit.ratio * fit.ratio, 10_000)), isJustified: isJustified,
            isLast: stop.isForced, rest: Float(rest))
    }

    private func direction(_ alignment: Paragraph.Alignment) -> Paragraph.Alignment {
        guard paragraph.language.isRightToLeft else { return alignment }
        return alignment == .start ? .end : alignment == .end ? .start : alignment
    }

    // MARK: Placing

    private func place(_ parts: [LinePart], _ fit: LineGive, _ stop: Stop, from start: Double, in line: inout Line) {
        var x = start
        line.pieces.reserveCapacity(parts.count)
        let fallsOut = fallsOut(stop)
        for (index, part) in parts.enumerated() {
            let gap = part.gap + fit.grow * part.stretch - fit.press * part.shrink
            var blank = -1.0
            if part.hasBlank {
                blank = max(gap, 0.001)
            } else if index == parts.count - 1, fallsOut {
                blank = 0
            }
            let end = append(part, x, fit, blank, to: &line)
            line.width = end - fit.tracking * reader.runs[part.run].size * fit.expansion
            x = end + gap
            measureHeight(of: &line, run: part.run)
        }
    }

    /// Whether a blank falls out where the line ends: words must still come apart when the text is copied.
    private func fallsOut(_ stop: Stop) -> Bool {
        stop.offset == 0 && (reader.boxes[Int(stop.box)].joint == .blank || endsMidway(stop))
    }

    /// Whether the stop is a forced break with more text after it.
    private func endsMidway(_ stop: Stop) -> Bool { stop.isForced && Int(stop.box) < reader.boxes.count - 1 }

    /// Puts parts in their places by their levels. They stay in the order of the text, in which they are drawn and read; blanks
    /// are pieces of their own, as one may stand far from its word.
    private func placeTurned(
        _ parts: [LinePart], _ fit: LineGive, _ stop: Stop, from start: Double, in line: inout Line
    ) {
        let widths = parts.flatMap { part in
            [
                (part.width + fit.tracking * part.letters) * fit.expansion,
                part.gap + fit.grow * part.stretch - fit.press * part.shrink,
            ]
        }.dropLast()
        let levels = parts.flatMap { [$0.level, $0.gapLevel] }.dropLast()
        var places = [Double](repeating: 0, count: widths.count)
        var x = start
        for index in VisualOrder.order(Array(levels)) {
            places[index] = x
            x += widths[index]
        }
        for (index, part) in parts.enumerated() {
            _ = append(part, places[2 * index], fit, -1, to: &line)
            measureHeight(of: &line, run: part.run)
            if part.hasBlank {
                appendBlank(part, fit, at: places[2 * index + 1], to: &line)
            } else if index == parts.count - 1, fallsOut(stop) {
                appendBlank(part, fit, at: paragraph.language.isRightToLeft ? start : x, to: &line)
            }
        }
        line.width = x
    }

    private func appendBlank(_ part: LinePart, _ fit: LineGive, at x: Double, to line: inout Line) {
        guard var blank = line.pieces.last else { return }
        blank.glyphs = store.blankString(blank.glyphs.face, reader.runs[part.run].style)
        blank.x = Float(x)
        blank.tracking = 0
        blank.isDivision = false
        line.pieces.append(blank)
    }

    private func append(_ part: LinePart, _ x: Double, _ fit: LineGive, _ blank: Double, to line: inout Line) -> Double
    {
        let run = paragraph.runs[part.run]
        let measures = reader.runs[part.run]
        let end = x + (part.width + fit.tracking * part.letters) * fit.expansion
        var piece = Piece(
            glyphs: store.strings[Int(part.word)], x: Float(x), size: Float(measures.size),
            expansion: Float(fit.expansion), tracking: Float(measures.tracking + fit.tracking * measures.size),
            rise: Float(run.style.rise), blank: Float(blank), owner: run.owner, swatch: run.style.swatch,
            isDivision: part.isDivision)
        let traits = store.entries[Int(part.word)].traits
        if traits.contains(.mirrored) {
            piece.glyphs = store.turned(piece.glyphs)
            piece.isMirrored = true
        }
        if traits.contains(.mixed) {
            let isBackward = traits.contains(.backward)
            var x = isBackward ? end : x
            for string in store.glyphStrings(of: part.word) {
                piece.glyphs = string
                piece.blank = -1
                if isBackward { x -= piece.width }
                piece.x = Float(x)
                if !isBackward { x += piece.width }
                line.pieces.append(piece)
            }
            line.pieces[line.pieces.count - 1].blank = Float(blank)
        } else {
            line.pieces.append(piece)
        }
        return end
    }

    private func measureHeight(of line: inout Line, run: Int) {
        line.ascent = max(line.ascent, reader.runs[run].ascent)
        line.descent = max(line.descent, reader.runs[run].descent)
    }
}
