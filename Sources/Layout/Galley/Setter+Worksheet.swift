// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A page to fill in: title, purpose, then fields. An item of a list is a field: its text the label, `{lines=3}` its ruled lines, `[ ]` a box.
    mutating func worksheet(_ component: Component, _ style: ComponentStyle, in place: Place) -> [GalleyItem] {
        var inner = place
        inner.parent = tree.add(.sect, below: place.parent)
        inner.measure = theme.page.fullMeasure
        inner.isRunning = false
        inner.body = style.style
        var items: [GalleyItem] = []
        if !component.title.isEmpty {
            items += paragraph(component.title, style: "worksheet-title", in: inner, indent: 0)
        }
        for block in component.blocks {
            if case .list(let list) = block.content, place.depth == 0 {
                items += fields(list, in: inner)
            } else {
                items += self.block(block, in: &inner)
            }
        }
        items += paragraph(string("worksheet-note"), style: "caption", in: inner)
        for text in book.standing { items += paragraph(text, style: "caption", in: inner) }
        trimEnd(of: &items)
        guard !items.isEmpty else { return [] }
        Self.fit(&items, into: theme.page.size.height - theme.page.head - theme.page.foot)
        groundCount += 1
        movedBelow.insert(place.parent)
        for index in items.indices {
            items[index].isWide = true
            items[index].ownPage = groundCount
        }
        return items
    }

    /// Takes ruled lines away, one at a time from the field that has most, until the worksheet fits a page; each field keeps one.
    static func fit(_ items: inout [GalleyItem], into height: Double) {
        while items.totalHeight > height {
            var longest = 0..<0
            var start = 0
            while start < items.count {
                var end = start
                while end < items.count, items[end].isRuledLine { end += 1 }
                if end - start > longest.count { longest = start..<end }
                start = max(end, start + 1)
            }
            guard longest.count > 1 else { return }
            items.remove(at: longest.lowerBound)
        }
    }

    private mutating func paragraph(_ text: String, style: String, in place: Place) -> [GalleyItem] {
        var items = paragraph([Inline(.text(text), at: current)], style: style, in: place, indent: 0)
        if !items.isEmpty { items[0].before = 6 }
        return items
    }

    private mutating func fields(_ list: Manuscript.List, in place: Place) -> [GalleyItem] {
        let tag = tree.add(.l, below: place.parent)
        tree[tag].numbering = list.items.contains { $0.isChecked != nil } ? .square : TagNode.Numbering.none
        var items: [GalleyItem] = []
        for item in list.items {
            let li = tree.add(.li, below: tag)
            var inner = place
            if item.isChecked != nil {
                let label = tree.add(.lbl, below: li)
                inner.parent = tree.add(.lBody, below: li)
                inset(&inner, by: 20)
                inner.body = "component-text"
                var strips = blocks(item.blocks, in: inner)
                if strips.isEmpty { strips = [GalleyItem()] }
                strips[0].before = 5
                let style = self.style("component-text")
                box(false, style: style, x: start(12.76, in: place), label: label, size: 12.76, on: &strips[0])
                strips[0].height = max(strips[0].height, 15)
                items += strips
                continue
            }
            inner.parent = tree.add(.lBody, below: li)
            inner.body = "worksheet-label"
            var strips = blocks(item.blocks, in: inner)
            trimEnd(of: &strips)
            for index in strips.indices { strips[index].keepsWithNext = true }
            items += strips
            items += ruled(Self.ruledLines(of: item.blocks), in: place)
        }
        return items
    }

    /// The ruled lines that `{lines=n}` asks for; 2 where nothing is said.
    static func ruledLines(of blocks: [Block]) -> Int {
        let declared = blocks.lazy.compactMap { $0.attributes["lines"].flatMap { Int($0) } }.first
        return min(max(declared ?? 2, 0), 40)
    }

    /// `count` ruled lines, 9 mm apart.
    private func ruled(_ count: Int, in place: Place) -> [GalleyItem] {
        (0..<count).map { index in
            var item = GalleyItem()
            item.height = Length.mm(9).points
            item.keepsWithNext = index < count - 1
            item.isRuledLine = true
            let y = item.height - 1
            item.marks = [
                .path(
                    .line(from: Point(x: place.x, y: y), to: Point(x: place.x + place.measure, y: y)),
                    .stroke(swatch: swatch("grey"), width: 0.35, dashes: []), .artifact(.layout))
            ]
            return item
        }
    }
}
