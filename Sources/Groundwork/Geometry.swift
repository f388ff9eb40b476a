// SPDX-License-Identifier: GPL-3.0-or-later

/// A point on a page: points (1/72 in), origin at the top left of the trimmed page, y downwards.
public struct Point: Hashable, Sendable {
    /// Distance from the left edge, in points.
    public var x: Double
    /// Distance from the top edge, in points.
    public var y: Double

    /// The point at (`x`, `y`), in points.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A width and a height in points.
public struct Size: Hashable, Sendable {
    /// In points.
    public var width: Double
    /// In points.
    public var height: Double

    /// A size of `width` × `height` points.
    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}

/// A rectangle in page space: points, y downwards.
public struct Rect: Hashable, Sendable {
    /// The left edge.
    public var x: Double
    /// The top edge.
    public var y: Double
    /// In points; not negative.
    public var width: Double
    /// In points; not negative.
    public var height: Double

    /// The rectangle whose top left corner is (`x`, `y`), in points.
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The right edge.
    public var maxX: Double { x + width }
    /// The bottom edge.
    public var maxY: Double { y + height }

    /// The rectangle moved outwards by `amount` points on all four sides.
    public func outset(by amount: Double) -> Rect {
        Rect(x: x - amount, y: y - amount, width: width + 2 * amount, height: height + 2 * amount)
    }
}

/// An outline of straight and cubic segments in page space (points, y downwards).
public struct Path: Hashable, Sendable {
    /// One step of the pen.
    public enum Segment: Hashable, Sendable {
        /// Begins a new subpath.
        case move(Point)
        /// A straight line.
        case line(Point)
        /// A cubic Bézier curve with two control points.
        case curve(Point, Point, Point)
        /// A straight line back to the subpath's beginning.
        case close
    }

    /// The steps, in order.
    public var segments: [Segment]

    /// A path of `segments`.
    public init(_ segments: [Segment]) {
        self.segments = segments
    }

    /// The outline of `rect`.
    public static func rectangle(_ rect: Rect) -> Path {
        Path([
            .move(Point(x: rect.x, y: rect.y)), .line(Point(x: rect.maxX, y: rect.y)),
            .line(Point(x: rect.maxX, y: rect.maxY)), .line(Point(x: rect.x, y: rect.maxY)), .close,
        ])
    }

    /// The straight line from `start` to `end`.
    public static func line(from start: Point, to end: Point) -> Path {
        Path([.move(start), .line(end)])
    }
}
