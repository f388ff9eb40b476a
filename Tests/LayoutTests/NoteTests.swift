// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Hyphens
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// Notes: on which page they stand, what their marks say, where links lead.
@Suite("Notes") struct NoteTests {
    private static func mark(_ call: String, of note: String, _ mark: String) -> Inline {
        Inline(.noteCall(NoteCall(note: note, mark: mark, anchor: call)), at: Specimen.origin)
    }

    private static func paragraph(_ inlines: [Inline]) -> Block {
        Block(id: NodeID(1), origin: Specimen.origin, content: .paragraph(inlines))
    }

    private static func note(_ mark: String, calls: [String], _ text: String = "The text") -> Book.BookNote {
        Book.BookNote(
            mark: mark, anchor: "note-\(mark)", calls: calls,
            blocks: [paragraph(Specimen.text("\(text) of note \(mark)."))])
    }

    private func compose(
        _ specimen: Specimen, number: NoteStyle.Number = .chapter, place: NoteStyle.Place = .foot,
        endnotes: [String] = [],
        mayStrand: Bool = false
    ) throws -> PageList {
        var book = specimen.book()
        book.theme.footnotes.number = number
        book.theme.footnotes.place = place
        book.sections[0].endnotes = endnotes
        book.strings["note-again"] = "See page {page}."
        book.strings["note-again-numbered"] = "See note {note} on page {page}."
        book.strings["note-back"] = "back"
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(book, &diagnostics)
        #expect(diagnostics.all.filter { !mayStrand || $0.code != "stranded-heading" } == [])
        return list
    }

    /// Every kind of block that may hold a mark, with a mark in it.
    private static let holders: [(String, Block.Content)] = {
        let call = [mark("call", of: "n", "1")]
        let text = Specimen.text("word") + call
        let filler = Specimen.text("word")
        func cells(_ inlines: [Inline]) -> [Table.Cell] { [Table.Cell(inlines), Table.Cell(filler)] }
        func list(_ start: Int?) -> Block.Content {
            .list(Manuscript.List(start: start, isTight: true, items: [.init(blocks: [paragraph(text)])]))
        }
        var noted = Table(alignments: [.start, .start], head: [], rows: [cells(filler)])
        noted.notes = [paragraph(text)]
        var captioned = Table(alignments: [.start, .start], head: [], rows: [cells(filler)])
        captioned.caption = text
        return [
            ("heading", .heading(level: 2, text)), ("item", list(nil)), ("number", list(1)),
            ("term", .definitions([Definition(term: text, meanings: [[paragraph(filler)]])])),
            ("meaning", .definitions([Definition(term: filler, meanings: [[paragraph(text)]])])),
            ("quote", .quote([paragraph(text)])),
            ("title", .component(Component(name: "note", title: text, blocks: [paragraph(filler)]))),
            ("box", .component(Component(name: "note", blocks: [paragraph(text)]))),
            (
                "columns",
                .component(Component(name: "columns", blocks: (0..<6).map { paragraph($0 == 4 ? text : filler) }))
            ),
            ("cell", .table(Table(alignments: [.start, .start], head: [], rows: [cells(filler), cells(text)]))),
            ("caption", .table(captioned)), ("table's note", .table(noted)),
        ]
    }()

    @Test("a note comes to the page of its mark, whatever the mark stands in", arguments: 0..<12, [3, 7, 11, 12, 13])
    func everywhere(holder: Int, offset: Int) throws {
        var specimen = Specimen()
        specimen.notes["n"] = Self.note("1", calls: ["call"])
        for _ in 0..<offset { specimen.paragraph(words: 31) }
        specimen.add(Self.holders[holder].1)
        for _ in 0..<3 { specimen.paragraph(words: 40) }
        let list = try compose(specimen)
        let call = try #require(list.destinations["call"], "\(Self.holders[holder].0)")
        #expect(call.page == list.destinations["note-1"]?.page, "\(Self.holders[holder].0)")
        #expect(list.pages.count { $0.text.contains("The text of note 1") } == 1)
        #expect(list.tags.nodes.count { $0.role == .note } == 1)
    }

    @Test("a repeated head does not call its note again; a row's note comes with its row")
    func longTable() throws {
        var specimen = Specimen()
        let rows = (0..<60).map { row in
            [Table.Cell(Specimen.text("row \(row)") + (row == 50 ? [Self.mark("row", of: "b", "2")] : []))]
        }
        let head = [Table.Cell(Specimen.text("Head") + [Self.mark("head", of: "a", "1")])]
        specimen.add(.table(Table(alignments: [.start], head: [head], rows: rows)))
        specimen.notes["a"] = Self.note("1", calls: ["head"])
        specimen.notes["b"] = Self.note("2", calls: ["row"])
        let list = try compose(specimen)
        let pages = list.pages.indices.filter { list.pages[$0].text.contains("The text of note 1") }
        #expect(pages == [list.destinations["head"]?.page])
        // Its mark is left out where the note is not.
        let heads = list.pages.map { page in
            page.fragments.compactMap { fragment -> String? in
                guard case .text(_, let pieces) = fragment.content, pieces.contains(where: { $0.glyphs.text == "Head" })
                else { return nil }
                return pieces.map(\.glyphs.text).joined()
            }
        }
        #expect(heads.joined().count > 2 && heads.joined().allSatisfy { $0 == "Head" })
        let row = try #require(list.destinations["row"]?.page)
        #expect(row > pages[0] && list.pages[row].text.contains("The text of note 2"))
    }

    @Test("what is called in a row that no page holds comes with its part of the row")
    func tallRow() throws {
        var specimen = Specimen()
        var inlines: [Inline] = []
        for word in 0..<900 { inlines += Specimen.text("word\(word) ") }
        inlines.append(Self.mark("call", of: "n", "1"))
        specimen.add(.table(Table(alignments: [.start], head: [], rows: [[Table.Cell(inlines)]])))
        specimen.notes["n"] = Self.note("1", calls: ["call"])
        let list = try compose(specimen, mayStrand: true)
        let last = try #require(list.pages.lastIndex { $0.text.contains("word899") })
        #expect(last > 2)
        #expect(list.destinations["call"]?.page == last && list.destinations["note-1"]?.page == last)
    }

    @Test("what a definition in the margin calls comes to its page")
    func inTheMargin() throws {
        var specimen = Specimen()
        for _ in 0..<9 { specimen.paragraph(words: 31) }
        let term = Specimen.text("term") + [Self.mark("title", of: "a", "1")]
        let meaning = Specimen.text("meaning") + [Self.mark("call", of: "b", "2")]
        specimen.add(.component(Component(name: "definition", title: term, blocks: [Self.paragraph(meaning)])))
        for _ in 0..<9 { specimen.paragraph(words: 31) }
        specimen.notes["a"] = Self.note("1", calls: ["title"])
        specimen.notes["b"] = Self.note("2", calls: ["call"])
        var style = ComponentStyle()
        style.form = .margin
        var book = specimen.book(components: ["definition": style])
        book.theme.page.column = 200
        book.theme.page.gutter = 10
        book.theme.page.marginColumn = 90
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(book, &diagnostics)
        let page = try #require(list.destinations["call"]?.page)
        #expect(list.pages[page].text.contains("meaning"))
        #expect(list.destinations["title"]?.page == page)
        #expect(list.destinations["note-1"]?.page == page && list.destinations["note-2"]?.page == page)
    }

    /// Three marks of one note: two on a page, one pages later.
    private func threeMarks() -> Specimen {
        var specimen = Specimen()
        specimen.notes["n"] = Self.note("2", calls: ["one", "two", "three"])
        specimen.notes["m"] = Self.note("1", calls: ["other"])
        specimen.add(
            .paragraph(
                Specimen.text("first") + [Self.mark("other", of: "m", "1")] + Specimen.text("second")
                    + [Self.mark("one", of: "n", "2")] + Specimen.text("third") + [Self.mark("two", of: "n", "2")]))
        for _ in 0..<14 { specimen.paragraph(words: 60) }
        specimen.add(.paragraph(Specimen.text("late") + [Self.mark("three", of: "n", "2")]))
        return specimen
    }

    @Test("a further mark on another page has a line that says where the note is; both lead to one another")
    func again() throws {
        let list = try compose(threeMarks())
        let home = try #require(list.destinations["note-2"]?.page)
        let late = try #require(list.destinations["three"]?.page)
        #expect(home == list.destinations["one"]?.page && late > home)
        #expect(list.pages.count { $0.text.contains("The text of note 2") } == 1)
        #expect(list.pages.indices.filter { list.pages[$0].text.contains("See page") } == [late])
        #expect(list.pages[late].text.contains("2See page \(list.pages[home].label)."))
        func links(_ page: Int, to name: String) -> [String] {
            list.pages[page].links.filter { $0.target == .destination(name) }.map(\.contents)
        }
        // The mark and the line.
        #expect(links(late, to: "note-2").count == 2)
        #expect(links(late, to: "three") == ["back"])
        // The number leads to the first mark; of the letters one to each.
        #expect(links(home, to: "one") == ["back", "back: a"])
        #expect(links(home, to: "two") == ["back: b"] && links(home, to: "three") == ["back: c"])
        let identifiers = list.tags.nodes.filter { $0.role == .note }.map(\.identifier)
        #expect(Set(identifiers).count == 3 && !identifiers.contains(nil))
    }

    @Test("notes counted by page begin at 1 on each, and a further mark has the number of its page")
    func byPage() throws {
        let list = try compose(threeMarks(), number: .page)
        let late = try #require(list.destinations["three"]?.page)
        let home = try #require(list.destinations["note-2"]?.page)
        #expect(list.pages[late].text.contains("1See note 2 on page \(list.pages[home].label)."))
        #expect(list.pages[late].text.contains("late1"))
        #expect(list.pages[home].text.contains("second2third2"))

        var specimen = Specimen()
        for number in 0..<30 { specimen.paragraph(words: 40, note: "n\(number)") }
        let pages = try compose(specimen, number: .page).pages.dropFirst()
        #expect(pages.count > 3)
        for page in pages {
            let numbers = page.lines.filter { $0.text.contains("The text of note") }.compactMap {
                Int($0.text.prefix { $0.isNumber })
            }
            #expect(numbers == Array(1...max(numbers.count, 1)))
        }
    }

    @Test("a note that is called in a note stands with it")
    func inner() throws {
        var specimen = Specimen()
        for _ in 0..<8 { specimen.paragraph(words: 40) }
        specimen.add(.paragraph(Specimen.text("word") + [Self.mark("call", of: "n", "1")]))
        for _ in 0..<8 { specimen.paragraph(words: 40) }
        var outer = Self.note("1", calls: ["call"])
        outer.blocks = [Self.paragraph(Specimen.text("Outer") + [Self.mark("in", of: "m", "2")])]
        outer.nested = ["m"]
        var inner = Self.note("2", calls: ["in"])
        inner.innerCalls = ["in"]
        inner.isNested = true
        specimen.notes = ["n": outer, "m": inner]
        for number in [NoteStyle.Number.chapter, .page] {
            let list = try compose(specimen, number: number)
            let page = try #require(list.destinations["call"]?.page)
            #expect(list.destinations["note-2"]?.page == page && list.destinations["in"]?.page == page)
            #expect(list.pages[page].text.contains("1Outer2"))
            #expect(list.pages[page].text.contains("2The text of note 2"))
        }
    }

    @Test("notes at a chapter's end leave the foot empty and lead back")
    func endnotes() throws {
        var specimen = Specimen()
        for number in 0..<12 { specimen.paragraph(words: 40, note: "n\(number)") }
        let list = try compose(specimen, place: .chapterEnd, endnotes: (0..<12).map { "n\($0)" })
        let last = try #require(list.destinations["call-n11"])
        for number in 0..<12 {
            let note = try #require(list.destinations["note-n\(number)"])
            #expect(note.page > last.page || (note.page == last.page && note.point.y > last.point.y))
        }
        #expect(list.tags.nodes.count { $0.role == .note } == 12)
        #expect(list.pages.flatMap(\.links).contains { $0.target == .destination("call-n0") })
        // The elements stand at the end too.
        let section = try #require(list.tags.nodes.last { $0.role == .sect }?.children)
        let roles = section.compactMap { if case .node(let id) = $0 { list.tags[id].role } else { nil } }
        #expect(roles.suffix(12).allSatisfy { $0 == .note } && !roles.dropLast(12).contains(.note))
    }

    @Test("a note may hold paragraphs, a list, code and a quotation; its lines hold together in pairs")
    func longNote() throws {
        var specimen = Specimen()
        specimen.paragraph(words: 10, note: "x")
        let item = Manuscript.List.Item(blocks: [Self.paragraph(Specimen.text("an item"))])
        specimen.notes["x"]?.blocks = [
            Self.paragraph(Specimen.text("Start")),
            Block(
                id: NodeID(2), origin: Specimen.origin,
                content: .list(Manuscript.List(start: nil, isTight: true, items: [item, item]))),
            Block(id: NodeID(3), origin: Specimen.origin, content: .code(info: "", "let code\nlet more")),
            Block(
                id: NodeID(4), origin: Specimen.origin,
                content: .quote([Self.paragraph(Specimen.text("said"))])),
            Self.paragraph(Specimen.text("The end")),
        ]
        let page = try #require(try compose(specimen).pages.last)
        for part in ["Start", "an item", "code", "said", "The end"] { #expect(page.text.contains(part)) }

        let fonts = try Specimen.fonts()
        let setter = Setter(
            book: specimen.book(), typesetter: Typesetter(fonts: fonts, hyphens: try HyphenBook([:])), fonts: fonts,
            pictures: [:], folios: Folios(), tree: TagTree(language: .british))
        var galleys = Galleys(setter: setter)
        galleys.set(with: Folios())
        let strips = try #require(galleys.setter.notes["x"])
        let lines = strips.filter { $0.height > 0 }
        #expect(lines.count == 7)
        #expect(lines[0].keep >= .lines && lines[5].keep >= .lines && lines[6].keep == .none)
    }

    @Test("five thousand notes in one paragraph are set in time that grows with their number", .timeLimit(.minutes(2)))
    func manyNotes() throws {
        var specimen = Specimen()
        var inlines: [Inline] = []
        for number in 1...5000 {
            inlines += Specimen.text("word ") + [Self.mark("call-\(number)", of: "\(number)", "\(number)")]
            specimen.notes["\(number)"] = Self.note("\(number)", calls: ["call-\(number)"])
        }
        specimen.add(.paragraph(inlines))
        let list = try compose(specimen)
        #expect(list.tags.nodes.count { $0.role == .note } == 5000)
        #expect(list.pages.map { $0.lines.count { $0.text.contains("The text of note") } }.reduce(0, +) == 5000)
    }

    @Test("five thousand marks of one note are set in time that grows with their number", .timeLimit(.minutes(2)))
    func manyMarks() throws {
        var specimen = Specimen()
        var inlines: [Inline] = []
        for number in 1...5000 {
            inlines += Specimen.text("word ") + [Self.mark("call-\(number)", of: "n", "1")]
        }
        specimen.add(.paragraph(inlines))
        specimen.notes["n"] = Self.note("1", calls: (1...5000).map { "call-\($0)" })
        let list = try compose(specimen)
        let pages = Set((1...5000).compactMap { list.destinations["call-\($0)"]?.page })
        #expect(pages.count > 3)
        for page in pages {
            let text = list.pages[page].text
            #expect(text.contains("The text of note") != text.contains("See page"), "page \(page)")
        }
    }
}
