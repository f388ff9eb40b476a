// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Assembly
import Groundwork
import Manuscript
import Testing

@Suite struct ReferenceTests {
    @Test func linksWithoutTextSayWhereAndOnWhichPage() {
        var sample = Sample()
        let link = sample.paragraph(.link(.written("#later"), []))
        sample.add([link])
        let later = sample.heading("Access to services", id: "later", in: "Documents/guide/2.md")
        sample.add([later], path: "Documents/guide/2.md", id: "two", title: "Two")
        let (book, faults) = sample.assemble()
        guard case .link(.anchor("later"), let inner)? = book.inlines(0, 0).first else {
            Issue.record("no link")
            return
        }
        #expect(
            inner.map(\.content) == [
                .text("Access to services"), .text(", "), .anchor("ref\u{1F}1"),
                .field(.place(anchor: "later", from: "ref\u{1F}1")),
            ])
        #expect(faults.isEmpty)
        #expect(book.sections.map(\.number) == ["1", "2"])
    }

    @Test(arguments: [
        ("2.md", "two"), ("2.md#part", "part"), ("./2.md#a-heading-here", "s-1"), ("../guide/2.md", "two"),
        ("2.html#part", "part"),
    ])
    func linksToFiles(target: String, anchor: String) {
        var sample = Sample()
        let link = sample.paragraph(.link(.written(target), [Inline(.text("x"), at: Sample.origin())]))
        sample.add([link])
        let two = "Documents/guide/2.md"
        let blocks = [sample.heading("Part", id: "part", in: two), sample.heading("A heading, here", in: two)]
        sample.add(blocks, path: two, id: "two", title: "Two")
        let (book, faults) = sample.assemble()
        #expect(faults.isEmpty)
        guard case .link(.anchor(let found), _)? = book.inlines(0, 0).first else {
            Issue.record("no link")
            return
        }
        #expect(found == anchor)
    }

    @Test func unknownComponentsAreReportedAndKeepTheirBlocks() {
        var sample = Sample()
        sample.publication.theme.components = ["keypoint": ComponentStyle()]
        let path = "Documents/guide/1.md"
        let text = sample.paragraph(.text("What to remember."))
        sample.add([
            sample.block(.component(Component(name: "keypiont", blocks: [text])), in: path),
            sample.block(.component(Component(name: "keypoint", blocks: [])), in: path),
        ])
        let (book, faults) = sample.assemble()
        #expect(faults.of("unknown-component").map(\.severity) == [.warning])
        #expect(faults.first?.message == "the theme has no component ‘keypiont’")
        #expect(book.sections[0].blocks.first?.inner == [[text]])
    }

    @Test func unknownTargetsAreReportedAndKeepTheirText() {
        var sample = Sample()
        let text = [Inline(.text("here"), at: Sample.origin())]
        let blocks = ["#no", "no.md", "resource:no", "term:no", "ftp://a.org", "http://a b", "https://"].map {
            sample.paragraph(.link(.written($0), text))
        }
        sample.add(blocks)
        let (book, faults) = sample.assemble()
        #expect(faults.of("unknown-anchor").count == 2)
        #expect(faults.of("unknown-resource").count == 1)
        #expect(faults.of("unknown-term").count == 1)
        #expect(faults.of("bad-address").count == 3)
        for index in blocks.indices { #expect(book.inlines(0, index) == [.text("here")]) }
    }

    @Test func addressesBecomeASCII() throws {
        #expect(
            try Address.ascii("https://bücher.example/ä?q=я#ü")
                == "https://xn--bcher-kva.example/%C3%A4?q=%D1%8F#%C3%BC")
        #expect(try Address.ascii("https://пример.рф:8080") == "https://xn--e1afmkfd.xn--p1ai:8080")
        #expect(try Address.ascii("tel:+443001230000") == "tel:+443001230000")
        #expect(throws: Address.Fault.scheme("javascript")) { try Address.ascii("javascript:alert(1)") }
        #expect(throws: Address.Fault.incomplete) { try Address.ascii("https:///x") }
    }

    @Test func notesAreNumberedBySection() throws {
        var sample = Sample()
        let one = sample.paragraph(.noteReference(label: "b"), .noteReference(label: "a"), .noteReference(label: "b"))
        sample.add([one])
        let two = sample.paragraph(.noteReference(label: "a"), .noteReference(label: "no"), in: "Documents/guide/2.md")
        sample.add([two], path: "Documents/guide/2.md", id: "two")
        sample.addNote("a", label: "a", path: "notes.md", .text("shared, see "), .noteReference(label: "c"))
        sample.addNote("b", label: "b", path: "notes.md", .text("shared"))
        sample.addNote("c", label: "c", path: "notes.md", .noteReference(label: "a"))
        sample.addNote("unused", label: "unused", path: "notes.md", .text("shared and unused"))
        sample.addNote("Documents/guide/2.md:a", label: "a", path: "Documents/guide/2.md", .text("own"))
        sample.addNote("Documents/guide/2.md:z", label: "z", path: "Documents/guide/2.md", .text("unused"))
        let (book, faults) = sample.assemble()
        let marks = book.inlines(0, 0).map { content in
            if case .noteCall(let call) = content { call.mark } else { "" }
        }
        #expect(marks == ["1", "2", "1"])
        #expect(book.notes["one:1"]?.calls == ["note-ref-one-1", "note-ref-one-1-2"])
        let own = try #require(book.notes["two:1"]?.blocks.first)
        #expect(own.content == .paragraph([Inline(.text("own"), at: Sample.origin("Documents/guide/2.md"))]))
        // A note that calls a note that calls the first again ends.
        #expect(book.notes["one:3"]?.mark == "3")
        #expect(book.notes["one:2"]?.calls.count == 2)
        #expect(faults.of("unknown-footnote").count == 1)
        #expect(faults.of("unused-footnote").map(\.message) == ["nobody calls the footnote ‘z’"])
    }

    @Test func idsInTwoFilesAreReported() {
        var sample = Sample()
        let first = sample.heading("A", id: "same")
        sample.add([first])
        let second = sample.heading("B", id: "same", in: "Documents/guide/2.md")
        sample.add([second], path: "Documents/guide/2.md", id: "one")
        let (book, faults) = sample.assemble()
        #expect(faults.of("duplicate-id").count == 1)
        #expect(Set(book.sections.map(\.anchor)).count == 2)
    }

    @Test func tablesAndFiguresAreNumberedAcrossThePublication() {
        var sample = Sample()
        let caption = [Inline(.text("Studies"), at: Sample.origin())]
        let path = "Documents/guide/1.md"
        let bare = sample.block(.table(Table(alignments: [.start], head: [], rows: [])), in: path)
        let first = sample.block(.table(Table(alignments: [.start], head: [], rows: [], caption: caption)), in: path)
        sample.add([bare, first])
        let second = sample.block(
            .table(Table(alignments: [.start], head: [], rows: [])), Attributes(id: "tb"), in: "2.md")
        let link = sample.paragraph(.link(.written("#tb"), []))
        sample.add([second, link], path: "2.md", id: "two")
        let (book, _) = sample.assemble()
        let labels = book.sections.flatMap(\.blocks).compactMap { block in
            if case .table(let table) = block.content { table.label } else { nil }
        }
        #expect(labels == ["", "Table 1", "Table 2"])
        guard case .link(_, let inner)? = book.inlines(1, 1).first else {
            Issue.record("no link")
            return
        }
        #expect(inner.first?.content == .text("Table 2"))
    }
}
