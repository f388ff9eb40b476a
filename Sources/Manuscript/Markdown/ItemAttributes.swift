// SPDX-License-Identifier: GPL-3.0-or-later

extension Block {
    /// Takes `{…}` off the end of a list item's first paragraph: the item's attributes, and no part of its text.
    mutating func takeTrailingAttributes() {
        guard attributes.isEmpty, case .paragraph(var inlines) = content, let last = inlines.indices.last,
            case .text(let text) = inlines[last].content
        else { return }
        let bytes = Array(text.utf8)
        guard let found = AttributeSyntax.trailing(bytes, in: 0..<bytes.count) else { return }
        var rest = bytes[..<found.start]
        while let byte = rest.last, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { rest.removeLast() }
        if rest.isEmpty {
            inlines.remove(at: last)
        } else {
            inlines[last].content = .text(String(decoding: rest, as: UTF8.self))
        }
        attributes = found.attributes
        content = .paragraph(inlines)
    }
}
