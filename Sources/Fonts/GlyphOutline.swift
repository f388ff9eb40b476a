// SPDX-License-Identifier: GPL-3.0-or-later
internal import CPango
internal import Groundwork

/// The outline of a glyph as straight pieces. Lengths in em, y upwards from the baseline.
public struct GlyphOutline: Sendable {
    /// No ink.
    public init() {}

    /// Where a straight piece begins and ends.
    struct Piece {
        var x0: Double
        var y0: Double
        var x1: Double
        var y1: Double
    }
    var pieces: [Piece] = []

    /// Whether it leaves no ink.
    public var isEmpty: Bool { pieces.isEmpty }
    /// Its leftmost point.
    public var left: Double { pieces.reduce(.infinity) { min($0, $1.x0, $1.x1) } }
    /// Its rightmost point.
    public var right: Double { pieces.reduce(-.infinity) { max($0, $1.x0, $1.x1) } }
    /// Its highest point.
    public var top: Double { pieces.reduce(-.infinity) { max($0, $1.y0, $1.y1) } }
    /// Its lowest point.
    public var bottom: Double { pieces.reduce(.infinity) { min($0, $1.y0, $1.y1) } }

    /// Its rightmost point between two heights, or `nil` if it has none there.
    public func right(from low: Double, to high: Double) -> Double? {
        var edge: Double?
        for piece in pieces where max(piece.y0, piece.y1) >= low && min(piece.y0, piece.y1) <= high {
            for y in [piece.y0, piece.y1, low, high] where y >= low && y <= high {
                guard y >= min(piece.y0, piece.y1), y <= max(piece.y0, piece.y1) else { continue }
                let share = piece.y0 == piece.y1 ? 0 : (y - piece.y0) / (piece.y1 - piece.y0)
                let x = piece.y0 == piece.y1 ? max(piece.x0, piece.x1) : piece.x0 + share * (piece.x1 - piece.x0)
                edge = max(edge ?? x, x)
            }
        }
        return edge
    }
}

extension FontBook {
    /// The outline of glyph `glyph`.
    public func outline(of glyph: UInt32, face key: FaceKey) -> GlyphOutline {
        guard let open = open(key), let functions = hb_draw_funcs_create() else { return GlyphOutline() }
        defer { hb_draw_funcs_destroy(functions) }
        hb_draw_funcs_set_move_to_func(
            functions, { _, data, _, x, y, _ in Tracer.of(data)?.move(Double(x), Double(y)) }, nil, nil)
        hb_draw_funcs_set_line_to_func(
            functions, { _, data, _, x, y, _ in Tracer.of(data)?.line(Double(x), Double(y)) }, nil, nil)
        hb_draw_funcs_set_quadratic_to_func(
            functions,
            { _, data, _, x1, y1, x, y, _ in
                Tracer.of(data)?.curve([(Double(x1), Double(y1)), (Double(x), Double(y))])
            }, nil, nil)
        hb_draw_funcs_set_cubic_to_func(
            functions,
            { _, data, _, x1, y1, x2, y2, x, y, _ in
                Tracer.of(data)?.curve([(Double(x1), Double(y1)), (Double(x2), Double(y2)), (Double(x), Double(y))])
            }, nil, nil)
        hb_draw_funcs_set_close_path_func(functions, { _, data, _, _ in Tracer.of(data)?.close() }, nil, nil)
        let tracer = Tracer(scale: open.scale)
        withExtendedLifetime(tracer) {
            hb_font_get_glyph_shape(open.font, glyph, functions, Unmanaged.passUnretained(tracer).toOpaque())
        }
        return tracer.outline
    }
}

/// Follows HarfBuzz along an outline.
private final class Tracer {
    var outline = GlyphOutline()
    private let scale: Double
    private var start = (x: 0.0, y: 0.0)
    private var pen = (x: 0.0, y: 0.0)

    init(scale: Double) { self.scale = scale }

    static func of(_ data: UnsafeMutableRawPointer?) -> Tracer? {
        data.map { Unmanaged<Tracer>.fromOpaque($0).takeUnretainedValue() }
    }

    func move(_ x: Double, _ y: Double) {
        pen = (x / scale, y / scale)
        start = pen
    }

    func line(_ x: Double, _ y: Double) { add((x / scale, y / scale)) }

    func close() { if pen != start { add(start) } }

    private func add(_ end: (x: Double, y: Double)) {
        outline.pieces.append(GlyphOutline.Piece(x0: pen.x, y0: pen.y, x1: end.x, y1: end.y))
        pen = end
    }

    /// A Bézier curve in sixteen straight pieces, by de Casteljau's algorithm.
    func curve(_ controls: [(Double, Double)]) {
        let points = [pen] + controls.map { (x: $0.0 / scale, y: $0.1 / scale) }
        for step in 1...16 {
            let share = Double(step) / 16
            var rest = points
            while rest.count > 1 {
                rest = zip(rest, rest.dropFirst()).map {
                    (x: $0.x + ($1.x - $0.x) * share, y: $0.y + ($1.y - $0.y) * share)
                }
            }
            add(rest[0])
        }
    }
}
