// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// The narrowest column of an index, in its type size; white between two.
    private static let narrowestColumn = 15.0
    private static let columnGap = 18.0

    /// An index in two columns where there is room for them, page by page: down the first, then down the second.
    mutating func index(_ lines: [IndexLine], in place: Place) -> [GalleyItem] {
        let half = (place.measure - Self.columnGap) / 2
        guard half >= style("index-1").size * Self.narrowestColumn else { return indexStrips(lines, in: place) }
        var column = place
        column.measure = half
        let strips = indexStrips(lines, in: column)
        let format = theme.page
        let page = format.textHeight
        let leading = style("body").leading
        var pages: [GalleyItem] = []
        var rest = strips[...]
        while !rest.isEmpty {
            // The title stands on the first page, and the grid may take a line.
            let room = max(page - leading * (pages.isEmpty ? 6 : 1), leading)
            pages.append(columnPair(&rest, room: room, half: half, in: place))
        }
        return pages
    }

    /// Takes from `rest` what fills two columns; the last two are of even height.
    private func columnPair(
        _ rest: inout ArraySlice<GalleyItem>, room: Double, half: Double, in place: Place
    ) -> GalleyItem {
        let first: [GalleyItem]
        let second: [GalleyItem]
        let cut = Self.even(rest)
        if Array(rest[..<cut]).totalHeight <= room, Array(rest[cut...]).totalHeight <= room {
            first = Array(rest[..<cut])
            second = Array(rest[cut...])
            rest = []
        } else {
            first = Self.column(&rest, room: room)
            second = Self.column(&rest, room: room)
        }
        let isRightToLeft = place.language.isRightToLeft
        let other = half + Self.columnGap
        var pair = GalleyItem()
        let (left, right) = (first.joined(), second.joined())
        pair.take(left, movedBy: Point(x: isRightToLeft ? other : 0, y: 0))
        pair.take(right, movedBy: Point(x: isRightToLeft ? 0 : other, y: 0))
        pair.height = max(left.height, right.height)
        pair.snaps = place.isRunning
        return pair
    }

    /// Where to part `strips` so that both columns are as even as may be, the first not the shorter.
    private static func even(_ strips: ArraySlice<GalleyItem>) -> Int {
        var height = 0.0
        let half = Array(strips).totalHeight / 2
        for index in strips.indices {
            height += strips[index].height + (index == strips.startIndex ? 0 : strips[index].before)
            if height >= half, !strips[index].keepsWithNext { return index + 1 }
        }
        return strips.endIndex
    }

    /// The strips that fill a column: to the last place where it may end, or as many as fit.
    private static func column(_ rest: inout ArraySlice<GalleyItem>, room: Double) -> [GalleyItem] {
        var height = 0.0
        var (fits, good) = (rest.startIndex, rest.startIndex)
        for index in rest.indices {
            height += rest[index].height + (index == rest.startIndex ? 0 : rest[index].before)
            if height > room, index > rest.startIndex { break }
            fits = index + 1
            if !rest[index].keepsWithNext { good = index + 1 }
        }
        let end = good > rest.startIndex ? good : fits
        defer { rest = rest[end...] }
        return Array(rest[..<end])
    }

    /// The lines of an index below one another: a list under each letter, lists in lists for what stands below an entry.
    private mutating func indexStrips(_ lines: [IndexLine], in place: Place) -> [GalleyItem] {
        let tag = tree.add(.index, below: place.parent)
        var inner = place
        inner.isRunning = false
        var items: [GalleyItem] = []
        var lists: [TagNode.ID] = []
        var bodies: [TagNode.ID] = []
        for (number, line) in lines.enumerated() {
            guard line.level > 0 else {
                lists = []
                bodies = []
                inner.parent = tag
                var heading = paragraph(line.text, style: "index-group", in: inner, indent: 0)
                for index in heading.indices { heading[index].keepsWithNext = true }
                items += heading
                continue
            }
            let level = min(line.level, lists.count + 1)
            lists.removeLast(max(lists.count - level, 0))
            bodies.removeLast(max(bodies.count - level + 1, 0))
            if lists.count < level {
                lists.append(tree.add(.l, below: bodies.last ?? tag))
                tree[lists[level - 1]].numbering = TagNode.Numbering.none
            }
            let item = tree.add(.li, below: lists[level - 1])
            bodies.append(tree.add(.lBody, below: item))
            var entry = self.lines(
                line.text, style: style("index-\(level)"), tag: bodies[level - 1], in: inner, indent: 0,
                anchors: line.anchor.map { [$0] } ?? [])
            // No column ends between an entry and the first that stands below it.
            if let last = entry.indices.last, number + 1 < lines.count, lines[number + 1].level > line.level {
                entry[last].keepsWithNext = true
            }
            items += entry
        }
        return items
    }
}
