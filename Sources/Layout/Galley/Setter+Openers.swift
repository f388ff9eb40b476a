// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A section's title: on an opener for a chapter, a heading for other matter.
    mutating func title(of section: Book.Section, in place: Place) -> [GalleyItem] {
        var place = place
        place.language = section.titleLanguage ?? book.language
        guard section.role == .chapter else {
            var style = style("h1")
            style.size = self.style("h2").size * 1.2
            style.leading = self.style("body").leading * (style.size * 1.1 > self.style("body").leading * 1.5 ? 2 : 1.5)
            style.keepsWithNext = true
            style.hyphenates = false
            let tag = tree.add(.h1, below: place.parent)
            var items = lines(section.title, style: style, tag: tag, in: place, indent: 0, anchors: [section.anchor])
            for index in items.indices { items[index].snaps = false }
            return items
        }
        return opener(of: section, in: place)
    }

    /// Number and title below the art that fills the page's top third; less of it where the title is long or the page small, so that the
    /// text begins on the same page.
    private mutating func opener(of section: Book.Section, in place: Place) -> [GalleyItem] {
        let words = openerTitle(of: section, in: place)
        let format = theme.page
        let grid = style("body").leading
        var white = GalleyItem()
        white.keepsWithNext = true
        white.anchors = [section.anchor]
        if !theme.openers.isEmpty, !book.edition.isDiscreet, format.openerShare > 0 {
            // Title, and below it a heading with two lines of text.
            let room = format.textHeight - words.totalHeight - grid * 5
            let wanted = format.size.height * format.openerShare
            let height = min(wanted, room + format.head)
            // A strip of art that is lower says nothing.
            if height > format.head + grid * 2 {
                white.height = ((height - format.head) / grid).rounded(.down) * grid
                white.composition = cleared(art(of: section, height: height), above: words, at: white.height)
            }
        }
        return [white] + words
    }

    /// The opener that is the chapter's by its number, drawn for a page of A4's proportions and a third of its height, made as large as
    /// the room on this page.
    private func art(of section: Book.Section, height: Double) -> Composition {
        let compositions = theme.openers
        let turn = max((Int(section.number) ?? 1) - 1, 0)
        var art = compositions[turn % compositions.count].coloured(accent)
        let size = theme.page.size
        let share = height / (size.width * 1.4143 * 0.36)
        for index in art.pieces.indices {
            art.pieces[index].radius *= share
            art.pieces[index].centre.y *= share * size.width * 1.4143 / size.height
            // Another turn for each chapter that has the same crop.
            art.pieces[index].turn += Double(turn / compositions.count % 8) * 13
        }
        return art
    }

    /// `art` made smaller until number and title stand clear of it, on whichever side of a spread the page comes to be.
    private func cleared(_ art: Composition, above words: [GalleyItem], at top: Double) -> Composition {
        let format = theme.page
        var zones: [Rect] = []
        var y = format.head + top
        for item in words {
            y += item.before
            let right = item.marks.reduce(0.0) { max($0, $1.right) }
            // Above the letters of a line there is white.
            if right > 0 {
                zones.append(Rect(x: -6, y: y + item.height * 0.12, width: right + 12, height: item.height))
            }
            y += item.height
        }
        var art = art
        for _ in 0..<12 {
            let touches = [false, true].contains { isMirrored in
                guard !isMirrored || format.isFacing || mirrorsAll else { return false }
                guard isMirrored || !mirrorsAll else { return false }
                // Mirrored on rectos, whose text begins at the inner margin.
                let isRecto = isMirrored && format.isFacing
                let left = isRecto || !format.isFacing ? format.inner : format.size.width - format.inner - format.column
                let marks = composition(art, on: format.size, bleed: 0, isMirrored: isMirrored)
                return zones.contains { zone in
                    marks.contains { $0.reaches(into: zone.moved(by: Point(x: left, y: 0))) }
                }
            }
            guard touches else { break }
            for index in art.pieces.indices {
                art.pieces[index].radius *= 0.94
                art.pieces[index].centre.y *= 0.94
            }
        }
        return art
    }

    /// Makes a chapter's art lower where a whole block would not find room below its title.
    func fitOpener(of items: inout [GalleyItem], height: Double) {
        guard let white = items.first, white.composition != nil else { return }
        let grid = style("body").leading
        var need = 0.0
        for item in items.dropFirst() {
            need += item.before + item.height
            for key in item.notes { need += (notes[key] ?? []).totalHeight + 4 }
            if item.keep == .none, !item.isBlank { break }
            // A block that fills the page by itself comes to the next.
            if need > height { return }
        }
        let room = ((height - need - grid) / grid).rounded(.down) * grid
        guard room < white.height, room >= grid * 2 else { return }
        let head = theme.page.head
        let share = (room + head) / (white.height + head)
        items[0].height = room
        for index in white.composition?.pieces.indices ?? 0..<0 {
            items[0].composition?.pieces[index].radius *= share
            items[0].composition?.pieces[index].centre.y *= share
        }
    }

    /// Whether art is turned over on all pages: where there is no margin column the text begins at the left on both sides.
    var mirrorsAll: Bool { theme.page.marginColumn == 0 && !book.language.isRightToLeft }

    private mutating func openerTitle(of section: Book.Section, in place: Place) -> [GalleyItem] {
        var items: [GalleyItem] = []
        let tag = tree.add(.h1, below: place.parent)
        var number = style("opener-number")
        number.colour = number.colour == "ink" ? "chapter" : number.colour
        if !section.number.isEmpty, let line = labelLine(section.number, style: number, slot: tree.addSlot(below: tag))
        {
            var item = GalleyItem()
            item.height = number.leading
            item.keepsWithNext = true
            item.marks = [.line(line, Point(x: start(line.width, in: place), y: baseline(of: number)))]
            items.append(item)
        }
        var title = style("h1")
        title.keepsWithNext = true
        title.hyphenates = false
        var lines = lines(section.title, style: title, tag: tag, in: place, indent: 0)
        for index in lines.indices { lines[index].snaps = false }
        items += lines
        var gap = GalleyItem()
        gap.height = style("body").leading
        // Where what follows cannot begin below it, the title stands alone rather than a heading without its text.
        gap.keep = .whole
        items.append(gap)
        return items
    }
}

extension GalleyItem.Mark {
    /// The right end of a line's text.
    fileprivate var right: Double {
        guard case .line(let line, let origin) = self else { return 0 }
        return origin.x + (line.pieces.lazy.map { Double($0.x) + $0.width }.max() ?? 0)
    }

    /// Whether an outline's edge, or all of it, lies in `zone`: tried at points along the edge.
    fileprivate func reaches(into zone: Rect) -> Bool {
        guard case .path(let path, _, _) = self, let frame = path.frame, frame.maxY > zone.y, frame.maxX > zone.x,
            frame.x < zone.maxX
        else { return false }
        return path.outline(steps: 24).contains { $0.x > zone.x && $0.x < zone.maxX && $0.y > zone.y }
    }
}

extension Path {
    /// Points along the outline, `steps` on each segment.
    fileprivate func outline(steps: Int) -> [Point] {
        var points: [Point] = []
        var (start, last) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
        func line(to end: Point) {
            for step in 1...steps {
                let share = Double(step) / Double(steps)
                points.append(Point(x: last.x + (end.x - last.x) * share, y: last.y + (end.y - last.y) * share))
            }
            last = end
        }
        for segment in segments {
            switch segment {
            case .move(let point): (start, last) = (point, point)
            case .line(let point): line(to: point)
            case .curve(let first, let second, let end):
                let begin = last
                for step in 1...steps {
                    let t = Double(step) / Double(steps)
                    let s = 1 - t
                    let weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
                    points.append(
                        Point(
                            x: weights.0 * begin.x + weights.1 * first.x + weights.2 * second.x + weights.3 * end.x,
                            y: weights.0 * begin.y + weights.1 * first.y + weights.2 * second.y + weights.3 * end.y))
                }
                last = end
            case .close: line(to: start)
            }
        }
        return points
    }
}
