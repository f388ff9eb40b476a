// SPDX-License-Identifier: GPL-3.0-or-later

/// A node of a Markdown text as CommonMark sees it, without its children.
public struct MarkupNode: Sendable {
    /// What the node is.
    public enum Kind: Hashable, Sendable {
        /// The whole text.
        case document
        /// `> …`.
        case quote
        /// A list; `start` is the first number of an ordered one.
        case list(start: Int?, isTight: Bool)
        /// An item of a list, with the state of its box if it has one.
        case item(isChecked: Bool?)
        /// A fenced or indented code block.
        case codeBlock(info: String)
        /// Raw HTML that stands as a block.
        case htmlBlock
        /// A paragraph.
        case paragraph
        /// A heading.
        case heading(level: Int)
        /// A thematic break.
        case divider
        /// A table.
        case table([Alignment])
        /// A row of a table.
        case tableRow(isHead: Bool)
        /// A cell of a table.
        case tableCell
        /// Plain text; neighbours are joined.
        case text
        /// A line end.
        case softBreak
        /// A hard line break.
        case lineBreak
        /// A code span.
        case code
        /// An inline tag.
        case html
        /// `*…*`.
        case emphasis
        /// `**…**`.
        case strong
        /// `~~…~~`.
        case strikethrough
        /// `[…](destination "title")` and autolinks.
        case link(destination: String, title: String)
        /// `![…](destination "title")`.
        case image(destination: String, title: String)
        /// Anything else.
        case other
    }

    /// How a table's column stands.
    public enum Alignment: Hashable, Sendable {
        /// Not said.
        case none
        /// `:--`.
        case left
        /// `:-:`.
        case centre
        /// `--:`.
        case right
    }

    /// What the node is.
    public var kind: Kind
    /// The text of a text, code or HTML node.
    public var literal: String
    /// Where it begins: line from 1, UTF-8 column from 1; 0 where CommonMark does not say.
    public var start: (line: Int32, column: Int32)
    /// Where its last byte stands.
    public var last: (line: Int32, column: Int32)
    /// The index after its last descendant in `MarkupTree.nodes`.
    public var end: Int
}
