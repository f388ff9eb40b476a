// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Languages

@Suite("Rules that change characters") struct TextRuleTests {
    static let languages = Language.described.compactMap { LanguageTag($0) }

    private func set(
        _ texts: String..., in code: String = "en-GB", off: String = "", habits: [LanguageTag: LanguageHabits] = [:]
    ) throws -> [String] {
        let language = try #require(LanguageTag(code))
        var rules = TextRules(habits)
        var spans = texts.map { TextSpan($0, language: language, switches: RuleSwitches().adding(off)) }
        _ = rules.apply(to: &spans)
        return spans.map { Rule.visible($0.text) }
    }

    @Test func quotationsNestAcrossSpans() throws {
        #expect(try set("He said \"", "go \"now", "\" please", "\".") == ["He said “", "go ‘now", "’ please", "”."])
        #expect(try set("(\"a\") \"'b' c\" \"d 'e'\"") == ["(“a”) “‘b’ c” “d ‘e’”"])
        #expect(try set("\"Is it?\" --- \"It is!\"") == ["“Is it?”⍽– “It is!”"])
        #expect(try set("le \"mot\"", in: "fr") == ["le «⍽mot⍽»"])
        // A quotation that is typed as it should be counts as a level.
        #expect(try set("«a \"b\" c»", in: "ru") == ["«a „b“ c»"])
    }

    @Test func eachLanguageHasItsOwn() throws {
        let (russian, english) = (LanguageTag.russian, LanguageTag.british)
        var rules = TextRules()
        var spans = [
            TextSpan("The word \"", language: english), TextSpan("сказал \"да\"", language: russian),
            TextSpan("\" here", language: english),
        ]
        _ = rules.apply(to: &spans)
        #expect(spans.map(\.text) == ["The word “", "сказал „да“", "” here"])
    }

    @Test func apostrophes() throws {
        #expect(try set("'Tis the dogs' day in '68, isn't it?") == ["’Tis the dogs’ day in ’68, isn’t it?"])
        #expect(try set("rock 'n' roll, 'fine'") == ["rock ’n’ roll, “fine”"])
        #expect(try set("It is 5' 6\" tall.") == ["It is 5' 6\" tall."])
    }

    @Test func abbreviationsOfSeveralWords() throws {
        #expect(try set("Z. B. hier (d.h. da), i. d.R.", in: "de") == ["Z.⍽ₙB. hier (d.⍽ₙh. da), i.⍽ₙd.⍽ₙR."])
        #expect(try set("z.\u{A0}B., 5 v. Chr.", in: "de") == ["z.⍽B., 5 v.⍽ₙChr."])
        #expect(try set("z. Berlin, az. B., i. e.", in: "de") == ["z. Berlin, az. B., i. e."])
        #expect(try set("z. ", "B. hier", in: "de") == ["z.⍽ₙ", "B. hier"])
        #expect(try set("z. B.", in: "de", off: "-phrase-space") == ["z. B."])
        #expect(try set("e. g. z. B.") == ["e. g. z. B."])
    }

    static let untouched = [
        "+44 20 7946 0958", "8 800 555-35-35", "call 116 123 or 116-123", "0 8008 8008", "+373-22-24-06-24", "181-1",
        "2016-444", "law 181-1 and № 2016-444".replacing("№ ", with: "№\u{A0}"),
        "https://example.org/a--b?x=1...2&y='z'",
        "www.example.org/10%/a-b", "o'neil@example.org", "id_5-7", "2026-03-05", "10-й", "ISBN 978-3-16-148410-0",
        "(030) 611-00-23", "0800-0113", "111 0 111", "--help", "a/b--c.d/e",
    ]

    @Test("numbers, addresses and ids stay as they are", arguments: untouched, languages)
    func isUntouched(_ text: String, _ language: LanguageTag) {
        var rules = TextRules()
        for around in [("", ""), ("", "."), ("x ", " y"), ("(", ")")] {
            var spans = [TextSpan(around.0 + text + around.1, language: language)]
            _ = rules.apply(to: &spans)
            let kept = spans[0].text.replacing("’", with: "'")
            #expect(kept.contains(text.replacing("’", with: "'")), "\(language): \(Rule.visible(spans[0].text))")
        }
    }

    @Test("verbatim text stays as it is", arguments: languages)
    func verbatim(_ language: LanguageTag) {
        let text = "\"a\" -- 'b'... 5% 10-15 km; № 5 « x » 1 234 567 km ?"
        var rules = TextRules()
        var spans = [
            TextSpan("\"", language: language), TextSpan(text, language: language, isVerbatim: true),
            TextSpan("\"", language: language),
        ]
        _ = rules.apply(to: &spans)
        #expect(spans[1].text == text)
    }

    @Test("setting twice is setting once, and typed marks stay", arguments: languages)
    func twice(_ language: LanguageTag) {
        var rules = TextRules()
        for rule in Language.of(language).rules where rule.changesText {
            for text in [rule.typed, rule.set] {
                var spans = [TextSpan(text, language: language)]
                _ = rules.apply(to: &spans)
                let once = spans
                let outcome = rules.apply(to: &spans)
                #expect(spans == once && !outcome.hasChanged, "\(language) \(rule.id): \(spans[0].text)")
            }
        }
    }

    @Test("no letter and no figure comes, goes or moves", arguments: languages)
    func nothingIsLost(_ language: LanguageTag) {
        let alphabet = Array("ab1 2\"'-.,;:!?«»“”№§% (—–)\n".unicodeScalars) + ["ж", "é", "\u{A0}"]
        var generator = Lehmer(state: 42)
        var rules = TextRules()
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<Int.random(in: 1...40, using: &generator) {
                text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
            }
            let cut = text.index(text.startIndex, offsetBy: text.count / 2)
            var spans = [String(text[..<cut]), String(text[cut...])].map { TextSpan($0, language: language) }
            _ = rules.apply(to: &spans)
            let words = { (text: String) in text.unicodeScalars.filter { $0.isWord } }
            #expect(words(spans.map(\.text).joined()).elementsEqual(words(text)), "\(language): \(text)")
        }
    }

    @Test func rulesAreSwitchedOff() throws {
        #expect(try set("\"a\" -- b...", off: "off") == ["\"a\" -- b..."])
        #expect(try set("\"a\" -- b...", off: "-quotes -dash") == ["\"a\" -- b…"])
        #expect(RuleSwitches().adding("-quotes nonsense").unknown == ["nonsense"])
        let english = try #require(LanguageTag("en"))
        let house = LanguageHabits(quotes: QuotationMarks("‘ ’ “ ”"), switches: RuleSwitches().adding("ellipsis"))
        #expect(try set("\"a 'b'\"...", habits: [english: house]) == ["‘a “b”’..."])
        #expect(try set("Non ?", in: "fr", off: "high-punctuation-space") == ["Non ?"])
    }

    @Test func unbalancedMarksAreTold() {
        var rules = TextRules()
        for (text, count) in [
            ("\"a", 1), ("a\" b", 1), ("\"a\" \"b", 1), ("a 5\" disk", 0), ("it's", 0), ("\"a 'b\"", 0),
        ] {
            var spans = [TextSpan("x ", language: .british), TextSpan(text, language: .british)]
            let outcome = rules.apply(to: &spans)
            #expect(outcome.unbalanced.count == count, "\(text)")
            #expect(outcome.unbalanced.allSatisfy { $0.span == 1 })
        }
    }

    @Test func aLongParagraphIsNoTrouble() {
        var rules = TextRules()
        for piece in ["\"", "'", "\"a ", "1 234 ", "1-", "- ", "5 - ", "«", ".", "a' ", "p. 1-2 ", "123 "] {
            let time = time(of: String(repeating: piece, count: 20_000), &rules)
            #expect(time < .seconds(4), "\(piece): \(time)")
        }
        let unclosed = time(
            of: String(repeating: "« ", count: 20_000) + String(repeating: "a\" ", count: 20_000), &rules)
        #expect(unclosed < .seconds(4), "\(unclosed)")
    }

    private func time(of text: String, _ rules: inout TextRules) -> Duration {
        var spans = [TextSpan(text, language: .russian)]
        return ContinuousClock().measure { _ = rules.apply(to: &spans) }
    }

    @Test func aFixedBlankBeforeAHyphenIsABlankToo() throws {
        #expect(try set("one\u{A0}- two") == ["one⍽– two"])
        #expect(try set("one\u{202F}- two") == ["one⍽– two"])
    }
}

/// D. H. Lehmer's generator: the same texts in every run.
struct Lehmer: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        var result: UInt64 = 0
        for _ in 0..<4 {
            state = state &* 48271 % 0x7fff_ffff
            result = result << 16 | (state & 0xFFFF)
        }
        return result
    }
}
