// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// Makes cells that take several columns or rows of the marks for them: `<` widens the cell on its left, `<<` does so to the row's end,
/// `^` lengthens the cell above.
struct SpanWeave {
    /// What a cell says of its neighbour.
    enum Mark: String {
        case left = "<"
        case rest = "<<"
        case above = "^"
    }

    /// A cell as it is written.
    struct Cell {
        var inlines: [Inline]
        var mark: Mark?
        var origin: Origin
    }

    private let rows: [[Cell]]
    /// The marks that stand where no cell can be widened: they stay as text.
    private(set) var faults: [Origin] = []

    init(rows: [[Cell]]) { self.rows = rows }

    /// A cell of the result, by its top left place in the grid.
    private struct Piece {
        var cell: Table.Cell
        let row: Int
        let column: Int
    }

    /// The rows with spans; what a span covers is no cell.
    mutating func woven() -> [[Table.Cell]] {
        var result: [[Piece]] = []
        /// By column: where the cell that covers it in the row above is in `result`.
        var above: [(row: Int, index: Int)?] = []
        for (number, cells) in rows.enumerated() {
            var pieces: [Piece] = []
            var owners = [(row: Int, index: Int)?](repeating: nil, count: cells.count)
            var column = 0
            while column < cells.count {
                let cell = cells[column]
                switch cell.mark {
                case .left, .rest:
                    let end = cell.mark == .rest ? cells.count : column + 1
                    if column > 0, let owner = owners[column - 1], owner.row == number {
                        pieces[owner.index].cell.columns += end - column
                        for place in column..<end { owners[place] = owner }
                        column = end
                        continue
                    }
                case .above:
                    if column < above.count, let owner = above[column] {
                        let piece = result[owner.row][owner.index]
                        let end = column + piece.cell.columns
                        if piece.column == column, end <= cells.count,
                            cells[column..<end].allSatisfy({ $0.mark == .above || $0.mark == .left })
                        {
                            result[owner.row][owner.index].cell.rows += 1
                            for place in column..<end { owners[place] = owner }
                            column = end
                            continue
                        }
                    }
                case nil: break
                }
                if cell.mark != nil { faults.append(cell.origin) }
                owners[column] = (number, pieces.count)
                pieces.append(Piece(cell: Table.Cell(cell.inlines), row: number, column: column))
                column += 1
            }
            result.append(pieces)
            above = owners
        }
        return result.map { $0.map(\.cell) }
    }
}
