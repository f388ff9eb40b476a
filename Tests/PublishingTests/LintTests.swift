// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Preflight
import Testing

@testable import Publishing

/// What `lint:` allows is mended as the documentation says, and nothing of the text is lost.
@Suite struct LintTests {
    /// A fault with what must stand in the file all the same.
    struct Case: Sendable, CustomTestStringConvertible {
        let code: String
        let block: String
        let kept: [String]
        var testDescription: String { code }
    }

    static let cases: [Case] = [
        Case(
            code: "raw-html", block: "A <b>bold</b> word.\n\n<div class=\"x\">\nblock text <i>in</i> it\n</div>",
            kept: ["A bold word.", "block text in it"]),
        Case(code: "heading-skip", block: "#### Far below\n\nText.", kept: ["Far below"]),
        Case(code: "alt-missing", block: "![](figures/steps.svg)", kept: ["steps"]),
        Case(
            code: "unknown-anchor", block: "See [lost words](nowhere.md#x) and [](#gone).",
            kept: ["lost words", "#gone"]),
        Case(code: "missing-glyph", block: "Before 漢字 behind.", kept: ["Before", "behind."]),
        Case(
            code: "remote-image", block: "![Words for it](https://example.org/a.png)",
            kept: ["Words for it"]),
        Case(
            code: "wide-table",
            block: String(repeating: "| A ", count: 40) + "|\n" + String(repeating: "|-", count: 40) + "|\n"
                + (1...40).map { "| incomprehensible\($0)x " }.joined() + "|",
            kept: (1...40).map { "incomprehensible\($0)x" }),
        Case(code: "unknown-footnote", block: "A note[^lost] here.", kept: ["A note[^lost] here."]),
    ]

    @Test(arguments: cases, ["warn", "off"])
    func isMendedAndKeepsTheText(_ item: Case, _ level: String) async throws {
        let sample = try PublisherTests.Sample()
        try sample.add(item.block)
        try sample.set("lint:\n  \(item.code): \(level)")
        let outcome = try await sample.build()
        #expect(outcome.files.count == 1, outcome.said)
        let told = outcome.diagnostics.all.filter { $0.code == DiagnosticCode(item.code) }
        #expect(told.isEmpty == (level == "off"))
        #expect(told.allSatisfy { $0.severity == .warning && !$0.hint.isEmpty })
        let inspection = try Inspection.inspect(bytes: sample.bytes(PublisherTests.Sample.edition))
        let text = inspection.words
        for words in item.kept { #expect(text.contains(words.filter { $0 != " " }), "\(words)") }
    }

    @Test func aSkippedLevelIsMendedInTheTagTree() async throws {
        let sample = try PublisherTests.Sample()
        try sample.add("#### Far below")
        try sample.set("lint:\n  heading-skip: off")
        _ = try await sample.build()
        let inspection = try Inspection.inspect(bytes: sample.bytes(PublisherTests.Sample.edition))
        var last = 0
        for tag in inspection.tags where tag.role.hasPrefix("H") {
            guard let level = Int(tag.role.dropFirst()) else { continue }
            #expect(level <= last + 1)
            last = level
        }
        #expect(last > 0)
    }
}

extension Inspection {
    /// All text and alternative text in the order of reading, without blanks: lines and words may be broken anywhere.
    var words: String {
        tags.map { $0.alternative + $0.text }.joined().filter { !$0.isWhitespace && $0 != "\u{AD}" && $0 != "\u{200B}" }
    }
}
