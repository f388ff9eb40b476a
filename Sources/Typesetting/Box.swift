// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork

/// What stands between a box and the next.
enum Joint: UInt8 {
    /// Nothing: both are one word in two styles.
    case none
    /// A blank, where a line may end.
    case blank
    /// A blank that keeps both together.
    case tie
    /// Nothing to see, but a line may end.
    case seam
    /// The same after a hyphen or a dash of the text.
    case hyphen
    /// The line ends.
    case forced

    /// Whether a blank stands there.
    var isBlank: Bool { self == .blank || self == .tie }
}

/// A word, or a part of one, in one style, and the joint after it. Lengths in points.
struct Box {
    /// The word in the store; −1 for an empty line.
    var word: Int32
    var run: Int32
    /// The UTF-8 offset in the run's text.
    var start: Int32
    var width: Double
    /// How many glyphs times the type size: what tracking goes by.
    var letters: Double
    /// The embedding levels of the word and of the blank: odd ones read from right to left.
    var level: UInt8 = 0
    var blankLevel: UInt8 = 0
    var joint: Joint = .none
    var penalty: Int32 = 0
    /// The blank's width; it falls out where the line ends.
    var blank: Double = 0
    /// The kern to the next box; it falls out too.
    var kern: Double = 0
    var stretch: Double = 0
    var shrink: Double = 0
}

/// A run's style in numbers. Lengths in points.
struct RunMeasures {
    var style: Int32
    /// The style of words that read from right to left.
    var backward: Int32
    var size: Double
    var tracking: Double
    var rise: Double
    var blank: Double
    var stretch: Double
    var shrink: Double
    var ascent: Double
    var descent: Double
    var hyphenates: Bool
    /// Whether the hyphen of a compound stands at the line's end and at the beginning of the next.
    var repeatsHyphen: Bool

    init(_ run: TextStyle, store: WordStore, hyphenates: Bool, mayTurn: Bool) {
        style = store.number(of: run)
        backward = mayTurn ? store.number(of: run, isRightToLeft: true) : style
        size = run.size
        tracking = run.tracking / 1000 * run.size
        rise = run.rise
        let space = Conventions.wordSpace(of: run.language)
        let plain = store.blank(style) * run.size
        // A face of one width has a wide blank of its own.
        blank = max(plain, min(plain * space.natural, 0.4 * size)) + tracking
        stretch = plain * space.stretch
        shrink = plain * space.shrink
        let metrics = run.faces.first.map { store.fonts.metrics(of: $0) }
        ascent = (metrics?.ascent ?? 0.8) * run.size + run.rise
        descent = (metrics?.descent ?? 0.2) * run.size - run.rise
        self.hyphenates = hyphenates && run.hyphenates
        repeatsHyphen = Conventions.repeatsHyphen(run.language)
    }
}
