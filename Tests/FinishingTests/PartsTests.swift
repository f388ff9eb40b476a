// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Layout
import PDFSyntax
import Rendering
import Testing

@testable import Finishing

@Suite struct PartsTests {
    private func rewrite(_ content: String, _ carriers: [Carrier] = []) throws -> String {
        var rewriter = ContentRewriter(page: Array(content.utf8), carriers: carriers, roles: [.p], colours: nil)
        return String(decoding: try rewriter.rewrite(), as: UTF8.self)
    }

    @Test func whatIsNotMeantIsCopied() throws {
        let content = "q 1 0 0 -1 0 9 cm\n/a0 gs % EMC\n1 g BT /f 1 Tf ET W n\nQ\n"
        #expect(try rewrite(content) == content)
    }

    @Test func anyBytesAreRewritten() throws {
        var state: UInt64 = 11
        for _ in 0..<2000 {
            let words = [
                "q", "BT", "(", ")", "<<", ">>", "EMC", "/S BMC", "0 0 1 1 re", "f", "1 0 0 rg", "/x Do", "BI", "[",
                "n", "\u{0}",
            ]
            var content = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                content += words[Int(state >> 33) % words.count] + " "
            }
            var tokens = ContentTokens(Array(try rewrite(content).utf8))
            let bytes = Array(try rewrite(content).utf8)
            var open = 0
            while tokens.next() {
                let word = String(decoding: bytes[tokens.start..<tokens.end], as: UTF8.self)
                open += word == "BDC" || word == "BMC" ? 1 : word == "EMC" ? -1 : 0
                // Never an end without a beginning, never one within another.
                #expect((0...1).contains(open))
            }
        }
    }

    @Test func strayPaintIsAnArtifactWithItsOutline() throws {
        #expect(
            try rewrite("0 0 m 1 1 l S /x Do")
                == "/Artifact<</Type/Layout>>BDC\n0 0 m 1 1 l S\nEMC /Artifact<</Type/Layout>>BDC\n/x Do\nEMC")
    }

    @Test func marksWithinCarriersGo() throws {
        let content = "/Span << /MCID 0 >> BDC (a) Tj /Span <</ActualText<FEFF>>> BDC (b) Tj EMC (c) Tj EMC"
        #expect(try rewrite(content, [Carrier(owner: .tag(slot: 0))]) == "/P<</MCID 0>>BDC (a) Tj  (b) Tj  (c) Tj EMC")
    }

    @Test func carriersMustAllBeDrawn() {
        #expect(throws: StageFailure.self) { try rewrite("q Q", [Carrier(owner: .tag(slot: 0))]) }
    }

    @Test func glyphMapsHaveBlocksOfAHundred() {
        let map = String(
            decoding: GlyphMap.cmap(of: Array(repeating: "x", count: 100) + ["ffi", "😀", ""]), as: UTF8.self)
        #expect(map.contains("100 beginbfchar\n<0001><0078>") && map.contains("3 beginbfchar\n<0065><006600660069>"))
        #expect(map.contains("<0066><D83DDE00>") && map.contains("<0067><2060>"))
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    ])
    func dates(seconds: Int, text: String) {
        #expect(DateText(secondsSince1970: seconds).iso == text)
    }

    @Test(arguments: [
        (["i", "ii", "iii", "1", "2"], "<</Nums[ 0<</S/r>> 3<</S/D>>]>>"),
        (["", "A-9", "A-10", "cover"], "<</Nums[ 0<</P()>> 1<</S/D/P(A-)/St 9>> 3<</P(cover)>>]>>"),
        (["7", "7", "iiii"], "<</Nums[ 0<</S/D/St 7>> 1<</S/D/St 7>> 2<</P(iiii)>>]>>"),
    ])
    func pageLabels(labels: [String], text: String) {
        var written = ObjectText()
        Navigation.writeLabels(labels, to: &written)
        #expect(String(decoding: written.bytes, as: UTF8.self) == text)
    }

    @Test func camerasAreForgotten() {
        let head: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]
        let scan: [UInt8] = [0xFF, 0xDA, 0, 2, 0xFF, 0xE1, 0, 3, 9, 0xFF, 0xD9]
        let exif: [UInt8] = [0xFF, 0xE1, 0, 5, 7, 7, 7]
        #expect(JPEGMetadata.stripped(head + exif + scan) == head + scan)
        #expect(JPEGMetadata.stripped(head + scan) == nil && JPEGMetadata.stripped([0xFF, 0xD8, 0xFF]) == nil)
    }

    @Test func conversionTakesWhatIsSharedAsBlack() {
        #expect(PressColours.plainConversion([255, 0, 0, 10, 10, 10]) == [0, 255, 255, 0, 0, 0, 0, 245])
    }
}
