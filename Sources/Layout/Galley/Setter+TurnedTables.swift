// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A table turned by a quarter, its foot to the right, on pages of its own: as wide as the text area is high.
    mutating func turned(_ table: Table, _ attributes: Attributes, at origin: Origin, in place: Place) -> [GalleyItem] {
        let page = theme.page
        let height = page.textHeight
        var inner = place
        inner.x = 0
        inner.measure = height
        if measured(table, in: inner).callsNotes {
            // Room for the notes at the foot of the page, which is not turned.
            inner.measure = height * 0.8
        }
        let first = heads.count
        var items: [GalleyItem]
        switch fit(table, measure: inner.measure + theme.table.columnGap, in: inner) {
        case .columns(let widths, let measured):
            items = strips(of: table, widths, measured, attributes, in: inner)
        case .none(let measured) where isPressable(measured, into: inner.measure):
            items = pressed(table, measured, attributes, at: origin, in: inner)
        case .none(let measured):
            // Its records need no such page.
            return pressed(table, measured, attributes, at: origin, in: place)
        }
        trimEnd(of: &items)
        groundCount += 1
        movedBelow.insert(place.parent)
        let sheets = sheets(of: items, room: page.fullMeasure)
        // No page begins with the turned head: the sheets have it.
        if heads.count > first { heads.removeLast(heads.count - first) }
        return sheets.map { sheet in
            var strip = sheet.turned(within: inner.measure)
            strip.isWide = true
            strip.ownPage = groundCount
            return strip
        }
    }

    /// Strips put together to sheets no higher than `room`, the head again on each.
    private func sheets(of items: [GalleyItem], room: Double) -> [GalleyItem] {
        let parts = items.flatMap { item in
            item.cut(into: room - (item.repeatedHead.map { heads[$0].height } ?? 0) - 1)
        }
        var sheets: [GalleyItem] = []
        var start = 0
        while start < parts.count {
            var sheet: [GalleyItem] = []
            var height = 0.0
            if !sheets.isEmpty, let head = parts[start].repeatedHead {
                sheet.append(heads[head])
                height = heads[head].height
            }
            var end = start
            while end < parts.count {
                let more = parts[end].height + (sheet.isEmpty && end == start ? 0 : parts[end].before)
                if height + more > room, end > start { break }
                height += more
                end += 1
            }
            // Back to where it may end, if there is such a place in the second half.
            var legal = end
            while end < parts.count, legal > start + (end - start) / 2, parts[legal - 1].keep > .whole { legal -= 1 }
            if legal > start + (end - start) / 2 { end = legal }
            sheet += parts[start..<end]
            sheets.append(sheet.joinedWithGrounds())
            start = end
        }
        return sheets
    }
}

extension [GalleyItem] {
    /// One item of all, the grounds drawn.
    fileprivate func joinedWithGrounds() -> GalleyItem {
        var grounds: [GalleyItem.Mark] = []
        var y = 0.0
        for (index, item) in enumerated() {
            if index > 0 { y += item.before }
            for ground in item.grounds {
                let frame = Rect(x: ground.x, y: y, width: ground.width, height: item.height)
                grounds += ground.marks(in: frame, isRecto: true)
            }
            y += item.height
        }
        var whole = joined()
        whole.marks = grounds + whole.marks
        return whole
    }
}

extension GalleyItem {
    /// The item turned against the clock: what was left is below, `measure` from the top.
    func turned(within measure: Double) -> GalleyItem {
        var copy = self
        copy.before = 0
        copy.height = measure
        copy.repeatedHead = nil
        copy.figures = []
        copy.marks = marks.map { mark in
            switch mark {
            case .line(let line, let origin), .said(let line, let origin, _), .turned(let line, let origin):
                .turned(line, Point(x: origin.y, y: measure - origin.x))
            case .path(let path, let paint, let owner):
                .path(path.mapped { Point(x: $0.y, y: measure - $0.x) }, paint, owner)
            case .image: mark
            }
        }
        return copy
    }
}
