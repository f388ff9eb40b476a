// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogues
import Foundation
import Groundwork
import Manuscript
import Testing
import Translation

/// The house's own Russian catalogue against the house's own text: the form of msgid and msgctxt is a promise to translators.
@Suite struct HouseCatalogueTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Documents/briefing-paper")

    private func message(_ text: String, _ origin: Origin) -> [Inline] {
        var diagnostics = Diagnostics()
        return MarkdownReader.inlines(text, in: origin, diagnostics: &diagnostics)
    }

    /// A document with the title and short title of its front matter.
    private func document(_ file: SourceFile, _ reader: inout MarkdownReader) -> (Document, [Note]) {
        var offset = 0
        var fields: [String: String] = [:]
        if file.text.hasPrefix("---\n"), let end = file.text.range(of: "\n---\n") {
            offset = file.text.utf8.distance(from: file.text.startIndex, to: end.upperBound)
            for line in file.text[..<end.lowerBound].split(separator: "\n") {
                let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
                if parts.count == 2 { fields[parts[0]] = parts[1] }
            }
        }
        var diagnostics = Diagnostics()
        let read = reader.read(file, from: offset, figurePath: { path, _, _ in path }, diagnostics: &diagnostics)
        let origin = Origin(source: SourceRange(file: file, utf8: 0..<1))
        let title = fields["title"].map { message($0, origin) } ?? read.title?.inlines ?? []
        let document = Document(
            path: file.path, origin: origin, title: title, short: message(fields["short"] ?? "", origin),
            id: file.path, role: .chapter, blocks: read.blocks)
        return (document, read.notes)
    }

    private func publication() throws -> Publication {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".md") }.sorted()
        var reader = MarkdownReader(language: .british)
        var parts: [Part] = []
        var notes: [String: Note] = [:]
        for name in names {
            let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
            let (document, own) = document(SourceFile(path: name, text: text), &reader)
            if name != "notes.md" { parts.append(.document(document)) }
            for note in own { notes[name == "notes.md" ? note.label : "\(name):\(note.label)"] = note }
        }
        let theme = Theme(
            page: PageFormat(
                size: Size(width: 420, height: 595), inner: 40, outer: 40, head: 40, foot: 40, column: 340, gutter: 0,
                marginColumn: 0, isFacing: true, bleed: 9),
            palette: Palette([]), fonts: [:], styles: [:], components: [:], motifs: [:], covers: [:], coverOrder: [],
            openers: [], strings: [:], table: TableStyle(), variants: [:])
        let origin = Origin(source: SourceRange(file: SourceFile(path: "publication.yaml", text: "x"), utf8: 0..<1))
        let title = Text(message("Heard, Not Judged", origin), source: "Heard, Not Judged", origin: origin)
        return Publication(
            name: "briefing-paper", settings: Settings(title: title, language: .british, origin: origin), parts: parts,
            notes: notes, resources: [], glossary: [], theme: theme, images: [:])
    }

    private func catalogue(_ diagnostics: inout Diagnostics) throws -> Catalogue {
        let path = Self.folder.appendingPathComponent("po/ru.po").path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return Catalogue.read(SourceFile(path: "po/ru.po", text: text), path: path, diagnostics: &diagnostics)
    }

    @Test func everyEntryIsATextOfTheManuscript() throws {
        var diagnostics = Diagnostics()
        let catalogue = try catalogue(&diagnostics)
        #expect(diagnostics.all.isEmpty)
        let known = Set(Translator.extract(try publication()).map { "\($0.context): \($0.id)" })
        let yaml: Set = ["subtitle", "kind", "imprint label", "imprint text"]
        let entries = catalogue.entries.filter { !yaml.contains($0.context) && !$0.isObsolete }
        #expect(entries.count > 200)
        let strays = entries.map { "\($0.context): \($0.id)" }.filter { !known.contains($0) }
        #expect(strays.isEmpty, "not in the manuscript: \(strays.joined(separator: "\n"))")
    }

    @Test func translationsKeepLinksNotesAndPlaceholders() throws {
        var diagnostics = Diagnostics()
        let translator = Translator(catalogues: [try catalogue(&diagnostics)], language: .russian)
        _ = translator.translate(try publication(), &diagnostics)
        // References stay as they are: their entries are empty.
        let faults = diagnostics.all.filter { $0.code != "untranslated" }.map {
            "\($0.origin?.source.file.path ?? "") \($0.message)"
        }
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
}
