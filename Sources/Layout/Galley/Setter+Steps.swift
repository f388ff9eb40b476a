// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// Numbered steps: a large numeral on a canopy of which a gore is filled for each step done, then text.
    mutating func steps(_ component: Component, _ look: ComponentStyle, in place: Place) -> [GalleyItem] {
        // A page of its own is as wide as both columns and has the edge of a box.
        let hasPage = look.hasOwnPage && isTopLevel(place)
        var whole = place
        if hasPage { whole.measure = theme.page.fullMeasure }
        var outer = hasPage ? inside(look, of: whole) : place
        outer.parent = tree.add(.sect, below: place.parent)
        outer.isRunning = false
        outer.isOpening = false
        var plain = look
        plain.mark = hasPage ? "cross" : ""
        plain.badge = hasPage ? "octagon" : ""
        plain.ground = nil
        var items = head(of: component, plain, in: outer)
        for block in component.blocks {
            guard case .list(let list) = block.content else {
                outer.body = hasPage ? look.style : place.body
                let inner = self.block(block, in: &outer)
                items += inner
                continue
            }
            let language = block.language ?? block.attributes.language
            outer.language = language ?? place.language
            items += steps(list, look, in: outer)
            outer.language = place.language
        }
        guard hasPage else { return spaced(items, before: space(look), after: space(look)) }
        trimEnd(of: &items)
        let room = textHeight
        items.spread(room * 0.8 - items.totalHeight, upTo: style(look.style).leading * 1.5)
        items = grounded(items, plain, in: whole, isFree: true, isOwnPage: true)
        trimEnd(of: &items)
        movedBelow.insert(place.parent)
        for index in items.indices {
            items[index].isWide = true
            items[index].ownPage = groundCount
        }
        return items
    }

    private mutating func steps(_ list: Manuscript.List, _ look: ComponentStyle, in place: Place) -> [GalleyItem] {
        let numeral = style("step-number")
        let text = style(look.style)
        let radius = theme.motifs[look.mark] == nil ? numeral.size * 0.4 : numeral.size * 0.58 * look.markSize
        // A narrow page needs its measure for the words.
        let scale = min(1, place.measure * 0.1 / radius)
        let tag = tree.add(.l, below: place.parent)
        tree[tag].numbering = .decimal
        var items: [GalleyItem] = []
        for (index, item) in list.items.enumerated() {
            let li = tree.add(.li, below: tag)
            let label = tree.add(.lbl, below: li)
            let slot = tree.addSlot(below: label)
            var inner = place
            inner.parent = tree.add(.lBody, below: li)
            inset(&inner, by: radius * scale * 2 + 11)
            inner.depth += 1
            inner.body = look.style
            inner.isFirst = true
            inner.isTight = false
            var strips = blocks(item.blocks, in: inner)
            trimEnd(of: &strips)
            guard !strips.isEmpty else { continue }
            for position in strips.indices.dropFirst() where strips[position].before > 0 {
                strips[position].before = min(strips[position].before, text.leading * 0.5)
            }
            let share = Double(index + 1) / Double(list.items.count)
            number(
                (list.start ?? 1) + index, share: share, radius: radius * scale, size: numeral.size * scale, slot: slot,
                look, on: &strips, in: place)
            strips[0].before = index == 0 ? (items.isEmpty ? 6 : 8) : max(text.leading * 0.6, 8)
            items += strips
        }
        addAfter(max(text.leading * 0.6, 8), to: &items)
        return items
    }

    /// Draws canopy and numeral beside a step's first lines, which move down where they are lower than the canopy.
    private mutating func number(
        _ number: Int, share: Double, radius: Double, size: Double, slot: Int, _ look: ComponentStyle,
        on strips: inout [GalleyItem], in place: Place
    ) {
        var numeral = style("step-number")
        numeral.size = size
        if number > 9 { numeral.size *= 0.72 }
        let height = strips.totalHeight
        // One or two lines stand in the middle of their canopy; more begin at its head.
        let missing = radius * 2 - height
        if missing > 0 {
            strips[0].marks = strips[0].marks.map { $0.moved(by: Point(x: 0, y: missing / 2)) }
            strips[0].figures = strips[0].figures.map { ($0.tag, $0.frame.moved(by: Point(x: 0, y: missing / 2))) }
            strips[0].height += missing / 2
            var white = GalleyItem()
            white.height = missing / 2
            strips.append(white)
        }
        // Not divided beside its canopy, nor far below it.
        var depth = 0.0
        for index in strips.indices.dropLast() {
            depth += strips[index].height + strips[index].before
            if depth < radius * 2 + 1 { strips[index].hold(.firm) } else { strips[index].hold(.whole) }
        }
        let centre = Point(x: start(radius * 2, in: place) + radius, y: radius)
        var marks: [GalleyItem.Mark] = []
        if let paths = theme.motifs[look.mark] {
            let done = Int((share * Double(paths.count)).rounded(.up))
            let fills = paths.indices.map { index in index < done ? look.ground ?? look.edge : look.rest }
            marks += motif(
                look.mark, centre: centre, radius: radius, turn: -90, fills: fills, owner: .artifact(.layout))
        }
        if let line = labelLine("\(number)", style: numeral, slot: slot) {
            marks.append(
                .line(line, Point(x: centre.x - line.width / 2, y: centre.y + numeral.size * 0.36)))
        }
        strips[0].marks.insert(contentsOf: marks, at: 0)
    }
}
