// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Testing

@testable internal import Fonts

@Suite("What a face has") struct FontFeaturesTests {
    let book: FontBook
    let serif: FaceKey
    let sans: FaceKey

    init() throws {
        book = try testBook()
        serif = try #require(book.face(named: "serif"))
        sans = try #require(book.face(named: "sans"))
    }

    @Test("features are those of the file")
    func tags() {
        #expect(book.features(of: serif).isSuperset(of: ["smcp", "sups", "frac", "onum", "kern"]))
        #expect(!book.features(of: sans).contains("smcp"))
    }

    @Test("small caps are real for Latin and Cyrillic in Vollkorn, for neither in Inter")
    func smallCapitals() {
        #expect(book.dresses("word", with: "smcp", face: serif, language: .british))
        #expect(book.dresses("щёголь", with: "smcp", face: serif, language: .russian))
        #expect(!book.dresses("word", with: "smcp", face: sans, language: .british))
    }

    @Test("a feature that dresses only some letters does not count")
    func partial() {
        #expect(book.dresses("17", with: "sups", face: serif, language: .british))
        #expect(!book.dresses("17th", with: "sups", face: serif, language: .british))
        #expect(book.dresses("1/2", with: "frac", face: serif, language: .british))
        #expect(!book.dresses("", with: "sups", face: serif, language: .british))
        #expect(!book.dresses(",", with: "sups", face: serif, language: .british))
    }

    @Test("an outline has the letter's height, and its edge follows its shape")
    func outline() throws {
        let glyph = try #require(book.shape("A", face: serif, features: [], language: .british).glyphs.first)
        let outline = book.outline(of: glyph.id, face: serif)
        let height = book.metrics(of: serif).capHeight
        #expect(abs(outline.top - height) < 0.06)
        #expect(abs(outline.bottom) < 0.03)
        #expect(outline.left < outline.right && outline.right < 1)
        let apex = try #require(outline.right(from: height * 0.8, to: height))
        let foot = try #require(outline.right(from: 0, to: 0.1))
        #expect(apex < foot - 0.1)
        #expect(outline.right(from: 2, to: 3) == nil)
        #expect(book.outline(of: 1_000_000, face: serif).isEmpty)
    }
}
