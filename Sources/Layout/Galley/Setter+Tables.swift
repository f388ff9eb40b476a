// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A table in the manner of booktabs: caption, head, rows that no page break divides, notes. Its head is set again on each page.
    mutating func table(_ table: Table, isWide: Bool, at origin: Origin, in place: Place) -> [GalleyItem] {
        var place = place
        let isWide = isWide && place.isRunning
        if isWide {
            place.measure = theme.page.fullMeasure
            place.x = 0
        }
        place.isRunning = false
        let tag = tree.add(.table, below: place.parent)
        var items: [GalleyItem] = []
        if !table.caption.isEmpty || !table.label.isEmpty {
            items += caption(table.label, table.caption, below: tag, in: place)
            for index in items.indices { items[index].keepsWithNext = true }
            addAfter(4, to: &items)
            items[items.count - 1].keepsWithNext = true
        }
        let widths = columnWidths(of: table, measure: place.measure, at: origin)
        items += rows(of: table, widths: widths, tag: tag, in: place)
        if !table.notes.isEmpty { items[items.count - 1].keepsWithNext = true }
        items += notes(of: table, in: place)
        tableScale = 1
        for index in items.indices { items[index].isWide = isWide }
        return spaced(items, before: 15, after: 15)
    }

    private mutating func rows(of table: Table, widths: [Double], tag: TagNode.ID, in place: Place) -> [GalleyItem] {
        let rules = theme.table
        var items: [GalleyItem] = [rule(rules.heavyRule, in: place)]
        items[0].keepsWithNext = true
        var head: [GalleyItem] = []
        if !table.head.isEmpty {
            let group = tree.add(.tHead, below: tag)
            for row in table.head {
                head.append(self.row(row, of: table, isHead: true, widths: widths, group: group, in: place))
            }
            head.append(rule(rules.lightRule, in: place))
            for index in head.indices { head[index].keepsWithNext = true }
            var again = (items + head).joined().asArtifact(without: noteSlots)
            again.isWide = place.measure > theme.page.column
            heads.append(again)
        }
        items += head
        let group = tree.add(.tBody, below: tag)
        var places: [Int] = []
        for (index, row) in table.rows.enumerated() {
            if index > 0, rules.zebra == nil {
                var line = rule(rules.lightRule * 0.6, in: place, colour: "grey")
                line.keepsWithNext = true
                if !table.head.isEmpty { line.repeatedHead = heads.count - 1 }
                items.append(line)
            }
            var item = self.row(row, of: table, isHead: false, widths: widths, group: group, in: place)
            if index == table.rows.count - 1 { item.keepsWithNext = true }
            places.append(items.count)
            items.append(item)
        }
        // The first row and the last one do not stand alone on a page, unless they are tall.
        if places.count > 1 {
            for (row, next) in [(places[0], places[1]), (places[places.count - 2], places[places.count - 1])]
            where items[row].height + items[next].height < theme.page.size.height / 4 {
                items[row].keepsWithNext = true
            }
        }
        items.append(rule(rules.heavyRule, in: place))
        return items
    }

    private func rule(_ width: Double, in place: Place, colour: SwatchName? = nil) -> GalleyItem {
        var item = GalleyItem()
        item.height = width
        item.marks = [
            .path(
                .line(from: Point(x: place.x, y: width / 2), to: Point(x: place.x + place.measure, y: width / 2)),
                .stroke(swatch: swatch(colour ?? theme.table.ruleColour), width: width, dashes: []), .artifact(.layout))
        ]
        return item
    }

    private mutating func row(
        _ cells: [Table.Cell], of table: Table, isHead: Bool, widths: [Double], group: TagNode.ID, in place: Place
    ) -> GalleyItem {
        let rules = theme.table
        let tr = tree.add(.tr, below: group)
        var row = GalleyItem()
        var x = place.x
        var column = 0
        for cell in cells where column < widths.count {
            let end = min(column + max(cell.columns, 1), widths.count)
            let isHeader = isHead || (table.hasHeaderColumn && column == 0)
            let width = widths[column..<end].reduce(0, +) - rules.columnGap
            let tag = tree.add(
                isHeader ? .th : .td, below: tr, language: cell.language == place.language ? nil : cell.language)
            if isHeader { tree[tag].scope = isHead ? .column : .row }
            tree[tag].columns = end - column
            tree[tag].rows = max(cell.rows, 1)
            var inner = place
            inner.measure = max(width, 10)
            // The first column stands where lines begin.
            inner.x = start(inner.measure, in: place, distance: x - place.x)
            inner.language = cell.language ?? place.language
            var style = tableStyle(isHead ? "table-head" : "table-cell")
            if isHeader, !isHead, theme.fonts[style.font]?.faces["semibold"] != nil { style.face = "semibold" }
            if column < table.alignments.count {
                switch table.alignments[column] {
                case .start: break
                case .centre: style.alignment = .centre
                case .end: style.alignment = .end
                }
            }
            let joined = lines(cell.inlines, style: style, tag: tag, in: inner, indent: 0).joined()
            row.take(joined, movedBy: Point(x: 0, y: rules.rowPadding))
            row.height = max(row.height, joined.height + 2 * rules.rowPadding)
            x += widths[column..<end].reduce(0, +)
            column = end
        }
        return row
    }

    private mutating func notes(of table: Table, in place: Place) -> [GalleyItem] {
        guard !table.notes.isEmpty else { return [] }
        var inner = place
        inner.body = "table-note"
        var items = blocks(table.notes, in: inner)
        trimEnd(of: &items)
        if !items.isEmpty { items[0].before = 5 }
        return items
    }
}

extension GalleyItem {
    /// The same marks, outside the tag tree: for a head that is set again. It comes with pagination, as a running head does. Text of
    /// `slots`, marks of notes that are not on the page, is left out.
    func asArtifact(without slots: Set<Int32> = []) -> GalleyItem {
        var copy = self
        copy.anchors = []
        copy.notes = []
        copy.figures = []
        copy.marks = marks.map { mark in
            guard case .line(var line, let origin) = mark else { return mark }
            line.pieces.removeAll { slots.contains($0.owner) }
            for index in line.pieces.indices { line.pieces[index].owner = -2 }
            line.paragraph = -1
            return .line(line, origin)
        }
        return copy
    }
}
