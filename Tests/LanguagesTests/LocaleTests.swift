// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Languages

@Suite("Dates and numbers of a language") struct LocaleTests {
    /// 5 March 2026, a number, a share and a time of day, as typography of each language has them.
    static let rows: [(code: String, date: String, number: String, share: String)] = [
        ("en", "5 March 2026", "1,234,567.89", "25%"), ("en-GB", "5 March 2026", "1,234,567.89", "25%"),
        ("ru", "5 марта 2026⍽г.", "1⍽234⍽567,89", "25⍽%"), ("uk", "5 березня 2026⍽р.", "1⍽234⍽567,89", "25%"),
        ("bg", "5 март 2026⍽г.", "1⍽234⍽567,89", "25%"), ("sr-Cyrl", "5. март 2026.", "1.234.567,89", "25%"),
        ("kk", "2026⍽ж. 5 наурыз", "1⍽234⍽567,89", "25%"), ("ky", "2026-ж., 5-март", "1⍽234⍽567,89", "25%"),
        ("de", "5. März 2026", "1.234.567,89", "25⍽%"), ("fr", "5 mars 2026", "1⍽ₙ234⍽ₙ567,89", "25⍽%"),
        ("es", "5 de marzo de 2026", "1.234.567,89", "25⍽%"), ("pl", "5 marca 2026", "1⍽234⍽567,89", "25%"),
        ("ro", "5 martie 2026", "1.234.567,89", "25⍽%"), ("tr", "5 Mart 2026", "1.234.567,89", "%25"),
    ]

    @Test(arguments: rows.indices) func row(_ index: Int) throws {
        let row = Self.rows[index]
        let language = try #require(LanguageTag(row.code))
        #expect(Locale.date(daysFrom1970: 20_517, in: language).map(Rule.visible) == row.date)
        #expect(Locale.number("1234567.89", in: language).map(Rule.visible) == row.number)
        #expect(Locale.share("0.25", in: language).map(Rule.visible) == row.share)
        #expect(Locale.time(minutes: 14 * 60 + 30, in: language)?.contains("14") == true)
    }

    @Test func figuresAreLatin() throws {
        let arabic = try #require(LanguageTag("ar"))
        for text in [Locale.date(daysFrom1970: 20_517, in: arabic), Locale.number("1234", in: arabic)] {
            #expect(text?.unicodeScalars.contains { (0x660...0x669).contains($0.value) } == false)
        }
    }

    @Test func smallNumbersAreNotGrouped() {
        #expect(Locale.number("1234", in: .russian) == "1234")
        #expect(Locale.number("12345", in: .russian) == "12\u{A0}345")
        #expect(Locale.number("1234", in: .british) == "1,234")
        #expect(Locale.number("-0.50", in: .russian) == "-0,50")
        #expect(Locale.share("0.125", in: .british) == "12.5%")
    }

    @Test(arguments: ["", "a", "1.2.3", "1e9", "--1", ".", "1.", "٣", "1 000", String(repeating: "9", count: 99)])
    func whatIsNoNumber(_ text: String) { #expect(Locale.number(text, in: .british) == nil) }

    @Test func aLanguageWithoutDataHasNoDate() throws {
        #expect(Locale.date(daysFrom1970: 0, in: try #require(LanguageTag("tlh"))) == nil)
    }

    @Test func oldDaysAreOfTheGregorianCalendarToo() {
        // 4 October 1582 and 1 January 1.
        #expect(Locale.date(daysFrom1970: -141_438, in: .british) == "4 October 1582")
        #expect(Locale.date(daysFrom1970: -719_162, in: .british) == "1 January 1")
    }

    @Test func countriesOfALanguageWithoutFileHaveMarksOfTheirOwn() throws {
        for _ in 0..<2 {
            for (code, marks) in [("pt-BR", "“ ” ‘ ’"), ("pt-PT", "« » “ ”"), ("pt", "“ ” ‘ ’")] {
                let language = Language.of(try #require(LanguageTag(code)))
                #expect(language.quotes == QuotationMarks(marks), "\(code)")
            }
        }
    }

    @Test func aLanguageWithoutFileHasItsMarks() throws {
        let czech = Language.of(try #require(LanguageTag("cs")))
        #expect(czech.quotes == QuotationMarks("„ “ ‚ ‘") && czech.rules.count > 10)
    }
}
