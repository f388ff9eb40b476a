// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogues
import Glibc
import Groundwork
import Testing

@Suite struct CatalogueTests {
    private static let header = """
        msgid ""
        msgstr ""
        "Content-Type: text/plain; charset=UTF-8\\n"


        """

    /// Writes `text` into a file of its own and reads it.
    private func read(_ text: String) throws -> (Catalogue, [Diagnostic]) {
        var template = Array("/tmp/catalogue-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        let bytes = Array(text.utf8)
        try #require(write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "Documents/guide/po/ru.po", text: text)
        return (Catalogue.read(file, path: path, diagnostics: &diagnostics), diagnostics.all)
    }

    @Test func entriesHaveTheirTextAndTheirLines() throws {
        let (catalogue, faults) = try read(
            Self.header + """
                #: 01.md
                #, fuzzy
                msgctxt "heading 2"
                msgid "Access"
                msgstr "Доступ"

                msgctxt "paragraph"
                msgid ""
                "Two \\"lines\\"\\n"
                "of text"
                msgstr "Текст"

                #~ msgctxt "paragraph"
                #~ msgid "Old"
                #~ msgstr "Старый"

                """)
        #expect(faults.isEmpty)
        #expect(catalogue.entries.map(\.id) == ["Access", "Two \"lines\"\nof text", "Old"])
        #expect(catalogue.entries.map(\.context) == ["heading 2", "paragraph", "paragraph"])
        #expect(catalogue.entries.map(\.string) == ["Доступ", "Текст", "Старый"])
        #expect(catalogue.entries.map(\.isFuzzy) == [true, false, false])
        #expect(catalogue.entries.map(\.isObsolete) == [false, false, true])
        #expect(catalogue.entries.map(\.range.start.line) == [7, 11, 17])
    }

    @Test func faultsNameTheirLines() throws {
        let (_, faults) = try read(
            Self.header
                + "msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\"\n\nmsgctxt \"a\"\nmsgid \"x\"\nmsgstr \"z\"\n\nmsgid oops\n"
        )
        #expect(faults.contains { $0.severity == .error && $0.origin?.source.start.line == 13 })
        #expect(faults.contains { $0.message.contains("duplicate") })
    }

    @Test func onlyUTF8IsRead() throws {
        let (catalogue, faults) = try read(
            "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=KOI8-R\\n\"\n\nmsgid \"x\"\nmsgstr \"y\"\n")
        #expect(catalogue.entries.isEmpty)
        #expect(faults.contains { $0.code == "catalogue-charset" && $0.severity == .error })
    }

    @Test func anAbsentFileIsReported() {
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "po/ru.po", text: "")
        _ = Catalogue.read(file, path: "/nonexistent/ru.po", diagnostics: &diagnostics)
        #expect(diagnostics.hasErrors)
    }

    @Test func manyAtOnceDoNotCrash() async throws {
        let text = Self.header + "msgid \"x\"\nmsgstr \"y\"\n"
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 { group.addTask { try read(text).0.entries.count } }
            for try await count in group { #expect(count == 1) }
        }
    }
}
