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
            var again = (items + head).joined().asArtifact()
            again.isWide = place.measure > theme.page.column
            heads.append(again)
        }
        items += head
        let group = tree.add(.tBody, below: tag)
        for (index, row) in table.rows.enumerated() {
            if index > 0, rules.zebra == nil {
                var line = rule(rules.lightRule * 0.6, in: place, colour: "grey")
                line.keepsWithNext = true
                if !table.head.isEmpty { line.repeatedHead = heads.count - 1 }
                items.append(line)
            }
            var item = self.row(row, of: table, isHead: false, widths: widths, group: group, in: place)
            if index == table.rows.count - 1 { item.keepsWithNext = true }
            items.append(item)
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
            inner.x = x
            inner.measure = max(width, 10)
            inner.language = cell.language ?? place.language
            var style = self.style(isHead ? "table-head" : "table-cell")
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

    /// Widths that keep every word whole and give each column its share: declared shares, else by natural width.
    private mutating func columnWidths(of table: Table, measure: Double, at origin: Origin) -> [Double] {
        let count = max(table.alignments.count, (table.head + table.rows).map(\.count).max() ?? 0)
        guard count > 0 else { return [] }
        var least = [Double](repeating: 12, count: count)
        var natural = least
        for (rows, name) in [(table.head, "table-head"), (table.rows, "table-cell")] {
            for row in rows {
                for (column, cell) in row.enumerated() where column < count && cell.columns == 1 {
                    let (minimum, whole) = extent(of: cell, style: name)
                    least[column] = max(least[column], minimum + theme.table.columnGap)
                    natural[column] = max(natural[column], whole + theme.table.columnGap)
                }
            }
        }
        if least.reduce(0, +) > measure * 1.001 {
            faults.append(
                Diagnostic(
                    .error, "wide-table", "the table is wider than its column: \(count) columns do not fit",
                    hint: "add {wide}, shorten the longest words, or split the table", at: origin))
        }
        if table.widths.count == count, table.widths.allSatisfy({ $0 > 0 }) {
            let sum = table.widths.reduce(0, +)
            let shares = table.widths.map { $0 / sum * measure }
            if zip(shares, least).allSatisfy({ $0 >= $1 }) { return shares }
            return Self.distribute(measure, least: least, natural: zip(shares, least).map { max($0, $1) + 0.01 })
        }
        return Self.distribute(measure, least: least, natural: natural)
    }

    /// Shares `measure` out: least widths first, the rest by what the natural widths want.
    static func distribute(_ measure: Double, least: [Double], natural: [Double]) -> [Double] {
        let leastSum = least.reduce(0, +)
        let naturalSum = natural.reduce(0, +)
        if naturalSum <= measure {
            return natural.map { $0 * measure / naturalSum }
        }
        if leastSum >= measure { return least.map { $0 * measure / leastSum } }
        let wants = zip(natural, least).map { ($0 - $1).squareRoot() }
        let wanted = wants.reduce(0, +)
        return zip(least, wants).map { $0 + (wanted > 0 ? (measure - leastSum) * $1 / wanted : 0) }
    }

    private mutating func extent(of cell: Table.Cell, style name: String) -> (least: Double, natural: Double) {
        var scratch = Setter(
            book: book, typesetter: typesetter, fonts: fonts, pictures: [:], folios: folios,
            tree: TagTree(language: book.language))
        let runs = scratch.runs(cell.inlines, style: style(name), language: cell.language ?? book.language, parent: 0)
        let paragraph = Paragraph(runs: runs, alignment: .start, language: book.language)
        let least = typesetter.minimumWidth(of: paragraph)
        // Where words may be divided, half a long word is enough to stand on.
        let divided = style(name).hyphenates ? style(name).size * 6.5 : least
        return (min(least, divided), typesetter.naturalWidth(of: paragraph))
    }
}

extension GalleyItem {
    /// The same marks, outside the tag tree: for a head that is set again. It comes with pagination, as a running head does.
    func asArtifact() -> GalleyItem {
        var copy = self
        copy.anchors = []
        copy.notes = []
        copy.figures = []
        copy.marks = marks.map { mark in
            guard case .line(var line, let origin) = mark else { return mark }
            for index in line.pieces.indices { line.pieces[index].owner = -2 }
            return .line(line, origin)
        }
        return copy
    }
}
