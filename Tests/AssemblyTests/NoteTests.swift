// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Testing

/// Notes of a book: their numbers, what they call, where they stand.
@Suite struct NoteTests {
    private func marks(_ contents: [Inline.Content]) -> [String] {
        contents.compactMap { if case .noteCall(let call) = $0 { call.mark } else { nil } }
    }

    @Test func aNoteInANoteIsNumberedAfterIt() throws {
        var sample = Sample()
        sample.add([sample.paragraph(.noteReference(label: "a"), .noteReference(label: "b"))])
        sample.addNote("a", label: "a", path: "notes.md", .noteReference(label: "in"), .noteReference(label: "b"))
        sample.addNote("in", label: "in", path: "notes.md", .noteReference(label: "deep"))
        sample.addNote("deep", label: "deep", path: "notes.md", .noteReference(label: "a"))
        sample.addNote("b", label: "b", path: "notes.md", .text("b"))
        let (book, faults) = sample.assemble()
        #expect(faults.of("circular-footnote").isEmpty)
        #expect(marks(book.inlines(0, 0)) == ["1", "4"])
        #expect(book.notes["one:1"]?.nested == ["one:2", "one:4"])
        #expect(book.notes["one:2"]?.nested == ["one:3"])
        #expect(book.notes.mapValues(\.isNested) == ["one:1": false, "one:2": true, "one:3": true, "one:4": true])
        #expect(book.notes["one:1"]?.innerCalls == ["note-ref-one-1-2"])
        #expect(book.notes["one:4"]?.calls.count == 2)
        #expect(book.notes.values.allSatisfy { !$0.blocks.isEmpty })
    }

    @Test func aNoteThatCallsItselfIsToldOnce() {
        var sample = Sample()
        sample.add([sample.paragraph(.noteReference(label: "a"))])
        sample.addNote("a", label: "a", path: "notes.md", .text("a"), .noteReference(label: "a"))
        let (book, faults) = sample.assemble()
        #expect(faults.of("circular-footnote").count == 1)
        #expect(book.notes["one:1"]?.calls.count == 2)
    }

    @Test func aLongChainOfNotesEnds() {
        var sample = Sample()
        sample.add([sample.paragraph(.noteReference(label: "0"))])
        for number in 0..<5000 {
            sample.addNote(
                "\(number)", label: "\(number)", path: "notes.md", .noteReference(label: "\((number + 1) % 5000)"))
        }
        let book = sample.assemble().book
        #expect(book.notes.count == 5000)
        #expect(book.notes["one:5000"]?.calls.count == 1)
    }

    @Test func endnotesHaveAHeadingThatContentsDoNotList() throws {
        var sample = Sample()
        sample.publication.theme.footnotes.place = .chapterEnd
        sample.add(.contents)
        sample.add([sample.paragraph(.noteReference(label: "a"), .noteReference(label: "b"))])
        sample.add([sample.paragraph(.text("none"), in: "2.md")], path: "2.md", id: "two")
        sample.addNote("a", label: "a", path: "notes.md", .text("a"))
        sample.addNote("b", label: "b", path: "notes.md", .text("b"))
        let book = sample.assemble().book
        #expect(book.sections.map(\.endnotes) == [[], ["one:1", "one:2"], []])
        let heading = try #require(book.sections[1].blocks.last)
        guard case .heading(2, let title) = heading.content else {
            Issue.record("no heading")
            return
        }
        #expect(title.plainText == "Notes" && heading.attributes.id == "notes-one")
        guard case .contents(let entries) = book.sections[0].blocks.first?.content else {
            Issue.record("no contents")
            return
        }
        #expect(entries.map(\.anchor) == ["one", "two"])
    }

    @Test func marksOfTitlesAreNotRepeated() {
        var sample = Sample()
        sample.add(.contents)
        sample.addNote("a", label: "a", path: "notes.md", .text("a"))
        let path = "Documents/guide/1.md"
        let heading = sample.block(
            .heading(
                level: 2,
                [
                    Inline(.text("H"), at: Sample.origin(path)),
                    Inline(.noteReference(label: "a"), at: Sample.origin(path)),
                ]),
            in: path)
        sample.add([heading])
        let book = sample.assemble().book
        #expect(book.sections[1].short == "One")
        #expect("\(book.sections[0].blocks)".contains("noteCall") == false)
        #expect(book.notes["one:1"]?.calls.count == 1)
    }
}
