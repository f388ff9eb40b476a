// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Testing
import Typesetting

@testable import Layout

@Suite("Layout")
struct LayoutTests {
    private func compose(_ specimen: Specimen) throws -> PageList {
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(specimen.book(), &diagnostics)
        #expect(diagnostics.all == [])
        return list
    }

    @Test("every line stands inside the text area")
    func staysInside() throws {
        var specimen = Specimen()
        for index in 0..<40 { specimen.paragraph(words: 20 + index * 3) }
        let list = try compose(specimen)
        #expect(list.pages.count > 3)
        for page in list.pages.dropFirst() {
            for line in page.lines { #expect(line.y > 50 && line.y < 450) }
        }
    }

    @Test("all words come out once, in order")
    func losesNothing() throws {
        var specimen = Specimen()
        for index in 0..<30 { specimen.add(.paragraph(Specimen.text("word\(index)a word\(index)b"))) }
        let words = try compose(specimen).pages.dropFirst().map(\.text).joined(separator: " ").split(separator: " ")
            .map(String.init)
        #expect(words.filter { $0.hasPrefix("word") } == (0..<30).flatMap { ["word\($0)a", "word\($0)b"] })
    }

    /// A section is what a file of the manuscript becomes.
    @Test("the same text in one file or in several has the same lines", arguments: [1, 4, 9])
    func breaksAlike(cut: Int) throws {
        var specimen = Specimen()
        for index in 0..<12 { specimen.paragraph(words: 25 + index * 7) }
        let whole = specimen.book()
        var divided = whole
        var second = whole.sections[0]
        second.anchor = "second"
        second.blocks = Array(specimen.blocks[cut...])
        divided.sections[0].blocks = Array(specimen.blocks[..<cut])
        divided.sections.append(second)
        func lines(_ book: Book) throws -> [String] {
            var diagnostics = Diagnostics()
            let pieces = try Specimen.compose(book, &diagnostics).pages.dropFirst().flatMap(\.fragments).compactMap {
                fragment -> String? in
                guard case .text(_, let pieces) = fragment.content, case .tag = fragment.owner else { return nil }
                return pieces.map { "\($0.glyphs.text)@\($0.x)" }.joined(separator: " ")
            }
            return pieces.filter { !$0.hasPrefix("Specimen") }
        }
        let (one, two) = (try lines(whole), try lines(divided))
        #expect(one.count > 40 && one == two)
    }

    @Test("a note stands on the page of its mark, below the text", arguments: 1..<12)
    func noteWithMark(offset: Int) throws {
        var specimen = Specimen()
        for _ in 0..<offset { specimen.paragraph(words: 31) }
        specimen.paragraph(words: 40, note: "x")
        specimen.paragraph(words: 90)
        let list = try compose(specimen)
        let call = try #require(list.destinations["call-x"])
        let note = try #require(list.destinations["note-x"])
        #expect(call.page == note.page)
        #expect(note.point.y > call.point.y)
    }

    @Test("no page ends with a heading", arguments: 5..<25)
    func keepsHeading(offset: Int) throws {
        var specimen = Specimen()
        for _ in 0..<offset { specimen.add(.paragraph(Specimen.text("A line."))) }
        specimen.add(.heading(level: 2, Specimen.text("HEADING")), id: "h")
        specimen.paragraph(words: 60)
        let list = try compose(specimen)
        for page in list.pages { #expect(page.lines.last?.text.contains("HEADING") != true) }
    }

    /// Where headings follow one another until the page is full, there is no good place to end it; the poorest is within one of them.
    @Test("no heading is torn, however many hold on to what follows", arguments: 2..<24)
    func tearsNoHeading(count: Int) throws {
        var specimen = Specimen()
        for index in 0..<count {
            specimen.add(.heading(level: 2, Specimen.text("First\(index) half")), id: "h\(index)")
        }
        let title = "Opening of a heading that is so long that it takes two lines or rather three of them all Closing"
        specimen.add(.heading(level: 2, Specimen.text(title)), id: "long")
        specimen.paragraph(words: 60)
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(specimen.book(), &diagnostics)
        #expect(diagnostics.all.allSatisfy { ["stranded-heading", "lonely-line"].contains($0.code) })
        let opening = list.pages.firstIndex { $0.text.contains("Opening") }
        let closing = list.pages.firstIndex { $0.text.contains("Closing") }
        #expect(opening != nil && opening == closing)
    }

    @Test("no paragraph leaves one line alone", arguments: 10..<20)
    func noWidows(offset: Int) throws {
        var specimen = Specimen()
        for _ in 0..<offset { specimen.add(.paragraph(Specimen.text("Filler."))) }
        specimen.paragraph(words: 70)
        for page in try compose(specimen).pages.dropFirst() {
            let count = page.lines.count { !$0.text.hasPrefix("Filler") && $0.text != "Specimen" }
            #expect(count != 1)
        }
    }

    @Test("a page reference says the page on which its place stands")
    func reference() throws {
        var specimen = Specimen()
        specimen.add(.paragraph(Specimen.text("see ") + [Inline(.field(.page(anchor: "goal")), at: Specimen.origin)]))
        for _ in 0..<40 { specimen.paragraph(words: 60) }
        specimen.add(.heading(level: 2, Specimen.text("Goal")), id: "goal")
        let list = try compose(specimen)
        let page = try #require(list.destinations["goal"]?.page)
        #expect(list.pages[1].text.contains("see \(list.pages[page].label)"))
        #expect(page > 8)
    }

    @Test("a note stays in the tag tree when its block is set again for a page reference")
    func keepsNoteElement() throws {
        var specimen = Specimen()
        specimen.paragraph(words: 5, note: "x")
        guard case .paragraph(let inlines) = specimen.blocks[0].content else { return }
        specimen.blocks[0].content = .paragraph(
            inlines + [Inline(.field(.page(anchor: "goal")), at: Specimen.origin)])
        for _ in 0..<10 { specimen.paragraph(words: 60) }
        specimen.add(.heading(level: 2, Specimen.text("Goal")), id: "goal")
        let tags = try compose(specimen).tags
        func reachable(_ id: TagNode.ID) -> [TagNode] {
            [tags[id]]
                + tags[id].children.flatMap { child -> [TagNode] in
                    if case .node(let inner) = child { reachable(inner) } else { [] }
                }
        }
        #expect(reachable(0).count { $0.role == .note } == 1)
    }

    @Test("a table's head is set again on each page, outside the tag tree")
    func repeatsHead() throws {
        var specimen = Specimen()
        let rows = (0..<60).map { row in
            [Table.Cell(Specimen.text("row \(row)")), Table.Cell(Specimen.text("value"))]
        }
        let head = [Table.Cell(Specimen.text("Name")), Table.Cell(Specimen.text("Figure"))]
        specimen.add(.table(Table(alignments: [.start, .end], head: [head], rows: rows)))
        let list = try compose(specimen)
        let repeated = list.pages.dropFirst(2).map { page in
            page.fragments.contains { fragment in
                guard case .text(_, let pieces) = fragment.content, case .artifact = fragment.owner else {
                    return false
                }
                return pieces.contains { $0.glyphs.text == "Name" }
            }
        }
        #expect(!repeated.isEmpty && repeated.allSatisfy { $0 })
        #expect(list.pages.reduce(0) { $0 + $1.lines.count { $0.text.hasPrefix("Name") } } == 1)
    }

    @Test("a table that cannot fit is an error that names its place")
    func wideTable() throws {
        var specimen = Specimen()
        let cell = Table.Cell(Specimen.text("Unbreakablylongwordinatable"))
        let row = [Table.Cell](repeating: cell, count: 8)
        specimen.add(.table(Table(alignments: [Table.Alignment](repeating: .start, count: 8), head: [], rows: [row])))
        var diagnostics = Diagnostics()
        _ = try Specimen.compose(specimen.book(), &diagnostics)
        #expect(diagnostics.all.contains { $0.code == "wide-table" && $0.origin != nil })
    }

    @Test("a character that no font has is an error that names it")
    func missingGlyph() throws {
        var specimen = Specimen()
        specimen.add(.paragraph(Specimen.text("A \u{4E2D} here")))
        var diagnostics = Diagnostics()
        _ = try Specimen.compose(specimen.book(), &diagnostics)
        #expect(diagnostics.all.contains { $0.code == "missing-glyph" && $0.message.contains("U+4E2D") })
    }

    @Test("columns get what they need before they share the rest")
    func columnWidths() {
        let widths = Setter.distribute(200, least: [50, 20], natural: [60, 400])
        #expect(abs(widths.reduce(0, +) - 200) < 0.001)
        #expect(widths[0] >= 50 && widths[1] > 100)
    }
}
