// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// Definitions: the term on a line of its own, its meaning below; in entries and imprints beside one another.
    mutating func definitions(_ definitions: [Definition], in place: Place) -> [GalleyItem] {
        let tag = tree.add(.l, below: place.parent)
        tree[tag].numbering = .disc
        let isTabular = place.body == "resource-text" || place.body == "imprint-text"
        var items: [GalleyItem] = []
        for definition in definitions {
            let li = tree.add(.li, below: tag)
            let anchors = definition.anchor.map { [$0] } ?? []
            var term = place
            var meaning = place
            term.parent = li
            if isTabular {
                let width = min(Self.labelColumn, place.measure * 0.35) - 8
                term.x = start(width, in: place)
                term.measure = width
                inset(&meaning, by: width + 8)
            }
            let label = paragraph(
                definition.term, style: isTabular ? "entry-label" : "definition-term", role: .lbl, in: term,
                anchors: anchors)
            meaning.parent = tree.add(.lBody, below: li)
            meaning.isFirst = true
            meaning.isRunning = false
            let text = definition.meanings.flatMap { blocks($0, in: meaning) }
            items += isTabular ? beside(label, text, gap: style(place.body).before) : kept(label) + text
        }
        return items
    }

    /// The width of the labels' column in entries and imprints, in points.
    private static let labelColumn = 104.0

    private func kept(_ items: [GalleyItem]) -> [GalleyItem] {
        items.map { item in
            var item = item
            item.keepsWithNext = true
            return item
        }
    }

    /// A label's lines beside the text that they name.
    private func beside(_ label: [GalleyItem], _ text: [GalleyItem], gap: Double) -> [GalleyItem] {
        var text = text
        trimEnd(of: &text)
        guard !text.isEmpty else { return label }
        var strip = label.joined()
        strip.height = 0
        text[0].take(strip, movedBy: Point(x: 0, y: 0))
        text[0].before = gap
        let missing = label.totalHeight - text.totalHeight
        if missing > 0 {
            var white = GalleyItem()
            white.height = missing
            text[text.count - 1].keepsWithNext = true
            text.append(white)
        }
        return text
    }

    /// Lines of the contents with leaders and folios.
    mutating func contents(_ entries: [ContentsEntry], in place: Place) -> [GalleyItem] {
        let list = tree.add(.toc, below: place.parent)
        var items: [GalleyItem] = []
        for entry in entries {
            let style = style(entry.level == 1 ? "contents-1" : "contents-2")
            let toci = tree.add(.toci, below: list)
            let link = tree.add(.link, below: tree.add(.reference, below: toci))
            let title = entry.title.plainText
            let number = addLink(tag: link, target: .destination(entry.anchor), contents: title)
            let field = Field.page(anchor: entry.anchor)
            let folio = folios.page(entry.anchor)
            usedFields[field] = folio
            var textPlace = place
            textPlace.measure -= 36
            textPlace.x += place.language.isRightToLeft ? 36 : 0
            textPlace.isRunning = false
            var inlines = entry.title
            if !entry.number.isEmpty, let origin = inlines.first?.origin {
                inlines.insert(Inline(.text(entry.number + "\u{2002}"), at: origin), at: 0)
            }
            let firstSlot = tree.slotCount
            var strips = lines(inlines, style: style, tag: link, in: textPlace, indent: 0)
            for slot in firstSlot..<tree.slotCount { linkOfSlot[slot] = number }
            guard let last = strips.indices.last, case .line(let line, let origin)? = strips[last].marks.first else {
                continue
            }
            let slot = tree.addSlot(below: link)
            linkOfSlot[slot] = number
            var end = style
            end.alignment = .end
            end.features = ["lnum", "tnum"]
            if let figure = artifact(folio, style: end, measure: place.measure, owner: Int32(slot)) {
                strips[last].marks.append(.line(figure, Point(x: place.x, y: origin.y)))
                if entry.level > 1 {
                    let left = origin.x + Double(line.pieces.lazy.map(\.x).min() ?? 0)
                    strips[last].marks.append(
                        place.language.isRightToLeft
                            ? leader(from: place.x + 22, to: left - 6, y: origin.y)
                            : leader(from: origin.x + line.width + 6, to: place.x + place.measure - 22, y: origin.y))
                }
            }
            items += strips
        }
        return items
    }

    private func leader(from start: Double, to end: Double, y: Double) -> GalleyItem.Mark {
        let start = (start / 6).rounded(.up) * 6
        return .path(
            .line(from: Point(x: start, y: y - 0.6), to: Point(x: max(start, end), y: y - 0.6)),
            .stroke(swatch: swatch("grey"), width: 0.5, dashes: [0.6, 5.4]), .artifact(.layout))
    }
}
