// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Layout
internal import Typesetting

/// What stands on a page: the ink of lines, the frames of pictures.
struct PageBoxes {
    /// A line of text, or a part of one that stands by itself.
    struct TextBox {
        /// Where its baseline begins.
        var origin: Point
        /// What its ink covers.
        var frame: Rect
        /// The slot of its first piece; below 0 for artifacts.
        var owner: Int32
        var words: String
        var isFurniture: Bool
    }

    private(set) var texts: [TextBox] = []
    private(set) var pictures: [(frame: Rect, slot: Int)] = []
    /// Whether art covers it to its edges: an opening, a cover. Text may stand anywhere on it.
    private(set) var hasArt = false

    /// Above and below the baseline, as shares of the type size: letters with their ascenders and descenders, not the face's own room.
    private static let (ascent, descent) = (0.7, 0.2)

    init(_ page: Page) {
        for fragment in page.fragments {
            switch fragment.content {
            case .text(let origin, let pieces): add(pieces, at: origin, owner: fragment.owner)
            case .image(_, let frame):
                if case .tag(let slot) = fragment.owner { pictures.append((frame, slot)) }
                if frame.x < -1 || frame.maxX > page.size.width + 1 { hasArt = true }
            case .path(let path, _):
                if let frame = path.frame, frame.width > page.size.width * 0.5,
                    frame.x < -1 || frame.maxX > page.size.width + 1
                {
                    hasArt = true
                }
            }
        }
    }

    private mutating func add(_ pieces: ArraySlice<Piece>, at origin: Point, owner: Owner) {
        guard let first = pieces.first else { return }
        var (left, right, top, bottom) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)
        for piece in pieces {
            let (x, size) = (origin.x + Double(piece.x), Double(piece.size))
            let baseline = origin.y - Double(piece.rise)
            left = min(left, x)
            right = max(right, x + piece.width)
            top = min(top, baseline - size * Self.ascent)
            bottom = max(bottom, baseline + size * Self.descent)
        }
        var isFurniture = false
        if case .artifact(let kind) = owner { isFurniture = kind == .header || kind == .footer }
        let words = pieces.prefix(8).map(\.glyphs.text).joined(separator: " ")
        let frame = Rect(x: left, y: top, width: right - left, height: bottom - top)
        // A line is drawn in a part for each owner.
        if let last = texts.last, last.origin == origin {
            texts[texts.count - 1].frame = last.frame.united(with: frame)
            texts[texts.count - 1].owner = max(last.owner, first.owner)
        } else {
            texts.append(
                TextBox(origin: origin, frame: frame, owner: first.owner, words: words, isFurniture: isFurniture))
        }
    }
}

extension Rect {
    func united(with other: Rect) -> Rect {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }

    /// How far both reach into each other: the lesser of width and height; 0 or less if they do not meet.
    func depth(in other: Rect) -> (x: Double, y: Double) {
        (min(maxX, other.maxX) - max(x, other.x), min(maxY, other.maxY) - max(y, other.y))
    }
}

extension Path {
    /// The smallest frame round its points.
    var frame: Rect? {
        var (left, right, top, bottom) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)
        for segment in segments {
            let points: [Point] =
                switch segment {
                case .move(let point), .line(let point): [point]
                case .curve(let first, let second, let end): [first, second, end]
                case .close: []
                }
            for point in points {
                (left, right) = (min(left, point.x), max(right, point.x))
                (top, bottom) = (min(top, point.y), max(bottom, point.y))
            }
        }
        return left <= right ? Rect(x: left, y: top, width: right - left, height: bottom - top) : nil
    }
}
