// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
public import Manuscript

/// Makes the book of one edition from a publication that is in its language already: numbers, links, notes, the matter that nobody
/// writes (imprint, contents, glossary, resources), and the list of what is still open.
public struct Assembler {
    private let publication: Publication
    private let edition: Edition

    /// An assembler of `publication`, translated into the language of `edition`.
    public init(_ publication: Publication, edition: Edition) {
        self.publication = publication
        self.edition = edition
    }

    /// The book. Faults are reported, and mended as each one's hint says.
    public func assemble(_ diagnostics: inout Diagnostics) -> Book {
        var publication = publication
        if let variant = edition.variant {
            if let theme = publication.theme.variant(variant) {
                publication.theme = theme
            } else {
                diagnostics.error("unknown-variant", "the theme has no variant ‘\(variant)’")
            }
        }
        let words = Words(theme: publication.theme, language: edition.language)
        // Before all else: bookmarks, contents and links repeat what stands on the page.
        var orthography = Orthography(edition, theme: publication.theme, &diagnostics)
        orthography.set(&publication)
        diagnostics = orthography.diagnostics
        var resolver = Resolver(
            publication, edition: edition, words: words, written: orthography.written, diagnostics: diagnostics)
        resolver.reportDuplicates()
        let front = resolver.front()
        var sections = resolver.sections()
        let back = resolver.backCover()
        resolver.index.change { entry in
            orthography.plain(entry.term, .init(language: entry.language ?? edition.language), at: entry.origin)
        }
        resolver.fillLists(of: &sections)
        resolver.fillIndex(of: &sections)
        resolver.fillContents(of: &sections)
        // After the contents: nobody looks for notes there.
        resolver.addEndnotes(to: &sections)
        resolver.reportUnused()
        diagnostics = resolver.diagnostics
        var book = Book(
            edition: edition, language: edition.language, title: front.title, author: front.author,
            summary: front.summary, date: publication.settings.date, cover: front.cover, sections: sections,
            notes: resolver.notes, strings: words.all, standing: resolver.standing(), images: publication.images,
            theme: publication.theme)
        book.backCover = back
        book.sourceLanguage = publication.settings.language
        book.borrowedStrings = words.borrowed
        book.openItems = resolver.openItems
        return book
    }
}

extension Resolver {
    /// The sections in the order of the contents list. Glossary and resources are made last: they need to know what is cited.
    mutating func sections() -> [Book.Section] {
        var made: [Int: Book.Section] = [:]
        var chapters = 0
        for (index, part) in publication.parts.enumerated() {
            switch part {
            case .document(let document):
                if document.role == .chapter { chapters += 1 }
                made[index] = section(
                    of: document, anchor: census.sections[index] ?? document.id,
                    number: document.role == .chapter ? String(chapters) : "")
            case .generated(.imprint, let origin): made[index] = imprint(at: origin)
            case .generated(.contents, let origin):
                made[index] = generated(.contents, role: .contents, blocks: [], at: origin)
            case .generated(.tables, let origin):
                made[index] = generated(.tables, role: .contents, blocks: [], at: origin)
            case .generated(.figures, let origin):
                made[index] = generated(.figures, role: .contents, blocks: [], at: origin)
            case .generated(.index, let origin):
                made[index] = generated(.index, role: .back, blocks: [], at: origin)
            case .generated: break
            }
        }
        for (index, part) in publication.parts.enumerated() {
            if case .generated(.glossary, let origin) = part { made[index] = glossary(at: origin) }
        }
        for (index, part) in publication.parts.enumerated() {
            if case .generated(.resources, let origin) = part { made[index] = appendix(at: origin) }
        }
        return publication.parts.indices.compactMap { made[$0] }
    }

    private mutating func section(of document: Document, anchor: String, number: String) -> Book.Section {
        section = SectionState(anchor: anchor, path: document.path)
        let title = inlines(document.title)
        let blocks = blocks(document.blocks)
        resolveNotes()
        if let origin = document.short.first?.origin { checkPlain(document.short.plainText, at: origin) }
        let short = document.short.isEmpty ? Bare.inlines(document.title) : document.short
        let role: Book.Section.Role =
            switch document.role {
            case .front: .front
            case .chapter: .chapter
            case .back: .back
            }
        var section = Book.Section(
            anchor: anchor, role: role, number: number, title: title, short: short.plainText,
            colour: document.colour, titleLanguage: document.titleLanguage, blocks: blocks)
        section.master = publication.masters[document.path]
        return section
    }

    /// A section that nobody writes.
    func generated(
        _ kind: Part.Generated, role: Book.Section.Role, blocks: [Block], at origin: Origin
    ) -> Book.Section {
        let title = words[kind.rawValue]
        var section = Book.Section(
            anchor: kind.rawValue, role: role, number: "", title: [Inline(.text(title), at: origin)], short: title,
            colour: nil, blocks: blocks)
        section.master = publication.masters[":" + kind.rawValue]
        section.made = kind
        return section
    }

    /// The identity of the next made block, after all written ones.
    mutating func nextID() -> NodeID {
        lastID += 1
        return NodeID(lastID)
    }

    /// A made block.
    mutating func made(_ content: Block.Content, id: String? = nil, at origin: Origin) -> Block {
        Block(id: nextID(), origin: origin, attributes: Attributes(id: id), content: content)
    }

    /// Puts the entries into the tables of contents, now that all sections are there.
    mutating func fillContents(of sections: inout [Book.Section]) {
        let depth = publication.settings.contentsDepth
        let hasChapters = sections.contains { $0.role == .chapter }
        let entries = sections.filter { $0.role != .imprint && $0.role != .contents }.flatMap { section in
            [
                ContentsEntry(
                    level: 1, number: section.number,
                    title: marked(Bare.inlines(section.title), section.titleLanguage), anchor: section.anchor)
            ]
                + section.blocks.compactMap { block in
                    // What stands before and after the chapters is short: its title is enough to find it.
                    guard section.role == .chapter || !hasChapters,
                        case .heading(let level, let inlines) = block.content, level <= depth,
                        let id = block.attributes.id
                    else { return nil }
                    return ContentsEntry(
                        level: level, number: "", title: marked(Bare.inlines(inlines), block.language), anchor: id)
                }
        }
        for (index, section) in sections.enumerated() where section.made == .contents {
            guard let origin = section.title.first?.origin else { continue }
            sections[index].blocks = [made(.contents(entries), at: origin)]
        }
    }

    /// Ids that stand in two files.
    mutating func reportDuplicates() {
        for (id, origin) in census.duplicates {
            diagnostics.error(
                "duplicate-id", "another file uses the id ‘\(id)’ too", hint: "an id is unique in a publication",
                at: origin)
        }
    }
}
