// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript

/// A Markdown text as it was read, with shorthands for tests.
struct Reading {
    var document: MarkdownDocument
    var diagnostics = Diagnostics()
    let file: SourceFile

    init(_ text: String) {
        file = SourceFile(path: "a.md", text: text)
        var reader = MarkdownReader(language: .british)
        document = reader.read(file, figurePath: { path, _, _ in path }, diagnostics: &diagnostics)
    }

    var codes: [String] { diagnostics.all.map(\.code.description) }
    var outline: String { document.blocks.map { Self.outline($0) }.joined(separator: " ") }

    /// A block in one line: `p(text)`, `h2#id(text)`, `note:Title[p(text)]`.
    static func outline(_ block: Block) -> String {
        let id = block.attributes.id.map { "#" + $0 } ?? ""
        func all(_ blocks: [Block]) -> String { blocks.map { outline($0) }.joined(separator: " ") }
        switch block.content {
        case .heading(let level, let inlines): return "h\(level)\(id)(\(sourceText(of: inlines)))"
        case .paragraph(let inlines): return "p\(id)(\(sourceText(of: inlines)))"
        case .list(let list):
            let items = list.items.map { ($0.isChecked.map { $0 ? "x" : "o" } ?? "") + "[" + all($0.blocks) + "]" }
            return "\(list.start.map { "ol\($0)" } ?? "ul")\(id){\(items.joined())}"
        case .definitions(let definitions):
            return "dl\(id){"
                + definitions.map { "\(sourceText(of: $0.term)):" + $0.meanings.map { "[\(all($0))]" }.joined() }
                .joined(separator: ";") + "}"
        case .table(let table):
            let rows = (table.head + table.rows).map { $0.map { sourceText(of: $0.inlines) }.joined(separator: "|") }
            return "table\(id)<\(sourceText(of: table.caption))>(\(rows.joined(separator: "/")))<\(all(table.notes))>"
        case .figure(let figure):
            return "figure\(id)(\(figure.alternative)@\(figure.path ?? "-"))<\(sourceText(of: figure.caption))>"
        case .chart(let chart): return "chart\(id)<\(sourceText(of: chart.title))>(\(chart.rows.count))"
        case .flow(let flow): return "flow\(id)<\(sourceText(of: flow.title))>(\(flow.nodes.count))"
        case .quote(let blocks): return "quote\(id)[\(all(blocks))]"
        case .code(let info, let text): return "code\(id):\(info)(\(text))"
        case .divider: return "divider"
        case .component(let component):
            return "\(component.name)\(id):\(sourceText(of: component.title))[\(all(component.blocks))]"
        case .contents: return "contents"
        case .index: return "index"
        }
    }

    /// Every origin in the document.
    var origins: [Origin] {
        document.blocks.flatMap { Self.origins($0) }
            + document.notes.flatMap { [$0.origin] + $0.blocks.flatMap { Self.origins($0) } }
    }

    private static func origins(_ block: Block) -> [Origin] {
        let inner: [Origin] =
            switch block.content {
            case .heading(_, let inlines), .paragraph(let inlines): origins(inlines)
            case .list(let list): list.items.flatMap { $0.blocks.flatMap { origins($0) } }
            case .quote(let blocks): blocks.flatMap { origins($0) }
            case .component(let component): origins(component.title) + component.blocks.flatMap { origins($0) }
            case .table(let table):
                origins(table.caption) + (table.head + table.rows).flatMap { $0.flatMap { origins($0.inlines) } }
                    + table.notes.flatMap { origins($0) }
            case .figure(let figure): origins(figure.caption)
            case .chart(let chart): chart.texts.flatMap { origins($0) }
            case .flow(let flow): flow.texts.flatMap { origins($0) }
            case .definitions(let all):
                all.flatMap { origins($0.term) + $0.meanings.flatMap { $0.flatMap { origins($0) } } }
            case .code, .divider, .contents, .index: []
            }
        return [block.origin] + inner
    }

    private static func origins(_ inlines: [Inline]) -> [Origin] {
        inlines.flatMap { inline -> [Origin] in
            switch inline.content {
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner),
                .span(_, let inner):
                [inline.origin] + origins(inner)
            default: [inline.origin]
            }
        }
    }
}
