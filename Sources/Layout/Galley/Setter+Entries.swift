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
        // As wide as the longest label where that leaves room beside it: a label is not divided.
        var column = min(style("entry-label").size * Self.labelColumn, place.measure * 0.35) - 8
        if isTabular { column = max(column, min(widestLabel(definitions) + 1, place.measure * 0.45)) }
        var items: [GalleyItem] = []
        for definition in definitions {
            let li = tree.add(.li, below: tag)
            let anchors = definition.anchor.map { [$0] } ?? []
            var term = place
            var meaning = place
            term.parent = li
            if isTabular {
                let width = column
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

    /// The width of the labels' column in entries and imprints, in sizes of their type.
    private static let labelColumn = 12.2

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
}
