// SPDX-License-Identifier: GPL-3.0-or-later
internal import Testing

@testable internal import Fonts

@Suite struct BidiLevelsTests {
    private func levels(_ text: String, rightToLeft: Bool = false) -> [UInt8] {
        let levels = BidiLevels(text: text, isRightToLeft: rightToLeft)
        var offset = 0
        return text.unicodeScalars.map { scalar in
            defer { offset += UTF8.width(scalar) }
            return levels.level(atUTF8: offset)
        }
    }

    @Test func plainTextHasOneLevel() {
        let levels = BidiLevels(text: "Привет — “hello” №5", isRightToLeft: false)
        #expect(!levels.isMixed && levels.runs.count == 1 && levels.level(atUTF8: 0) == 0)
        #expect(BidiLevels(text: "", isRightToLeft: true).runs.isEmpty)
    }

    @Test func rightToLeftWordInLeftToRightText() {
        #expect(levels("a אב c") == [0, 0, 1, 1, 0, 0])
        #expect(BidiLevels(text: "a אב c", isRightToLeft: false).isMixed)
    }

    @Test func latinInRightToLeftText() {
        #expect(levels("אב ab ג", rightToLeft: true) == [1, 1, 1, 2, 2, 1, 1])
    }

    @Test func numbersRunLeftToRightInArabic() {
        #expect(levels("ب 12", rightToLeft: true) == [1, 1, 2, 2])
        #expect(levels("ب ١٢") == [1, 1, 2, 2])
        // A Latin paragraph with an Arabic word before the number: the number belongs to the word's stretch.
        #expect(levels("a ب 12 b") == [0, 0, 1, 1, 2, 2, 0, 0])
    }

    @Test func bracketsTakeTheDirectionOfTheirContent() {
        #expect(levels("ab (ב) c") == [0, 0, 0, 0, 1, 0, 0, 0])
        #expect(levels("ב (א) c", rightToLeft: true) == [1, 1, 1, 1, 1, 1, 2])
    }

    @Test func isolatesAreObeyedAndOverridesAreNot() {
        #expect(levels("a\u{2067}b\u{2069}c") == [0, 0, 2, 0, 0])
        #expect(levels("a\u{202E}bc\u{202C}d") == [0, 0, 0, 0, 0, 0])
    }

    @Test func longTextIsNoTrouble() {
        let text = String(repeating: "אב (12) cd ", count: 50_000)
        let levels = BidiLevels(text: text, isRightToLeft: false)
        #expect(levels.runs.last?.range.upperBound == text.utf8.count)
    }
}
