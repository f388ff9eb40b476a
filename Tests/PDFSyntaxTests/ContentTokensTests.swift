// SPDX-License-Identifier: GPL-3.0-or-later
import PDFSyntax
import Testing

@Suite struct ContentTokensTests {
    private func tokens(_ bytes: [UInt8]) -> [(ContentTokens.Kind, Range<Int>)] {
        var tokens = ContentTokens(bytes)
        var found: [(ContentTokens.Kind, Range<Int>)] = []
        while tokens.next() { found.append((tokens.kind, tokens.start..<tokens.end)) }
        return found
    }

    @Test func anyBytesAreReadToTheEnd() {
        var generator = Xorshift(state: 7)
        // Delimiters more often than chance would have them.
        let alphabet = Array("()<>[]{}/% \n\\BIEDTjq0123.-+".utf8)
        for _ in 0..<3000 {
            let bytes = (0..<Int(generator.next() % 60)).map { _ in
                generator.next() % 4 == 0
                    ? UInt8(truncatingIfNeeded: generator.next())
                    : alphabet[Int(generator.next() % UInt64(alphabet.count))]
            }
            var end = 0
            for (_, range) in tokens(bytes) {
                #expect(
                    range.lowerBound >= end && range.upperBound > range.lowerBound && range.upperBound <= bytes.count)
                end = range.upperBound
            }
        }
    }

    @Test func stringsAndDictionariesAreWhole() {
        let text = #"/Span<</MCID 3/ActualText(a\)>>b)>>BDC (x(y)\() Tj <0A> Tj [(a)-20(])] TJ % EMC"# + "\nEMC"
        let spelled = tokens(Array(text.utf8)).map { String(decoding: Array(text.utf8)[$0.1], as: UTF8.self) }
        #expect(
            spelled == [
                "/Span", #"<</MCID 3/ActualText(a\)>>b)>>"#, "BDC", #"(x(y)\()"#, "Tj", "<0A>", "Tj", "[(a)-20(])]",
                "TJ", "EMC",
            ])
    }

    @Test func inlineImagesAreOneToken() {
        let text = "BI /W 1 ID \u{1}EIx( EI Q"
        #expect(tokens(Array(text.utf8)).count == 2)
    }

    @Test(arguments: [("-.5", -0.5), ("+12.25", 12.25), ("0", 0), ("4.", 4)])
    func numbers(text: String, value: Double) {
        var tokens = ContentTokens(Array(text.utf8))
        #expect(tokens.next() && tokens.kind == .number && tokens.number == value)
    }
}

/// Random numbers that are the same in every run.
struct Xorshift: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
