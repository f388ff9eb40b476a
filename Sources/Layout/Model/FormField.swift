// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// A place on a page that a reader can fill in. What is printed there – lines, a box – is drawn with the page.
public struct FormField: Hashable, Sendable {
    /// What can be filled in.
    public enum Kind: Hashable, Sendable {
        /// A line of text.
        case text
        /// Some lines of text, so many points apart.
        case lines(count: Int, leading: Double)
        /// A box that is ticked or not.
        case tickBox(isTicked: Bool)
    }

    /// Unique in an edition, the same in every language and format: made of ids, without full stops.
    public var name: String
    /// What it takes.
    public var kind: Kind
    /// What it says to a screen reader, in the edition's language: its label.
    public var tooltip: String
    /// Where it is, in page space.
    public var frame: Rect
    /// Its position in the order of tabs, from 0, counted through the edition.
    public var order: Int
    /// The element below which its own will stand: the body of an item's list, or the label of one with a box.
    public var tag: TagNode.ID

    /// A field.
    public init(name: String, kind: Kind, tooltip: String, frame: Rect, order: Int, tag: TagNode.ID) {
        self.name = name
        self.kind = kind
        self.tooltip = tooltip
        self.frame = frame
        self.order = order
        self.tag = tag
    }
}
