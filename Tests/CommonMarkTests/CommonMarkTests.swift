// SPDX-License-Identifier: GPL-3.0-or-later
import CommonMark
import Testing

@Suite struct MarkupTreeTests {
    private func kinds(_ text: String) throws -> [MarkupNode.Kind] {
        try #require(MarkupTree(Array(text.utf8))).nodes.map(\.kind)
    }

    @Test func joinsNeighbouringTextsAndKeepsThePlace() throws {
        let nodes = try #require(MarkupTree(Array("one [two] three\n".utf8))).nodes
        #expect(nodes.map(\.kind) == [.document, .paragraph, .text])
        #expect(nodes[2].literal == "one [two] three")
        #expect(nodes[2].start.column == 1 && nodes[2].last.column == 15)
        #expect(nodes[0].end == 3 && nodes[1].end == 3)
    }

    @Test func readsTablesTasksAndStrikethrough() throws {
        let table = try kinds("| a | b |\n|:-:|--:|\n| c | d |\n")
        #expect(table[1] == .table([.centre, .right]))
        #expect(table.filter { $0 == .tableCell }.count == 4)
        #expect(table.contains(.tableRow(isHead: true)) && table.contains(.tableRow(isHead: false)))
        #expect(try kinds("- [x] done\n- [ ] open\n").contains(.item(isChecked: true)))
        #expect(try kinds("~~gone~~ ~5").filter { $0 == .strikethrough }.count == 1)
    }

    @Test func tenThousandNestedQuotesDoNotOverflow() throws {
        let nodes = try #require(MarkupTree(Array((String(repeating: "> ", count: 10_000) + "x").utf8))).nodes
        #expect(nodes.count > 100)
    }
}
