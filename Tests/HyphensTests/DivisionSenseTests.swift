// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Hyphens
internal import Testing

@Suite struct DivisionSenseTests {
    /// A list that divides before and after every consonant.
    private static let everywhere =
        "UTF-8\n" + "бвгдзйклмнпрстфхцчшж".map { "1\($0)1\n2\($0)ь\n" }.joined() + "ь1\n"

    private static func divided(_ word: String, _ tag: String) throws -> String {
        let list = try HyphenationList(Array(everywhere.utf8), language: #require(LanguageTag(tag)))
        var bytes = Array(word.utf8)
        for point in list.points(in: word).reversed() { bytes.insert(UInt8(ascii: "-"), at: point) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("no part is without a vowel", arguments: ["ru", "uk", "bg"])
    func syllables(_ tag: String) throws {
        let parts = try Self.divided("министерств", tag).split(separator: "-")
        #expect(parts.last == "терств" || parts.last == "ерств", "\(parts)")
        #expect(parts.first?.contains("и") ?? false)
    }

    @Test("ъ is a vowel of Bulgarian")
    func bulgarian() throws { #expect(try Self.divided("гърбът", "bg").contains("бът")) }

    @Test("what Ukrainian keeps together")
    func ukrainian() throws {
        let conference = try Self.divided("конфлікт", "uk")
        #expect(conference.hasPrefix("кон-"), "\(conference)")
        let help = try Self.divided("підтримка", "uk")
        #expect(help.hasPrefix("під-три"), "\(help)")
        #expect(help.hasSuffix("м-ка"), "\(help)")
    }

    @Test("a letter keeps its mark of stress", arguments: ["ru", "uk", "bg"])
    func stress(_ tag: String) throws {
        let plain = try Self.divided("корова", tag)
        let stressed = try Self.divided("коро\u{301}ва", tag)
        #expect(stressed.replacing("\u{301}", with: "") == plain)
        #expect(!stressed.unicodeScalars.split(separator: "-").contains { $0.first == "\u{301}" })
        #expect(stressed.contains("ро\u{301}"))
    }
}
