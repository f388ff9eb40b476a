// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Finishing

@Suite struct GlyphGuessTests {
    private func map(_ lines: String) -> GlyphGuess { GlyphGuess(Array(lines.utf8)) }

    @Test func aFontOfADrawingIsToldFromOneOfTheText() {
        let ofDrawing = map("3 beginbfchar\n<0001> <0417>\n<0002> <0430>\n<0003> <043a>\nendbfchar")
        #expect(!ofDrawing.agrees(with: ["Т", "е", "к", "с", "т"]))
        #expect(ofDrawing.agrees(with: ["З", "а", "к", "о", "н"]))
        // More codes than the text has glyphs: another font's.
        #expect(!ofDrawing.agrees(with: ["З", "а"]))
    }

    @Test func whatCairoDoesNotKnowIsNoContradiction() {
        #expect(map("2 beginbfchar\n<0001> <fffd>\n<0002> <FFFD>\nendbfchar").agrees(with: ["a", "b"]))
        #expect(map("").agrees(with: ["a"]))
    }

    @Test func rangesCountAndDamageIsSurvived() {
        #expect(map("1 beginbfrange\n<0001> <0003> <0061>\nendbfrange").agrees(with: ["a", "b", "c"]))
        #expect(!map("1 beginbfrange\n<0001> <0003> <0062>\nendbfrange").agrees(with: ["a", "b", "c"]))
        _ = map(
            "1 beginbfrange\n<FFFFFFFFFFFFFFFF> <0> <>\n<0009> <0001> <0061>\n<0000> <FFFFFFFF> <FFFFFF> beginbfchar <zz> <"
        )
    }
}
