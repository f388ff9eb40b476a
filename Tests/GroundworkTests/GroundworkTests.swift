// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@Suite("Places in source files") struct SourceTests {
    private let file = SourceFile(path: "a.md", text: "one\nдва \u{1F331}x\r\n\nend")

    @Test("lines and columns count from 1, columns in characters")
    func positions() {
        #expect(file.position(of: 0) == (1, 1))
        #expect(file.position(of: 4) == (2, 1))
        // Six bytes of Cyrillic, a blank, four bytes of one sign.
        #expect(file.position(of: 4 + 6 + 1 + 4) == (2, 6))
        #expect(file.position(of: -5) == (1, 1))
        #expect(file.position(of: 10_000).line == 4)
    }

    @Test("a line comes without its ending, and none comes for a line that is not there")
    func lines() {
        #expect((1...5).map { String(file.line($0)) } == ["one", "два \u{1F331}x", "", "end", ""])
        #expect(file.line(0).isEmpty)
        #expect(file.line(-1).isEmpty)
    }

    @Test("an offset of a line that is not there is the end of the text")
    func offsets() {
        #expect(file.offset(ofLine: 2) == 4)
        #expect(file.offset(ofLine: 0) == file.text.utf8.count)
        #expect(file.offset(ofLine: 99) == file.text.utf8.count)
        #expect(SourceFile(path: "", text: "").position(of: 0) == (1, 1))
    }
}

@Suite("Language tags") struct LanguageTagTests {
    @Test("the form of BCP 47 is asked for", arguments: ["en", "en-GB", "sr-Cyrl", "ckb", "de-1996", "zh-Hans-CN"])
    func accepts(tag: String) { #expect(LanguageTag(tag)?.description == tag) }

    @Test(
        "anything else is none",
        arguments: ["", "e", "english", "en_GB", "en-", "-en", "en--GB", "е", "en-verylongtag"])
    func refuses(tag: String) { #expect(LanguageTag(tag) == nil) }

    @Test("the script subtag counts before custom")
    func scripts() throws {
        #expect(LanguageTag.british.isLatin)
        #expect(!LanguageTag.russian.isLatin)
        #expect(try #require(LanguageTag("sr-Latn")).isLatin)
        #expect(try #require(LanguageTag("SR")).primary == "sr")
        #expect(try #require(LanguageTag("ar-EG")).isRightToLeft)
    }
}

@Suite("Diagnostics") struct DiagnosticsTests {
    @Test("what is reported twice is told once")
    func once() {
        var diagnostics = Diagnostics()
        for _ in 0..<3 { diagnostics.error("code", "message") }
        diagnostics.error("code", "another message")
        #expect(diagnostics.all.count == 2)
    }

    @Test("levels change severity, or silence, when something is reported")
    func levels() {
        var diagnostics = Diagnostics()
        let levels: [DiagnosticCode: Severity?] = ["quiet": nil, "mild": .warning]
        diagnostics.levels = levels
        diagnostics.error("quiet", "not told")
        diagnostics.error("mild", "told as a warning")
        #expect(diagnostics.all.map(\.severity) == [.warning])
        #expect(!diagnostics.hasErrors)
        var other = Diagnostics()
        other.error("quiet", "found by another stage, and left as it is")
        diagnostics.append(contentsOf: other)
        #expect(diagnostics.hasErrors)
    }

    @Test("a note is less than a warning, a warning less than an error")
    func order() { #expect([Severity.error, .note, .warning].sorted() == [.note, .warning, .error]) }
}

@Suite("Colours and lengths") struct ColourTests {
    @Test("a colour has six hexadecimal digits after its sign")
    func hex() {
        #expect(RGB(hex: "#FF0080") == RGB(red: 1, green: 0, blue: 128 / 255))
        for text in ["FF0080", "#FF008", "#FF00800", "#GG0000", "#+12345", "#-12345", ""] {
            #expect(RGB(hex: text) == nil, "\(text)")
        }
    }

    @Test("of two swatches with one name the later counts")
    func palette() {
        let inks = CMYK(cyan: 0, magenta: 0, yellow: 0, black: 100)
        let swatches = [1.0, 0].map { Swatch(name: "ink", screen: RGB(red: $0, green: 0, blue: 0), print: inks) }
        let palette = Palette(swatches)
        #expect(palette.position(of: "ink") == 1)
        #expect(palette["ink"]?.screen.red == 0)
        #expect(palette["paper"] == nil)
    }

    @Test("a millimetre is 72/25.4 points")
    func lengths() {
        #expect(abs(Length.mm(25.4).points - 72) < 1e-9)
        #expect(Length.pt(1) < Length.mm(1))
        #expect(Rect(x: 1, y: 2, width: 3, height: 4).outset(by: 1) == Rect(x: 0, y: 1, width: 5, height: 6))
    }
}
