// SPDX-License-Identifier: GPL-3.0-or-later
import Manuscript

/// Rows of cells with each cell's place among the columns.
struct TableGrid {
    /// A cell in its place.
    struct Place {
        let cell: Table.Cell
        /// Its first row.
        let row: Int
        /// Its first column.
        let column: Int
        /// How many columns it takes.
        let columns: Int
        /// How many rows it takes.
        let rows: Int

        /// The columns that it takes.
        var range: Range<Int> { column..<column + columns }
    }

    /// How many columns there are.
    let columns: Int
    /// The cells by the row in which they begin.
    private(set) var rows: [[Place]] = []

    init(_ written: [[Table.Cell]], columns: Int) {
        self.columns = columns
        // By column: the first row that no cell from above covers.
        var free = [Int](repeating: 0, count: columns)
        for (row, cells) in written.enumerated() {
            var places: [Place] = []
            var column = 0
            for cell in cells {
                while column < columns, free[column] > row { column += 1 }
                guard column < columns else { break }
                var end = column + 1
                while end < min(column + max(cell.columns, 1), columns), free[end] <= row { end += 1 }
                let height = min(max(cell.rows, 1), written.count - row)
                for place in column..<end { free[place] = row + height }
                places.append(Place(cell: cell, row: row, column: column, columns: end - column, rows: height))
                column = end
            }
            rows.append(places)
        }
    }

    /// How many columns `table` has.
    static func columns(of table: Table) -> Int {
        if !table.alignments.isEmpty { return table.alignments.count }
        return (table.head + table.rows).map { row in row.reduce(0) { $0 + min(max($1.columns, 1), 1000) } }.max() ?? 0
    }

    /// Whether `row` is a heading of the rows below it: one cell over all columns.
    func isGroupHeading(_ row: Int) -> Bool {
        columns > 1 && rows[row].count == 1 && rows[row][0].columns == columns && rows[row][0].rows == 1
    }

    /// The rows in pieces that cells over several rows hold together.
    var units: [Range<Int>] {
        var units: [Range<Int>] = []
        var start = 0
        var end = 0
        for (row, places) in rows.enumerated() {
            if row == end, row > start {
                units.append(start..<row)
                start = row
            }
            end = max(end, row + 1, row + (places.map(\.rows).max() ?? 1))
        }
        if start < rows.count { units.append(start..<rows.count) }
        return units
    }

    /// The columns that a cell covers across the border below `row`.
    func covered(below row: Int, from first: Int) -> Set<Int> {
        var covered: Set<Int> = []
        for places in rows[first...row] {
            for place in places where place.row + place.rows > row + 1 { covered.formUnion(place.range) }
        }
        return covered
    }
}
