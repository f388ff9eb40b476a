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
        /// A quotation drawn out of the text, large, between two rules.
        case pull
        /// How to reach somebody: name, telephone, hours, languages, confidentiality.
        case contact
    }
    /// Where an edge stands.
    public enum Side: String, Hashable, Sendable, CaseIterable {
        /// At the fore-edge of the page.
        case outer
        /// At the fold.
        case inner
        /// Where lines begin.
        case start
        /// Above.
        case top
    }
    /// How an edge is drawn: kinds are told apart without colour too.
    public enum EdgeForm: String, Hashable, Sendable, CaseIterable {
        /// A bar.
        case solid
        /// Two bars with white between them.
        case double
        /// Short bars below one another.
        case dashed
        /// A line all round.
        case frame
        /// A dashed line all round.
        case dashedFrame = "dashed-frame"
    }
    /// Which edges of the page a ground reaches over.
    public enum Bleed: String, Hashable, Sendable, CaseIterable {
        /// None.
        case none
        /// The fore-edge.
        case outer
        /// The fore-edge and the fold: a band.
        case both
    }
    /// What lays it out.
    public var form = Form.box
    /// The key of its label in `Theme.strings`; empty for none.
    public var label = ""
    /// The motif beside the label; empty for none.
    public var mark = ""
    /// The motif behind the mark, in the edge's colour, with the mark in `markColour`; empty for none.
    public var badge = ""
    /// The mark's swatch on a badge.
    public var markColour: SwatchName = "white"
    /// The swatch of the parts of the mark that are not reached yet: steps to come.
    public var rest: SwatchName?
    /// The mark's diameter as share of the label's size.
    public var markSize = 1.0
    /// The ground's swatch; `nil` for none.
    public var ground: SwatchName?
    /// The swatch of edge, mark and label.
    public var edge: SwatchName = "ink"
    /// The edge's width.
    public var edgeWidth = 3.0
    /// Where the edge stands.
    public var edgeSide = Side.outer
    /// How the edge is drawn.
    public var edgeForm = EdgeForm.solid
    /// Which edges of the page its ground reaches over.
    public var bleed = Bleed.none
    /// Up to this share of the text's height it is kept whole.
    public var mostHeight = 0.45
    /// Whether it has a page of its own, its edge as high as the page.
    public var hasOwnPage = false
    /// White inside.
    public var padding = 11.0
    /// White above and below; `nil` for a line of running text.
    public var space: Double?
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
