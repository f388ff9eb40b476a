// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript

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
    /// Where the edge stands.
    var side = Side.outer
    /// How the edge is drawn.
    var form = ComponentStyle.EdgeForm.solid
    /// How far it reaches beyond its strips.
    var reach = Reach()
    /// White that it has above and below its strips where a page divides it: its own begins and ends with an empty strip.
    var white = 0.0

    /// Where an edge stands: a page knows its outer side, the text its left and right.
    enum Side: Hashable {
        case outer
        case inner
        case left
        case right
        case top
    }

    /// Points beyond the strips: over the margins and into the bleed.
    struct Reach: Hashable {
        var inner = 0.0
        var outer = 0.0
        var top = 0.0
        var bottom = 0.0
        /// What of it lies outside the trim.
        var bleed = 0.0
    }
}

extension Ground {
    /// The area and its edge, or the line round it. `isRecto` says that the fold is on the left.
    /// What goes on from another page has white above, and no edge that says that it begins.
    func marks(in strips: Rect, isRecto: Bool, begins: Bool = true, ends: Bool = true) -> [GalleyItem.Mark] {
        let above = begins ? reach.top : white
        let below = ends ? reach.bottom : white
        let left = isRecto ? reach.inner : reach.outer
        let right = isRecto ? reach.outer : reach.inner
        let frame = Rect(
            x: strips.x - left, y: strips.y - above, width: strips.width + left + right,
            height: strips.height + above + below)
        var marks: [GalleyItem.Mark] = []
        if let fill { marks.append(.path(.rectangle(frame), .fill(swatch: fill), .artifact(.layout))) }
        guard let edge, edgeWidth > 0 || form == .dashedFrame else { return marks }
        switch form {
        case .frame, .dashedFrame:
            let width = form == .frame ? edgeWidth : 0.8
            marks.append(
                .path(
                    .rectangle(frame.outset(by: -width / 2)),
                    .stroke(swatch: edge, width: width, dashes: form == .frame ? [] : [4, 2.5]), .artifact(.layout)))
        case .solid, .double, .dashed:
            if side == .top, !begins { return marks }
            marks += bars(in: strip(of: frame, isRecto: isRecto)).map {
                .path(.rectangle($0), .fill(swatch: edge), .artifact(.layout))
            }
        }
        return marks
    }

    /// The area of the edge. What bleeds is as wide inside the trim as it says.
    private func strip(of frame: Rect, isRecto: Bool) -> Rect {
        let outer = edgeWidth + (reach.outer > 0 ? reach.bleed : 0)
        let inner = edgeWidth + (reach.inner > 0 ? reach.bleed : 0)
        let isRight =
            switch side {
            case .outer: isRecto
            case .inner: !isRecto
            case .left: false
            case .right: true
            case .top: false
            }
        if side == .top { return Rect(x: frame.x, y: frame.y, width: frame.width, height: edgeWidth) }
        let width = isRight == isRecto ? outer : inner
        return Rect(x: isRight ? frame.maxX - width : frame.x, y: frame.y, width: width, height: frame.height)
    }

    /// What an edge is drawn of.
    private func bars(in strip: Rect) -> [Rect] {
        let isLying = side == .top
        switch form {
        case .double:
            // A third of white between.
            if isLying {
                let third = strip.height / 3
                return [0, 2].map { Rect(x: strip.x, y: strip.y + $0 * third, width: strip.width, height: third) }
            }
            let third = strip.width / 3
            return [0, 2].map { Rect(x: strip.x + $0 * third, y: strip.y, width: third, height: strip.height) }
        case .dashed:
            let length = isLying ? strip.width : strip.height
            let count = max((length / 9).rounded(), 1)
            // Bars of two parts and white of one fill the length, so that it begins and ends with a bar.
            let part = length / (count * 3 - 1)
            guard count <= 2000 else { return [strip] }
            return (0..<Int(count)).map { index in
                let start = Double(index) * part * 3
                return isLying
                    ? Rect(x: strip.x + start, y: strip.y, width: part * 2, height: strip.height)
                    : Rect(x: strip.x, y: strip.y + start, width: strip.width, height: part * 2)
            }
        default: return [strip]
        }
    }
}

extension [GalleyItem] {
    /// One item that holds all of these with their grounds drawn: what stands beside something else has none below it.
    /// The edges stand on the side where `isRecto` has its outer one.
    func standing(isRecto: Bool) -> GalleyItem {
        var whole = joined()
        var marks: [GalleyItem.Mark] = []
        var tops: [Double] = []
        var y = 0.0
        for (index, item) in enumerated() {
            if index > 0 { y += item.before }
            tops.append(y)
            y += item.height
        }
        let deepest = lazy.map(\.grounds.count).max() ?? 0
        for level in 0..<Swift.min(deepest, 8) {
            var start = 0
            while start < count {
                guard self[start].grounds.count > level else {
                    start += 1
                    continue
                }
                let ground = self[start].grounds[level]
                var end = start + 1
                while end < count, self[end].grounds.count > level, self[end].grounds[level] == ground { end += 1 }
                let bottom = tops[end - 1] + self[end - 1].height
                marks += ground.marks(
                    in: Rect(x: ground.x, y: tops[start], width: ground.width, height: bottom - tops[start]),
                    isRecto: isRecto)
                start = end
            }
        }
        whole.marks = marks + whole.marks
        return whole
    }
}
