// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Languages
internal import Manuscript

/// Turns written content into content of one edition: links and notes resolved, gaps found. It walks in the order of reading, and
/// remembers what it meets for the sections that are made afterwards.
struct Resolver {
    let publication: Publication
    let edition: Edition
    let words: Words
    let census: Census
    let directory: Directory
    /// The order of words in the edition's language.
    let collation: Collation
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
    /// How often the text speaks of each term.
    var termUses: [String: Int] = [:]
    /// How many references look from where they stand.
    var references = 0
    /// What is marked for the index.
    var index = IndexMarks()
    /// Whether there is one.
    let hasIndex: Bool
    /// Which lists of tables and figures there are, and their lines.
    let lists: Set<Part.Generated>
    var listed: [Part.Generated: [ContentsEntry]] = [:]
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
        let generated = publication.parts.compactMap { part -> Part.Generated? in
            if case .generated(let kind, _) = part { kind } else { nil }
        }
        hasIndex = generated.contains(.index)
        lists = Set(generated).intersection([.tables, .figures])
        census = Census(publication, words: words, written: written)
        collation = Collation(edition.language)
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
        // Sections that are marked for the index end where the next of their level begins.
        var open: [(level: Int, anchors: [String])] = []
        func close(_ level: Int) {
            while let last = open.last, last.level >= level {
                open.removeLast()
                if let end = result.indices.last { result[end].endAnchors += last.anchors }
            }
        }
        for block in blocks {
            var made = self.block(block)
            if case .heading(let level, _) = made.content {
                close(level)
                if !made.endAnchors.isEmpty { open.append((level, made.endAnchors)) }
                made.endAnchors = []
            }
            result.append(made)
        }
        close(0)
        return result
    }

    private mutating func block(_ written: Block) -> Block {
        var block = written
        markForIndex(&block)
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
        case .table(let table):
            let resolved = self.table(table, label: census.labels[block.id] ?? "")
            list(.tables, resolved.label, resolved.caption, &block)
            block.content = .table(resolved)
        case .figure(var figure):
            figure.label = census.labels[block.id] ?? ""
            figure.caption = self.inlines(figure.caption)
            list(.figures, figure.label, figure.caption, &block)
            checkPlain(figure.alternative, at: block.origin, of: &block)
            block.content = .figure(figure)
        case .chart(var chart):
            chart.label = census.labels[block.id] ?? ""
            chart.changeTexts { text, _ in text = inlines(text) }
            checkPlain(chart.alternative, at: block.origin, of: &block)
            list(.figures, chart.label, chart.title, &block)
            block.content = .chart(chart)
        case .flow(var flow):
            flow.label = census.labels[block.id] ?? ""
            flow.changeTexts { text, _ in text = inlines(text) }
            list(.figures, flow.label, flow.title, &block)
            block.content = .flow(flow)
        case .quote(let inner): block.content = .quote(blocks(inner))
        case .component(var component):
            reportUnknown(component, at: block.origin)
            let form = publication.theme.components[component.name]?.form
            if form == .recommendation, block.attributes["number"] == nil {
                block.attributes.values["number"] = census.labels[block.id]
            }
            component.title = self.inlines(component.title)
            component.blocks = blocks(component.blocks)
            if form == .contact, let id = block.attributes["resource"] {
                let card = card(of: id, at: block.origin)
                if component.title.isEmpty { component.title = card.title }
                component.blocks = card.blocks + component.blocks
            }
            block.content = .component(component)
        case .code(_, let text): checkPlain(text, at: block.origin, of: &block)
        case .divider, .contents, .index: break
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
