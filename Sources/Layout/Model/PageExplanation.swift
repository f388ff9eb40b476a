// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// Why a page looks as it does: where it might have ended, what each end costs, what was chosen. Costs are those of the choice of page
/// breaks, in which a line of unwanted white is 10.
public struct PageExplanation: Sendable {
    /// From 0.
    public var page: Int
    /// What a reader calls it.
    public var label: String
    /// How many pages the edition has.
    public var pageCount: Int
    /// Whether it has anything to choose: covers have not, nor pages that a worksheet has for itself.
    public var isChosen = false
    /// The title of the section that ends last on it; empty for the cover.
    public var section = ""
    /// Which page of its section it is, from 1, and of how many.
    public var place = (number: 1, count: 1)
    /// Whether it is a right-hand page, to be turned.
    public var isRecto = false
    /// How many lines the facing page before it is short of full, if they face each other.
    public var facingShort: Int?
    /// The height of the text area, in points.
    public var height = 0.0
    /// The distance of baselines, in points.
    public var grid = 0.0
    /// What the pages of its section cost before it, and all in all.
    public var costBefore = 0.0
    /// What all pages of its section cost.
    public var planCost = 0.0
    /// What each page of the section costs; the sum is `planCost`.
    public var pageCosts: [Double] = []
    /// Where it might end, from the top.
    public var ends: [End] = []
    /// What is kept together on it, from the top.
    public var kept: [Kept] = []
    /// The paragraphs that were set a line longer or shorter.
    public var pressed: [Pressed] = []
    /// The strips above which white grew by a line.
    public var grown: [Strip] = []
    /// The notes at its foot.
    public var notes: [Note] = []
    /// What left the flow and stands on it.
    public var floats: [Float] = []
    /// What fills it, from the top.
    public var strips: [Strip] = []
    /// How far down its baselines stand from the lines of the grid, in points.
    public var baseline = 0.0
    /// The text area, in page space.
    public var area = Rect(x: 0, y: 0, width: 0, height: 0)
    /// The room that `PageList.explained` adds at the right of the page for words about its ends, in points.
    public static let margin = 150.0
    /// Drawn on the page by `PageList.explained`.
    public var overlay: [Fragment] = []
    /// The palette with the colours of the overlay.
    public var palette: Palette?
}

extension PageExplanation {
    /// A place where the page might have ended.
    public struct End: Sendable {
        /// The last words before it.
        public var after: String
        /// Where the line is written that would be the page's last.
        public var origin: Origin?
        /// How many lines are left below it; negative if there are too many.
        public var short: Int
        /// How firmly its last strip holds on to the next.
        public var hold: Hold
        /// Whether a block begins after it.
        public var endsBlock: Bool
        /// Whether its last word is divided.
        public var isDivided: Bool
        /// Whether its last note runs on.
        public var partsNote: Bool
        /// How many places of it can take another line of white.
        public var elastic: Int
        /// Its lower edge from the top of the text area, in points: where it stands on the page as it was made, white grown and all.
        public var bottom: Double
        /// What the page costs if it ends here, in the best way to do so; none if it was not worth a look.
        public var parts: [Part]
        /// What all pages of the section cost at least if it ends here; `nil` if it was not worth a look, or if no way leads on.
        public var total: Double?
        /// By how many lines white would grow.
        public var grown = 0
        /// By how many lines a paragraph would be longer, or shorter if negative.
        public var pressed = 0
        /// Whether the page ends here.
        public var isChosen = false

        /// What the page costs.
        public var cost: Double { parts.reduce(0) { $0 + $1.cost } }
    }

    /// How firmly a strip holds on to the next, the weakest first.
    public enum Hold: String, Sendable, CaseIterable {
        /// A page may end after it.
        case none
        /// A callout or a small table would be split.
        case whole
        /// A line or a row would stand alone.
        case lines
        /// A heading, a caption or a label would be parted from what it stands for.
        case firm
    }

    /// A part of what a page costs.
    public struct Part: Hashable, Sendable {
        /// What for.
        public var kind: Kind
        /// How much.
        public var cost: Double

        /// What a page's end may cost for.
        public enum Kind: String, Sendable, CaseIterable {
            /// White at the foot.
            case white
            /// Facing pages that end on different lines.
            case uneven
            /// White that grew.
            case grown
            /// A paragraph that is set a line longer or shorter.
            case pressed
            /// What should stay together is parted.
            case hold
            /// The last word is divided.
            case divided
            /// A note runs on.
            case note
            /// Notes of the margin find no room.
            case crowded
            /// Floats that still wait for a page of their own.
            case waiting
            /// The last page of the section has little text.
            case scant
            /// A page of notes alone.
            case notesAlone
        }
    }

    /// Strips that hold together.
    public struct Kept: Sendable {
        /// The firmest of their holds.
        public var hold: Hold
        /// The first and the last, as positions in `strips`.
        public var strips: ClosedRange<Int>
        /// How the first begins.
        public var text: String
        /// Where it is written.
        public var origin: Origin?
    }

    /// A paragraph that is set a line longer, or shorter.
    public struct Pressed: Sendable {
        /// 1 or −1.
        public var lines: Int
        /// How much worse each of its lines is, in demerits.
        public var demerits: Double
        /// Where it is written.
        public var origin: Origin?
    }

    /// A strip on the page.
    public struct Strip: Sendable {
        /// How it begins.
        public var text: String
        /// Where it is written.
        public var origin: Origin?
        /// In page space.
        public var frame: Rect
        /// White above it as it stands on the page, in points.
        public var white: Double
        /// Whether white above it may grow.
        public var isElastic: Bool
        /// Whether it did.
        public var isGrown: Bool
        /// How firmly it holds on to the next.
        public var hold: Hold
    }

    /// Lines of a note at the foot.
    public struct Note: Sendable {
        /// The note's key.
        public var key: String
        /// How many of its lines stand here.
        public var lines: Int
        /// How many it has.
        public var count: Int
        /// Whether it began on an earlier page.
        public var isContinued: Bool
        /// Whether it runs on to the next.
        public var runsOn: Bool
    }

    /// What left the flow.
    public struct Float: Sendable {
        /// Above the text, below it, or the page for itself.
        public var place: Place
        /// With the white that parts it from the text, in points; 0 for a page of its own.
        public var height: Double
        /// Where it is called.
        public var origin: Origin?

        /// Where it stands.
        public enum Place: String, Sendable {
            case top, foot, page
        }
    }
}
