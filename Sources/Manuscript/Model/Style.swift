// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// How paragraphs of a kind are set. Lengths in points.
public struct Style: Hashable, Sendable {
    /// How lines stand.
    public enum Alignment: String, Hashable, Sendable, CaseIterable {
        /// Both edges straight.
        case justified
        /// Ragged at the end.
        case start
        /// Centred.
        case centre
        /// Ragged at the start.
        case end
    }
    /// The role of the family.
    public var font = "text"
    /// The face in it.
    public var face = "regular"
    /// The type size.
    public var size = 11.0
    /// From baseline to baseline.
    public var leading = 15.0
    /// The colour.
    public var colour: SwatchName = "ink"
    /// How lines stand.
    public var alignment = Alignment.start
    /// The first line's indent.
    public var indent = 0.0
    /// The indent of all lines at the start.
    public var inset = 0.0
    /// White above, dropped at the top of a column.
    public var before = 0.0
    /// White below.
    public var after = 0.0
    /// Whether words may be divided.
    public var hyphenates = false
    /// Added after each character, in 1/1000 em.
    public var tracking = 0.0
    /// OpenType features: `onum`, `pnum`, `lnum`, `tnum`, `smcp`.
    public var features: [String] = []
    /// Whether it is set in capitals.
    public var isUppercase = false
    /// Whether the next block must stand on the same page.
    public var keepsWithNext = false
    /// Whether the lines are made even in length.
    public var isBalanced = false
    /// How much further in the lines after the first begin: a turned-over line of verse, an entry that hangs.
    public var turnover = 0.0
    /// Whether a heading of this style begins the line of the paragraph after it.
    public var runsIn = false
    /// The large letter that a paragraph begins with.
    public var dropCap: DropCap?
    /// How much of a paragraph's beginning is in small capitals.
    public var smallCaps = SmallCaps.none
    /// A style of the defaults.
    public init() {}

    /// Whether an indent and white both part its paragraphs: one of them is enough.
    public var partsTwice: Bool { indent != 0 && (before > 0 || after > 0) && !keepsWithNext }

    /// What of a paragraph's beginning is set in small capitals, where the face has real ones.
    public enum SmallCaps: Hashable, Sendable {
        /// Nothing.
        case none
        /// All of its first line.
        case firstLine
        /// So many words.
        case words(Int)
    }

    /// A large letter at the beginning of a paragraph, as high as several lines.
    public struct DropCap: Hashable, Sendable {
        /// What its top is level with on the first line.
        public enum Top: String, Hashable, Sendable, CaseIterable {
            /// The tops of capitals.
            case capitals
            /// The tops of small letters.
            case xHeight = "x-height"
            /// The tops of small capitals.
            case smallCapitals = "small-capitals"
        }
        /// The lines beside it, 2…9; it stands on the baseline of the last.
        public var lines = 3
        /// The role of the family; `nil` for the paragraph's.
        public var font: String?
        /// The face in it; `nil` for the paragraph's.
        public var face: String?
        /// The colour; `nil` for the paragraph's.
        public var colour: SwatchName?
        /// White between it and the text.
        public var gap = 3.0
        /// What its top is level with; `nil` for what the first line is set in.
        public var top: Top?
        /// A drop cap of the defaults.
        public init() {}
    }
}
