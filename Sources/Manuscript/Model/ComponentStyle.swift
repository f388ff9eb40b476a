// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// How a component is set.
public struct ComponentStyle: Hashable, Sendable {
    /// What code lays it out.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// A ground with an edge, a label and what it holds.
        case box
        /// What it holds, in another style.
        case plain
        /// A quotation with a hanging mark.
        case quote
        /// A table with its caption (first paragraph) and notes (after the table).
        case table
        /// A picture with its caption.
        case figure
        /// A list with boxes to tick.
        case checklist
        /// Fields to fill in, on a page of its own.
        case worksheet
        /// A numbered recommendation.
        case recommendation
        /// Numbered steps with large numerals.
        case steps
        /// Two balanced columns.
        case columns
        /// A note in the margin column; a box where the page has none.
        case margin
        /// An entry of the resources appendix.
        case resource
        /// Verse: a paragraph is a stanza, a line of it a line in print.
        case verse
        /// An address: its lines are kept, and kept together.
        case address
    }
    /// What lays it out.
    public var form = Form.box
    /// The key of its label in `Theme.strings`; empty for none.
    public var label = ""
    /// The motif beside the label; empty for none.
    public var mark = ""
    /// The ground's swatch; `nil` for none.
    public var ground: SwatchName?
    /// The swatch of edge, mark and label.
    public var edge: SwatchName = "ink"
    /// The edge's width, on the outer side.
    public var edgeWidth = 3.0
    /// White inside.
    public var padding = 11.0
    /// White above and below.
    public var space = 15.0
    /// The style of its paragraphs.
    public var style = "body"
    /// The style of its label.
    public var labelStyle = "label"
    /// The style of its title.
    public var titleStyle = "h3"
    /// Whether it takes the margin column too.
    public var isWide = false
    /// A component of the defaults.
    public init() {}
}
