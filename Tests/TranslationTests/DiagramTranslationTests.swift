// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogues
import Groundwork
import Manuscript
import Testing
import Translation

/// The words of charts and flowcharts reach translators; numbers do not.
@Suite struct DiagramTranslationTests {
    private func publication() -> Publication {
        let file = SourceFile(
            path: "Documents/guide/1.md",
            text: """
                ```chart
                title: Waits
                unit: Weeks
                series: [Town, Village]
                data:
                  - {label: First, values: [1, 2], note: few}
                source: Own count
                alt: Long waits.
                ```

                ```flow
                title: Ways
                nodes:
                  - {id: a, text: "Hurt?", answers: {Yes: b}}
                  - {id: b, text: Rest}
                ```

                """)
        var diagnostics = Diagnostics()
        var reader = MarkdownReader(language: .british)
        let read = reader.read(file, figurePath: { path, _, _ in path }, diagnostics: &diagnostics)
        let origin = Origin(source: SourceRange(file: file, utf8: 0..<1))
        let theme = Theme(
            page: PageFormat(
                size: Size(width: 420, height: 595), inner: 40, outer: 40, head: 40, foot: 40, column: 340, gutter: 0,
                marginColumn: 0, isFacing: true, bleed: 9),
            palette: Palette([]), fonts: [:], styles: [:], components: [:], motifs: [:], covers: [:], coverOrder: [],
            openers: [], strings: [:], table: TableStyle(), variants: [:])
        func text(_ text: String) -> Text {
            Text([Inline(.text(text), at: origin)], source: text, origin: origin)
        }
        return Publication(
            name: "guide", settings: Settings(title: text("G"), language: .british, origin: origin),
            parts: [
                .document(
                    Document(
                        path: file.path, origin: origin, title: [Inline(.text("One"), at: origin)], id: "one",
                        role: .chapter, blocks: read.blocks))
            ], notes: [:], resources: [], glossary: [], theme: theme, images: [:])
    }

    @Test func allWordsAreMessages() {
        let messages = Translator.extract(publication()).map { "\($0.context): \($0.id)" }
        #expect(
            messages.dropFirst(2) == [
                "chart title: Waits", "chart unit: Weeks", "chart series: Town", "chart series: Village",
                "chart label: First", "chart note: few", "chart source: Own count", "alt text: Long waits.",
                "flow title: Ways", "flow node: Hurt?", "flow answer: Yes", "flow node: Rest",
            ])
    }

    @Test func wordsAreReplacedAndNumbersStay() throws {
        let file = SourceFile(path: "po/ru.po", text: "x\n")
        func entry(_ context: String, _ id: String, _ string: String) -> Catalogue.Entry {
            Catalogue.Entry(
                context: context, id: id, string: string, isFuzzy: false, isObsolete: false,
                range: SourceRange(file: file, utf8: 0..<1))
        }
        let catalogue = Catalogue(
            file: file,
            entries: [
                entry("chart label", "First", "Первый"), entry("alt text", "Long waits.", "Долго ждут."),
                entry("flow answer", "Yes", "Да"),
            ])
        var diagnostics = Diagnostics()
        let result = Translator(catalogues: [catalogue], language: .russian).translate(publication(), &diagnostics)
        guard case .document(let document) = result.parts[0], case .chart(let chart) = document.blocks[0].content,
            case .flow(let flow) = document.blocks[1].content
        else {
            Issue.record("other blocks")
            return
        }
        #expect(chart.rows[0].label.plainText == "Первый")
        #expect(chart.rows[0].values.map { $0?.written } == ["1", "2"])
        #expect(chart.alternative == "Долго ждут.")
        #expect(chart.alternativeLanguage == nil)
        #expect(flow.nodes[0].answers[0].label.plainText == "Да")
        // What is not translated says whose language it is.
        guard case .span(let attributes, _) = chart.title[0].content else {
            Issue.record("no span")
            return
        }
        #expect(attributes["lang"] == "en-GB")
    }
}
