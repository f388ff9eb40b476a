// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Testing
import Typesetting

@testable import Layout

@Suite("Tables")
struct TableTests {
    private func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> Table.Cell {
        Table.Cell(text.isEmpty ? [] : Specimen.text(text), columns: columns, rows: rows)
    }

    private func row(_ texts: String...) -> [Table.Cell] { texts.map { cell($0) } }

    private func compose(
        _ tables: [(Table, [String: String])], table style: TableStyle = TableStyle(),
        _ diagnostics: inout Diagnostics
    ) throws -> PageList {
        var specimen = Specimen()
        for (table, values) in tables { specimen.add(.table(table), values: values) }
        var book = specimen.book()
        book.theme.table = style
        return try Specimen.compose(book, &diagnostics)
    }

    private func compose(_ table: Table, _ values: [String: String] = [:], table style: TableStyle = TableStyle())
        throws -> PageList
    {
        var diagnostics = Diagnostics()
        return try compose([(table, values)], table: style, &diagnostics)
    }

    /// The words of a list with their places, artifacts left out.
    private func words(_ list: PageList) -> [(page: Int, x: Double, y: Double, text: String, isTurned: Bool)] {
        list.pages.enumerated().flatMap { number, page in
            page.fragments.flatMap { fragment -> [(page: Int, x: Double, y: Double, text: String, isTurned: Bool)] in
                guard case .text(let origin, let pieces) = fragment.content, case .tag = fragment.owner else {
                    return []
                }
                return pieces.map {
                    fragment.isTurned
                        ? (number, origin.x, origin.y - Double($0.x), $0.glyphs.text, true)
                        : (number, origin.x + Double($0.x), origin.y, $0.glyphs.text, false)
                }
            }
        }
    }

    /// Words of 4 points without blanks.
    private static func words(of length: Double) -> [(width: Double, blank: Double, isLast: Bool)] {
        [(width: Double, blank: Double, isLast: Bool)](repeating: (4, 0, false), count: Int(length / 4))
    }

    @Test("columns are as wide as makes the table lowest")
    func lowestTable() {
        // One column holds long texts, the other short ones; a row's height is that of its taller cell.
        let lengths = [[40.0, 1200], [60, 900], [380, 200]]
        let cells = lengths.enumerated().flatMap { row, texts in
            texts.enumerated().map { column, length in
                ColumnSearch.Cell(
                    row: row, columns: column..<column + 1, natural: length, words: Self.words(of: length), leading: 12,
                    number: row * 2 + column)
            }
        }
        func lines(_ number: Int, _ width: Double) -> (count: Int, flaws: Double) {
            (Int((lengths[number / 2][number % 2] / width).rounded(.up)), 0)
        }
        func height(_ first: Double) -> Int {
            (0..<3).reduce(0) { $0 + max(lines($1 * 2, first).count, lines($1 * 2 + 1, 300 - first).count) }
        }
        var search = ColumnSearch(
            cells: cells, measure: 300, least: [40, 40], natural: [380, 1200], lines: lines)
        let widths = search.best()
        let best = (40...260).map { height(Double($0)) }.min() ?? 0
        #expect(abs(widths.reduce(0, +) - 300) < 0.01)
        #expect(widths.allSatisfy { $0 >= 40 })
        #expect(height(widths[0]) == best)
    }

    @Test("the search ends soon for a table of very many columns")
    func manyColumns() {
        let cells = (0..<300 * 40).map {
            ColumnSearch.Cell(
                row: $0 / 300, columns: $0 % 300..<$0 % 300 + 1, natural: Double($0 % 97) * 3 + 12,
                words: Self.words(of: 300), leading: 12,
                number: $0)
        }
        var asked = 0
        var search = ColumnSearch(
            cells: cells, measure: 6000, least: [Double](repeating: 12, count: 300),
            natural: [Double](repeating: 300, count: 300)
        ) { _, width in
            asked += 1
            return (Int(300 / width) + 1, 0)
        }
        #expect(abs(search.best().reduce(0, +) - 6000) < 0.01)
        #expect(asked <= 3600)
    }

    @Test(
        "numbers meet at their decimal separators",
        arguments: [
            ("12.5 %", ".", "12"), ("1,234.5", ".", "1,234"), ("1\u{A0}234,5", ",", "1\u{A0}234"), ("–", ".", "–"),
            ("−3", ".", "−3"), ("2.5–3.5", ".", "2"), ("≈ 7 km", ".", "≈ 7"), ("£12.50", ".", "£12"),
        ])
    func decimalHead(text: String, mark: String, head: String) throws {
        #expect(DecimalPoint.head(of: text, mark: try #require(mark.unicodeScalars.first)) == head)
        #expect(DecimalPoint.head(of: "none", mark: ".") == nil)
    }

    @Test("numbers of a decimal column stand below one another by their separators")
    func decimalColumn() throws {
        let table = Table(
            alignments: [.start, .decimal], head: [row("Name", "Value")],
            rows: [row("a", "1.5"), row("b", "100.25"), row("c", "7"), row("d", "–")])
        let words = words(try compose(table))
        func word(_ text: String) throws -> Double { try #require(words.first { $0.text == text }).x }
        // Digits of one width: 7 stands below the 1 of 1.5, and two digits right of the first of 100.25.
        let seven = try word("7")
        #expect(abs(seven - (try word("1.5"))) < 1.2)
        #expect(seven > (try word("100.25")) + 5)
    }

    @Test("cells over several columns and rows keep their texts, their places and their tags")
    func spans() throws {
        let table = Table(
            alignments: [.start, .start, .start],
            head: [[cell("Name", rows: 2), cell("Both", columns: 2)], row("One", "Two")],
            rows: [[cell("Tall", rows: 2), cell("a"), cell("b")], row("c", "d")])
        let list = try compose(table)
        let words = words(list)
        func word(_ text: String) throws -> (x: Double, y: Double) {
            let word = try #require(words.first { $0.text == text })
            return (word.x, word.y)
        }
        // Marks hang a little.
        #expect(abs(try word("Two").x - word("b").x) < 1)
        #expect(abs(try word("d").x - word("b").x) < 1)
        #expect(try word("c").y > word("a").y)
        #expect(try word("Tall").y == word("a").y)
        #expect(try word("Name").y == word("Both").y && word("One").y > word("Both").y)
        let cells = list.tags.nodes.filter { $0.role == .td || $0.role == .th }
        #expect(cells.contains { $0.role == .th && $0.columns == 2 && $0.rows == 1 })
        #expect(cells.contains { $0.role == .td && $0.rows == 2 })
        #expect(list.tags.nodes.count { $0.role == .tr } == 4)
    }

    @Test("a part of a table on another page says that it goes on; it is read once")
    func continued() throws {
        let rows = (0..<60).map { row("row \($0)", "value") }
        let list = try compose(
            Table(
                alignments: [.start, .end], head: [row("Name", "Figure")], rows: rows,
                caption: Specimen.text("Rows"), label: "Table 2"))
        func artifacts(_ page: Page) -> [String] {
            page.fragments.compactMap { fragment in
                guard case .text(_, let pieces) = fragment.content, case .artifact(.header) = fragment.owner else {
                    return nil
                }
                return pieces.map(\.glyphs.text).joined()
            }
        }
        let later = list.pages.dropFirst(2).filter { $0.text.contains("row") }
        #expect(!later.isEmpty)
        // The specimen has no words: their key is printed.
        #expect(later.allSatisfy { page in artifacts(page).contains { $0.contains("continued") } })
        let all = words(list).map(\.text)
        #expect(all.count { $0 == "Figure" } == 1)
        for number in 0..<60 { #expect(all.contains("\(number)")) }
    }

    @Test("no row stands alone on a page", arguments: 18...40)
    func lonelyRows(count: Int) throws {
        let rows = (0..<count).map { row("row \($0)", "value") }
        let list = try compose(Table(alignments: [.start, .end], head: [row("Name", "Figure")], rows: rows))
        for page in list.pages where page.text.contains("row") {
            #expect(page.lines.count { $0.text.hasPrefix("row") } > 1)
        }
    }

    @Test("a row higher than a page is divided between its lines, cells side by side, and loses nothing")
    func tallRow() throws {
        let first = (0..<400).map { "a\($0)" }
        let second = (0..<700).map { "b\($0)" }
        let list = try compose(
            Table(
                alignments: [.start, .start], head: [row("Name", "Text")],
                rows: [
                    row("x", "y"), row(first.joined(separator: " "), second.joined(separator: " ")), row("z", "w"),
                ]))
        let found = words(list)
        #expect(Set(found.map(\.text)).isSuperset(of: first + second))
        let pages = Set(found.filter { $0.text.hasPrefix("b") }.map(\.page))
        #expect(pages.count > 1)
        for word in found { #expect(word.y < 451 && word.y > 50) }
        let start = try #require(pages.min())
        // Both cells go on side by side.
        #expect(found.contains { $0.page == start && $0.text == "a0" })
        #expect(found.contains { $0.page == start + 1 && $0.text.hasPrefix("a") })
    }

    @Test("a turned table reads upwards inside the text area, in the tag tree as a table")
    func turned() throws {
        let texts = (0..<9).map { "column\($0)" }
        let table = Table(
            alignments: [Table.Alignment](repeating: .start, count: 9), head: [texts.map { cell($0) }],
            rows: (0..<30).map { number in (0..<9).map { cell("v\(number)x\($0)") } })
        let list = try compose(table, ["turned": ""])
        let words = words(list).filter(\.isTurned)
        #expect(Set(words.map(\.text)).isSuperset(of: texts))
        #expect(words.count == 9 * 31)
        for word in words { #expect((50...350).contains(word.x) && (50...450).contains(word.y)) }
        #expect(Set(words.map(\.page)).count > 1)
        #expect(list.tags.nodes.count { $0.role == .table } == 1)
        let first = try #require(words.first { $0.text == "column0" })
        let last = try #require(words.first { $0.text == "column8" })
        #expect(first.y > last.y && abs(first.x - last.x) < 0.01)
    }

    @Test("the area of a link in a turned table is turned with it")
    func turnedLink() throws {
        let link = [
            Inline(
                .link(.address("https://www.example.org/"), Specimen.text("a longer text of a link")),
                at: Specimen.origin)
        ]
        let table = Table(
            alignments: [.start, .start], head: [row("Name", "Figure")], rows: [[cell("x"), Table.Cell(link)]])
        let list = try compose(table, ["turned": ""])
        let area = try #require(list.pages.flatMap(\.links).first)
        let frame = try #require(area.frames.first)
        #expect(area.frames.count == 1 && frame.height > 3 * frame.width)
        let word = try #require(words(list).first { $0.text == "longer" })
        #expect(word.isTurned && word.x > frame.x && word.x < frame.maxX)
        #expect(word.y > frame.y && word.y < frame.y + frame.height)
    }

    @Test("a table of 300 columns is reported, and its texts stand inside the page")
    func threeHundredColumns() throws {
        let names = (0..<300).map { "name\($0)" }
        let values = (0..<300).map { "value\($0)" }
        var diagnostics = Diagnostics()
        let list = try compose(
            [
                (
                    Table(
                        alignments: [Table.Alignment](repeating: .start, count: 300), head: [names.map { cell($0) }],
                        rows: [values.map { cell($0) }]), [:]
                )
            ], &diagnostics)
        #expect(diagnostics.all.contains { $0.code == "wide-table" && $0.severity == .warning && !$0.hint.isEmpty })
        let found = words(list)
        #expect(Set(found.map(\.text)).isSuperset(of: values))
        for word in found { #expect((49...350).contains(word.x) && (50...451).contains(word.y)) }
    }

    @Test("below the theme's measure a row becomes a record that names its columns")
    func records() throws {
        var style = TableStyle()
        style.stackBelow = 301
        let list = try compose(
            Table(
                alignments: [.start, .start, .end], head: [row("Place", "People", "Share")],
                rows: [row("London", "Women", "12"), row("Nairobi", "Men", "30")]), table: style)
        let lines = list.pages.flatMap(\.lines).map(\.text)
        #expect(lines.contains { $0.hasPrefix("People") && $0.contains("Women") })
        #expect(lines.contains { $0.hasPrefix("Share") && $0.contains("30") })
        #expect(list.tags.nodes.count { $0.role == .li } == 2)
        #expect(!list.tags.nodes.contains { $0.role == .table })
    }

    @Test("the title of a record does not stand alone at the foot of a page")
    func recordTitles() throws {
        var style = TableStyle()
        style.stackBelow = 301
        let rows = (0..<40).map { row("title\($0)", "a\($0)", "b\($0)", "c\($0)") }
        let words = words(
            try compose(
                Table(
                    alignments: [.start, .start, .start, .start], head: [row("T", "A", "B", "C")], rows: rows),
                table: style))
        for number in 0..<40 {
            let title = try #require(words.first { $0.text == "title\(number)" })
            let next = try #require(words.first { $0.text == "a\(number)" })
            let last = try #require(words.first { $0.text == "c\(number)" })
            let before = try #require(words.first { $0.text == "b\(number)" })
            #expect(title.page == next.page && last.page == before.page)
        }
    }

    @Test("a heading of a group of rows heads them and stays with them")
    func groups() throws {
        var rows: [[Table.Cell]] = []
        for group in 0..<12 {
            rows.append([cell("group\(group)", columns: 2)])
            for number in 0..<3 { rows.append(row("r\(group)n\(number)", "value")) }
        }
        let list = try compose(Table(alignments: [.start, .end], head: [row("Name", "Figure")], rows: rows))
        let words = words(list)
        for group in 0..<12 {
            let heading = try #require(words.first { $0.text == "group\(group)" })
            let first = try #require(words.first { $0.text == "r\(group)n0" })
            #expect(heading.page == first.page)
        }
        #expect(list.tags.nodes.count { $0.role == .th && $0.columns == 2 && $0.scope == .row } == 12)
    }
}
