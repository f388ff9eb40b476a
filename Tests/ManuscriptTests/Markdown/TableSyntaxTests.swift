// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Testing

@Suite("Syntax of tables")
struct TableSyntaxTests {
    private func read(_ text: String) throws -> (table: Table, diagnostics: Diagnostics) {
        let reading = Reading(text)
        let tables = reading.document.blocks.compactMap { block -> Table? in
            if case .table(let table) = block.content { table } else { nil }
        }
        return (try #require(tables.first), reading.diagnostics)
    }

    private func texts(_ rows: [[Table.Cell]]) -> [[String]] { rows.map { $0.map { $0.inlines.plainText } } }

    @Test("marks in cells widen and lengthen their neighbours")
    func spans() throws {
        let (table, diagnostics) = try read(
            """
            | A | B | C |
            |---|---|---|
            | Group | << |
            | x | y | < |
            | ^ | 1 | 2 |
            | w | ^ | 3 |
            """)
        #expect(diagnostics.all.isEmpty)
        #expect(texts(table.rows) == [["Group"], ["x", "y"], ["1", "2"], ["w", "3"]])
        #expect(table.rows[0][0].columns == 3)
        #expect(table.rows[1][0].rows == 2)
        #expect(table.rows[1][1].columns == 2)
        #expect(table.rows[2][0].rows == 2)
    }

    @Test("a mark without a neighbour stays text and is reported")
    func strayMarks() throws {
        let (table, diagnostics) = try read("| ^ | B |\n|---|---|\n| < | y |\n")
        #expect(diagnostics.all.count { $0.code == "bad-span" } == 2)
        #expect(texts(table.head + table.rows) == [["^", "B"], ["<", "y"]])
    }

    @Test("attributes say how columns stand and how many rows are the head")
    func attributes() throws {
        let (table, diagnostics) = try read(
            """
            :::table {head-rows=2 align="left centre decimal"}
            | A | B | C |
            |---|---|---|
            | D | E | F |
            | 1 | 2 | 3 |
            :::
            """)
        #expect(diagnostics.all.isEmpty)
        #expect(table.alignments == [.start, .centre, .decimal])
        #expect(table.head.count == 2 && table.rows.count == 1)
    }

    @Test("wrong attributes are told", arguments: ["align=\"left\"", "align=\"left up down\"", "head-rows=9"])
    func wrongAttributes(attribute: String) throws {
        let (_, diagnostics) = try read(
            ":::table {\(attribute)}\n| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n:::\n")
        #expect(diagnostics.all.count { $0.severity == .error && !$0.hint.isEmpty } == 1)
    }
}
