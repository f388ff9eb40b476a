// SPDX-License-Identifier: GPL-3.0-or-later
public import Fonts

/// A word, or a part of one, in its place on a line. Compact: a book of 2,500 pages holds millions.
public struct Piece: Sendable {
    /// The shaped text.
    public var glyphs: GlyphString
    /// From the line's origin to the pen, in points.
    public var x: Float
    /// The type size, in points.
    public var size: Float
    /// Horizontal scale of the glyphs; 1 for none.
    public var expansion: Float
    /// Added after each glyph, in points.
    public var tracking: Float
    /// How far the baseline is raised, in points.
    public var rise: Float
    /// The width of the blank drawn after it with the same face, in points; 0 at a line's end; negative where no blank follows.
    public var blank: Float
    /// The owner of its run.
    public var owner: Int32
    /// The position of its colour in the palette.
    public var swatch: Int16
    /// Whether it is a hyphen that the breaker has put in: it copies out as U+00AD.
    public var isDivision: Bool
    /// Whether it is a bracket that is drawn as its other, as it reads from right to left, or the blank after one: its text is
    /// that of the glyph, and it copies out as `Mirroring.other` of it.
    public var isMirrored = false

    /// A piece.
    public init(
        glyphs: GlyphString, x: Float, size: Float, expansion: Float = 1, tracking: Float = 0, rise: Float = 0,
        blank: Float = -1, owner: Int32, swatch: Int16, isDivision: Bool = false
    ) {
        self.glyphs = glyphs
        self.x = x
        self.size = size
        self.expansion = expansion
        self.tracking = tracking
        self.rise = rise
        self.blank = blank
        self.owner = owner
        self.swatch = swatch
        self.isDivision = isDivision
    }

    /// The width of its glyphs, in points, without the blank.
    public var width: Double {
        (glyphs.advance * Double(size) + Double(tracking) * Double(glyphs.glyphs.count)) * Double(expansion)
    }
}

/// How well a line fills its measure.
public struct LineFit: Hashable, Sendable {
    /// The word space as set, as share of its natural width; 1 on lines that are not justified or have no blank.
    public var wordSpace: Float
    /// The breaker's badness, 0…10,000: 100 for a line that is stretched or shrunk as far as is good.
    public var badness: Float
    /// Whether both edges are straight: neither ragged nor the last line of a paragraph.
    public var isJustified: Bool
    /// Whether the paragraph ends with it.
    public var isLast: Bool
    /// How far it falls short of its measure, in points; below 0 if it is too long.
    public var rest: Float

    /// The class of its tightness.
    public var fitness: Fitness { Fitness(badness: Double(badness), isShort: wordSpace < 1) }

    /// A fit; without arguments that of a line of its own.
    public init(
        wordSpace: Float = 1, badness: Float = 0, isJustified: Bool = false, isLast: Bool = true, rest: Float = 0
    ) {
        self.wordSpace = wordSpace
        self.badness = badness
        self.isJustified = isJustified
        self.isLast = isLast
        self.rest = rest
    }
}

/// Where a line begins in its paragraph.
public struct LineStart: Hashable, Sendable {
    /// The run.
    public var run: Int32
    /// The UTF-8 offset in the run's text.
    public var offset: Int32

    /// A place in a paragraph.
    public init(run: Int32, offset: Int32) {
        self.run = run
        self.offset = offset
    }
}

/// A line as it was set.
public struct Line: Sendable {
    /// In the order of the text, which is that of drawing and reading; x is from the column's left edge: indent, alignment and
    /// protrusion are in it. From left to right unless some of the text reads from right to left.
    public var pieces: [Piece]
    /// The right end of the rightmost piece, from the column's left edge, in points.
    public var width: Double
    /// Above the baseline, of the tallest run: font ascent in points.
    public var ascent: Double
    /// Below the baseline, in points.
    public var descent: Double
    /// Whether it ends in a divided word.
    public var endsWithHyphen: Bool
    /// Anchors of the runs that begin on it, in order.
    public var anchors: [String]
    /// How well it fills its measure.
    public var fit: LineFit
    /// Where it begins.
    public var start: LineStart
    /// Layout's number of its paragraph, given when settings are recorded.
    public var paragraph: Int32 = -1

    /// A line.
    public init(
        pieces: [Piece], width: Double, ascent: Double, descent: Double, endsWithHyphen: Bool, anchors: [String],
        fit: LineFit = LineFit(), start: LineStart = LineStart(run: 0, offset: 0)
    ) {
        self.pieces = pieces
        self.width = width
        self.ascent = ascent
        self.descent = descent
        self.endsWithHyphen = endsWithHyphen
        self.anchors = anchors
        self.fit = fit
        self.start = start
    }
}

/// A paragraph broken into lines.
public struct Setting: Sendable {
    /// The lines.
    public var lines: [Line]
    /// What it costs, by the breaker's measure: lower is better.
    public var demerits: Double
    /// Whether a line is longer than its measure.
    public var isOverfull: Bool

    /// A setting.
    public init(lines: [Line], demerits: Double, isOverfull: Bool) {
        self.lines = lines
        self.demerits = demerits
        self.isOverfull = isOverfull
    }
}
