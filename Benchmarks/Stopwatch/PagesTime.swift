// SPDX-License-Identifier: GPL-3.0-or-later
internal import Assembly
internal import Fonts
internal import Groundwork
internal import Hyphens
internal import Layout
internal import Manuscript
internal import Publishing
internal import Typesetting

/// What it costs to choose the pages of a publication, beside shaping each of its words once without keeping any.
struct PagesTime {
    let root: String
    let name: String

    /// `PAGES SECONDS WORDS SHAPING PEAK`: pages, seconds to put strips on them, words, seconds to shape these, KB.
    func measured() throws -> String {
        var diagnostics = Diagnostics()
        guard let project = Project.find(from: root),
            let manifest = ManuscriptReader(project: project).fontManifest(diagnostics: &diagnostics),
            let publication = ManuscriptReader(project: project).read(name, diagnostics: &diagnostics)
        else { throw StageFailure("no publication \(name) in \(root)") }
        let stock = FontStore(root: root, manifest: manifest).stock(&diagnostics)
        let fonts = try FontBook(stock.fonts)
        let edition = Edition(
            language: publication.settings.language, variant: nil, format: .screen, isDraft: true, isDiscreet: false)
        let book = Assembler(publication, edition: edition).assemble(&diagnostics)
        let typesetter = Typesetter(fonts: fonts, hyphens: HyphenBook(sources: stock.hyphenation))
        let composer = Composer(book: book, typesetter: typesetter, fonts: fonts)
        let (seconds, pages) = composer.timePages(rounds: 3)
        let words = words(of: book)
        let face = fonts.face(named: "vollkorn-regular") ?? FaceKey(index: 0)
        let shaping = fastest(3) {
            for word in words {
                _ = fonts.shape(word, face: face, features: ["onum", "pnum"], language: book.language)
            }
        }
        return "\(pages) \(seconds) \(words.count) \(shaping) \(peak())"
    }

    private func words(of book: Book) -> [String] {
        var words: [String] = []
        var waiting =
            book.sections.flatMap(\.blocks) + book.notes.keys.sorted().flatMap { book.notes[$0]?.blocks ?? [] }
        while let block = waiting.popLast() {
            switch block.content {
            case .heading(_, let inlines), .paragraph(let inlines): words += split(inlines)
            case .list(let list): waiting += list.items.flatMap(\.blocks)
            case .quote(let blocks): waiting += blocks
            case .component(let component): waiting += component.blocks
            case .table(let table):
                words += (table.head + table.rows).flatMap { $0 }.flatMap { split($0.inlines) }
            default: continue
            }
        }
        return words
    }

    private func split(_ inlines: [Inline]) -> [String] {
        inlines.plainText.split(separator: " ").map(String.init)
    }
}
