// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// A tinted area behind neighbouring items of one page.
struct Ground: Hashable {
    /// Which box it is: neighbours with the same number share one area.
    var number: Int
    /// Its left edge, from the column's.
    var x: Double
    /// Its width.
    var width: Double
    /// Its colour; `nil` for none.
    var fill: Int16?
    /// The colour of its edge; `nil` for none.
    var edge: Int16?
    /// The edge's width.
    var edgeWidth: Double
    /// Whether it has a dashed frame in place of an edge.
    var isDashed: Bool
}

extension Ground {
    /// The area and its edge, on the fore-edge side, or its dashed frame.
    func marks(in frame: Rect, isRecto: Bool) -> [GalleyItem.Mark] {
        var marks: [GalleyItem.Mark] = []
        if let fill { marks.append(.path(.rectangle(frame), .fill(swatch: fill), .artifact(.layout))) }
        if let edge, isDashed {
            marks.append(
                .path(
                    .rectangle(frame.outset(by: -0.4)), .stroke(swatch: edge, width: 0.8, dashes: [4, 2.5]),
                    .artifact(.layout)))
        } else if let edge, edgeWidth > 0 {
            let x = isRecto ? frame.maxX - edgeWidth : frame.x
            let strip = Rect(x: x, y: frame.y, width: edgeWidth, height: frame.height)
            marks.append(.path(.rectangle(strip), .fill(swatch: edge), .artifact(.layout)))
        }
        return marks
    }
}
