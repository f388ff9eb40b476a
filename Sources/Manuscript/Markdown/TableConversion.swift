// SPDX-License-Identifier: GPL-3.0-or-later
internal import CommonMark
internal import Groundwork

extension Conversion {
    /// The table whose rows are in `inner`.
    mutating func table(_ alignments: [MarkupNode.Alignment], _ inner: Range<Int>) -> Table {
        var table = Table(
            alignments: alignments.map { $0 == .right ? .end : $0 == .centre ? .centre : .start }, head: [], rows: [])
        var rows: [[SpanWeave.Cell]] = []
        var headCount = 0
        var row = inner.lowerBound
        while row < inner.upperBound {
            var cells: [SpanWeave.Cell] = []
            var cell = row + 1
            while cell < nodes[row].end {
                let content = cell + 1..<nodes[cell].end
                let mark = content.count == 1 ? SpanWeave.Mark(rawValue: bareText(in: content)) : nil
                cells.append(
                    SpanWeave.Cell(
                        inlines: inlines(in: content, depth: 0), mark: mark, origin: origin(range(of: nodes[cell]))))
                cell = nodes[cell].end
            }
            if nodes[row].kind == .tableRow(isHead: true) { headCount += 1 }
            rows.append(cells)
            row = nodes[row].end
        }
        var weave = SpanWeave(rows: rows)
        let woven = weave.woven()
        for origin in weave.faults {
            diagnostics.error(
                "bad-span", "this cell says that it belongs to its neighbour, but there is none that it could widen",
                hint: "‘<’ widens the cell on its left, ‘^’ the whole cell above it", at: origin)
        }
        table.head = Array(woven.prefix(headCount))
        table.rows = Array(woven.dropFirst(headCount))
        return table
    }

    /// What `attributes` say of a table.
    mutating func adjust(_ table: inout Table, by attributes: Attributes, at origin: Origin) {
        if attributes.has("header-column") { table.hasHeaderColumn = true }
        table.widths = widths(attributes, columns: table.alignments.count, at: origin) ?? table.widths
        align(&table, attributes, at: origin)
        guard let written = attributes["head-rows"] else { return }
        guard let count = Int(written), count >= 0, count <= table.head.count + table.rows.count else {
            diagnostics.error(
                "bad-head-rows", "head-rows=\(written) is not a number of this table's rows",
                hint: "write how many rows are its head: head-rows=2", at: origin)
            return
        }
        let all = table.head + table.rows
        table.head = Array(all.prefix(count))
        table.rows = Array(all.dropFirst(count))
    }

    private mutating func align(_ table: inout Table, _ attributes: Attributes, at origin: Origin) {
        guard let written = attributes["align"] else { return }
        let names: [String: Table.Alignment] = [
            "left": .start, "start": .start, "centre": .centre, "center": .centre, "right": .end, "end": .end,
            "decimal": .decimal,
        ]
        let alignments = written.split(separator: " ").compactMap { names[String($0)] }
        guard alignments.count == table.alignments.count else {
            diagnostics.error(
                "bad-align", "align=\"\(written)\" does not say how each of \(table.alignments.count) columns stands",
                hint: "write left, centre, right or decimal for each", at: origin)
            return
        }
        table.alignments = alignments
    }

    private mutating func widths(_ attributes: Attributes, columns: Int, at origin: Origin) -> [Double]? {
        guard let written = attributes["widths"] else { return nil }
        let shares = written.split(separator: " ").map { Double($0) ?? 0 }
        guard shares.count == columns, shares.allSatisfy({ $0 > 0 && $0.isFinite }) else {
            diagnostics.error(
                "bad-widths", "widths=\"\(written)\" does not give one number for each of \(columns) columns",
                hint: "write widths=\"2 1 1\"", at: origin)
            return nil
        }
        return shares
    }

    /// What a `:::table` holds: a caption, the table, then notes.
    mutating func tableBlocks(_ frame: ContainerNest.Frame) -> [Block] {
        guard let index = frame.blocks.firstIndex(where: \.isTable),
            case .table(var table) = frame.blocks[index].content
        else {
            diagnostics.error(
                "table-without-table", "this container holds no table", hint: "put a table between the lines",
                at: frame.origin)
            return [component(frame)]
        }
        var attributes = frame.attributes
        attributes.merge(frame.blocks[index].attributes)
        if frame.attributes.id != nil { attributes.id = frame.attributes.id }
        var before: [Block] = []
        table.caption = caption(frame.blocks[..<index], title: frame.title, others: &before)
        table.notes = before + frame.blocks[(index + 1)...]
        let content = adjusted(.table(table), by: frame.attributes, at: frame.origin)
        return [
            Block(
                id: frame.id, origin: frame.origin, attributes: attributes, language: language(of: attributes),
                content: content)
        ]
    }
}

extension Block {
    fileprivate var isTable: Bool { if case .table = content { true } else { false } }
}
