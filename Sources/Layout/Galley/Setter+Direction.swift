// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Typesetting

/// Where the start of a line is: on the right in languages that are written from right to left.
extension Setter {
    /// The left edge of something of `width` that stands at the start of `place`, `distance` from its edge.
    func start(_ width: Double, in place: Place, distance: Double = 0) -> Double {
        place.language.isRightToLeft ? place.x + place.measure - distance - width : place.x + distance
    }

    /// Leaves `width` free at the start of `place`.
    func inset(_ place: inout Place, by width: Double) {
        place.measure -= width
        if !place.language.isRightToLeft { place.x += width }
    }

    /// `line`, a label, as if it had been set to its own width: right-to-left lines stand at the right end of theirs.
    func flush(_ line: Line) -> Line {
        guard book.language.isRightToLeft, let left = line.pieces.lazy.map(\.x).min(), left != 0 else { return line }
        var line = line
        for index in line.pieces.indices { line.pieces[index].x -= left }
        line.width -= Double(left)
        return line
    }
}
