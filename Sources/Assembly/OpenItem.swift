// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// Something that somebody must still do before an edition is released: a draft lists it, a final build fails on it.
public struct OpenItem: Hashable, Sendable {
    /// What is open.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A gap in the text.
        case placeholder
        /// A `critical` block that nobody has signed off.
        case critical
        /// A cited resource of a grade that is never printed.
        case grade
    }
    /// What is open.
    public var kind: Kind
    /// What a reader of the list sees.
    public var text: String
    /// Where it stands in the edition; `nil` for what stands on no page, or on the cover.
    public var anchor: String?
    /// Where it stands in the sources.
    public var origin: Origin

    /// An open item.
    public init(kind: Kind, text: String, anchor: String?, origin: Origin) {
        self.kind = kind
        self.text = text
        self.anchor = anchor
        self.origin = origin
    }
}
