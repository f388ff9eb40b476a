// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Testing

@testable internal import Fonts

@Suite struct DirectionTests {
    private let arabic = LanguageTag("ar") ?? .british

    @Test func bracketsAreMirroredFromRightToLeft() throws {
        let book = try testBook()
        let face = try #require(book.face(named: "serif"))
        let closing = book.shape(")", face: face, features: [], language: arabic)
        let turned = book.shape("(", face: face, features: [], language: arabic, isRightToLeft: true)
        #expect(turned.glyphs.map(\.id) == closing.glyphs.map(\.id))
    }

    @Test func contextDoesNotMoveClusters() throws {
        let book = try testBook()
        let face = try #require(book.face(named: "serif"))
        let alone = book.shape("слово", face: face, features: [], language: .russian)
        let within = book.shape(
            "слово", face: face, features: [], language: .russian, before: "не́что", after: "ещё")
        #expect(within.glyphs == alone.glyphs && within.text == "слово")
    }

    @Test func lettersJoinTowardsTheirContext() throws {
        let path = fontPath("NotoNaskhArabic-Regular.ttf", system: "/usr/share/fonts/truetype/noto")
        let book = try FontBook([FontFile(name: "naskh", path: path)])
        let face = try #require(book.face(named: "naskh"))
        let whole = book.shape("سلم", face: face, features: ["-liga", "-rlig"], language: arabic)
        let head = book.shape("س", face: face, features: [], language: arabic, isRightToLeft: true, after: "لم")
        let alone = book.shape("س", face: face, features: [], language: arabic)
        #expect(head.glyphs.map(\.id) == whole.glyphs.filter { $0.cluster == 0 }.map(\.id))
        #expect(alone.glyphs.map(\.id) != head.glyphs.map(\.id))
    }
}
