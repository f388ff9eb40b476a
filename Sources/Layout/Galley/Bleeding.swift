// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

extension GalleyItem.Mark {
    /// The mark, grown round `centre` where it leaves the page but ends in the bleed: a sheet cut a little off would show paper there.
    func bleeding(from centre: Point, on size: Size, by bleed: Double) -> GalleyItem.Mark {
        guard bleed > 0, case .path(var path, let paint, let owner) = self else { return self }
        // What grows past one edge may come to end in the bleed of another.
        for _ in 0..<4 {
            guard let frame = path.frame else { return self }
            let growth = Self.growth(of: frame, from: centre, on: size, by: bleed)
            guard growth > 1 else { break }
            path = path.mapped {
                Point(x: centre.x + ($0.x - centre.x) * growth, y: centre.y + ($0.y - centre.y) * growth)
            }
        }
        return .path(path, paint, owner)
    }

    private static func growth(of frame: Rect, from centre: Point, on size: Size, by bleed: Double) -> Double {
        // A hair more than the bleed, lest the next round grow it by a rounding error.
        let bleed = bleed + 0.01
        var growth = 1.0
        for (reach, edge) in [
            (centre.x - frame.x, centre.x), (frame.maxX - centre.x, size.width - centre.x),
            (centre.y - frame.y, centre.y), (frame.maxY - centre.y, size.height - centre.y),
        ] where reach > 0 && reach >= edge - 0.5 && reach < edge + bleed - 0.005 {
            growth = max(growth, (edge + bleed) / reach)
        }
        return growth
    }
}

extension Path {
    /// The smallest rectangle round the outline; `nil` for an empty one.
    var frame: Rect? {
        var points: [Point] = []
        var last = Point(x: 0, y: 0)
        for segment in segments {
            switch segment {
            case .move(let point), .line(let point): last = point
            case .curve(let first, let second, let end):
                // Sixteen points of a curve lie within a thousandth of its size.
                for step in 1..<16 { points.append(Self.point(at: Double(step) / 16, last, first, second, end)) }
                last = end
            case .close: continue
            }
            points.append(last)
        }
        guard let first = points.first else { return nil }
        var (left, top, right, bottom) = (first.x, first.y, first.x, first.y)
        for point in points {
            (left, right) = (min(left, point.x), max(right, point.x))
            (top, bottom) = (min(top, point.y), max(bottom, point.y))
        }
        return Rect(x: left, y: top, width: right - left, height: bottom - top)
    }

    private static func point(at t: Double, _ start: Point, _ first: Point, _ second: Point, _ end: Point) -> Point {
        let s = 1 - t
        let weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        return Point(
            x: weights.0 * start.x + weights.1 * first.x + weights.2 * second.x + weights.3 * end.x,
            y: weights.0 * start.y + weights.1 * first.y + weights.2 * second.y + weights.3 * end.y)
    }
}
