// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogues
import Groundwork
import Manuscript
import Testing
import Translation

@Suite struct IndexTermTests {
    private func publication(_ markdown: String) -> Publication {
        let file = SourceFile(path: "Documents/guide/1.md", text: markdown)
        var diagnostics = Diagnostics()
        var reader = MarkdownReader(language: .british)
        let read = reader.read(file, figurePath: { path, _, _ in path }, diagnostics: &diagnostics)
        let origin = Origin(source: SourceRange(file: file, utf8: 0..<1))
        let document = Document(
            path: file.path, origin: origin, title: [], id: "one", role: .chapter, blocks: read.blocks)
        return Publication(
            name: "guide",
            settings: Settings(title: Text([], source: "", origin: origin), language: .british, origin: origin),
            parts: [.document(document)], notes: [:], resources: [], glossary: [], theme: .builtIn, images: [:])
    }

    private static let markdown = """
        Work against [low mood]{index}, and [men]{index="mood > in men" see-also="help"}.

        ## Rights {index="law"}

        """

    @Test func theCatalogueShowsEachTerm() {
        let terms = Translator.extract(publication(Self.markdown)).filter { $0.context == "index term" }.map(\.id)
        #expect(Set(terms) == ["low mood", "mood", "in men", "help", "law"])
    }

    @Test func termsAreTranslatedUnlessTheTranslatorWritesHisOwn() throws {
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "po/ru.po", text: "x\n")
        let texts = [
            (
                "paragraph",
                "Work against [low mood]{index}, and [men]{index=\"mood > in men\" see-also=help}.",
                "Против [подавленности]{index}, и [мужчины]{index=\"mood > у мужчин сам\" see-also=help}."
            ), ("index term", "low mood", "подавленность"), ("index term", "mood", "настроение"),
            ("index term", "help", "помощь"),
        ]
        let catalogue = Catalogue(
            file: file,
            entries: texts.map { context, id, string in
                Catalogue.Entry(
                    context: context, id: id, string: string, isFuzzy: false, isObsolete: false,
                    range: SourceRange(file: file, utf8: 0..<1))
            })
        let translated = Translator(catalogues: [catalogue], language: .russian)
            .translate(publication(Self.markdown), &diagnostics)
        guard case .document(let document)? = translated.parts.first,
            case .paragraph(let inlines) = document.blocks[0].content
        else {
            Issue.record("no text")
            return
        }
        let marks = inlines.compactMap { inline -> [String: String]? in
            if case .span(let attributes, _) = inline.content { attributes.values } else { nil }
        }
        #expect(
            marks == [["index": "подавленность"], ["index": "настроение > у мужчин сам", "see-also": "помощь"]])
        // Not translated: it stands in the source's language, and says so.
        #expect(document.blocks[1].attributes["index"] == "law")
        #expect(document.blocks[1].attributes["index-lang"] == "en-GB")
    }
}
