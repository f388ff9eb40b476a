// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork

/// The kerns where two shaped strings meet, as one string of both would have them. Lengths in em.
///
/// Only the clusters at the edges are shaped anew, each pair of them once.
final class Kerning {
    private let fonts: FontBook
    private var numbers: [Edge: Int32] = [:]
    private var edges: [Edge] = []
    private var pairs: [UInt64: Float] = [:]
    private var blanks: [Int32: (before: Float, after: Float)] = [:]

    /// A cluster at the edge of a string.
    private struct Edge: Hashable {
        var text: String
        var glyph: UInt32
        var face: FaceKey
        var features: [String]
        var language: LanguageTag
    }

    init(fonts: FontBook) { self.fonts = fonts }

    /// The number of the first or the last cluster of `string`; −1 if there is none.
    func edge(of string: GlyphString, isLast: Bool, style: ShapeStyle) -> Int32 {
        guard let glyph = isLast ? string.glyphs.last : string.glyphs.first else { return -1 }
        let utf8 = string.text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: Int(glyph.cluster), limitedBy: utf8.endIndex) ?? utf8.endIndex
        var end = utf8.endIndex
        if !isLast, let next = string.glyphs.first(where: { $0.cluster > glyph.cluster }) {
            end = utf8.index(utf8.startIndex, offsetBy: Int(next.cluster), limitedBy: utf8.endIndex) ?? utf8.endIndex
        }
        return self.edge(String(string.text[start..<end]), glyph: glyph.id, face: string.face, style: style)
    }

    /// The number of the cluster `text`, drawn as `glyph`.
    func edge(_ text: String, glyph: UInt32, face: FaceKey, style: ShapeStyle) -> Int32 {
        let edge = Edge(text: text, glyph: glyph, face: face, features: style.features, language: style.language)
        if let number = numbers[edge] { return number }
        let number = Int32(edges.count)
        numbers[edge] = number
        edges.append(edge)
        return number
    }

    /// The kern between a blank and the edge, `after` or before it.
    func besideBlank(_ edge: Int32, after: Bool) -> Float {
        guard edge >= 0 else { return 0 }
        if let known = blanks[edge] { return after ? known.after : known.before }
        let this = edges[Int(edge)]
        let alone = advance(this.text, this) + advance(" ", this)
        let found = (
            before: Float(advance(" " + this.text, this) - alone), after: Float(advance(this.text + " ", this) - alone)
        )
        blanks[edge] = found
        return after ? found.after : found.before
    }

    /// The kern between two strings of one face, in em of it.
    func between(_ left: Int32, _ right: Int32) -> Float {
        guard left >= 0, right >= 0 else { return 0 }
        let key = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
        if let known = pairs[key] { return known }
        let (first, second) = (edges[Int(left)], edges[Int(right)])
        let kern =
            first.face == second.face
            ? kern(first.text, second.text, first)
            : (kern(first.text, second.text, first) + kern(first.text, second.text, second)) / 2
        pairs[key] = Float(kern)
        return Float(kern)
    }

    /// How far glyphs of two styles must be moved apart lest the ink of one run into that of the other. Sizes and rises in points, as the result.
    func clearance(
        _ left: Int32, _ leftSize: Double, _ leftRise: Double, _ right: Int32, _ size: Double, _ rise: Double
    )
        -> Double
    {
        guard left >= 0, right >= 0, let first = ink(left), let second = ink(right) else { return 0 }
        let overlap = { (low: Double, high: Double, otherLow: Double, otherHigh: Double) in
            min(high, otherHigh) - max(low, otherLow)
        }
        let shared = overlap(
            first.y * leftSize + leftRise, first.maxY * leftSize + leftRise, second.y * size + rise,
            second.maxY * size + rise)
        guard shared > 0 else { return 0 }
        let advance = advance(edges[Int(left)].text, edges[Int(left)])
        let gap = (advance - first.maxX) * leftSize + second.x * size
        let least = 0.04 * min(leftSize, size)
        return max(least - gap, 0)
    }

    /// Whether both edges are set in one face with the same features.
    func isOneFace(_ left: Int32, _ right: Int32) -> Bool {
        left >= 0 && right >= 0 && edges[Int(left)].face == edges[Int(right)].face
            && edges[Int(left)].features == edges[Int(right)].features
    }

    private func ink(_ edge: Int32) -> Rect? {
        fonts.inkBounds(of: edges[Int(edge)].glyph, face: edges[Int(edge)].face)
    }

    /// No kern in a face that lacks one of both.
    private func kern(_ left: String, _ right: String, _ edge: Edge) -> Double {
        let whole = fonts.shape(left + right, face: edge.face, features: edge.features, language: edge.language)
        guard !whole.glyphs.contains(where: { $0.id == 0 }) else { return 0 }
        let first = shape(left, edge)
        let second = shape(right, edge)
        // Where both melt into a ligature there is no kern to take over.
        guard whole.glyphs.count == first.glyphs.count + second.glyphs.count else { return 0 }
        return whole.advance - first.advance - second.advance
    }

    private func advance(_ text: String, _ edge: Edge) -> Double { shape(text, edge).advance }

    private func shape(_ text: String, _ edge: Edge) -> GlyphString {
        fonts.shape(text, face: edge.face, features: edge.features, language: edge.language)
    }
}
