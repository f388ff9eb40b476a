// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Languages

struct CollationTests {
    private func sorted(_ words: [String], _ tag: String) throws -> [String] {
        Collation(try #require(LanguageTag(tag))).sorted(words) { $0 }
    }

    @Test func wordsComeInTheOrderOfTheirLanguage() throws {
        #expect(
            try sorted(["ёлка", "жизнь", "ежегодно", "Ель", "яма", "аборт"], "ru") == [
                "аборт", "ежегодно", "ёлка", "Ель", "жизнь", "яма",
            ])
        #expect(try sorted(["zebra", "élan", "echo", "Ethics"], "en-GB") == ["echo", "élan", "Ethics", "zebra"])
        // Ä is a letter after Z in Swedish, and an A in German.
        #expect(try sorted(["ärlig", "zon", "arm"], "sv") == ["arm", "zon", "ärlig"])
        #expect(try sorted(["ärlich", "Zone", "Arm"], "de") == ["ärlich", "Arm", "Zone"])
        #expect(try sorted(["ніч", "їжа", "ґрунт", "гора"], "uk") == ["гора", "ґрунт", "їжа", "ніч"])
    }

    @Test func wordsAreComparedOneByOneAndMarksDoNotCount() throws {
        #expect(
            try sorted(["sexual health", "“sex work”", "sexism", "Sex Workers Act", "sex worker"], "en-GB")
                == ["“sex work”", "sex worker", "Sex Workers Act", "sexism", "sexual health"])
        #expect(try sorted(["section 10", "section 2"], "en-GB") == ["section 2", "section 10"])
    }

    @Test func anIndexHasTheHeadingsOfItsLanguage() throws {
        let russian = Collation(.russian)
        #expect(russian.group(of: "аборт") == .letter("А"))
        #expect(russian.group(of: "ёлка") == .letter("Е"))
        #expect(russian.group(of: "ъ") == .letter("Щ"))
        #expect(russian.group(of: "«Эхо»") == .letter("Э"))
        #expect(russian.group(of: "PrEP") == .latin)
        #expect(russian.group(of: "112") == .sign)
        let english = Collation(.british)
        #expect(english.group(of: "élan") == .letter("E"))
        #expect(english.group(of: "Эхо") == .letter("Э"))
        #expect(english.group(of: "") == .sign)
        #expect(Collation(try #require(LanguageTag("sv"))).group(of: "ärlig") == .letter("Ä"))
    }

    @Test func aVeryLongTermHasAKey() {
        let long = String(repeating: "ё", count: 50_000)
        #expect(Collation(.russian).key(of: long).count > 50_000)
    }
}
