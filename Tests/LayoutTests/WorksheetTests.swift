// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Testing

@testable import Layout

/// Worksheets and what can be filled in on them.
@Suite("Worksheets") struct WorksheetTests {
    private func sheet(
        _ items: [(text: String, box: Bool?, values: [String: String], id: String?)], id: String? = "ws",
        codes: [String] = []
    )
        throws -> PageList
    {
        let list = Block(
            id: NodeID(70_000), origin: Specimen.origin,
            content: .list(
                Manuscript.List(
                    start: nil, isTight: true,
                    items: items.enumerated().map { index, item in
                        Manuscript.List.Item(
                            isChecked: item.box,
                            blocks: [
                                Block(
                                    id: NodeID(70_001 + index), origin: Specimen.origin,
                                    attributes: Attributes(id: item.id, values: item.values),
                                    content: .paragraph(Specimen.text(item.text)))
                            ])
                    })))
        var look = ComponentStyle()
        look.form = .worksheet
        return try ComponentTests.compose("worksheet", look, title: "Sheet", id: id, [list], codes: codes)
    }

    @Test("each field has a name, a label, an order and its frame")
    func fields() throws {
        let list = try sheet([
            ("Signs", nil, ["lines": "3"], nil), ("One line", nil, ["lines": "1"], "own.id"),
            ("Ticked", true, [:], nil), ("Open", false, [:], nil),
        ])
        let page = try #require(list.pages.first { $0.text.contains("Sheet") })
        let leading = Length.mm(9).points
        #expect(page.fields.map(\.name) == ["ws-1", "own-id", "ws-3", "ws-4"])
        #expect(page.fields.map(\.tooltip) == ["Signs", "One line", "Ticked", "Open"])
        #expect(page.fields.map(\.order) == [0, 1, 2, 3])
        #expect(
            page.fields.map(\.kind) == [
                .lines(count: 3, leading: leading), .text, .tickBox(isTicked: true), .tickBox(isTicked: false),
            ])
        let side = Length.mm(4.5).points
        #expect(
            page.fields.suffix(2).allSatisfy { ($0.frame.width - side).magnitude < 0.01 && $0.frame.height == side })
        // Each below the one before, within the text's area, over the lines that are drawn.
        for (field, next) in zip(page.fields, page.fields.dropFirst()) { #expect(field.frame.maxY <= next.frame.y) }
        #expect(page.fields.allSatisfy { $0.frame.x >= 50 && $0.frame.maxX <= 350.01 && $0.frame.maxY <= 450 })
        let rules = page.fragments.compactMap { fragment -> Double? in
            if case .path(let path, .stroke(_, 0.35, _)) = fragment.content { path.frame?.y } else { nil }
        }
        #expect(rules.filter { $0 >= page.fields[0].frame.y && $0 <= page.fields[0].frame.maxY + 0.1 }.count == 3)
        // Their elements are those of the items.
        #expect(page.fields.map { list.tags[$0.tag].role } == [.lBody, .lBody, .lbl, .lbl])
    }

    @Test("names are unique in an edition, and the same without an id")
    func names() throws {
        let items: [(text: String, box: Bool?, values: [String: String], id: String?)] = [
            ("a", nil, [:], nil), ("b", nil, [:], "sheet-1-1"), ("c", nil, [:], "sheet-1-1"),
        ]
        let names = try sheet(items, id: nil).pages.flatMap(\.fields).map(\.name)
        #expect(names == ["sheet-1-1", "sheet-1-1-2", "sheet-1-1-3"])
    }

    @Test("a worksheet that is too long gives up ruled lines, and its fields shrink with them")
    func fits() throws {
        let list = try sheet((0..<5).map { ("Field \($0)", nil, ["lines": "9"], nil) }, codes: ["worksheet-lines"])
        let pages = list.pages.filter { !$0.fields.isEmpty }
        #expect(pages.count == 1 && pages[0].fields.count == 5)
        #expect(pages[0].fields.allSatisfy { $0.frame.maxY <= 450 })
        for (field, next) in zip(pages[0].fields, pages[0].fields.dropFirst()) {
            #expect(field.frame.maxY <= next.frame.y)
        }
    }

    @Test("the field that has most lines gives up first, however many there are")
    func fitsEvenly() {
        func field(_ number: Int, _ lines: Int) -> [GalleyItem] {
            [GalleyItem()]
                + (0..<lines).map { _ in
                    var line = GalleyItem()
                    line.height = 10
                    line.isRuledLine = true
                    line.ruledField = number
                    return line
                }
        }
        var few = field(0, 3) + field(1, 6) + field(2, 1)
        Setter.fit(&few, into: 60)
        #expect((0..<3).map { number in few.count { $0.ruledField == number } } == [2, 3, 1])
        #expect(few.count { !$0.isRuledLine } == 3)
        // As many as somebody likes: one pass for each line that the longest has.
        var many = (0..<20_000).flatMap { field($0, 8) }
        Setter.fit(&many, into: 60)
        #expect(many.count { $0.isRuledLine } == 20_000)
    }

    @Test("a worksheet that no page holds keeps the lines that it asks for")
    func long() throws {
        let list = try sheet((0..<30).map { ("Field \($0)", nil, ["lines": "3"], nil) })
        let fields = list.pages.flatMap(\.fields)
        #expect(fields.count == 30)
        for field in fields {
            guard case .lines(let count, _) = field.kind else {
                Issue.record("a field of one line")
                continue
            }
            #expect(count == 3)
        }
    }
}
