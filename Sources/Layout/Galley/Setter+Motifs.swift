// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
import Groundwork
import Manuscript

extension Setter {
    /// A motif of the theme, placed: points, `turn` clockwise in degrees. Fills are used in turn; `nil` leaves a path out.
    func motif(
        _ name: String, centre: Point, radius: Double, turn: Double, fills: [SwatchName?], owner: Owner
    ) -> [GalleyItem.Mark] {
        guard let paths = theme.motifs[name], !fills.isEmpty else { return [] }
        let cosine = cos(turn * .pi / 180) * radius
        let sine = sin(turn * .pi / 180) * radius
        return paths.enumerated().compactMap { index, path in
            guard let fill = fills[index % fills.count] else { return nil }
            let placed = path.mapped {
                Point(x: centre.x + $0.x * cosine - $0.y * sine, y: centre.y + $0.x * sine + $0.y * cosine)
            }
            return .path(placed, .fill(swatch: swatch(fill)), owner)
        }
    }

    /// A centre between trim and bleed, moved to the nearer side of both: points of a motif meet there, and must not end in the bleed.
    private static func cleared(_ value: Double, of length: Double, bleed: Double) -> Double {
        guard bleed > 0 else { return value }
        for (edge, outwards) in [(0.0, -1.0), (length, 1.0)] {
            let beyond = (value - edge) * outwards
            guard beyond > -0.6, beyond < bleed else { continue }
            return edge + outwards * (beyond < bleed / 2 ? -0.6 : bleed)
        }
        return value
    }

    /// The pieces of a composition on a page of `size`, bleeding off by `bleed` points; mirrored on rectos, where the text stands at the
    /// other side.
    func composition(
        _ composition: Composition, on size: Size, bleed: Double, isMirrored: Bool = false
    ) -> [GalleyItem.Mark] {
        var marks: [GalleyItem.Mark] = []
        if let ground = composition.ground {
            let page = Rect(x: 0, y: 0, width: size.width, height: size.height).outset(by: bleed)
            marks.append(.path(.rectangle(page), .fill(swatch: swatch(ground)), .artifact(.background)))
        }
        for piece in composition.pieces {
            let centre = Point(
                x: Self.cleared(piece.centre.x * size.width, of: size.width, bleed: bleed),
                y: Self.cleared(piece.centre.y * size.height, of: size.height, bleed: bleed))
            let placed = motif(
                piece.motif, centre: centre, radius: piece.radius * size.width, turn: piece.turn, fills: piece.fills,
                owner: .artifact(.background))
            marks += placed.map { $0.bleeding(from: centre, on: size, by: bleed) }
        }
        guard isMirrored else { return marks }
        return marks.map { mark in
            guard case .path(let path, let paint, let owner) = mark else { return mark }
            return .path(path.mapped { Point(x: size.width - $0.x, y: $0.y) }, paint, owner)
        }
    }
}

extension Composition {
    /// The composition with a chapter's colour in the place of `chapter`.
    func coloured(_ accent: SwatchName) -> Composition {
        var copy = self
        for index in copy.pieces.indices {
            copy.pieces[index].fills = copy.pieces[index].fills.map { $0 == "chapter" ? accent : $0 }
        }
        return copy
    }
}
