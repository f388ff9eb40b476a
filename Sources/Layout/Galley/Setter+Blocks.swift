// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// The strips of blocks in a place of their own.
    mutating func blocks(_ blocks: [Block], in place: Place) -> [GalleyItem] {
        var place = place
        var items: [GalleyItem] = []
        for (index, block) in blocks.enumerated() {
            let next = index + 1 < blocks.count ? blocks[index + 1] : nil
            if runsIn(block, before: next) {
                place.runIn = block
                continue
            }
            if block.attributes.marks("attribution") { keepLast(of: &items) }
            items += self.block(block, in: &place)
        }
        return items
    }

    /// The strips of a block; `place` learns what follows it.
    mutating func block(_ block: Block, in place: inout Place) -> [GalleyItem] {
        current = block.origin
        let outer = place.language
        if let language = block.language ?? block.attributes.language { place.language = language }
        defer { place.language = outer }
        var inner = place
        if case .paragraph = block.content {} else { inner.isOpening = false }
        var items = content(of: block, in: inner)
        if place.isFirst, place.depth == 0 { holdSecondLine(of: &items, block) }
        if let id = block.attributes.id, !items.isEmpty, !items.contains(where: { $0.anchors.contains(id) }) {
            items[0].anchors.insert(id, at: 0)
        }
        if !items.isEmpty, !block.anchors.isEmpty || !block.endAnchors.isEmpty {
            items[0].anchors.insert(contentsOf: block.anchors, at: 0)
            // White at its end may stand on the next page, or nowhere.
            let end = items.lastIndex { !$0.marks.isEmpty } ?? items.count - 1
            items[end].anchors += block.endAnchors
        }
        place.follow(block)
        return items
    }

    /// Two lines of its text stand below a heading: what begins with a single line holds on to the next.
    private func holdSecondLine(of items: inout [GalleyItem], _ block: Block) {
        switch block.content {
        case .paragraph, .list, .quote, .code, .definitions: break
        default: return
        }
        guard let first = items.firstIndex(where: { !$0.isBlank }) else { return }
        let isAlone = items[(first + 1)...].allSatisfy(\.isBlank)
        for index in isAlone ? first..<items.count : first..<(first + 1) { items[index].hold(.firm) }
    }

    private mutating func content(of block: Block, in place: Place) -> [GalleyItem] {
        switch block.content {
        case .heading(let level, let inlines):
            return heading(level: level, inlines, anchor: block.attributes.id, in: place)
        case .paragraph(let inlines):
            if block.attributes.marks("attribution") { return attribution(inlines, in: place) }
            return paragraph(inlines, in: place)
        case .list(let list): return self.list(list, in: place)
        case .definitions(let definitions): return self.definitions(definitions, in: place)
        case .table(let table):
            return self.table(table, block.attributes, at: block.origin, in: place)
        case .figure(let figure): return self.figure(figure, block, in: place)
        case .chart(let chart): return self.chart(chart, block, in: place)
        case .flow(let flow): return self.flow(flow, block, in: place)
        case .quote(let blocks): return quote(blocks, in: place)
        case .code(_, let text): return code(text, in: place)
        case .divider: return divider(in: place)
        case .component(let component): return self.component(component, block: block, in: place)
        case .contents(let entries): return contents(entries, in: place)
        case .index(let lines): return index(lines, in: place)
        }
    }

    /// A paragraph of running text; one that is a placeholder alone stands in a frame.
    private mutating func paragraph(_ inlines: [Inline], in place: Place) -> [GalleyItem] {
        let visible = inlines.filter {
            if case .anchor = $0.content { return false }
            return true
        }
        if place.body == "body" || place.body == "list", visible.count == 1,
            case .placeholder(let placeholder) = visible[0].content
        {
            return gap(placeholder, inlines, in: place)
        }
        if let heading = place.runIn { return paragraph(inlines, after: heading, in: place) }
        let (name, indent) = manner(in: place)
        var items = paragraph(inlines, style: name, in: place, indent: indent)
        if place.isRunning, !place.isTight { addAfter(style(name).after, to: &items) }
        return items
    }

    /// The style of a paragraph in its place, and how far its first line is indented.
    func manner(in place: Place) -> (style: String, indent: Double) {
        // A chapter's first paragraph may look as the theme says.
        let name = place.isOpening && place.body == "body" && theme.styles["opening"] != nil ? "opening" : place.body
        let style = style(name)
        let indents = !place.isFirst || Conventions.indentsFirstParagraph(place.language)
        return (name, place.isRunning && indents && !style.partsTwice ? style.indent : 0)
    }

    private mutating func code(_ text: String, in place: Place) -> [GalleyItem] {
        let tag = tree.add(.code, below: tree.add(.p, below: place.parent))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let style = style("code")
        var inner = place
        inner.isRunning = false
        var items: [GalleyItem] = []
        for line in lines where !(line.isEmpty && line.startIndex == lines.last?.startIndex) {
            let slot = tree.addSlot(below: tag)
            let shown =
                line.isEmpty ? "\u{A0}" : String(line).replacing("\t", with: "    ").replacing(" ", with: "\u{A0}")
            let run = TextRun(
                text: shown,
                style: TextStyle(
                    faces: faces(style, italic: false, bold: false), size: style.size, swatch: swatch(style.colour),
                    features: features(style, place.language), language: place.language, hyphenates: false),
                owner: Int32(slot))
            items += self.items([run], style: style, in: inner)
        }
        for index in items.indices { items[index].before = 0 }
        // No line of it stands alone on a page, as none of a paragraph does.
        if items.count > 1 {
            for index in [0, items.count - 2] { items[index].hold(.lines) }
        }
        return spaced(items, before: style.before, after: style.after)
    }

    /// Three gores in the middle of the line.
    private func divider(in place: Place) -> [GalleyItem] {
        let style = style("body")
        var item = GalleyItem()
        item.before = style.leading
        item.height = style.leading
        for index in -1...1 {
            item.marks += motif(
                "gore", centre: Point(x: place.x + place.measure / 2 + Double(index) * 14, y: style.leading / 2),
                radius: 4,
                turn: 0, fills: [self.style("ornament").colour], owner: .artifact(.layout))
        }
        var items = [item]
        addAfter(style.leading, to: &items)
        return items
    }

    /// "Figure 1" in bold, then the text.
    mutating func caption(
        _ label: String, _ inlines: [Inline], below parent: TagNode.ID, in place: Place, isKept: Bool = true,
        role: TagNode.Role = .caption
    ) -> [GalleyItem] {
        var content = inlines
        if !label.isEmpty {
            let origin = inlines.first?.origin ?? current
            content.insert(Inline(.strong([Inline(.text(label), at: origin)]), at: origin), at: 0)
            content.insert(Inline(.text("\u{2002}"), at: origin), at: 1)
        }
        let tag = tree.add(role, below: parent)
        var items = lines(content, style: style("caption"), tag: tag, in: place, indent: 0)
        for index in items.indices.dropLast() where isKept { items[index].keepsWithNext = true }
        return items
    }

    /// `items` with white above and below.
    func spaced(_ items: [GalleyItem], before: Double, after: Double) -> [GalleyItem] {
        var items = items
        guard !items.isEmpty else { return [] }
        items[0].before = max(before, 0)
        addAfter(after, to: &items)
        return items
    }
}
