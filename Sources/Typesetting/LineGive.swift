// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece to be, before the blanks are fitted. Lengths in points.
struct LinePart {
    var word: Int32
    var run: Int
    var width: Double
    var letters: Double
    /// To the next part: the blank with its kern, or a kern alone.
    var gap: Double
    var stretch: Double
    var shrink: Double
    var hasBlank: Bool
    var isDivision: Bool
    var level: UInt8 = 0
    var gapLevel: UInt8 = 0
}

/// What all parts of a line add up to. Lengths in points.
struct LineTotals {
    var words = 0.0
    var letters = 0.0
    var gaps = 0.0
    /// The gaps that are blanks: kerns within words may be below 0.
    var blanks = 0.0
    var stretch = 0.0
    var shrink = 0.0
    var head = 0.0
    var tail = 0.0
    /// The size of the last part: tracking after the last glyph is none.
    var lastSize = 0.0
}

/// How blanks and glyphs give way: a gap becomes its natural width + `grow` × stretch − `press` × shrink.
struct LineGive {
    var expansion = 1.0
    /// In em.
    var tracking = 0.0
    var grow = 0.0
    var press = 0.0
    var ratio = 0.0

    /// As the line is: nothing gives.
    init() {}

    /// What fills `rest`, in points; below 0 the line is too long.
    init(_ totals: LineTotals, rest: Double) {
        let elasticity = Elasticity(
            blanks: rest < 0 ? totals.shrink : totals.stretch, words: totals.words, letters: totals.letters)
        ratio = elasticity.ratio(rest)
        (expansion, tracking) = elasticity.glyphs(rest)
        let left = rest - added(to: totals)
        if left < 0 {
            // What the steps of expansion leave over may press blanks a hair more than the breaker reckoned.
            press = totals.shrink > 0 ? min(-left / totals.shrink, 1.2) : 0
        } else if totals.stretch > 0 {
            // Holes wider than six blanks are worse than a short line.
            grow = min(left, max(5 * totals.blanks, 0)) / totals.stretch
        }
    }

    /// What expansion and tracking add to a line, in points.
    func added(to totals: LineTotals) -> Double {
        let tracked = totals.words + tracking * totals.letters
        return tracked * expansion - totals.words - tracking * totals.lastSize * expansion
    }
}
