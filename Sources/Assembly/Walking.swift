// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension Block {
    /// The lists of blocks right within this one.
    var inner: [[Block]] {
        switch content {
        case .list(let list): list.items.map(\.blocks)
        case .definitions(let definitions): definitions.flatMap(\.meanings)
        case .table(let table): [table.notes]
        case .quote(let blocks): [blocks]
        case .component(let component): [component.blocks]
        case .heading, .paragraph, .figure, .chart, .flow, .code, .divider, .contents, .index: []
        }
    }

    /// The running texts right within this block.
    var inlineLists: [[Inline]] {
        switch content {
        case .heading(_, let inlines), .paragraph(let inlines): [inlines]
        case .definitions(let definitions): definitions.map(\.term)
        case .table(let table): [table.caption] + (table.head + table.rows).flatMap { $0.map(\.inlines) }
        case .figure(let figure): [figure.caption]
        case .chart(let chart): chart.texts
        case .flow(let flow): flow.texts
        case .component(let component): [component.title]
        case .list, .quote, .code, .divider, .contents, .index: []
        }
    }
}

/// Text as contents lists, running heads and links without text of their own repeat it: without notes, links and anchors.
enum Bare {
    static func inlines(_ inlines: [Inline]) -> [Inline] {
        Gaps.cut(inlines).flatMap { inline -> [Inline] in
            var bare = inline
            switch inline.content {
            case .noteReference, .noteCall, .anchor, .field, .image: return []
            case .link(_, let inner): return self.inlines(inner)
            case .lineBreak, .softBreak: bare.content = .text(" ")
            case .emphasis(let inner): bare.content = .emphasis(self.inlines(inner))
            case .strong(let inner): bare.content = .strong(self.inlines(inner))
            case .strikethrough(let inner): bare.content = .strikethrough(self.inlines(inner))
            case .span(var attributes, let inner):
                attributes.id = nil
                bare.content = .span(attributes, self.inlines(inner))
            case .text, .code, .placeholder: break
            }
            return [bare]
        }
    }
}
