// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Assembly
import Groundwork
import Manuscript
import Testing

@Suite struct IndexTests {
    private func span(_ text: String, _ values: [String: String]) -> Inline.Content {
        .span(Attributes(values: values), text.isEmpty ? [] : [Inline(.text(text), at: Sample.origin())])
    }

    private func lines(_ sample: Sample, language: LanguageTag = .british) -> (lines: [String], faults: [Diagnostic]) {
        let (book, faults) = sample.assemble(language: language)
        guard let section = book.sections.first(where: { $0.made == .index }),
            case .index(let lines)? = section.blocks.first?.content
        else { return ([], faults) }
        return (lines.map { String(repeating: "-", count: $0.level) + shown($0.text) }, faults)
    }

    /// Pages as the number of the entry.
    private func shown(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline.content {
            case .field(.pages(let prefix)): "{\(prefix)}"
            case .span(_, let inner), .emphasis(let inner), .link(_, let inner): shown(inner)
            default: [inline].plainText
            }
        }.joined()
    }

    @Test func anEntryWithPagesSeesAlso() {
        var sample = Sample()
        sample.add([
            sample.paragraph(
                span("STI", ["index": ""]), span("", ["index": "STI", "see": "infections"]),
                span("infections", ["index": ""]))
        ])
        sample.add(.index)
        let (lines, faults) = lines(sample)
        #expect(faults.isEmpty)
        #expect(lines.contains("-STI, {index-0-}; see also infections"))
    }

    @Test func entriesAreSortedGroupedAndNested() {
        var sample = Sample()
        let first = sample.paragraph(
            span("Depression", ["index": ""]), span("men", ["index": "depression > in men"]),
            span("écoute", ["index": ""]), span("", ["index": "112; access > to services > at night"]))
        let second = sample.paragraph(span("depression", ["index": ""]), span("Эхо", ["index": ""]))
        sample.add([first, second])
        sample.add(.index)
        let (lines, faults) = lines(sample)
        #expect(faults.isEmpty)
        #expect(
            lines == [
                "0–9", "-112, {index-3-}", "A", "-access", "--to services", "---at night, {index-6-}", "D",
                "-depression, {index-0-}", "--in men, {index-1-}", "E", "-écoute, {index-2-}", "Э", "-Эхо, {index-7-}",
            ])
    }

    @Test func latinTermsOfARussianIndexStandTogether() {
        var sample = Sample()
        let marked = sample.paragraph(
            span("PrEP", ["index": ""]), span("ёлка", ["index": ""]), span("HIV", ["index": ""]),
            span("еда", ["index": ""]))
        sample.add([marked])
        sample.add(.index)
        #expect(
            lines(sample, language: .russian).lines == [
                "Е", "-еда, {index-3-}", "-ёлка, {index-1-}", "A–Z", "-HIV, {index-2-}", "-PrEP, {index-0-}",
            ])
    }

    @Test func referencesLeadToEntries() {
        var sample = Sample()
        let marked = sample.paragraph(
            span("", ["index": "STI", "see": "infections"]), span("infections", ["index": "", "see-also": "tests"]),
            span("", ["index": "tests"]), span("x", ["index": "y", "see": "nothing"]))
        sample.add([marked])
        sample.add(.index)
        let (lines, faults) = lines(sample)
        #expect(lines.contains("-infections, {index-1-}; see also tests"))
        #expect(lines.contains("-STI, see infections"))
        #expect(faults.map(\.code) == ["unknown-index-term"])
    }

    @Test func rangesEndWhereTheyAreToldTo() {
        var sample = Sample()
        let origin = Sample.origin("Documents/guide/1.md")
        var heading = sample.heading("Access")
        heading.attributes.values["index"] = ""
        let start = sample.paragraph(span("", ["index": "law", "range": "start"]))
        let end = sample.paragraph(span("", ["index": "law", "range": "end"]))
        let next = sample.heading("Next")
        let lost = sample.paragraph(
            span("", ["index": "law", "range": "end"]), span("", ["index": "money", "range": "start"]))
        sample.add([heading, start, end, next, lost])
        sample.add(.index)
        let (book, faults) = sample.assemble()
        let blocks = book.sections[0].blocks
        #expect(blocks[0].anchors == ["index-0-1"] && blocks[0].endAnchors.isEmpty)
        #expect(book.inlines(0, 1).first == .anchor("index-1-1"))
        #expect(book.inlines(0, 2).first == .anchor("end\u{1F}index-1-1"))
        // The section that is marked ends before the next of its level.
        #expect(blocks[2].endAnchors == ["end\u{1F}index-0-1"])
        #expect(faults.map(\.code) == ["index-range", "index-range"])
        #expect(faults.allSatisfy { $0.origin == origin })
    }

    @Test func withoutMarksThereIsNoIndexAndThatIsTold() {
        var sample = Sample()
        let plain = sample.paragraph(.text("x"))
        sample.add([plain])
        sample.add(.index)
        sample.add(.tables)
        let (book, faults) = sample.assemble()
        #expect(book.sections.count == 1)
        #expect(faults.map(\.code) == ["empty-list", "empty-list"])
    }

    @Test func listsHoldTablesAndFiguresWithoutTheirNotes() {
        var sample = Sample()
        let origin = Sample.origin("Documents/guide/1.md")
        sample.addNote("n", label: "n", path: "Documents/guide/1.md", .text("a note"))
        let table = Table(
            alignments: [.start], head: [], rows: [[Table.Cell([Inline(.text("x"), at: origin)])]],
            caption: [Inline(.text("Who answered"), at: origin), Inline(.noteReference(label: "n"), at: origin)])
        let block = sample.block(.table(table), in: "Documents/guide/1.md")
        let figure = sample.block(
            .figure(Figure(path: nil, alternative: "A road")), Attributes(id: "road"), in: "Documents/guide/1.md")
        sample.add(.tables)
        sample.add(.figures)
        sample.add([block, figure])
        let (book, faults) = sample.assemble()
        #expect(faults.isEmpty)
        #expect(book.sections.map(\.title.plainText) == ["Tables", "Figures", "One"])
        guard case .contents(let tables)? = book.sections[0].blocks.first?.content,
            case .contents(let figures)? = book.sections[1].blocks.first?.content
        else {
            Issue.record("no lists")
            return
        }
        #expect(tables.map { "\($0.number): \($0.title.plainText)" } == ["Table 1: Who answered"])
        #expect(tables.first?.anchor == book.sections[2].blocks[0].anchors.first)
        #expect(figures.map(\.anchor) == ["road"])
    }

    @Test(arguments: [
        ("Answers by country. Source: a survey.", "Answers by country"), ("What Dr. Who said.", "What Dr. Who said"),
        ("Stigma, e.g. at work. And more", "Stigma, e.g. at work"), ("And so on...", "And so on..."), ("", ""),
    ])
    func aListHoldsTheFirstSentence(caption: String, listed: String) {
        let inlines = caption.isEmpty ? [] : [Inline(.text(caption), at: Sample.origin())]
        #expect(Resolver.firstSentence(inlines).plainText == listed)
    }

    @Test(arguments: [
        ("title", "Who answered"), ("number", "Table 1"), ("folio", ""), ("page", ""), ("colour", "Table 1, "),
    ])
    func aReferenceHasForms(form: String, text: String) {
        var sample = Sample()
        let origin = Sample.origin("Documents/guide/1.md")
        let table = Table(
            alignments: [.start], head: [], rows: [], caption: [Inline(.text("Who answered"), at: origin)])
        let link = Inline(.link(.written("#t"), []), at: origin)
        let paragraph = sample.paragraph(.span(Attributes(values: ["ref": form]), [link]))
        let block = sample.block(.table(table), Attributes(id: "t"), in: "Documents/guide/1.md")
        sample.add([paragraph, block])
        let (book, faults) = sample.assemble()
        guard case .link(.anchor("t"), let inner)? = book.inlines(0, 0).first else {
            Issue.record("no link")
            return
        }
        #expect(inner.plainText == text)
        #expect(
            inner.contains { if case .field = $0.content { true } else { false } } == !["title", "number"].contains(
                form))
        #expect(faults.map(\.code) == (form == "colour" ? ["unknown-form"] : []))
    }

    @Test(arguments: [(1, ["one"]), (2, ["one", "f"]), (3, ["one", "f", "g"])])
    func contentsGoAsDeepAsIsWanted(depth: Int, anchors: [String]) {
        var sample = Sample()
        sample.publication.settings.contentsDepth = depth
        sample.add(.contents)
        let blocks = [
            sample.heading("First", id: "f"),
            sample.block(
                .heading(level: 3, [Inline(.text("In it"), at: Sample.origin())]), Attributes(id: "g"),
                in: "Documents/guide/1.md"),
        ]
        sample.add(blocks)
        guard case .contents(let entries)? = sample.assemble().book.sections[0].blocks.first?.content else {
            Issue.record("no contents")
            return
        }
        #expect(entries.map(\.anchor) == anchors)
    }
}
