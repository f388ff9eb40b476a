// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// What a Markdown file holds.
public struct MarkdownDocument: Sendable {
    /// A heading of level 1 at the head of a file.
    public struct Title: Hashable, Sendable {
        /// Its text.
        public var inlines: [Inline]
        /// What `{…}` says of it.
        public var attributes: Attributes
        /// Where it stands.
        public var origin: Origin
    }

    /// The first heading, if it is of level 1; it is not among the blocks.
    public var title: Title?
    /// The blocks, in order.
    public var blocks: [Block]
    /// The footnotes that the file defines, in order; labels are unique.
    public var notes: [Note]
}

/// Hands out the identities of blocks in the order of reading.
public struct NodeIDSource: Sendable {
    private var following: Int

    /// Counts from `first`.
    public init(from first: Int = 1) { following = first }

    /// An identity that was not handed out before.
    public mutating func next() -> NodeID {
        defer { following += 1 }
        return NodeID(following)
    }
}
