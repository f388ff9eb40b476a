// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A recommendation: its number in a gore, whom it is for, the sentence, then why.
    mutating func recommendation(
        _ component: Component, _ look: ComponentStyle, block: Block, in place: Place
    ) -> [GalleyItem] {
        recommendations += 1
        let number = block.attributes["number"] ?? "\(recommendations)"
        var numeral = style("recommendation-number")
        if theme.motifs[look.mark] != nil { numeral.colour = look.markColour }
        var inner = place
        inner.parent = tree.add(.sect, below: place.parent)
        let label = tree.addSlot(below: tree.add(.p, below: inner.parent))
        let line = labelLine(number, style: numeral, slot: label)
        let radius = numeral.size * 1.3 * look.markSize
        inset(&inner, by: max(radius * 2, line?.width ?? 0) + numeral.size)
        inner.isRunning = false
        inner.isOpening = false
        let parts = Parts(component, to: block.attributes["to"], at: block.origin)
        var items: [GalleyItem] = []
        if !parts.addressee.isEmpty {
            items = paragraph(parts.addressee, style: "recommendation-to", in: inner, indent: 0)
        }
        let first = style(items.isEmpty ? look.titleStyle : "recommendation-to")
        if !parts.sentence.isEmpty {
            var inner = inner
            if let language = parts.language { inner.language = language }
            var sentence = paragraph(parts.sentence, style: look.titleStyle, in: inner, indent: 0)
            if !sentence.isEmpty { sentence[0].before = items.isEmpty ? 0 : 1 }
            items += sentence
        }
        items.hold(.firm)
        inner.body = look.style
        var reasons = blocks(parts.reasons, in: inner)
        trimEnd(of: &reasons)
        if !reasons.isEmpty, !items.isEmpty { reasons[0].before = max(reasons[0].before, 4) }
        items += reasons
        guard !items.isEmpty else { return [] }
        items.keepWhole()
        let middle = baseline(of: first) - first.size * 0.34
        // Read first, and drawn first: the number upon its gore.
        var marks = motif(
            look.mark, centre: Point(x: start(radius * 2, in: place) + radius, y: middle), radius: radius,
            turn: place.language.isRightToLeft ? 180 : 0, fills: [look.edge], owner: .artifact(.layout))
        if let line {
            // The gore is widest where lines begin.
            let centre = start(radius * 2, in: place) + radius * (place.language.isRightToLeft ? 1.3 : 0.7)
            marks.append(
                .line(line, Point(x: centre - line.width / 2, y: middle + numeral.size * 0.36)))
        }
        items[0].marks.insert(contentsOf: marks, at: 0)
        return spaced(items, before: space(look), after: space(look))
    }

    /// What a recommendation is made of.
    private struct Parts {
        var addressee: [Inline] = []
        var sentence: [Inline] = []
        /// Of the sentence, where it is another.
        var language: LanguageTag?
        var reasons: [Block]

        /// `to=` names whom it is for, else a first paragraph does that stands before the sentence. The title is the sentence; where
        /// there is none, the next paragraph.
        init(_ component: Component, to: String?, at origin: Origin) {
            reasons = component.blocks
            sentence = component.title
            if let to, !to.isEmpty {
                addressee = [Inline(.text(to), at: origin)]
            } else if component.title.isEmpty, reasons.count > 1, case .paragraph(let inlines) = reasons[0].content,
                case .paragraph = reasons[1].content
            {
                addressee = inlines
                reasons.removeFirst()
            }
            guard sentence.isEmpty, case .paragraph(let inlines)? = reasons.first?.content else { return }
            sentence = inlines
            language = reasons[0].language ?? reasons[0].attributes.language
            reasons.removeFirst()
        }
    }
}
