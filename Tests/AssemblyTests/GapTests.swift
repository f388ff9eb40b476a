// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Assembly
import Groundwork
import Manuscript
import Testing

@Suite struct GapTests {
    @Test(arguments: [
        "[CONSULTATION FINDING – what to insert]", "[TESTIMONY – a quotation, in Russian]",
        "[TO CONFIRM – licence]", "[CONSULTATION FINDING – факторы [1], число из 16]",
    ])
    func exactOnes(text: String) throws {
        let gaps = Gaps.find(in: Array("Before \(text) after".utf8))
        let gap = try #require(gaps.first)
        #expect(gaps.count == 1)
        #expect(gap.isExact)
        #expect(gap.range == 7..<7 + text.utf8.count)
        #expect(!gap.instruction.isEmpty)
    }

    @Test(arguments: [
        "[CONSULTATION FINDING - hyphen]", "[CONSULTATION FINDING — em dash]", "[consultation finding – lower]",
        "[CONSULTATION\u{A0}FINDING – no-break]", "[CONSULTATION\u{202F}FINDING – narrow]",
        "[CONSULTATION\nFINDING – line end]", "CONSULTATION FINDING – no bracket", "[CONSULTATION FINDING – open",
        "[ CONSULTATION FINDING – blank]", "[CONSULTATION FINDING]", "our consultation findings", "[Testimony – x]",
        "[TESTIMONY: x]", "TESTIMONY – x", "[to confirm - x]", "[TO CONFIRM]", "[TO CONFIRM – open",
    ])
    func nearMisses(text: String) throws {
        let gap = try #require(Gaps.find(in: Array("Before \(text)".utf8)).first)
        #expect(!gap.isExact)
    }

    @Test(arguments: [
        "to confirm the date", "her testimony – in court", "[1] to confirm", "Testimony", "a consultation",
    ])
    func prose(text: String) {
        #expect(Gaps.find(in: Array(text.utf8)).isEmpty)
    }

    @Test func reachesOverEmphasisAndKeepsNotes() {
        var sample = Sample()
        let path = "Documents/guide/1.md"
        let word = Inline(.text("so many"), at: Sample.origin(path))
        let first = sample.paragraph(
            .text("A [CONSULTATION FINDING – of "), .emphasis([word]), .noteReference(label: "n"), .softBreak,
            .text("members] b"))
        sample.add([first])
        sample.addNote("n", label: "n", path: "notes.md", .text("Note"))
        let (book, faults) = sample.assemble()
        let inlines = book.inlines(0, 0)
        #expect(inlines.first == .text("A "))
        #expect(inlines.contains(.anchor("open-1")))
        #expect(inlines.last == .text(" b"))
        #expect(book.openItems.map(\.text) == ["[CONSULTATION FINDING – of so many members]"])
        #expect(book.notes.count == 1)
        #expect(faults.of("open-item").isEmpty)
    }

    @Test func everyPlaceIsSearched() {
        let path = "Documents/guide/1.md"
        let gap = Inline(.text("[TO CONFIRM – x]"), at: Sample.origin(path))
        var sample = Sample(title: "Guide [TO CONFIRM – title]")
        let figure = Figure(path: nil, alternative: "[TO CONFIRM – alt]", caption: [gap])
        let table = Table(
            alignments: [.start], head: [[Table.Cell([gap])]], rows: [[Table.Cell([gap])]], caption: [gap])
        let call = sample.paragraph(.noteReference(label: "n"))
        let blocks = [
            sample.block(.figure(figure), in: path), sample.block(.table(table), in: path),
            sample.block(.component(Component(name: "note", title: [gap], blocks: [])), in: path),
            sample.block(.code(info: "", "[TO CONFIRM – code]"), in: path), call,
        ]
        sample.add(blocks)
        sample.addNote("n", label: "n", path: "notes.md", .text("[TESTIMONY – note]"))
        sample.publication.settings.imprint = [
            Settings.ImprintLine(label: Sample.text("Licence"), text: Sample.text("[TO CONFIRM – licence]"))
        ]
        sample.add(.imprint)
        let (draft, none) = sample.assemble()
        #expect(draft.openItems.count == 10)
        #expect(none.filter { $0.severity == .error }.isEmpty)
        let (_, faults) = sample.assemble(isDraft: false)
        // One place and one text is one diagnostic.
        #expect(Set(faults.of("open-item").map(\.message)).count == 6)
        #expect(faults.of("open-item").allSatisfy { $0.severity == .error && $0.origin != nil })
    }

    @Test func criticalBlocksNeedANameUnderThem() {
        var sample = Sample()
        var block = sample.paragraph(.text("Call 112"))
        block.attributes = Attributes(id: "crisis", values: ["critical": ""])
        sample.add([block])
        #expect(sample.assemble(isDraft: false).faults.of("unsigned-critical").count == 1)
        let draft = sample.assemble()
        #expect(draft.faults.isEmpty)
        #expect(draft.book.openItems.first?.anchor == "crisis")
        sample.publication.settings.signedOff = ["crisis"]
        #expect(sample.assemble(isDraft: false).faults.isEmpty)
    }
}
