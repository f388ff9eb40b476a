// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Languages
import Testing

@testable import Typesetting

/// How a word with figures is cut: the rows of Languages that no example there can show.
@Suite struct NumeralTests {
    @Test("the ending of a numeral stays with its figures", arguments: Language.described)
    func endings(_ code: String) throws {
        let language = try #require(LanguageTag(code))
        let endings = Language.of(language).rules.first { $0.id == "ordinals" }?.words ?? []
        for ending in endings {
            for word in ["5-\(ending)", "1997-\(ending),", "5\(ending)"] {
                let parts = Array(word.utf8).withUnsafeBytes { WordSplitter($0).parts() }
                #expect(parts.count == 1, "\(code): \(word)")
            }
        }
    }

    @Test(
        "a number is not cut at its hyphens", arguments: ["181-1", "2016-444", "8-800-555-35-35", "+44-20-7946-0958"])
    func numbers(_ number: String) {
        #expect(Array(number.utf8).withUnsafeBytes { WordSplitter($0).parts() }.count == 1)
    }

    @Test func figuresThatBelongTogetherNeverPart() {
        let glue = Language.of(.russian).glue
        func penalty(_ left: String, _ right: String) -> Int32 {
            WordTraits.penalty(between: WordTraits(left, glue: glue), WordTraits(right, glue: glue))
        }
        #expect(
            penalty("116", "123") >= 10_000 && penalty("+7", "(495)") >= 10_000 && penalty("(495)", "123") >= 10_000)
        #expect(penalty("т.", "е.") == 9000 && penalty("5", "кг") == 9000 && penalty("стр.", "5") == 9000)
        #expect(penalty("на", "столе") > 100 && penalty("стол", "стоит") == 0)
        #expect(penalty("1997.", "кг") == 0 && penalty("стр.", "Петербург") == 0)
    }
}
