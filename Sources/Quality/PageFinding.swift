// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// One place at which a page is not what it should be.
public struct PageFinding: Hashable, Sendable {
    /// What is wrong; the raw values are the names in reports.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Content beyond the page, or text beyond the area where text stands. Value: by how many points.
        case clipped
        /// A line of text that stands on another, or on a picture. Value: by how many points.
        case overlap
        /// A paragraph's last line alone at the top of a page. Value: 1.
        case widow
        /// A paragraph's first line alone at the foot of a page. Value: 1.
        case orphan
        /// A heading with fewer than two lines of its text below it on its page. Value: how many it has.
        case strandedHeading = "stranded-heading"
        /// A note that does not begin on the page of its mark. Value: how many pages off.
        case noteOffPage = "note-off-page"
        /// A divided word between a right page and the left one after it. Value: 1.
        case dividedAtTurn = "divided-at-turn"
        /// A page short by more than a third that is not the last of its chapter. Value: which share of it is empty.
        case shortPage = "short-page"
        /// Facing pages of running text that do not end on the same line. Value: by how many lines.
        case unevenSpread = "uneven-spread"
        /// Lines of running text off the baseline grid. Value: how many of the page.
        case offGrid = "off-grid"
        /// A chapter whose last page holds less than a quarter of a page. Value: which share of it is full.
        case shortLastPage = "short-last-page"

        /// Whether no edition may have it.
        public var isFault: Bool {
            switch self {
            case .clipped, .overlap, .widow, .orphan, .strandedHeading, .noteOffPage: true
            case .dividedAtTurn, .shortPage, .unevenSpread, .offGrid, .shortLastPage: false
            }
        }
    }

    /// What it is.
    public var kind: Kind
    /// The page, from 0.
    public var page: Int
    /// What a reader calls the page.
    public var label: String
    /// From the top of the page, in points.
    public var y: Double
    /// Where its text is written: in the manuscript, and in the catalogue if it was translated.
    public var origin: Origin?
    /// How much of it: see the kinds.
    public var value: Double
    /// The words at the place; may be empty.
    public var words: String
}

/// How well the pages of an edition are made.
public struct PageReport: Sendable {
    /// By page, from the top of each.
    public var findings: [PageFinding] = []
    /// Pages.
    public var pages = 0
    /// Spreads whose two pages are full of running text.
    public var spreads = 0
    /// Of those, how many end on the same line, or a line apart.
    public var evenSpreads = 0
    /// Lines of running text.
    public var bodyLines = 0
    /// How many of them stand on the baseline grid.
    public var linesOnGrid = 0

    /// How many findings of `kind` there are.
    public subscript(kind: PageFinding.Kind) -> Int { findings.count { $0.kind == kind } }

    /// Whether something is wrong that no edition may have.
    public var hasFaults: Bool { findings.contains { $0.kind.isFault } }

    /// `part` as share of `all`; 1 of nothing.
    public static func share(_ part: Int, of all: Int) -> Double { all > 0 ? Double(part) / Double(all) : 1 }
}
