// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Languages

/// Every row of every language shows what it does: here it is held to it.
@Suite("The examples of the languages") struct RuleExampleTests {
    static let rows: [(code: String, rule: Rule)] = (["all"] + Language.described).flatMap { code in
        LanguageTag(code).map { tag in Language.of(tag).rules.map { (code, $0) } } ?? []
    }

    @Test("come out as they are written", arguments: rows.indices)
    func example(_ index: Int) throws {
        let (code, rule) = Self.rows[index]
        let language = try #require(LanguageTag(code))
        // How a word is cut is Typesetting's: its tests hold it to these rows.
        guard rule.id != "ordinals" else { return }
        var result = rule.typed
        if rule.changesText {
            var spans = [TextSpan(rule.typed, language: language, switches: Self.only(rule.id))]
            var rules = TextRules()
            let outcome = rules.apply(to: &spans)
            result = spans[0].text
            #expect(outcome.unbalanced.isEmpty, "\(code) \(rule.id)")
        } else {
            let glue = Language.of(language).glue
            result = Self.held(rule.typed) { word, next in
                rule.id == "heading-words"
                    ? glue.endsNoHeadingLine(word)
                    : Hold.penalty(between: glue.hold(of: word), glue.hold(of: next)) > 100
            }
        }
        #expect(
            Rule.visible(result) == Rule.visible(rule.set), "\(code) \(rule.id): \(Rule.visible(result))")
    }

    /// An example shows one rule, as if there were no other.
    private static func only(_ id: String) -> RuleSwitches {
        let companions = id == "quotes" || id == "apostrophe" ? ["quotes", "apostrophe"] : [id]
        return RuleSwitches().adding(Language.switches.filter { !companions.contains($0) }.joined(separator: " "))
    }

    private static func held(_ text: String, _ holds: (String, String) -> Bool) -> String {
        let words = text.split(separator: " ").map(String.init)
        var result = words.first ?? ""
        for (word, next) in zip(words, words.dropFirst()) {
            result += (holds(word, next) ? "‿" : " ") + next
        }
        return result
    }

    @Test("the files can be read and say everything", arguments: Language.described)
    func files(_ code: String) throws {
        let common = LanguageFile(code: "all", try #require(LanguageShelf.text(of: "all")), over: nil)
        #expect(common.faults.isEmpty, "\(common.faults)")
        let file = LanguageFile(code: code, try #require(LanguageShelf.text(of: code)), over: common)
        #expect(file.faults.isEmpty, "\(code): \(file.faults)")
        #expect(!file.name.isEmpty && file.name != code)
    }
}
