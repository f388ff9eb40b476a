// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript

/// The bars and dots of a chart: series differ by pattern and shape, so that they can be told apart without colour.
struct ChartMarks {
    /// The swatches of the series.
    let fills: [Int16]
    /// Whose the marks are.
    let owner: Owner

    private func fill(_ series: Int) -> Int16 { fills.isEmpty ? 0 : fills[series % fills.count] }

    /// A bar: solid, hatched, an outline, or striped.
    func bar(_ frame: Rect, series: Int) -> [GalleyItem.Mark] {
        guard frame.width > 0.05 else { return [] }
        let swatch = fill(series)
        guard series % 4 > 0 else { return [.path(.rectangle(frame), .fill(swatch: swatch), owner)] }
        let edge = frame.outset(by: -0.4)
        var marks: [GalleyItem.Mark] = []
        if frame.width > 1.2 {
            marks.append(.path(.rectangle(edge), .stroke(swatch: swatch, width: 0.8, dashes: []), owner))
        } else {
            marks.append(.path(.rectangle(frame), .fill(swatch: swatch), owner))
        }
        if series % 4 != 2, edge.width > 0 {
            let path = series % 4 == 1 ? Self.hatching(edge) : Self.stripes(edge)
            if !path.segments.isEmpty {
                marks.append(.path(path, .stroke(swatch: swatch, width: 0.9, dashes: []), owner))
            }
        }
        return marks
    }

    /// A dot: a disc, a diamond, a ring or a square.
    func dot(_ centre: Point, radius: Double, series: Int) -> [GalleyItem.Mark] {
        let swatch = fill(series)
        switch series % 4 {
        case 0: return [.path(.circle(centre, radius: radius), .fill(swatch: swatch), owner)]
        case 1:
            let r = radius * 1.25
            let diamond = Path([
                .move(Point(x: centre.x, y: centre.y - r)), .line(Point(x: centre.x + r, y: centre.y)),
                .line(Point(x: centre.x, y: centre.y + r)), .line(Point(x: centre.x - r, y: centre.y)), .close,
            ])
            return [.path(diamond, .fill(swatch: swatch), owner)]
        case 2:
            let ring = Path.circle(centre, radius: radius * 0.8)
            return [.path(ring, .stroke(swatch: swatch, width: radius * 0.4, dashes: []), owner)]
        default:
            let side = radius * 1.7
            let square = Rect(x: centre.x - side / 2, y: centre.y - side / 2, width: side, height: side)
            return [.path(.rectangle(square), .fill(swatch: swatch), owner)]
        }
    }

    /// Lines that rise to the right, 3.4 points apart; no more of them than a page is wide.
    private static func hatching(_ frame: Rect) -> Path {
        var segments: [Path.Segment] = []
        var offset = -frame.height + 3.4
        while offset < frame.width, segments.count < 2_000 {
            // From the lower edge at `offset` to the upper edge, cut off at both ends of the bar.
            let left = max(offset, 0)
            let right = min(offset + frame.height, frame.width)
            if right > left {
                segments.append(.move(Point(x: frame.x + left, y: frame.maxY - (left - offset))))
                segments.append(.line(Point(x: frame.x + right, y: frame.maxY - (right - offset))))
            }
            offset += 3.4
        }
        return Path(segments)
    }

    private static func stripes(_ frame: Rect) -> Path {
        var segments: [Path.Segment] = []
        var offset = 2.6
        while offset < frame.width - 1, segments.count < 2_000 {
            segments.append(.move(Point(x: frame.x + offset, y: frame.y)))
            segments.append(.line(Point(x: frame.x + offset, y: frame.maxY)))
            offset += 2.6
        }
        return Path(segments)
    }
}

extension Path {
    /// A circle of four curves.
    static func circle(_ centre: Point, radius: Double) -> Path {
        let k = radius * 0.5523
        func point(_ x: Double, _ y: Double) -> Point { Point(x: centre.x + x, y: centre.y + y) }
        return Path([
            .move(point(radius, 0)),
            .curve(point(radius, k), point(k, radius), point(0, radius)),
            .curve(point(-k, radius), point(-radius, k), point(-radius, 0)),
            .curve(point(-radius, -k), point(-k, -radius), point(0, -radius)),
            .curve(point(k, -radius), point(radius, -k), point(radius, 0)), .close,
        ])
    }
}
