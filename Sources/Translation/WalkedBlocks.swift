// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension TranslationWalk {
    /// Translates `blocks`; a paragraph among them is a text of the kind `paragraph`.
    mutating func blocks(_ blocks: [Block], paragraph: String = "paragraph") -> [Block] {
        var result: [Block] = []
        result.reserveCapacity(blocks.count)
        for block in blocks { result.append(self.block(block, paragraph: paragraph)) }
        return result
    }

    private mutating func block(_ written: Block, paragraph: String) -> Block {
        var block = written
        let context = block.attributes["context"]
        index(&block.attributes, at: block.origin)
        switch written.content {
        case .heading(let level, let inlines):
            let text = own(inlines, as: context ?? "heading \(level)", of: &block)
            block.content = .heading(level: level, text)
            if let short = block.attributes["short"] {
                block.attributes.values["short"] =
                    translation(ofPlain: short, as: "short title", at: block.origin) ?? short
            }
        case .paragraph(let inlines):
            block.content = .paragraph(own(inlines, as: context ?? paragraph, of: &block))
        case .list(var list):
            for index in list.items.indices {
                list.items[index].blocks = blocks(list.items[index].blocks, paragraph: context ?? "list item")
            }
            block.content = .list(list)
        case .definitions(var definitions):
            for index in definitions.indices {
                definitions[index].term = marked(definitions[index].term, as: "term", at: block.origin)
                for meaning in definitions[index].meanings.indices {
                    definitions[index].meanings[meaning] = blocks(
                        definitions[index].meanings[meaning], paragraph: context ?? "definition")
                }
            }
            block.content = .definitions(definitions)
        case .table(var table):
            table.caption = marked(table.caption, as: context ?? "caption", at: block.origin)
            for row in table.head.indices { cells(&table.head[row], as: "table header", at: block.origin) }
            for row in table.rows.indices { cells(&table.rows[row], as: "table cell", at: block.origin) }
            table.notes = blocks(table.notes, paragraph: "table note")
            block.content = .table(table)
        case .figure(var figure):
            if !figure.isDecorative {
                if let text = translation(ofPlain: figure.alternative, as: "alt text", at: block.origin) {
                    figure.alternative = text
                } else {
                    figure.alternativeLanguage = source
                }
            }
            figure.caption = marked(figure.caption, as: context ?? "caption", at: block.origin)
            block.content = .figure(figure)
        case .chart(let chart): block.content = .chart(self.chart(chart, as: context, at: block.origin))
        case .flow(let flow): block.content = .flow(self.flow(flow, as: context, at: block.origin))
        case .quote(let inner): block.content = .quote(blocks(inner))
        case .component(var component):
            component.title = marked(component.title, as: context ?? "container title", at: block.origin)
            // Whom a recommendation is for.
            if let to = block.attributes["to"], !to.isEmpty {
                block.attributes.values["to"] = translation(ofPlain: to, as: "addressee", at: block.origin) ?? to
            }
            component.blocks = blocks(component.blocks)
            block.content = .component(component)
        case .code, .divider, .contents, .index: break
        }
        return block
    }

    /// The text of a block, which carries the language itself where there is no translation.
    private mutating func own(_ inlines: [Inline], as context: String, of block: inout Block) -> [Inline] {
        if let text = translation(of: inlines, as: context, at: block.origin) {
            if let range = text.first?.origin.catalogue { block.origin.catalogue = range }
            return text
        }
        if block.language == nil { block.language = source }
        return indexed(inlines, of: inlines)
    }

    /// A text that carries its language as a span where there is no translation.
    mutating func marked(_ inlines: [Inline], as context: String, at origin: Origin) -> [Inline] {
        let place = inlines.first?.origin ?? origin
        if let text = translation(of: inlines, as: context, at: place) { return text }
        return [
            Inline(.span(Attributes(values: ["lang": source.description]), indexed(inlines, of: inlines)), at: place)
        ]
    }

    private mutating func cells(_ cells: inout [Table.Cell], as context: String, at origin: Origin) {
        for index in cells.indices {
            let inlines = cells[index].inlines
            if let text = translation(of: inlines, as: context, at: inlines.first?.origin ?? origin) {
                cells[index].inlines = text
            } else {
                cells[index].inlines = indexed(inlines, of: inlines)
                if cells[index].language == nil { cells[index].language = source }
            }
        }
    }
}
