// SPDX-License-Identifier: GPL-3.0-or-later

/// How a justified line gives way: blanks and the glyphs' width first, together; then, where that is not enough, a little tracking; beyond
/// that blanks alone. The breaker reckons with it and the line builder sets by it.
///
/// Expansion after Hàn Thế Thành, *Micro-typographic extensions to the TeX typesetting system* (2000): within 2 % nobody sees it.
struct Elasticity {
    /// The most that glyphs are widened or narrowed, as share of their width.
    static let expansion = 0.02
    /// The most that letters are moved apart or together, in em.
    static let tracking = 0.01
    /// Between the widths of glyphs that are drawn.
    static let expansionStep = 0.001
    /// The ratio from which tracking helps; expansion is used up there.
    static let knee = 0.35

    /// Beyond the ratio of 1 blanks give so many times more for each step: a line is loose then, and the question is only how much.
    static let ease = 2.5

    /// What all blanks can grow or, if the line is too long, shrink. In points.
    var blanks: Double
    /// The glyphs' widths together. In points.
    var words: Double
    /// The glyphs' sizes together: what tracking of 1 em would add. In points.
    var letters: Double

    /// The share of all give that takes up `rest`, above 0 in either direction: at 1 all is used, as far as is good.
    func ratio(_ rest: Double) -> Double {
        let rest = abs(rest)
        let wide = Self.expansion * words
        let loose = Self.tracking * letters
        let first = blanks * Self.knee + wide
        if rest <= first { return first > 0 ? Self.knee * rest / first : 0 }
        let second = blanks * (1 - Self.knee) + loose
        if rest <= first + second { return Self.knee + (1 - Self.knee) * (rest - first) / second }
        return blanks > 0 ? 1 + (rest - first - second) / (Self.ease * blanks) : .infinity
    }

    /// The glyphs' horizontal scale and the tracking in em for a line with `rest` points to fill.
    func glyphs(_ rest: Double) -> (expansion: Double, tracking: Double) {
        let ratio = ratio(rest)
        let sign = rest < 0 ? -1.0 : 1
        let share = min(ratio / Self.knee, 1) * Self.expansion
        let steps = (share / Self.expansionStep).rounded()
        let spread = min(max((ratio - Self.knee) / (1 - Self.knee), 0), 1) * Self.tracking
        return (1 + sign * steps * Self.expansionStep, sign * spread)
    }
}
