// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A component, by the form that the theme gives its name.
    mutating func component(_ component: Component, block: Block, in place: Place) -> [GalleyItem] {
        let look = theme.components[component.name] ?? theme.components["callout"] ?? ComponentStyle()
        switch look.form {
        case .margin where theme.page.marginColumn > 0 && place.isRunning:
            return marginNote(component, look, attributes: block.attributes, in: place)
        case .plain:
            var inner = place
            inner.parent = tree.add(.div, below: place.parent)
            inner.body = look.style
            return blocks(component.blocks, in: inner)
        case .quote: return testimony(component, look, in: place)
        case .pull: return pull(component, look, in: place)
        case .verse, .address: return keptLines(component, look, in: place)
        case .worksheet: return worksheet(component, look, block: block, in: place)
        case .steps: return steps(component, look, in: place)
        case .recommendation: return recommendation(component, look, block: block, in: place)
        case .columns: return columns(component, look, in: place)
        case .resource: return resource(component, look, in: place)
        case .contact: return contact(component, look, attributes: block.attributes, in: place)
        case .box, .margin, .checklist, .table, .figure:
            return box(component, look, attributes: block.attributes, in: place)
        }
    }

    /// White above and below what `look` sets.
    func space(_ look: ComponentStyle) -> Double { look.space ?? style("body").leading }

    /// Removes white at the end.
    func trimEnd(of items: inout [GalleyItem]) {
        while let last = items.last, last.height == 0, last.marks.isEmpty, last.anchors.isEmpty, last.notes.isEmpty {
            items.removeLast()
        }
    }

    /// A gap in the text: a dashed frame, a label, the instruction.
    mutating func gap(_ placeholder: Placeholder, _ inlines: [Inline], in place: Place) -> [GalleyItem] {
        var look = theme.components["placeholder"] ?? ComponentStyle()
        look.edgeForm = .dashedFrame
        look.edge = self.style("placeholder").colour
        look.padding = min(look.padding, 9)
        var inner = inside(look, of: place)
        inner.parent = tree.add(.sect, below: place.parent)
        let key = "placeholder-" + placeholder.kind.lowercased().replacing(" ", with: "-")
        var items = label(string(key), look, in: inner)
        let anchors = inlines.compactMap { inline -> String? in
            if case .anchor(let name) = inline.content { name } else { nil }
        }
        items += paragraph(
            inlines.filter { $0.content != .softBreak }, style: "placeholder", in: inner, indent: 0, anchors: anchors)
        return grounded(items, look, in: place)
    }

    /// A term in the margin column, beside what follows.
    private mutating func marginNote(
        _ component: Component, _ look: ComponentStyle, attributes: Attributes, in place: Place
    ) -> [GalleyItem] {
        var inner = place
        inner.parent = tree.add(.sect, below: place.parent)
        inner.x = 0
        inner.measure = theme.page.marginColumn
        inner.body = look.style
        inner.isRunning = false
        var plain = look
        plain.mark = ""
        plain.labelStyle = look.titleStyle
        if !component.title.isEmpty { plain.label = "" }
        var items = head(of: component, plain, in: inner)
        if !items.isEmpty { items[0].before = 0 }
        var content = blocks(component.blocks, in: inner)
        if !content.isEmpty { content[0].before = 0 }
        items += content
        trimEnd(of: &items)
        var joined = items.standing(isRecto: !place.language.isRightToLeft)
        // What is longer than the margin reads better in the text.
        guard joined.height < textHeight * 0.5 else {
            return box(component, look, attributes: attributes, in: place)
        }
        var holder = GalleyItem()
        holder.keep = .firm
        holder.notes = joined.notes
        holder.anchors = joined.anchors
        joined.notes = []
        joined.anchors = []
        holder.margin = [joined]
        return [holder]
    }
}
