// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Hyphens
internal import Testing

@Suite struct DivisionSenseTests {
    /// A list that divides before every consonant, as the lists in Cyrillic do where they know nothing better.
    private static let everywhere =
        "UTF-8\n.пі4д3\n" + "бвгдзйклмнпрстфхцчшж".map { "1\($0)\n" }.joined()

    private static func divided(_ word: String, _ tag: String) throws -> String {
        let list = try HyphenationList(Array(everywhere.utf8), language: #require(LanguageTag(tag)))
        var bytes = Array(word.utf8)
        for point in list.points(in: word).reversed() { bytes.insert(UInt8(ascii: "-"), at: point) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("no part is without a vowel", arguments: ["ru", "uk", "bg"])
    func syllables(_ tag: String) throws {
        let parts = try Self.divided("министерств", tag).split(separator: "-")
        #expect(parts.first == "ми" && parts.last == "терств", "\(parts)")
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
        #expect(plain == "ко-ро-ва")
        #expect(stressed.unicodeScalars.elementsEqual("ко-ро\u{301}-ва".unicodeScalars), "\(stressed)")
    }
}
