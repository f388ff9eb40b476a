// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogues
import Groundwork
import Manuscript
import Testing
import Translation

@Suite struct TranslatorTests {
    private static let markdown = """
        ## Access {#access}

        See *here*,[^n] [more](#access).

        Untouched words.

        - An item

        :::note Mind this
        Inside.
        :::

        | Head | 12 |
        |------|----|
        | cell | 34 |

        ![A picture](a.svg)

        Once
        {context=tab}

        [^n]: A note.

        """

    private func publication() -> Publication {
        let file = SourceFile(path: "Documents/guide/1.md", text: Self.markdown)
        var diagnostics = Diagnostics()
        var reader = MarkdownReader(language: .british)
        let read = reader.read(file, figurePath: { path, _, _ in path }, diagnostics: &diagnostics)
        let origin = Origin(source: SourceRange(file: file, utf8: 0..<1))
        let theme = Theme(
            page: PageFormat(
                size: Size(width: 420, height: 595), inner: 40, outer: 40, head: 40, foot: 40, column: 340, gutter: 0,
                marginColumn: 0, isFacing: true, bleed: 9),
            palette: Palette([]), fonts: [:], styles: [:], components: [:], motifs: [:], covers: [:], coverOrder: [],
            openers: [], strings: [.british: ["draft": text("Draft", origin)]], table: TableStyle(), variants: [:])
        var settings = Settings(title: text("Guide", origin), language: .british, origin: origin)
        settings.kind = text("Handbook", origin)
        let document = Document(
            path: file.path, origin: origin, title: [Inline(.text("One"), at: origin)], id: "one", role: .chapter,
            blocks: read.blocks)
        var notes: [String: Note] = [:]
        for note in read.notes { notes["\(file.path):\(note.label)"] = note }
        return Publication(
            name: "guide", settings: settings, parts: [.document(document)], notes: notes, resources: [],
            glossary: [], theme: theme, images: [:])
    }

    private func text(_ text: String, _ origin: Origin) -> Text {
        Text([Inline(.text(text), at: origin)], source: text, origin: origin)
    }

    private func catalogue(_ entries: [(String, String, String)], fuzzy: Set<String> = []) -> Catalogue {
        let file = SourceFile(path: "po/ru.po", text: "x\n")
        return Catalogue(
            file: file,
            entries: entries.map { context, id, string in
                Catalogue.Entry(
                    context: context, id: id, string: string, isFuzzy: fuzzy.contains(id), isObsolete: false,
                    range: SourceRange(file: file, utf8: 0..<1))
            })
    }

    private func blocks(_ publication: Publication) -> [Block] {
        publication.parts.flatMap { part -> [Block] in
            if case .document(let document) = part { document.blocks } else { [] }
        }
    }

    @Test func everyTextHasItsKind() {
        let messages = Translator.extract(publication())
        #expect(
            messages.map { "\($0.context): \($0.id)" } == [
                "title: Guide", "kind: Handbook", "heading 1: One", "heading 2: Access",
                "paragraph: See *here*,[^n] [more](#access).", "paragraph: Untouched words.", "list item: An item",
                "container title: Mind this", "paragraph: Inside.", "table header: Head", "table header: 12",
                "table cell: cell", "table cell: 34", "alt text: A picture", "tab: Once", "footnote: A note.",
                "string: Draft",
            ])
    }

    @Test func translatedTextsComeWithBothPlaces() throws {
        var diagnostics = Diagnostics()
        let translator = Translator(
            catalogues: [
                catalogue([
                    ("heading 2", "Access", "Доступ"),
                    ("paragraph", "See *here*,[^n] [more](#access).", "См. *здесь*,[^n] [подробнее](#access)."),
                    ("alt text", "A picture", "Картина"), ("string", "Draft", "Черновик"), ("tab", "Once", "Раз"),
                    ("footnote", "A note.", "Сноска."), ("title", "Guide", "Пособие"),
                ])
            ], language: .russian)
        let result = translator.translate(publication(), &diagnostics)
        let blocks = blocks(result)
        guard case .heading(2, let heading) = blocks[0].content, case .paragraph(let inlines) = blocks[1].content else {
            Issue.record("other blocks")
            return
        }
        #expect(heading.plainText == "Доступ")
        #expect(blocks[0].attributes.id == "access")
        #expect(inlines.plainText == "См. здесь, подробнее.")
        #expect(inlines.contains { $0.content == .noteReference(label: "n") })
        #expect(inlines.allSatisfy { $0.origin.catalogue?.file.path == "po/ru.po" && $0.origin.source.start.line == 3 })
        #expect(blocks[1].language == nil)
        #expect(result.settings.title.plain == "Пособие")
        #expect(result.theme.strings[.russian]?["draft"]?.plain == "Черновик")
        #expect(diagnostics.all.map(\.code) == ["untranslated"])
    }

    @Test func untranslatedTextsAreMarked() {
        var diagnostics = Diagnostics()
        let translator = Translator(
            catalogues: [catalogue([("paragraph", "Untouched words.", "Слова.")], fuzzy: ["Untouched words."])],
            language: .russian)
        let result = translator.translate(publication(), &diagnostics)
        let blocks = blocks(result)
        #expect(blocks[0].language == .british)
        #expect(blocks[2].language == .british)
        #expect(result.settings.kind?.language == .british)
        for block in blocks {
            switch block.content {
            case .table(let table):
                #expect(table.head[0].map(\.language) == [.british, nil])
                #expect(table.rows[0].map(\.language) == [.british, nil])
            case .figure(let figure): #expect(figure.alternativeLanguage == .british)
            case .component(let component):
                guard case .span(let attributes, _)? = component.title.first?.content else {
                    Issue.record("the title is not marked")
                    continue
                }
                #expect(attributes.language == .british)
            default: break
            }
        }
        #expect(diagnostics.all.contains { $0.code == "fuzzy-translation" && $0.origin?.catalogue != nil })
        #expect(diagnostics.all.contains { $0.code == "untranslated" && $0.origin?.catalogue == nil })
    }

    @Test(arguments: ["См. *здесь* [подробнее](#access).", "См. [^n] [подробнее](#other).", "[^n] [^n] [x](#access)"])
    func whatMustStayIsCompared(string: String) {
        var diagnostics = Diagnostics()
        let translator = Translator(
            catalogues: [catalogue([("paragraph", "See *here*,[^n] [more](#access).", string)])], language: .russian)
        _ = translator.translate(publication(), &diagnostics)
        let faults = diagnostics.all.filter { $0.code == "translation-mismatch" }
        #expect(!faults.isEmpty)
        #expect(faults.allSatisfy { $0.severity == .warning && $0.origin?.catalogue != nil })
    }

    @Test func theSourceLanguageIsLeftAlone() {
        var diagnostics = Diagnostics()
        let result = Translator(catalogues: [], language: .british).translate(publication(), &diagnostics)
        #expect(blocks(result).allSatisfy { $0.language == nil })
        #expect(diagnostics.all.isEmpty)
    }
}
