// SPDX-License-Identifier: GPL-3.0-or-later

/// A place where a line may end, with the sums of widths up to it. Lengths in points.
struct Stop {
    /// The box that the line ends with.
    var box: Int32
    /// The UTF-8 offset in the box's word where it is divided; 0 if the whole of it stands before the stop.
    var offset: Int32 = 0
    /// From the paragraph's beginning to the end of a line that ends here, a hyphen included.
    var before: Double
    /// From there to the beginning of a line after it, the blank left out.
    var after: Double
    /// What all blanks before it can stretch, and shrink.
    var stretch: Double
    var shrink: Double
    /// The same with the blank that falls out.
    var stretchAfter: Double
    var shrinkAfter: Double
    /// What all glyphs before it are wide, and what tracking of 1 em would add to them.
    var words: Double
    var letters: Double
    var penalty: Double
    /// Whether a hyphen stands at the line's end.
    var isHyphen: Bool
    var isForced: Bool
}

/// The ways to end lines, each with all those before it.
enum StopKinds: Int {
    case betweenWords, withDivisions, torn
}
