// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Groundwork
internal import Testing

@testable internal import Fonts

/// The repository's copy of a font, or the system's.
func fontPath(_ name: String, system: String) -> String {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let own = "\(root)/Fonts/\(name)"
    return access(own, R_OK) == 0 ? own : "\(system)/\(name)"
}

func testBook() throws -> FontBook {
    try FontBook([
        FontFile(
            name: "serif", path: fontPath("Vollkorn-Regular.ttf", system: "/usr/share/fonts/truetype/vollkorn")),
        FontFile(name: "sans", path: fontPath("Inter-Regular.otf", system: "/usr/share/fonts/opentype/inter")),
    ])
}

@Suite struct FontBookTests {
    let book: FontBook
    let serif: FaceKey
    let sans: FaceKey

    init() throws {
        book = try testBook()
        serif = try #require(book.face(named: "serif"))
        sans = try #require(book.face(named: "sans"))
    }

    @Test func shapesAtEmScale() {
        let word = book.shape("Слово", face: serif, features: [], language: .russian)
        #expect(word.glyphs.count == 5)
        #expect(word.glyphs.map(\.cluster) == [0, 2, 4, 6, 8])
        #expect(word.glyphs.allSatisfy { $0.id != 0 && $0.advance > 0.2 && $0.advance < 1.2 })
    }

    @Test func featuresChangeGlyphs() {
        let plain = book.shape("fi 0123", face: serif, features: ["-liga", "lnum"], language: .british)
        let dressed = book.shape("fi 0123", face: serif, features: ["liga", "onum"], language: .british)
        #expect(plain.glyphs.count == 7)
        #expect(plain.glyphs.map(\.id) != dressed.glyphs.map(\.id))
    }

    @Test func tellsWhatAFaceLacks() {
        #expect(book.covers("ж", face: serif))
        #expect(!book.covers("語", face: serif))
        #expect(book.shape("語", face: serif, features: [], language: .british).glyphs.map(\.id) == [0])
    }

    @Test func knowsItsMetrics() {
        let metrics = book.metrics(of: serif)
        #expect(metrics.postScriptName == "Vollkorn-Regular")
        #expect((0.6...1.2).contains(metrics.ascent) && (0.1...0.6).contains(metrics.descent))
        #expect(metrics.xHeight < metrics.capHeight && metrics.capHeight < metrics.ascent)
    }

    @Test func refusesAFileThatIsNotThere() {
        #expect(throws: StageFailure("cannot read the font ‘ghost’")) {
            try FontBook([FontFile(name: "ghost", path: "/nowhere/ghost.otf")])
        }
    }

    @Test func refusesToDrawWithWhatIsNoFont() throws {
        let book = try FontBook([FontFile(name: "text", path: #filePath)])
        #expect(throws: StageFailure("‘text’ is not a font")) { try book.cairoFace(FaceKey(index: 0)) }
        #expect(
            book.shape("a", face: FaceKey(index: 0), features: [], language: .british).glyphs.allSatisfy { $0.id == 0 })
    }
}
