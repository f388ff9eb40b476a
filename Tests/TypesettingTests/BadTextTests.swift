// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Testing

@testable import Typesetting

/// Text and numbers that nobody should write.
@Suite("Bad text and bad numbers") struct BadTextTests {
    let bench: Bench

    init() throws { bench = try Bench() }

    private static let text = "Typography exists to honour content, «и не только»."

    @Test(
        "a measure that is none is told, and all text is there",
        arguments: [0, -1, -1e300, 1e-300, 0.1, .nan, .infinity, -.infinity, 1e300],
        [Paragraph.Alignment.justified, .start, .centre, .end])
    func measures(measure: Double, alignment: Paragraph.Alignment) {
        for (indent, isBalanced) in [(0.0, false), (20.0, true), (-5.0, false), (Double.nan, false), (1e300, true)] {
            let paragraph = bench.paragraph(Self.text, alignment, balanced: isBalanced, indent: indent)
            let setting = bench.typesetter.set(paragraph, measure: measure)
            #expect(setting.seen(mayTurn: false) == Self.text)
            if measure < 1, measure.isFinite { #expect(setting.isOverfull) }
            let varying = bench.typesetter.set(paragraph) { $0 == 1 ? measure : 200 }
            #expect(varying.seen(mayTurn: false) == Self.text)
            _ = bench.typesetter.settings(of: paragraph, measure: measure, looseness: -1...1)
        }
    }

    @Test("sizes and tracking that are none lose no text", arguments: [0, -3, 1e-300, 1e9])
    func styles(number: Double) {
        for change in [\TextStyle.size, \.tracking, \.rise] {
            var paragraph = bench.paragraph(Self.text)
            paragraph.runs[0].style[keyPath: change] = number
            let setting = bench.typesetter.set(paragraph, measure: 100)
            #expect(setting.seen(mayTurn: false) == Self.text)
            _ = bench.typesetter.naturalWidth(of: paragraph)
        }
    }

    @Test("a style without faces, or with one that is not there, loses no text")
    func faces() {
        for faces in [[], [FaceKey(index: 999)], [FaceKey(index: 999), bench.serif]] {
            var paragraph = bench.paragraph(Self.text)
            paragraph.runs[0].style.faces = faces
            #expect(bench.typesetter.set(paragraph, measure: 100).seen(mayTurn: false) == Self.text)
        }
    }

    @Test("a language that nobody speaks is set undivided", arguments: ["xx", "qaa-Zzzz-ZZ", "zz-x-private"])
    func languages(tag: String) throws {
        let language = try #require(LanguageTag(tag))
        #expect(!bench.typesetter.hyphenates(language))
        let setting = bench.typesetter.set(bench.paragraph(Self.text, language: language), measure: 60)
        #expect(setting.seen(mayTurn: false) == Self.text)
        #expect(setting.lines.allSatisfy { !$0.endsWithHyphen })
    }

    @Test("controls, signs of direction and characters that are none are kept or are blanks")
    func controls() {
        var text = "a"
        for value in Array(0...0x20) + Array(0x7F...0xA0) + Array(0x200B...0x200F) + Array(0x202A...0x202E)
            + Array(0x2060...0x2069) + [0xFFF9, 0xFFFE, 0xFFFF, 0xE0001, 0xE000, 0x10FFFF]
        {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            text.unicodeScalars += [scalar, "b"]
        }
        for measure in [5.0, 40, 300] {
            let setting = bench.typesetter.set(bench.paragraph(text), measure: measure)
            #expect(setting.seen(mayTurn: true) == text.seen(mayTurn: true), "\(measure)")
        }
    }

    @Test(
        "one mark many times", .timeLimit(.minutes(1)),
        arguments: [
            "\u{301}", "\u{AD}", "\u{200B}", "\u{A0}", "\u{2028}", "\u{2060}", "-", "/", ".", "—", "@a", "א(",
            "a\u{AD}", "👩‍", " ",
        ])
    func repeated(mark: String) {
        for (before, after) in [("", ""), ("word", "word"), ("a ", " b")] {
            let text = before + String(repeating: mark, count: 1_000) + after
            let setting = bench.typesetter.set(bench.paragraph(text), measure: 100)
            #expect(setting.seen(mayTurn: true) == text.seen(mayTurn: true))
        }
    }

    @Test(
        "soft hyphens where nothing else is",
        arguments: ["\u{AD}.a/b", "\u{AD}@a", "\u{AD}—a", "\u{AD}\u{AD}-ab", "www.\u{AD}", "\u{AD}"])
    func softHyphens(text: String) {
        for text in [text, "x " + text, text + " x", "\u{2028}" + text] {
            let setting = bench.typesetter.set(bench.paragraph(text), measure: 20)
            #expect(
                setting.seen(mayTurn: false) == text.seen(mayTurn: false), "\(text.debugDescription) \(setting.texts)")
        }
    }

    @Test("a word of 8,000 letters is torn", .timeLimit(.minutes(1)))
    func longWord() {
        let text = String(repeating: "abcdefghij", count: 800)
        let setting = bench.typesetter.set(bench.paragraph(text, .start), measure: 300)
        #expect(setting.seen(mayTurn: false) == text && !setting.isOverfull)
        #expect(setting.lines.allSatisfy { $0.width <= 304.5 })
    }
}
