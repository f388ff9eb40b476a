// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// How far a table's type may be reduced where its columns do not fit otherwise, in steps.
    private static let tableScales = [1, 0.92, 0.85]

    /// The style of a table's cells, reduced with the table; reduced type may be divided.
    func tableStyle(_ name: String) -> Style {
        var style = style(name)
        guard tableScale < 1 else { return style }
        style.size *= tableScale
        style.leading *= tableScale
        style.hyphenates = true
        return style
    }

    /// Widths that keep every word whole, or divided by rule, and give each column its share: declared shares, else by natural width.
    /// Sets `tableScale` to the largest size at which the columns fit; where none is, the table is reported and pressed.
    mutating func columnWidths(of table: Table, measure: Double, at origin: Origin) -> [Double] {
        let count = max(table.alignments.count, (table.head + table.rows).map(\.count).max() ?? 0)
        guard count > 0 else { return [] }
        var wants = (least: [Double](), natural: [Double]())
        for scale in Self.tableScales {
            tableScale = scale
            wants = extents(of: table, count: count)
            if wants.least.reduce(0, +) <= measure * 1.001 { return shares(of: table, wants, measure: measure) }
        }
        faults.append(
            Diagnostic(
                .error, "wide-table", "the table is wider than its column: \(count) columns do not fit",
                hint: "add {wide}, shorten the longest words, or split the table", at: origin))
        return shares(of: table, wants, measure: measure)
    }

    private func shares(
        of table: Table, _ wants: (least: [Double], natural: [Double]), measure: Double
    ) -> [Double] {
        guard table.widths.count == wants.least.count, table.widths.allSatisfy({ $0 > 0 }) else {
            return Self.distribute(measure, least: wants.least, natural: wants.natural)
        }
        let sum = table.widths.reduce(0, +)
        let shares = table.widths.map { $0 / sum * measure }
        if zip(shares, wants.least).allSatisfy({ $0 >= $1 }) { return shares }
        let natural = zip(shares, wants.least).map { max($0, $1) + 0.01 }
        return Self.distribute(measure, least: wants.least, natural: natural)
    }

    private func extents(of table: Table, count: Int) -> (least: [Double], natural: [Double]) {
        var least = [Double](repeating: 12, count: count)
        var natural = least
        for (rows, name) in [(table.head, "table-head"), (table.rows, "table-cell")] {
            for row in rows {
                for (column, cell) in row.enumerated() where column < count && cell.columns == 1 {
                    let (minimum, whole) = extent(of: cell, style: tableStyle(name))
                    least[column] = max(least[column], minimum + theme.table.columnGap)
                    natural[column] = max(natural[column], whole + theme.table.columnGap)
                }
            }
        }
        return (least, natural)
    }

    private func extent(of cell: Table.Cell, style: Style) -> (least: Double, natural: Double) {
        var scratch = Setter(
            book: book, typesetter: typesetter, fonts: fonts, pictures: [:], folios: folios,
            tree: TagTree(language: book.language))
        let runs = scratch.runs(cell.inlines, style: style, language: cell.language ?? book.language, parent: 0)
        let paragraph = Paragraph(runs: runs, alignment: .start, language: book.language)
        let least = typesetter.minimumWidth(of: paragraph)
        // Where words may be divided, half a long word is enough to stand on; less of it in a reduced table.
        let divided = style.hyphenates ? style.size * (tableScale < 1 ? 4.5 : 6.5) : least
        return (min(least, divided), typesetter.naturalWidth(of: paragraph))
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
}
