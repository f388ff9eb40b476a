// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

/// A table's cells in their places, measured.
struct MeasuredTable {
    /// The head's cells.
    let head: TableGrid
    /// The others.
    let body: TableGrid
    /// All cells, those of the head first.
    var cells: [Cell] = []
    /// By column, with the gap.
    var least: [Double]
    /// By column, with the gap.
    var natural: [Double]
    /// By column: the widest text before and after the place where its numbers meet; `nil` for other columns.
    var axes: [(before: Double, after: Double)?]
    /// Whether a note is called in a cell.
    var callsNotes = false

    /// A cell as a paragraph.
    struct Cell {
        let place: TableGrid.Place
        /// The row, those of the head counted.
        let row: Int
        let paragraph: Paragraph
        let leading: Double
        let least: Double
        let natural: Double
        let words: [(width: Double, blank: Double, isLast: Bool)]
    }
}

extension Setter {
    /// How a table comes to stand in its measure.
    enum TableFit {
        /// Columns of these widths.
        case columns([Double], MeasuredTable)
        /// Not at all.
        case none(MeasuredTable)
    }

    /// The style of a table's cells, reduced with the table; reduced type may be divided.
    func tableStyle(_ name: String) -> Style {
        var style = style(name)
        guard tableScale < 1 else { return style }
        style.size *= tableScale
        style.leading *= tableScale
        style.hyphenates = true
        return style
    }

    /// Widths that keep every word whole, or divided by rule, and make the table low; declared shares where they fit.
    /// Sets `tableScale` to the largest size at which the columns fit, if there is one.
    mutating func fit(_ table: Table, measure: Double, in place: Place) -> TableFit {
        let leastScale = min(max(theme.table.leastScale, 0.5), 1)
        var measured = MeasuredTable(
            head: TableGrid([], columns: 0), body: TableGrid([], columns: 0), least: [], natural: [], axes: [])
        for scale in [1, (1 + leastScale) / 2, leastScale] where scale == 1 || leastScale < 1 {
            tableScale = scale
            measured = self.measured(table, in: place)
            if measured.least.reduce(0, +) <= measure * 1.001 {
                return .columns(widths(of: table, measured, measure: measure), measured)
            }
        }
        return .none(measured)
    }

    /// The widths of the columns of a table that fits, or is made to.
    func widths(of table: Table, _ measured: MeasuredTable, measure: Double) -> [Double] {
        guard table.widths.count == measured.least.count, table.widths.allSatisfy({ $0 > 0 }) else {
            let gap = theme.table.columnGap
            let cells = measured.cells
            var search = ColumnSearch(
                cells: cells.enumerated().compactMap { number, cell in
                    // A cell over several rows is rarely what makes them tall.
                    guard cell.place.rows == 1 else { return nil }
                    return ColumnSearch.Cell(
                        row: cell.row, columns: cell.place.range, natural: cell.natural + gap, words: cell.words,
                        leading: cell.leading,
                        number: number)
                }, measure: measure, least: measured.least, natural: measured.natural, gap: gap
            ) { number, width in
                let setting = typesetter.set(cells[number].paragraph, measure: max(width, 4))
                // A divided word is worth a third of a line, one that is torn five.
                let divided = setting.lines.count { $0.endsWithHyphen }
                return (setting.lines.count, Double(divided) * 0.35 + (setting.isOverfull ? 5 : 0))
            }
            return search.best()
        }
        let sum = table.widths.reduce(0, +)
        let shares = table.widths.map { $0 / sum * measure }
        if zip(shares, measured.least).allSatisfy({ $0 >= $1 }) { return shares }
        let natural = zip(shares, measured.least).map { max($0, $1) + 0.01 }
        return Self.distribute(measure, least: measured.least, natural: natural)
    }

    /// The style of a cell.
    func cellStyle(_ place: TableGrid.Place, of table: Table, isHead: Bool, isGroup: Bool = false) -> Style {
        var style = tableStyle(isHead ? "table-head" : "table-cell")
        let isHeader = isGroup || (table.hasHeaderColumn && place.column == 0)
        if isHeader, !isHead, theme.fonts[style.font]?.faces["semibold"] != nil { style.face = "semibold" }
        if place.columns == 1 || !isGroup, place.column < table.alignments.count {
            switch table.alignments[place.column] {
            case .start: break
            case .centre: style.alignment = .centre
            case .end, .decimal: style.alignment = .end
            }
        }
        // What stands over several columns stands in the middle of them; words at the start stay there.
        if place.columns > 1, isHead || (!isGroup && style.alignment == .end) { style.alignment = .centre }
        return style
    }

    /// The cells of a table in their places, each measured at the size of `tableScale`.
    func measured(_ table: Table, in place: Place) -> MeasuredTable {
        let count = TableGrid.columns(of: table)
        let gap = theme.table.columnGap
        let blank = [Double](repeating: 12, count: count)
        var measured = MeasuredTable(
            head: TableGrid(table.head, columns: count), body: TableGrid(table.rows, columns: count), least: blank,
            natural: blank, axes: [(before: Double, after: Double)?](repeating: nil, count: count))
        var scratch = Setter(
            book: book, typesetter: typesetter, fonts: fonts, pictures: [:], folios: folios,
            tree: TagTree(language: book.language))
        for (grid, isHead) in [(measured.head, true), (measured.body, false)] {
            for (row, places) in grid.rows.enumerated() {
                let isGroup = !isHead && grid.isGroupHeading(row)
                let number = row + (isHead ? 0 : table.head.count)
                for cell in places {
                    let style = cellStyle(cell, of: table, isHead: isHead, isGroup: isGroup)
                    let language = cell.cell.language ?? place.language
                    let runs = scratch.runs(cell.cell.inlines, style: style, language: language, parent: 0)
                    let found = (row: number, decimal: isHead ? nil : decimalWidth(of: runs, in: cell, table, language))
                    take(cell, runs, style, found, language, into: &measured)
                }
            }
        }
        for (column, axis) in measured.axes.enumerated() {
            guard let axis else { continue }
            measured.least[column] = max(measured.least[column], axis.before + axis.after + gap)
            measured.natural[column] = max(measured.natural[column], measured.least[column])
        }
        widen(&measured, gap: gap)
        return measured
    }

    /// Measures a cell, and widens its column as it wants.
    private func take(
        _ place: TableGrid.Place, _ runs: [TextRun], _ style: Style, _ number: (row: Int, decimal: Double?),
        _ language: LanguageTag, into measured: inout MeasuredTable
    ) {
        let gap = theme.table.columnGap
        let column = place.column
        let paragraph = Paragraph(runs: runs, alignment: .start, hyphenates: style.hyphenates, language: language)
        if runs.contains(where: { $0.anchors.contains { $0.hasPrefix(Self.noteAnchor) } }) {
            measured.callsNotes = true
        }
        let natural = typesetter.naturalWidth(of: paragraph)
        var least = typesetter.minimumWidth(of: paragraph)
        // Where words may be divided, half a long word is enough to stand on; less of it in a reduced table.
        if style.hyphenates { least = min(least, style.size * (tableScale < 1 ? 4.5 : 6.5)) }
        if let width = number.decimal {
            least = natural
            let axis = measured.axes[column] ?? (0, 0)
            measured.axes[column] = (max(axis.before, width), max(axis.after, natural - width))
        }
        measured.cells.append(
            MeasuredTable.Cell(
                place: place, row: number.row, paragraph: paragraph, leading: style.leading, least: least,
                natural: natural, words: typesetter.words(of: paragraph)))
        guard place.columns == 1 else { return }
        measured.least[column] = max(measured.least[column], least + gap)
        measured.natural[column] = max(measured.natural[column], natural + gap)
    }

    /// Gives the columns below a wide cell what it needs, in equal parts.
    private func widen(_ measured: inout MeasuredTable, gap: Double) {
        for cell in measured.cells where cell.place.columns > 1 && cell.place.columns < measured.least.count {
            let columns = cell.place.range
            let parts = Double(columns.count)
            let leastMore = cell.least + gap - measured.least[columns].reduce(0, +)
            let naturalMore = min(cell.natural, 200) + gap - measured.natural[columns].reduce(0, +)
            for column in columns {
                if leastMore > 0 { measured.least[column] += leastMore / parts }
                if naturalMore > 0 { measured.natural[column] += naturalMore / parts }
                measured.natural[column] = max(measured.natural[column], measured.least[column])
            }
        }
    }

    /// The width of a number up to the place where it meets the others of its column; `nil` if it is none.
    func decimalWidth(
        of runs: [TextRun], in place: TableGrid.Place, _ table: Table, _ language: LanguageTag
    ) -> Double? {
        guard place.columns == 1, place.column < table.alignments.count, !language.isRightToLeft,
            table.alignments[place.column] == .decimal,
            let head = DecimalPoint.head(of: runs.map(\.text).joined(), mark: book.decimalMark(in: language))
        else { return nil }
        var rest = head.unicodeScalars.count
        var kept: [TextRun] = []
        for run in runs where rest > 0 {
            var part = run
            part.text = String(String.UnicodeScalarView(run.text.unicodeScalars.prefix(rest)))
            rest -= part.text.unicodeScalars.count
            kept.append(part)
        }
        return typesetter.naturalWidth(
            of: Paragraph(runs: kept, alignment: .start, hangsMarks: false, language: language))
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
