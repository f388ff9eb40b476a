// SPDX-License-Identifier: GPL-3.0-or-later
public import Fonts
public import Groundwork

/// How the characters of a run look. Lengths in points.
public struct TextStyle: Hashable, Sendable {
    /// The face, then those to try for characters that it lacks.
    public var faces: [FaceKey]
    /// The type size.
    public var size: Double
    /// The position of the colour in the theme's palette.
    public var swatch: Int16
    /// OpenType features: `onum`, `tnum`, `smcp`, `-liga`.
    public var features: [String]
    /// Added after each character, in 1/1000 em.
    public var tracking: Double
    /// How far the baseline is raised.
    public var rise: Double
    /// Of the text: shaping, hyphenation, conventions.
    public var language: LanguageTag
    /// Whether words may be divided, the paragraph allowing it.
    public var hyphenates: Bool

    /// A style.
    public init(
        faces: [FaceKey], size: Double, swatch: Int16, features: [String] = [], tracking: Double = 0, rise: Double = 0,
        language: LanguageTag, hyphenates: Bool = true
    ) {
        self.faces = faces
        self.size = size
        self.swatch = swatch
        self.features = features
        self.tracking = tracking
        self.rise = rise
        self.language = language
        self.hyphenates = hyphenates
    }
}

/// Text of one style and one owner.
public struct TextRun: Sendable {
    /// The text: no line feeds but U+2028 for a forced line break.
    public var text: String
    /// How it looks.
    public var style: TextStyle
    /// Whose it is: Layout's number for the tag that the text belongs to. Comes back in each piece.
    public var owner: Int32
    /// Anchors that stand at its beginning: come back with the line. Notes' marks name their note so.
    public var anchors: [String]
    /// Where it is written, for diagnostics.
    public var origin: Origin?

    /// A run.
    public init(text: String, style: TextStyle, owner: Int32, anchors: [String] = [], origin: Origin? = nil) {
        self.text = text
        self.style = style
        self.owner = owner
        self.anchors = anchors
        self.origin = origin
    }
}

/// A paragraph to be set.
public struct Paragraph: Sendable {
    /// How lines stand.
    public enum Alignment: Hashable, Sendable {
        /// Both edges straight, the last line at the start.
        case justified
        /// Ragged at the end.
        case start
        /// Centred.
        case centre
        /// Ragged at the start.
        case end
    }
    /// In reading order.
    public var runs: [TextRun]
    /// How lines stand.
    public var alignment: Alignment
    /// The first line's indent, in points.
    public var indent: Double
    /// Whether words may be divided.
    public var hyphenates: Bool
    /// Whether lines are made even in length (headings).
    public var isBalanced: Bool
    /// Whether marks at the edges stick out a little: not where lines are labels that stand in a column of their own.
    public var hangsMarks: Bool
    /// The language of the whole: direction, conventions.
    public var language: LanguageTag

    /// A paragraph.
    public init(
        runs: [TextRun], alignment: Alignment, indent: Double = 0, hyphenates: Bool = false, isBalanced: Bool = false,
        hangsMarks: Bool = true, language: LanguageTag
    ) {
        self.runs = runs
        self.alignment = alignment
        self.indent = indent
        self.hyphenates = hyphenates
        self.isBalanced = isBalanced
        self.hangsMarks = hangsMarks
        self.language = language
    }
}
