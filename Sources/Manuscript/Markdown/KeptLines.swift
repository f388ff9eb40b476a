// SPDX-License-Identifier: GPL-3.0-or-later

extension Block {
    /// Makes the line ends of a paragraph of verse, or of an address, line breaks.
    mutating func keepLines() {
        switch content {
        case .paragraph(let inlines): content = .paragraph(inlines.keepingLines())
        case .quote(var blocks):
            // Quotations nest no deeper than `Conversion.depthLimit`.
            for index in blocks.indices { blocks[index].keepLines() }
            content = .quote(blocks)
        default: break
        }
    }
}

extension [Inline] {
    /// The same with line breaks for line ends. Inlines nest no deeper than `Conversion.depthLimit`.
    fileprivate func keepingLines() -> [Inline] {
        map { inline in
            var inline = inline
            switch inline.content {
            case .softBreak: inline.content = .lineBreak
            case .emphasis(let inner): inline.content = .emphasis(inner.keepingLines())
            case .strong(let inner): inline.content = .strong(inner.keepingLines())
            case .strikethrough(let inner): inline.content = .strikethrough(inner.keepingLines())
            case .link(let target, let inner): inline.content = .link(target, inner.keepingLines())
            case .span(let attributes, let inner): inline.content = .span(attributes, inner.keepingLines())
            default: break
            }
            return inline
        }
    }
}
