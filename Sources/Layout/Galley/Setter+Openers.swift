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
                white.composition = art(of: section, height: height)
                white.height = ((height - format.head) / grid).rounded(.down) * grid
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
        gap.keepsWithNext = true
        items.append(gap)
        return items
    }
}
