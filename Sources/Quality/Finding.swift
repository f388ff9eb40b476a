// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// One place at which a reader's eye would stop.
public struct Finding: Hashable, Sendable {
    /// What the eye meets; the raw values are the names in reports.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Word spaces wider than the limit. Value: share of their natural width.
        case wideWordSpace = "wide-word-space"
        /// Word spaces narrower than the limit. Value: share of their natural width.
        case narrowWordSpace = "narrow-word-space"
        /// A line stretched further than is good. Value: badness.
        case looseLine = "loose-line"
        /// A line shrunk as far as is good, or further. Value: badness.
        case tightLine = "tight-line"
        /// A line much looser or tighter than the one above it. Value: by how many classes.
        case unevenLines = "uneven-lines"
        /// Divided words at the ends of lines below one another. Value: how many.
        case ladder = "hyphen-ladder"
        /// A divided word at the end of a page or a column. Value: 1.
        case hyphenAtTurn = "hyphen-at-turn"
        /// Lines below one another that begin, or end, with the same word. Value: how many.
        case stack
        /// White that runs down through lines. Value: how many.
        case river
        /// A scrap of a word as a paragraph's last line. Value: share of the measure.
        case shortLastLine = "short-last-line"
        /// A line longer than its measure. Value: by how many points.
        case overfullLine = "overfull-line"
    }

    /// What it is.
    public var kind: Kind
    /// The page, from 0.
    public var page: Int
    /// What a reader calls the page.
    public var label: String
    /// The line on the page, counted from the top of its column, from 1.
    public var line: Int
    /// Where the line's text is written: in the manuscript, and in the catalogue if it was translated.
    public var origin: Origin?
    /// How much of it: see the kinds.
    public var value: Double
    /// The words round it.
    public var words: String
    /// Whether this place by itself is beyond a limit.
    public var isBeyond: Bool
}
