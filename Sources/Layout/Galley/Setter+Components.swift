// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A component, by the form that the theme gives its name.
    mutating func component(_ component: Component, block: Block, in place: Place) -> [GalleyItem] {
        let style = theme.components[component.name] ?? theme.components["callout"] ?? ComponentStyle()
        switch style.form {
        case .margin where theme.page.marginColumn > 0 && place.isRunning:
            return marginNote(component, style, in: place)
        case .plain:
            var inner = place
            inner.parent = tree.add(.div, below: place.parent)
            inner.body = style.style
            return blocks(component.blocks, in: inner)
        case .quote: return testimony(component, style, in: place)
        case .verse, .address: return keptLines(component, style, in: place)
        case .worksheet: return worksheet(component, style, in: place)
        case .steps: return steps(component, style, in: place)
        case .recommendation: return recommendation(component, style, block: block, in: place)
        case .columns: return columns(component, in: place)
        case .resource: return resource(component, in: place)
        case .box, .margin, .checklist, .table, .figure: return box(component, style, in: place)
        }
    }

    /// A tinted box with an edge on its outer side, a label with a mark, a title, and what it holds.
    private mutating func box(_ component: Component, _ style: ComponentStyle, in place: Place) -> [GalleyItem] {
        var inner = place
        inner.parent = tree.add(.sect, below: place.parent)
        inner.x += style.padding
        inner.measure -= 2 * style.padding + style.edgeWidth
        inner.body = style.style
        inner.isRunning = false
        var items: [GalleyItem] = []
        let label = style.label.isEmpty ? "" : string(style.label)
        if !label.isEmpty {
            items += self.label(label, mark: style.mark, colour: style.edge, style: style.labelStyle, in: inner)
        }
        if !component.title.isEmpty {
            var title = paragraph(component.title, style: style.titleStyle, in: inner, indent: 0)
            if !title.isEmpty { title[0].before = label.isEmpty ? 0 : 2 }
            for index in title.indices { title[index].keepsWithNext = true }
            items += title
        }
        var content = blocks(component.blocks, in: inner)
        trimEnd(of: &content)
        if !items.isEmpty, !content.isEmpty { content[0].before = min(content[0].before, 3) }
        items += content
        return grounded(items, style, in: place, fill: style.ground.map(swatch), edge: swatch(style.edge))
    }

    /// The line "▸ KEY POINT": the mark is drawn, the words are text.
    mutating func label(_ text: String, mark: String, colour: SwatchName, style name: String, in place: Place)
        -> [GalleyItem]
    {
        var style = style(name)
        style.colour = colour
        let tag = tree.add(.p, below: place.parent)
        var inner = place
        let markWidth = mark.isEmpty ? 0 : style.size * 1.4
        inner.x += markWidth
        inner.measure -= markWidth
        var items = lines([Inline(.text(text), at: current)], style: style, tag: tag, in: inner, indent: 0)
        guard !items.isEmpty else { return [] }
        if !mark.isEmpty {
            let radius = style.size * 0.42
            items[0].marks += motif(
                mark, centre: Point(x: place.x + radius, y: baseline(of: style) - style.size * 0.36), radius: radius,
                turn: 0, fills: [colour], owner: .artifact(.layout))
        }
        items[0].before = 0
        for index in items.indices { items[index].keepsWithNext = true }
        return items
    }

    /// Puts `items` on a ground as wide as the measure, with white inside and outside; what fits a third of a page is kept whole.
    mutating func grounded(
        _ items: [GalleyItem], _ style: ComponentStyle, in place: Place, fill: Int16?, edge: Int16?,
        isDashed: Bool = false
    ) -> [GalleyItem] {
        guard !items.isEmpty else { return [] }
        groundCount += 1
        let ground = Ground(
            number: groundCount, x: place.x, width: place.measure, fill: fill, edge: edge, edgeWidth: style.edgeWidth,
            isDashed: isDashed)
        var pad = GalleyItem()
        pad.height = style.padding * 0.8
        var top = pad
        top.keepsWithNext = true
        var items = [top] + items + [pad]
        items[1].before = 0
        let format = theme.page
        let isKept = items.totalHeight < (format.size.height - format.head - format.foot) * 0.45
        for index in items.indices {
            items[index].grounds.insert(ground, at: 0)
            items[index].snaps = false
            if isKept, index < items.count - 1 { items[index].hold(.whole) }
        }
        items[items.count - 2].keepsWithNext = true
        items[0].before = style.space
        addAfter(style.space, to: &items)
        return items
    }

    /// Removes white at the end.
    func trimEnd(of items: inout [GalleyItem]) {
        while let last = items.last, last.height == 0, last.marks.isEmpty, last.anchors.isEmpty, last.notes.isEmpty {
            items.removeLast()
        }
    }

    /// A gap in the text: a dashed frame, a label, the instruction.
    mutating func gap(_ placeholder: Placeholder, _ inlines: [Inline], in place: Place) -> [GalleyItem] {
        var style = ComponentStyle()
        style.padding = 9
        style.edgeWidth = 0
        style.space = 12
        var inner = place
        inner.parent = tree.add(.sect, below: place.parent)
        inner.x += style.padding
        inner.measure -= 2 * style.padding
        inner.isRunning = false
        let key = "placeholder-" + placeholder.kind.lowercased().replacing(" ", with: "-")
        var items = label(
            string(key), mark: theme.components["placeholder"]?.mark ?? "", colour: self.style("placeholder").colour,
            style: "label", in: inner)
        let anchors = inlines.compactMap { inline -> String? in
            if case .anchor(let name) = inline.content { name } else { nil }
        }
        items += paragraph(
            inlines.filter { $0.content != .softBreak }, style: "placeholder", in: inner, indent: 0, anchors: anchors)
        return grounded(
            items, style, in: place, fill: theme.components["placeholder"]?.ground.map(swatch),
            edge: swatch(self.style("placeholder").colour), isDashed: true)
    }

    /// A term in the margin column, beside what follows.
    private mutating func marginNote(_ component: Component, _ style: ComponentStyle, in place: Place) -> [GalleyItem] {
        var inner = place
        inner.parent = tree.add(.sect, below: place.parent)
        inner.x = 0
        inner.measure = theme.page.marginColumn
        inner.body = style.style
        inner.isRunning = false
        var items: [GalleyItem] = []
        if component.title.isEmpty, !style.label.isEmpty {
            items += label(string(style.label), mark: "", colour: style.edge, style: style.titleStyle, in: inner)
        } else {
            items += paragraph(component.title, style: style.titleStyle, in: inner, indent: 0)
        }
        if !items.isEmpty { items[0].before = 0 }
        var content = blocks(component.blocks, in: inner)
        if !content.isEmpty { content[0].before = 0 }
        items += content
        trimEnd(of: &items)
        var holder = GalleyItem()
        holder.keepsWithNext = true
        holder.notes = items.flatMap(\.notes)
        holder.anchors = items.flatMap(\.anchors)
        var joined = items.joined()
        // What is longer than the margin reads better in the text.
        guard joined.height < (theme.page.size.height - theme.page.head - theme.page.foot) * 0.5 else {
            return box(component, style, in: place)
        }
        joined.notes = []
        joined.anchors = []
        holder.margin = [joined]
        return [holder]
    }

    /// Numbered steps: a large numeral, the first paragraph strong, then text.
    private mutating func steps(_ component: Component, _ style: ComponentStyle, in place: Place) -> [GalleyItem] {
        var items: [GalleyItem] = []
        let numeral = self.style("step-number")
        for block in component.blocks {
            guard case .list(let list) = block.content else {
                var inner = place
                items += self.block(block, in: &inner)
                continue
            }
            let tag = tree.add(.l, below: place.parent)
            tree[tag].numbering = .decimal
            for (index, item) in list.items.enumerated() {
                let li = tree.add(.li, below: tag)
                let label = tree.add(.lbl, below: li)
                var inner = place
                inner.parent = tree.add(.lBody, below: li)
                inset(&inner, by: 50)
                inner.body = style.style
                inner.isRunning = false
                var strips = blocks(item.blocks, in: inner)
                trimEnd(of: &strips)
                guard !strips.isEmpty else { continue }
                for position in strips.indices.dropLast() { strips[position].keepsWithNext = true }
                if let line = labelLine(
                    "\((list.start ?? 1) + index)", style: numeral, slot: tree.addSlot(below: label))
                {
                    let y = baseline(of: self.style(style.style)) + numeral.size * 0.3
                    strips[0].marks.insert(.line(line, Point(x: start(line.width, in: place), y: y)), at: 0)
                }
                let height = strips.totalHeight
                if height < numeral.size {
                    var white = GalleyItem()
                    white.height = numeral.size - height
                    strips[strips.count - 1].keepsWithNext = true
                    strips.append(white)
                }
                strips[0].before = index == 0 ? 6 : 8
                items += strips
            }
        }
        return spaced(items, before: style.space, after: style.space)
    }

    /// A recommendation: its number in a gore, then what it holds.
    private mutating func recommendation(
        _ component: Component, _ style: ComponentStyle, block: Block, in place: Place
    ) -> [GalleyItem] {
        recommendations += 1
        let number = block.attributes["number"] ?? "\(recommendations)"
        var inner = place
        inner.parent = tree.add(.sect, below: place.parent)
        inner.x += 44
        inner.measure -= 44
        inner.isRunning = false
        let tag = tree.add(.p, below: inner.parent)
        var items =
            component.title.isEmpty ? [] : paragraph(component.title, style: style.titleStyle, in: inner, indent: 0)
        for index in items.indices { items[index].keepsWithNext = true }
        inner.body = style.style
        items += blocks(component.blocks, in: inner)
        trimEnd(of: &items)
        guard !items.isEmpty else { return [] }
        items[0].marks += motif(
            "gore", centre: Point(x: place.x + 5, y: baseline(of: self.style(style.titleStyle)) - 4), radius: 5,
            turn: 0, fills: [self.style("recommendation-number").colour],
            owner: .artifact(.layout))
        if let line = labelLine(
            "R\(number)", style: self.style("recommendation-number"), slot: tree.addSlot(below: tag))
        {
            items[0].marks.insert(
                .line(line, Point(x: place.x + 14, y: baseline(of: self.style(style.titleStyle)))), at: 0)
        }
        return spaced(items, before: style.space, after: style.space)
    }

    /// Two columns of even height.
    private mutating func columns(_ component: Component, in place: Place) -> [GalleyItem] {
        let gap = 18.0
        var inner = place
        inner.parent = tree.add(.div, below: place.parent)
        inner.measure = (place.measure - gap) / 2
        inner.isRunning = false
        var items = blocks(component.blocks, in: inner)
        trimEnd(of: &items)
        guard !items.isEmpty else { return [] }
        let half = items.totalHeight / 2
        var cut = 0
        var height = 0.0
        while cut < items.count, height < half - 0.1 || (cut > 0 && items[cut - 1].keepsWithNext) {
            height += items[cut].height + (cut == 0 ? 0 : items[cut].before)
            cut += 1
        }
        let first = Array(items[..<cut]).joined()
        let second = Array(items[cut...]).joined()
        // The first column stands where lines begin.
        let other = inner.measure + gap
        var whole = GalleyItem()
        whole.take(first, movedBy: Point(x: place.language.isRightToLeft ? other : 0, y: 0))
        whole.take(second, movedBy: Point(x: place.language.isRightToLeft ? 0 : other, y: 0))
        whole.height = max(first.height, second.height)
        return spaced([whole], before: style("body").leading / 2, after: style("body").leading / 2)
    }

    /// An entry of the resources appendix: name, lines, kept together.
    private mutating func resource(_ component: Component, in place: Place) -> [GalleyItem] {
        var inner = place
        inner.parent = tree.add(.sect, below: place.parent)
        inner.body = "resource-text"
        inner.isRunning = false
        var items = paragraph(component.title, style: "resource-name", in: inner, indent: 0)
        items += blocks(component.blocks, in: inner)
        trimEnd(of: &items)
        for index in items.indices.dropLast() { items[index].keepsWithNext = true }
        return spaced(items, before: style("resource-name").before, after: 0)
    }
}
