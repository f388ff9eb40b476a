// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Publishing

/// What is open stops a final edition wherever it hides, and is listed in a draft.
@Suite struct OpenItemTests {
    /// A place for a placeholder.
    struct Place: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var file = "guide/01-text.md"
        let plant: @Sendable (PublisherTests.Sample, String) throws -> Void

        init(
            _ name: String, in file: String = "guide/01-text.md",
            plant: @escaping @Sendable (PublisherTests.Sample, String) throws -> Void
        ) {
            testDescription = name
            self.file = file
            self.plant = plant
        }

        /// A block in which `@` stands for the placeholder.
        init(_ name: String, block: String) {
            self.init(name) { try $0.add(block.replacing("@", with: $1)) }
        }
    }

    static let places: [Place] = [
        .init("text", block: "Some @ text."), .init("emphasis", block: "Some *text @ here*."),
        .init("code", block: "Some `@`."), .init("code block", block: "```\n@\n```"),
        .init("heading", block: "## Some @"), .init("list", block: "- Some\n  - @"),
        .init("meaning", block: "Term\n: @"), .init("quotation", block: "> @"),
        .init("table", block: "| A | B |\n|---|---|\n| a | @ |"),
        .init("caption", block: ":::table\nSome @\n\n| A |\n|---|\n| a |\n:::"),
        .init("table's note", block: ":::table\nCaption\n\n| A |\n|---|\n| a |\n\n@\n:::"),
        .init("alternative text", block: "![A picture @](figures/steps.svg)"),
        .init("footnote", block: "Text.[^gap]\n\n[^gap]: @"),
        .init("title of a container", block: ":::note @\nText\n:::"),
        .init("front matter") { try $0.edit("01-text.md", "short: Text", "short: \"\($1)\"") },
        .init("settings", in: "guide/publication.yaml") {
            try $0.edit("publication.yaml", "subtitle: A publication to begin from", "subtitle: \"\($1)\"")
        },
        .init("resource", in: "resources.yaml") {
            try $0.edit("../resources.yaml", "    grade: A", "    hours: \"\($1)\"\n    grade: A")
        },
        .init("glossary", in: "glossary.yaml") {
            try $0.edit("../glossary.yaml", "One language of", "“\($1)” of")
        },
        .init("catalogue", in: "guide/po/ru.po") {
            let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nLanguage: ru\\n\"\n\n"
            let text = "A quotation, set apart from the text."
            let entry = "msgctxt \"paragraph\"\nmsgid \"\(text)\"\nmsgstr \"Цитата \($1)\"\n"
            try $0.write("po/ru.po", header + entry)
        },
    ]

    @Test(arguments: places)
    func isFoundWhereverItStands(_ place: Place) async throws {
        let sample = try PublisherTests.Sample()
        try sample.close()
        try place.plant(sample, "[TESTIMONY – one voice]")
        let outcome = try await sample.build(isDraft: false)
        try sample.expectRefusal(outcome)
        #expect(outcome.has("open-item", in: place.file, at: "TESTIMONY"), outcome.said)

        let draft = try await sample.build()
        #expect(!draft.diagnostics.hasErrors, draft.said)
        #expect(draft.open.contains { $0.text.contains("TESTIMONY – one voice") })
    }

    @Test(arguments: [
        "[CONSULTATION FINDING – x]", "[TESTIMONY – x]", "[TO CONFIRM – x]", "[To confirm: x]", "[TOCONFIRM – x]",
        "[CONSULTATION FINDINGS - x]", "(TO CONFIRM – x)", "TO CONFIRM", "[TO  CONFIRM]", "[TESTIMONY]",
        "[CONSULTATION-FINDING—x]", "[TO BE CONFIRMED]", "[TBC]", "[ TESTIMONY – x ]", "[CONSULTATION FINDING –x",
        "\\[TO CONFIRM – x\\]", "[TO CONFIRM](#lists)", "[TO *CONFIRM* – x]", "[СONSULTATION FINDING – x]",
        "[CONSULTATON FINDING – x]", "[TESTIMONIES – x]", "[TESTIMONY| x]", "[TO CONFlRM – x]", "[TO CONFRIM – x]",
        "[CONFIRM – x]", "[FINDING – x]", "[TESTAMONY – x]", "[TO CONFIRM –\nx]", "[to\u{A0}confirm – x]",
    ])
    func isFoundHoweverItIsWritten(_ placeholder: String) async throws {
        let sample = try PublisherTests.Sample()
        try sample.close()
        try sample.add("Some \(placeholder) text.")
        let outcome = try await sample.build(isDraft: false)
        try sample.expectRefusal(outcome)
        #expect(outcome.errors("open-item").count == 1, outcome.said)
    }

    @Test(arguments: [
        "Her testimony was heard.", "Please confirm it.", "We want to confirm that.", "[testimony](#lists)",
        "[a consultation](#lists): findings", "In [1, 2] and [Smith 2020].", "[FOR ALLIES] and [NOTE: x].",
        "The findings – all of them.", "A public consultation.",
    ])
    func proseIsNoPlaceholder(_ text: String) async throws {
        let sample = try PublisherTests.Sample()
        try sample.close()
        try sample.add(text)
        let outcome = try await sample.build(isDraft: false)
        #expect(outcome.files.count == 1, outcome.said)
        #expect(outcome.open.isEmpty)
    }

    @Test func aCommentIsNoPlaceholder() async throws {
        let sample = try PublisherTests.Sample()
        try sample.close()
        try sample.add("<!-- [TO CONFIRM – for editors only] -->")
        #expect(try await sample.build(isDraft: false).files.count == 1)
    }

    @Test func aResourceThatNobodyVerifiedStopsTheFinalEdition() async throws {
        let sample = try PublisherTests.Sample()
        try sample.close()
        try sample.edit("../resources.yaml", "grade: A", "grade: V")
        let outcome = try await sample.build(isDraft: false)
        try sample.expectRefusal(outcome)
        #expect(outcome.has("grade-v", in: "guide/02-components.md", at: "resource:org-example"), outcome.said)
        #expect(try await sample.build().files.count == 1)
    }

    @Test func aCriticalBlockNeedsAName() async throws {
        let sample = try PublisherTests.Sample()
        try sample.close()
        try sample.add("Call the emergency number.\n{#emergency critical}")
        let outcome = try await sample.build(isDraft: false)
        try sample.expectRefusal(outcome)
        #expect(outcome.has("unsigned-critical", in: "guide/01-text.md", at: "emergency number"), outcome.said)
        #expect(try await sample.build().open.count == 1)
        try sample.set("sign-off: [emergency]")
        #expect(try await sample.build(isDraft: false).files.count == 1)
    }
}
