// SPDX-License-Identifier: GPL-3.0-or-later

/// How well text must be set: what `pamphlet check --typography` holds an edition to. Beyond a limit is an error.
public struct TypographyLimits: Hashable, Sendable {
    /// The word spaces of a justified line, as shares of their natural width.
    public var wordSpace = 0.7...1.6
    /// How many lines in a row may end in a divided word.
    public var ladder = 2
    /// How many lines in a row may begin, or end, with the same word.
    public var stack = 3
    /// How many rivers an edition may have.
    public var rivers = 0
    /// How many paragraphs may end in a scrap of a line.
    public var shortLastLines = 0
    /// How many divided words may end a page or a column.
    public var hyphensAtTurns = 0
    /// How many lines may be longer than their measure.
    public var overfullLines = 0
    /// Of a hundred justified lines, how many may be stretched or shrunk beyond what is good.
    public var looseLinesPer100 = 5.0
    /// Of a hundred justified lines, how many may differ from the one above by more than one class of tightness.
    public var unevenLinesPer100 = 5.0

    /// The limits of the built-in theme.
    public init() {}
}
