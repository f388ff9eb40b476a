// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// Page size and margins, in points.
public struct PageFormat: Hashable, Sendable {
    /// The trimmed page.
    public var size: Size
    /// The margin at the binding.
    public var inner: Double
    /// The margin at the fore edge.
    public var outer: Double
    /// From the top edge to the first line's top.
    public var head: Double
    /// From the bottom edge to the text area.
    public var foot: Double
    /// The measure of running text.
    public var column: Double
    /// Between text and margin column.
    public var gutter: Double
    /// The margin column's width; 0 for none.
    public var marginColumn: Double
    /// Whether left and right pages mirror each other.
    public var isFacing: Bool
    /// Outside the trim, in print.
    public var bleed: Double
    /// How pages are counted.
    public var numerals = Numerals.arabic
    /// Where chapters begin.
    public var openings = Openings.any
    /// The number of pages is a multiple of this, with blank ones before the back cover.
    public var multiple = 1
    /// How much of a chapter's first page its art fills.
    public var openerShare = 0.36
    /// Links are at least so high to a finger; 0 for as high as their text.
    public var tapHeight = 0.0
    /// Whether links in the text are underlined.
    public var underlinesLinks = false
    /// Whether the foot of a page says in few words that a translation is not reviewed: large type leaves no room for all.
    public var isStandingShort = false

    /// How pages are counted.
    public enum Numerals: String, Hashable, Sendable, CaseIterable {
        /// From the cover to the end: 1, 2, 3.
        case arabic
        /// What stands before the first chapter i, ii, iii; from there on 1, 2, 3.
        case roman
    }

    /// Where chapters begin.
    public enum Openings: String, Hashable, Sendable, CaseIterable {
        /// On the next page.
        case any
        /// On the next right-hand page, after a blank one where that is needed.
        case recto
    }

    /// A format.
    public init(
        size: Size, inner: Double, outer: Double, head: Double, foot: Double, column: Double, gutter: Double,
        marginColumn: Double, isFacing: Bool, bleed: Double
    ) {
        self.size = size
        self.inner = inner
        self.outer = outer
        self.head = head
        self.foot = foot
        self.column = column
        self.gutter = gutter
        self.marginColumn = marginColumn
        self.isFacing = isFacing
        self.bleed = bleed
    }
    /// Text and margin column together.
    public var fullMeasure: Double { marginColumn > 0 ? column + gutter + marginColumn : column }
    /// The height of the text area.
    public var textHeight: Double { size.height - head - foot }
}
