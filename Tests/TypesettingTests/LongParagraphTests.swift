// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Testing
internal import Typesetting

/// Paragraphs that nobody writes, and somebody may send.
@Suite struct LongParagraphTests {
    @Test(arguments: [("en-GB", "f\u{AD}"), ("ar", "+"), ("ar", "1+ "), ("ar", "ب("), ("ar", "a "), ("pl", "a-")])
    func costNoMoreThanOthers(tag: String, piece: String) throws {
        let bench = try Bench()
        let language = try #require(LanguageTag(tag))
        let text = String(repeating: piece, count: 20_000)
        var lines = 0
        let time = ContinuousClock().measure {
            lines = bench.typesetter.set(bench.paragraph(text, language: language), measure: 300).lines.count
        }
        #expect(time < .seconds(10), "\(time)")
        #expect(lines > 0)
    }

    @Test func numbersBeginAfterSignsThatAreNone() throws {
        let bench = try Bench()
        let language = try #require(LanguageTag("ar"))
        let line = try #require(
            bench.typesetter.set(bench.paragraph("( ++( x +7 495 12", language: language), measure: 300).lines.first)
        let numbers = line.pieces.filter { $0.glyphs.text.contains { $0.isNumber } }
        let placed = numbers.sorted { $0.x < $1.x }.map(\.glyphs.text)
        #expect(placed == ["+7", "495", "12"])
    }
}
