// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript

/// Builds small publications by hand: no reader of Markdown is needed to test what Assembly does with what it read.
struct Sample {
    var publication: Publication
    private var number = 0

    init(title: String = "Guide") {
        let theme = Theme(
            page: PageFormat(
                size: Size(width: 420, height: 595), inner: 40, outer: 40, head: 40, foot: 40, column: 340, gutter: 0,
                marginColumn: 0, isFacing: true, bleed: 9),
            palette: Palette([]), fonts: [:], styles: [:], components: [:], motifs: [:], covers: [:], coverOrder: [],
            openers: [], strings: Sample.english, table: TableStyle(), variants: [:])
        let settings = Settings(title: Sample.text(title), language: .british, origin: Sample.origin())
        publication = Publication(
            name: "guide", settings: settings, parts: [], notes: [:], resources: [], glossary: [], theme: theme,
            images: [:])
    }

    /// The program's own words, in English alone.
    private static let english = Theme.builtIn.strings.filter { $0.key.primary == "en" }

    static func origin(_ path: String = "Documents/guide/publication.yaml") -> Origin {
        Origin(source: SourceRange(file: SourceFile(path: path, text: "text\n"), utf8: 0..<4))
    }

    static func text(_ text: String) -> Text {
        Text([Inline(.text(text), at: origin())], source: text, origin: origin())
    }

    mutating func block(_ content: Block.Content, _ attributes: Attributes = Attributes(), in path: String) -> Block {
        number += 1
        return Block(id: NodeID(number), origin: Sample.origin(path), attributes: attributes, content: content)
    }

    mutating func paragraph(_ contents: Inline.Content..., in path: String = "Documents/guide/1.md") -> Block {
        block(.paragraph(contents.map { Inline($0, at: Sample.origin(path)) }), in: path)
    }

    mutating func heading(_ title: String, id: String? = nil, in path: String = "Documents/guide/1.md") -> Block {
        block(.heading(level: 2, [Inline(.text(title), at: Sample.origin(path))]), Attributes(id: id), in: path)
    }

    mutating func add(
        _ blocks: [Block], path: String = "Documents/guide/1.md", id: String = "one", title: String = "One"
    ) {
        publication.parts.append(
            .document(
                Document(
                    path: path, origin: Sample.origin(path), title: [Inline(.text(title), at: Sample.origin(path))],
                    id: id, role: .chapter, blocks: blocks)))
    }

    mutating func add(_ kind: Part.Generated) { publication.parts.append(.generated(kind, Sample.origin())) }

    mutating func addNote(_ key: String, label: String, path: String, _ contents: Inline.Content...) {
        number += 1
        let origin = Sample.origin(path)
        let block = Block(
            id: NodeID(number), origin: origin, content: .paragraph(contents.map { Inline($0, at: origin) }))
        publication.notes[key] = Note(label: label, origin: origin, blocks: [block])
    }

    func assemble(
        language: LanguageTag = .british, isDraft: Bool = true, isDiscreet: Bool = false
    ) -> (book: Book, faults: [Diagnostic]) {
        var diagnostics = Diagnostics()
        let edition = Edition(
            language: language, variant: nil, format: .screen, isDraft: isDraft, isDiscreet: isDiscreet)
        let book = Assembler(publication, edition: edition).assemble(&diagnostics)
        return (book, diagnostics.all)
    }
}

extension Book {
    /// The running text of the paragraph `index` of section `section`.
    func inlines(_ section: Int, _ index: Int) -> [Inline.Content] {
        guard sections.indices.contains(section), sections[section].blocks.indices.contains(index),
            case .paragraph(let inlines) = sections[section].blocks[index].content
        else { return [] }
        return inlines.map(\.content)
    }
}

extension [Diagnostic] {
    func of(_ code: DiagnosticCode) -> [Diagnostic] { filter { $0.code == code } }
}
