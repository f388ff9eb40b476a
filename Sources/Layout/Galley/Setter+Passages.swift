// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

/// Passages in two columns of even height whose lines stand on common baselines.
extension Setter {
    /// A passage that takes more than a page is set as bands, one below the other, with a rule between: each is read to its end
    /// before the next.
    mutating func columns(_ component: Component, _ look: ComponentStyle, in place: Place) -> [GalleyItem] {
        let gap = max(look.padding, 6)
        var inner = place
        inner.parent = tree.add(.div, below: place.parent)
        inner.isOpening = false
        var head = head(of: component, look, in: inner)
        inner.measure = (place.measure - gap) / 2
        inner.body = look.style
        inner.isFirst = true
        // Paragraphs are told apart as in the text: by indents, or by white.
        inner.isRunning = true
        var strips = blocks(component.blocks, in: inner)
        trimEnd(of: &strips)
        guard !strips.isEmpty else { return head }
        let room = textHeight
        let passage = Passage(strips, grid: style(look.style).leading)
        let bands = max((passage.height / 2 / (room * max(look.mostHeight, 0.2))).rounded(.up), 1)
        var items: [GalleyItem] = []
        for band in passage.cut(into: Int(min(bands, 10_000))) {
            let cut = passage.cut(band)
            var whole = beside(band[..<cut], band[cut...], passage, by: inner.measure + gap, in: place)
            whole.snaps = place.isRunning
            if !items.isEmpty {
                items.append(rule(of: passage.grid, in: place))
            }
            items.append(whole)
        }
        if !head.isEmpty {
            items[0].before = passage.grid / 2
            head.hold(.firm)
        }
        return spaced(head + items, before: space(look), after: space(look))
    }

    /// A rule above the next band, on its page.
    private func rule(of height: Double, in place: Place) -> GalleyItem {
        var item = GalleyItem()
        item.before = height / 2
        item.height = height / 2
        item.keep = .firm
        item.marks = [
            .path(
                .line(from: Point(x: place.x, y: 0), to: Point(x: place.x + place.measure, y: 0)),
                .stroke(swatch: swatch("grey"), width: 0.35, dashes: []), .artifact(.layout))
        ]
        return item
    }

    /// Two columns as one strip; the first stands where lines begin.
    private func beside(
        _ first: Range<Int>.SubSequence, _ second: Range<Int>.SubSequence, _ passage: Passage, by other: Double,
        in place: Place
    ) -> GalleyItem {
        let isRightToLeft = place.language.isRightToLeft
        var whole = GalleyItem()
        for (part, isFirst) in [(first, true), (second, false)] where !part.isEmpty {
            let column = passage.column(part).standing(isRecto: !isRightToLeft)
            whole.take(column, movedBy: Point(x: isFirst == isRightToLeft ? other : 0, y: 0))
            whole.height = max(whole.height, column.height)
        }
        // The strip is as high as its lines, so that what follows stands on the grid again.
        whole.height = (whole.height / passage.grid - 0.01).rounded(.up) * passage.grid
        return whole
    }
}

/// Strips below one another in one long column, each at its place on the grid.
struct Passage {
    private let strips: [GalleyItem]
    /// The distance of baselines.
    let grid: Double
    private let tops: [Double]

    init(_ strips: [GalleyItem], grid: Double) {
        self.strips = strips
        self.grid = max(grid, 1)
        var tops: [Double] = []
        var y = 0.0
        for (index, strip) in strips.enumerated() {
            let top = index == 0 ? 0 : y + strip.before
            let place = Self.snapped(top, strip, self.grid)
            // A heading stands by its text: what the grid leaves goes above it.
            var held = index - 1
            while place > top, held > 0, strips[held].keep == .firm {
                tops[held] += place - top
                if strips[held].before > 0 { break }
                held -= 1
            }
            tops.append(place)
            y = place + strip.height
        }
        self.tops = tops
    }

    /// Lines as high as the grid come to it, and what else begins after white.
    private static func snapped(_ top: Double, _ strip: GalleyItem, _ grid: Double) -> Double {
        guard strip.before > 0 || (strip.height - grid).magnitude < 0.01, !strip.isBlank else { return top }
        // What is a hair too high for its lines, a heading, does not cost another line.
        return (top / grid - 0.1).rounded(.up) * grid
    }

    var height: Double { (tops.last ?? 0) + (strips.last?.height ?? 0) }

    /// As many parts of even height, each beginning where a page might.
    func cut(into count: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        while start < strips.count {
            let left = max(count - parts.count, 1)
            if left == 1 {
                parts.append(start..<strips.count)
                break
            }
            let end = nearestCut(in: start..<strips.count, to: tops[start] + (height - tops[start]) / Double(left))
            parts.append(start..<end)
            start = end
        }
        return parts
    }

    /// Where the second column of `band` begins: the first is as high as the second, or a little higher.
    func cut(_ band: Range<Int>) -> Int {
        guard band.count > 1 else { return band.upperBound }
        let bottom = end(of: band)
        var best = (cut: band.upperBound, cost: Double.infinity)
        for cut in band.dropFirst() {
            let first = end(of: band.lowerBound..<cut) - tops[band.lowerBound]
            let second = bottom - tops[cut]
            let cost = max(first, second) + (second > first ? grid * 0.4 : 0) + penalty(before: cut)
            if cost < best.cost { best = (cut, cost) }
        }
        return best.cut
    }

    /// The strips of a column as they stand: white between them is what the grid leaves.
    func column(_ part: Range<Int>) -> [GalleyItem] {
        part.map { index in
            var strip = strips[index]
            strip.before =
                index == part.lowerBound ? 0 : tops[index] - tops[index - 1] - strips[index - 1].height
            return strip
        }
    }

    private func end(of part: Range<Int>) -> Double {
        var last = part.upperBound - 1
        while last > part.lowerBound, strips[last].isBlank { last -= 1 }
        return tops[last] + strips[last].height
    }

    private func penalty(before index: Int) -> Double {
        switch strips[index - 1].keep {
        case .none: strips[index].isBlank ? grid * 2 : 0
        case .whole: grid
        case .lines: grid * 4
        case .firm: grid * 40
        }
    }

    private func nearestCut(in part: Range<Int>, to place: Double) -> Int {
        var best = (cut: part.upperBound, cost: Double.infinity)
        for cut in part.dropFirst() {
            let cost = (tops[cut] - place).magnitude + penalty(before: cut) + (strips[cut].beginsBlock ? 0 : grid)
            if cost < best.cost { best = (cut, cost) }
            if tops[cut] > place, tops[cut] - place > best.cost { break }
        }
        return best.cut
    }
}
