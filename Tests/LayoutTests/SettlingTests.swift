// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Testing
import Typesetting

@testable import Layout

@Suite("Page references")
struct SettlingTests {
    private func inline(_ content: Inline.Content) -> Inline { Inline(content, at: Specimen.origin) }

    private func compose(_ book: Book) throws -> (list: PageList, faults: [Diagnostic]) {
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(book, &diagnostics)
        return (list, diagnostics.all)
    }

    private func drafts(_ pages: [[String]]) -> [PageDraft] {
        pages.enumerated().map { index, anchors in
            var draft = PageDraft(number: index + 1, section: 0)
            draft.anchors = anchors.map { ($0, 0) }
            return draft
        }
    }

    @Test("pages in a row are one range, and a page stands once")
    func ranges() {
        let folios = Folios(
            of: drafts([
                [], ["index-1-1", "index-1-2", "index-2-1"], ["index-1-3", "end\u{1F}index-2-1"], [],
                ["index-1-4", "index-3-1"], ["index-1-5"], ["index-1-6"], ["index-1-7", "end\u{1F}index-3-1"],
            ]), isFacing: true)
        #expect(folios.pages("index-1-").map(\.text) == ["2", "3", "5–8"])
        #expect(folios.pages("index-2-").map(\.text) == ["2–3"])
        #expect(folios.pages("index-3-").map(\.text) == ["5–8"])
        #expect(folios.pages("index-1-").map(\.anchor) == ["index-1-1", "index-1-3", "index-1-4"])
    }

    @Test("a place is told as seen from the reference", arguments: [true, false])
    func whereabouts(isFacing: Bool) {
        // A right page is the first of its leaf; what lies open with it is the page before.
        let folios = Folios(of: drafts([[], [], ["r", "a"], ["b", "s"], ["c"]]), isFacing: isFacing)
        func value(_ anchor: String, _ from: String) -> String {
            folios.value(of: .place(anchor: anchor, from: from))
        }
        #expect(value("a", "r") == "here")
        #expect(value("b", "r") == (isFacing ? "overleaf" : "4"))
        #expect(value("a", "s") == (isFacing ? "overleaf" : "3"))
        #expect(value("c", "s") == (isFacing ? "facing" : "5"))
        #expect(value("c", "r") == "5")
    }

    /// A reference whose words are long where its target stands on its own page, and so push it to the next.
    private func oscillator(offset: Int) -> Book {
        var specimen = Specimen()
        let filler = String(repeating: "words that fill this line of the page to its end and more ", count: 2)
        specimen.add(
            .paragraph([
                inline(.text(filler)), inline(.anchor("ref\u{1F}1")),
                inline(.field(.place(anchor: "goal", from: "ref\u{1F}1"))),
            ]))
        for index in 0..<offset { specimen.add(.paragraph(Specimen.text("Line \(index)."))) }
        specimen.add(.paragraph(Specimen.text("Goal.")), id: "goal")
        specimen.add(.paragraph(Specimen.text("End.")))
        var book = specimen.book()
        book.strings["this-page"] = String(
            repeating: "far below, at the foot of this very page, where you see it ", count: 2)
        book.strings["page"] = "p. {page}"
        return book
    }

    @Test("references that push their own targets to and fro come to rest", arguments: 8...28)
    func comesToRest(offset: Int) throws {
        let (list, faults) = try compose(oscillator(offset: offset))
        #expect(!faults.contains { $0.code == "unsettled-pages" })
        let goal = try #require(list.destinations["goal"]?.page)
        let said = try #require(list.pages[1].lines.first { $0.text.contains("p. ") || $0.text.contains("far below") })
        // What it says is true.
        if said.text.contains("p. ") {
            #expect(said.text.contains("p. \(list.pages[goal].label)"))
        } else {
            #expect(goal == 1)
        }
    }

    @Test("some of them would change for ever: they name their pages")
    func somePushForEver() throws {
        let plain = try (8...28).filter { offset in
            let list = try compose(oscillator(offset: offset)).list
            return list.destinations["goal"]?.page == 1 && list.pages[1].text.contains("p. 2")
        }
        #expect(!plain.isEmpty)
    }

    @Test("a list of pages that would change for ever keeps its room")
    func listsKeepTheirRoom() throws {
        for offset in 8...28 {
            var specimen = Specimen()
            specimen.add(.paragraph([inline(.field(.pages(prefix: "cite-x-")))]))
            for index in 0..<offset { specimen.add(.paragraph(Specimen.text("Line \(index)."))) }
            for number in 1...2 {
                specimen.add(.paragraph([inline(.anchor("cite-x-\(number)")), inline(.text("Cited \(number)."))]))
            }
            var book = specimen.book()
            // Two pages take two lines, one page takes one.
            book.strings["list-comma"] = String(repeating: " and also, as you will see, on the page ", count: 2)
            let (list, faults) = try compose(book)
            #expect(!faults.contains { $0.code == "unsettled-pages" })
            let pages = try (1...2).map { try #require(list.destinations["cite-x-\($0)"]?.page) }
            let said = list.pages[1].text
            #expect(said.contains("and also") == (pages[0] != pages[1]))
        }
    }

    @Test("a reference that never settles is told with its place, after a bounded number of passes")
    func saysSo() {
        var settling = Settling()
        let field = Field.page(anchor: "a")
        var passes = 0
        while !settling.isDone {
            passes += 1
            settling.take(Folios(of: drafts(passes % 2 == 0 ? [["a"]] : [[], ["a"]]), isFacing: true), fields: [field])
        }
        #expect(passes == Settling.mostPasses)
        var diagnostics = Diagnostics()
        settling.report([field: Specimen.origin], &diagnostics)
        #expect(diagnostics.all.map(\.code) == ["unsettled-pages"])
        #expect(diagnostics.all.first?.origin == Specimen.origin)
    }

    @Test("what nothing points to does not cost a pass")
    func oneByOne() {
        var settling = Settling()
        settling.take(Folios(of: drafts([["a"]]), isFacing: true), fields: [])
        #expect(settling.isDone && settling.passes == 1)
    }

    @Test("titles of the contents turn over before their folios, and hang")
    func turnsOver() throws {
        var specimen = Specimen()
        let long = Array(repeating: "a long title of many words", count: 6).joined(separator: " ")
        specimen.add(
            .contents([
                ContentsEntry(level: 0, number: "Table 1", title: Specimen.text(long), anchor: "goal"),
                ContentsEntry(level: 2, number: "", title: Specimen.text("Short"), anchor: "goal"),
            ]))
        specimen.add(.paragraph(Specimen.text("Goal.")), id: "goal")
        var entry = Style()
        entry.turnover = 9
        let list = try compose(specimen.book(styles: ["contents-list": entry, "contents-2": entry])).list
        var starts: [Double] = []
        var ends: [Double] = []
        for fragment in list.pages[1].fragments {
            guard case .text(let origin, let pieces) = fragment.content, case .tag = fragment.owner,
                let first = pieces.first, let last = pieces.last
            else { continue }
            let text = pieces.map(\.glyphs.text).joined()
            if text == list.pages[1].label {
                // Folios end with the column.
                #expect(abs(origin.x + Double(last.x) + last.width - 350) < 0.5)
            } else if text.contains("title") {
                starts.append(origin.x + Double(first.x))
                ends.append(origin.x + Double(last.x) + last.width)
            }
        }
        #expect(starts.count > 2)
        #expect(ends.allSatisfy { $0 <= 350 - 36 + 0.5 })
        #expect(starts.dropFirst().allSatisfy { $0 > starts[0] + 20 })
    }

    @Test("an index stands in two columns that end alike, and leads to its pages")
    func twoColumns() throws {
        var specimen = Specimen()
        specimen.add(.paragraph([inline(.anchor("index-0-1")), inline(.text("Marked."))]))
        var lines = [IndexLine(level: 0, text: Specimen.text("A"))]
        for number in 0..<9 {
            lines.append(
                IndexLine(
                    level: 1, text: [inline(.text("term \(number), ")), inline(.field(.pages(prefix: "index-0-")))]))
        }
        specimen.add(.index(lines))
        var small = Style()
        small.size = 8
        small.leading = 10
        let list = try compose(specimen.book(styles: ["index-1": small, "index-group": small])).list
        var columns: [[Double]] = [[], []]
        for fragment in list.pages[1].fragments {
            guard case .text(let origin, let pieces) = fragment.content, pieces.first?.glyphs.text == "term" else {
                continue
            }
            columns[origin.x < 150 ? 0 : 1].append(origin.y)
        }
        // The letter takes a line of the first.
        #expect(columns.map(\.count) == [4, 5])
        #expect(columns.map(\.last) == [columns[0].last, columns[0].last])
        #expect(list.pages[1].links.count == 9)
        var waiting = [0]
        var roles: [TagNode.Role: Int] = [:]
        while let id = waiting.popLast() {
            roles[list.tags[id].role, default: 0] += 1
            for case .node(let child) in list.tags[id].children { waiting.append(child) }
        }
        #expect(roles[.index] == 1 && roles[.li] == 9 && roles[.l] == 1 && roles[.link] == 9)
    }
}
