// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Testing

@testable import Assembly

@Suite("Texts by the rules of their language") struct OrthographyTests {
    private func text(_ text: String) -> Inline { Inline(.text(text), at: Sample.origin()) }

    @Test func everyPlaceAgrees() throws {
        var sample = Sample(title: "The \"guide\"")
        let heading = sample.heading("Why \"now\" -- and how")
        let figure = Figure(path: nil, alternative: "a \"box\"", caption: [text("the \"box\"")])
        let table = Table(
            alignments: [.start], head: [[.init([text("\"h\"")])]], rows: [[.init([text("\"c\"")])]])
        let list = List(start: nil, isTight: true, items: [.init(blocks: [sample.paragraph(.text("\"i\""))])])
        let component = Component(name: "note", title: [text("\"t\"")], blocks: [])
        let blocks = [
            heading, sample.block(.figure(figure), in: "x"), sample.block(.table(table), in: "x"),
            sample.block(.list(list), in: "x"), sample.block(.component(component), in: "x"),
            sample.paragraph(.link(.written("#why-now----and-how"), [])),
            sample.paragraph(.noteReference(label: "n")),
        ]
        sample.addNote("n", label: "n", path: "Documents/guide/notes.md", .text("a \"note\""))
        sample.add(blocks, title: "One \"part\"")
        sample.add(.contents)
        let (book, faults) = sample.assemble()
        #expect(faults.of("unknown-anchor").isEmpty, "the link is made of the heading as it was typed")
        let whole = "\(book.sections.map(\.title)) \(book.sections.map(\.blocks)) \(book.notes) \(book.title)"
        #expect(!whole.contains("\\\"now") && !whole.contains("\\\"box") && !whole.contains("\\\"note"))
        for part in ["“now”\u{A0}– and how", "a “box”", "the “box”", "“h”", "“c”", "“i”", "“t”", "a “note”"] {
            #expect(whole.contains(part) || whole.contains(part.replacing("\u{A0}", with: "\\u{00A0}")), "\(part)")
        }
        #expect(book.title == "The “guide”")
        #expect(book.sections[0].title.plainText == "One “part”" && book.sections[0].short == "One “part”")
    }

    @Test func whatIsVerbatimStays() {
        var sample = Sample()
        let typed: [Inline.Content] = [
            .text("\"See "), .code("\"x\" -- y..."),
            .link(.written("https://example.org/a--b"), [text("https://example.org/a--b")]),
            .link(.written("tel:+44207946-0958"), [text("+44 20 - 7946")]),
            .span(Attributes(values: ["rules": "off"]), [text("\"raw\" -- ")]), .text("end\""),
        ]
        sample.add([sample.block(.paragraph(typed.map { Inline($0, at: Sample.origin()) }), in: "x")])
        let inlines = sample.assemble().book.inlines(0, 0)
        #expect(inlines.first == .text("“See ") && inlines.last == .text("end”"))
        #expect(inlines.contains(.code("\"x\" -- y...")))
        let plain = inlines.map { Inline($0, at: Sample.origin()) }.plainText
        #expect(plain.contains("https://example.org/a--b") && plain.contains("+44 20 - 7946"))
        #expect(plain.contains("\"raw\" -- "))
    }

    @Test func valuesAreWrittenOut() {
        var sample = Sample()
        for (kind, value) in [
            ("date", "2026-03-05"), ("number", "1234567.89"), ("percent", "0.25"), ("time", "14:30"),
            ("date", "2026-02-30"), ("time", "24:00"),
        ] {
            sample.add([sample.paragraph(.span(Attributes(values: [kind: ""]), [text(value)]))])
        }
        let (book, faults) = sample.assemble(language: .russian)
        let texts = book.sections.map { section -> String in
            guard case .paragraph(let inlines) = section.blocks.first?.content else { return "" }
            return inlines.plainText
        }
        #expect(
            texts == [
                "5 марта 2026\u{A0}г.", "1\u{A0}234\u{A0}567,89", "25\u{A0}%", "14:30", "2026-02-30", "24:00",
            ])
        #expect(faults.of("bad-value").count == 2)
    }

    @Test func aHouseHasItsHabits() throws {
        var sample = Sample()
        var style = LanguageStyle()
        style.habits = Theme.Habits(
            quotes: .init("‘ ’ “ ”", at: Sample.origin()),
            rulesOff: [.init("ellipsis", at: Sample.origin()), .init("elipsis", at: Sample.origin())])
        sample.publication.theme.languages[.british] = style
        sample.add([sample.paragraph(.text("\"a \"b\"\"..."))])
        let (book, faults) = sample.assemble()
        #expect(book.inlines(0, 0) == [.text("‘a “b”’...")])
        #expect(faults.of("unknown-rule").count == 1)
    }

    @Test func aMarkWithoutPartnerIsTold() {
        var sample = Sample()
        sample.add([sample.paragraph(.text("He said \"no."))])
        #expect(sample.assemble().faults.of("unbalanced-quotes").count == 1)
    }

    @Test func aGapStaysAsItIsWritten() {
        var sample = Sample()
        sample.add([sample.paragraph(.text("\"a\" [TO CONFIRM – the \"5%\" - or so]"))])
        let inlines = sample.assemble().book.inlines(0, 0)
        #expect(inlines.first == .text("“a” "))
        let gaps = inlines.compactMap { content -> String? in
            if case .placeholder(let gap) = content { gap.text } else { nil }
        }
        #expect(gaps == ["[TO CONFIRM – the \"5%\" - or so]"])
    }
}
