// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// Turns written content into content of one edition: links and notes resolved, gaps found. It walks in the order of reading, and
/// remembers what it meets for the sections that are made afterwards.
struct Resolver {
    let publication: Publication
    let edition: Edition
    let words: Words
    let census: Census
    let directory: Directory
    var diagnostics: Diagnostics

    /// The numbered notes by their keys.
    var notes: [String: Book.BookNote] = [:]
    /// Keys of `Publication.notes` that somebody calls.
    var calledNotes: Set<String> = []
    /// What is open, in the order found.
    var openItems: [OpenItem] = []
    /// How often each resource is cited.
    var citations: [String: Int] = [:]
    /// The terms that are cited.
    var citedTerms: Set<String> = []
    /// The number of the last block made here; above all written ones.
    var lastID = 1_000_000_000
    /// The section being walked.
    var section = SectionState(anchor: "", path: "")

    /// What holds while one section is walked.
    struct SectionState {
        var anchor: String
        var path: String
        /// Marks by the key in `Publication.notes`.
        var marks: [String: Int] = [:]
        /// The notes called and not yet resolved, in order.
        var waiting: [String] = []
        /// The note whose text is walked, by its key in `Publication.notes`.
        var note: String?
    }

    init(
        _ publication: Publication, edition: Edition, words: Words, written: [NodeID: String] = [:],
        diagnostics: Diagnostics
    ) {
        self.publication = publication
        self.edition = edition
        self.words = words
        self.diagnostics = diagnostics
        census = Census(publication, words: words, written: written)
        directory = Directory(publication, edition: edition)
    }

    /// Resolves `blocks` as the section `anchor` of the file `path`, and the notes that it calls.
    mutating func section(_ anchor: String, path: String, _ blocks: [Block]) -> [Block] {
        section = SectionState(anchor: anchor, path: path)
        let resolved = self.blocks(blocks)
        resolveNotes()
        return resolved
    }

    /// Resolves each block.
    mutating func blocks(_ blocks: [Block]) -> [Block] {
        var result: [Block] = []
        result.reserveCapacity(blocks.count)
        for block in blocks { result.append(self.block(block)) }
        return result
    }

    private mutating func block(_ written: Block) -> Block {
        var block = written
        if block.attributes.has("critical") { checkCritical(&block) }
        switch written.content {
        case .heading(let level, let inlines):
            if block.attributes.id == nil { block.attributes.id = census.made[block.id] }
            block.content = .heading(level: level, self.inlines(inlines))
        case .paragraph(let inlines): block.content = .paragraph(self.inlines(inlines))
        case .list(var list):
            for index in list.items.indices { list.items[index].blocks = blocks(list.items[index].blocks) }
            block.content = .list(list)
        case .definitions(var definitions):
            for index in definitions.indices {
                definitions[index].term = self.inlines(definitions[index].term)
                for meaning in definitions[index].meanings.indices {
                    definitions[index].meanings[meaning] = blocks(definitions[index].meanings[meaning])
                }
            }
            block.content = .definitions(definitions)
        case .table(let table): block.content = .table(self.table(table, label: census.labels[block.id] ?? ""))
        case .figure(var figure):
            figure.label = census.labels[block.id] ?? ""
            figure.caption = self.inlines(figure.caption)
            checkPlain(figure.alternative, at: block.origin, of: &block)
            block.content = .figure(figure)
        case .quote(let inner): block.content = .quote(blocks(inner))
        case .component(var component):
            reportUnknown(component, at: block.origin)
            component.title = self.inlines(component.title)
            component.blocks = blocks(component.blocks)
            block.content = .component(component)
        case .code(_, let text): checkPlain(text, at: block.origin, of: &block)
        case .divider, .contents: break
        }
        return block
    }

    /// A name that the theme does not know is most often a slip; what is in it is set as a box all the same.
    private mutating func reportUnknown(_ component: Component, at origin: Origin) {
        let known = publication.theme.components
        // A figure without its picture and a table without its table have been reported as such.
        guard known[component.name] == nil, !["figure", "table"].contains(component.name) else { return }
        diagnostics.warning(
            "unknown-component", "the theme has no component ‘\(component.name)’",
            hint: "it has \(known.keys.sorted().joined(separator: ", "))", at: origin)
    }

    private mutating func table(_ written: Table, label: String) -> Table {
        var table = written
        table.label = label
        table.caption = inlines(table.caption)
        for row in table.head.indices {
            for cell in table.head[row].indices {
                table.head[row][cell].inlines = inlines(table.head[row][cell].inlines)
            }
        }
        for row in table.rows.indices {
            for cell in table.rows[row].indices {
                table.rows[row][cell].inlines = inlines(table.rows[row][cell].inlines)
            }
        }
        table.notes = blocks(table.notes)
        return table
    }
}
