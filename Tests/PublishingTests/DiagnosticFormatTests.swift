// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Publishing
import Testing

@Suite struct DiagnosticFormatTests {
    private static let file = SourceFile(path: "Documents/a,b.md", text: "One\n\tЖук 漢.\n")
    private static let fault = Diagnostic(
        .error, "missing-glyph", "no font has ‘漢’, 100%", hint: "use\nanother",
        at: Origin(source: SourceRange(file: file, utf8: 12..<15)))

    @Test func textShowsTheLineWithACaret() {
        #expect(
            DiagnosticFormat.text.text(Self.fault)
                == "Documents/a,b.md:2:6: error: no font has ‘漢’, 100% [missing-glyph]\n    \tЖук 漢.\n    \t    ^\n"
                + "    hint: use\nanother")
    }

    @Test func jsonIsOneObjectOnALine() throws {
        let line = DiagnosticFormat.json.text(Self.fault)
        #expect(!line.contains("\n"))
        let value = try #require(JSON(line))
        #expect(value["file"] == .string("Documents/a,b.md"))
        #expect(value["line"] == .integer(2))
        #expect(value["column"] == .integer(6))
        #expect(value["endColumn"] == .integer(7))
        #expect(value["code"] == .string("missing-glyph"))
        #expect(value["severity"] == .string("error"))
        #expect(value["hint"] == .string("use\nanother"))
        let bare = try #require(JSON(DiagnosticFormat.json.text(Diagnostic(.warning, "x", "y", at: nil))))
        #expect(bare["file"] == nil)
    }

    @Test func annotationsEscapeWhatTheyAreMadeOf() {
        #expect(
            DiagnosticFormat.github.text(Self.fault)
                == "::error file=Documents/a%2Cb.md,line=2,col=6,title=missing-glyph::"
                + "no font has ‘漢’, 100%25%0Ahint: use%0Aanother")
        #expect(DiagnosticFormat.github.text(Diagnostic(.note, "x", "y", at: nil)) == "::notice title=x::y")
    }

    @Test func theCatalogueIsNamedWhereTheTextCameFromIt() {
        let catalogue = SourceFile(path: "Documents/ru.po", text: "a\nb\n")
        var fault = Self.fault
        fault.origin?.catalogue = SourceRange(file: catalogue, utf8: 2..<3)
        #expect(DiagnosticFormat.text.text(fault).hasPrefix("Documents/ru.po:2:1: error"))
    }
}
