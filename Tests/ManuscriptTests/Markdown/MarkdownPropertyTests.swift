// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Testing

/// A small generator, so that a failure can be seen again.
private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

@Suite struct MarkdownPropertyTests {
    private static let pieces = [
        "*", "**", "_", "`", "```", "~~", "[", "]", "(", ")", "{", "}", "{#a}", "]{lang=ru}", "[^a]", "[^a]: ", ":::",
        ":::note ",
        ":::table", ":::figure", "<!--", "-->", "<b>", "</b>", "<script>", "\n", "\n\n", "    ", "\t", "> ", "- ",
        "1. ", "# ", "## ", "---",
        "| a | b |\n|---|---|\n", "|", ": ", "\\", "&amp;", "&#32;", "⸎", "⸎0⸎", "é", "text", " ", "\r\n", "\r",
        "\u{0}", "![x](y)", "[x](y)",
        "https://a.b", "[!NOTE]", "=", "===", "«", "»", "a",
    ]

    private static func text(_ dice: inout Dice, _ count: Int, lines: Bool) -> String {
        (0..<count).map { _ in pieces.randomElement(using: &dice) ?? "" }.filter {
            lines || !$0.contains(where: \.isNewline)
        }
        .joined()
    }

    @Test func anyTextIsReadAndEveryPlaceIsInTheFile() {
        for seed in 1...3000 {
            var dice = Dice(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
            let reading = Reading(Self.text(&dice, 40, lines: true))
            let count = reading.file.text.utf8.count
            #expect(
                (reading.origins + reading.diagnostics.all.compactMap(\.origin)).allSatisfy {
                    $0.source.utf8.lowerBound >= 0 && $0.source.utf8.upperBound <= count
                }, "\(reading.file.text.debugDescription)")
        }
    }

    @Test func anyBytesAreRead() {
        for seed in 1...500 {
            var dice = Dice(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
            let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &dice) }
            _ = Reading(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func theCanonicalFormReadsBackAsItself() {
        var odd = 0
        for seed in 1...3000 {
            var dice = Dice(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
            let text = Self.text(&dice, 12, lines: false)
            let once = canonical(text)
            let twice = canonical(once)
            // Bare addresses that swallow brackets can be read in two ways; real text has none.
            if once != twice { odd += 1 }
        }
        #expect(odd < 45, "\(odd) of 3000")
    }

    private func canonical(_ text: String) -> String {
        let origin = Origin(source: SourceRange(file: SourceFile(path: "a.po", text: text), utf8: 0..<0))
        var diagnostics = Diagnostics()
        return sourceText(of: MarkdownReader.inlines(text, in: origin, diagnostics: &diagnostics))
    }

    @Test(arguments: [
        "Plain text.", "[TO CONFIRM – publisher] Nobody", "*Heard.* Briefing [^F1][^F2]",
        "a \\* b\\_c snake_case 5 * 3",
        "[«слово»]{lang=ru}", "See [](resource:x) and <https://a.b/c?d=e&f>.", "**A** – `x` ~~y~~", "a\\\nb",
        "- not a list",
        "1. not a list", "# not a heading", "www.example.org", "a &amp; b", "{{#x}}", "<b", "x < y", ":::note",
        "![a](b.png)",
        "\\[^x]", "[a](b \\(c)", "``a ` b``", "***x***", "**a *b* c**", "*a **b** c*", "[**x**](y)", "60",
    ])
    func knownTextsReadBack(_ text: String) {
        let once = canonical(text)
        #expect(canonical(once) == once)
    }

    @Test(arguments: [
        "> ", "- ", "*", "**a *", "[", "![", "[a](", "> - ", "`", "<!--", "]{a}", "[^a", "![l", ":::note\n", "<", "{",
        "1. ",
    ])
    func repetitionNeitherHangsNorOverflows(_ piece: String) {
        let clock = ContinuousClock()
        let text = String(repeating: piece, count: 10_000) + "x"
        let time = clock.measure { _ = Reading(text) }
        #expect(time < .seconds(5), "\(piece) took \(time)")
    }

    @Test func deepListsAreCutOff() {
        let text = (0..<200).map { String(repeating: "  ", count: $0) + "- \($0)\n" }.joined()
        let reading = Reading(text)
        #expect(reading.codes.contains("too-deep"))
        #expect(reading.outline.contains("199"))
    }
}
