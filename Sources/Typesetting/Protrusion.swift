// SPDX-License-Identifier: GPL-3.0-or-later

/// How far marks stick out of the lines, so that the edges look straight: shares of the glyph's width.
///
/// The shares are those of Hàn Thế Thành's sets in microtype, altered by looking at the face: in Vollkorn commas and stops are light and hyphens
/// short, Inter's are heavier; letters with open sides stick out a little.
struct Protrusion {
    private let heads: [Unicode.Scalar: Double]
    private let tails: [Unicode.Scalar: Double]

    /// How far the first glyph of `text` sticks out at the beginning of a line.
    func head(of text: String) -> Double { text.unicodeScalars.first.flatMap { heads[$0] } ?? 0 }

    /// How far the last glyph of `text` sticks out at the end of a line.
    func tail(of text: String) -> Double { text.unicodeScalars.last.flatMap { tails[$0] } ?? 0 }

    /// The table for the font called `name` in the list of fonts.
    static func table(_ name: String) -> Protrusion {
        if name.hasPrefix("inter") { return inter }
        if name.hasPrefix("vollkorn") { return name.contains("italic") ? vollkornItalic : vollkorn }
        return usual
    }

    private static let usual = Protrusion(heads: rows(usualHeads), tails: rows(usualTails))

    private static let vollkorn = Protrusion(
        heads: rows(usualHeads, [("«‹", 0.4), ("„‚", 0.55), ("—", 0.15)]),
        tails: rows(usualTails, [(".,", 0.75), ("»›", 0.4), ("гГ", 0.08), ("—", 0.15), ("ьъ", 0.03)]))

    /// The slope brings tops outwards on the right and feet outwards on the left.
    private static let vollkornItalic = Protrusion(
        heads: rows(usualHeads, [("“‘", 0.3), ("„‚", 0.65), ("«‹", 0.35), ("AАJ", 0.08), ("TVWYТУЧ", 0.02)]),
        tails: rows(usualTails, [("”’", 0.6), (".,", 0.6), ("»›", 0.4), ("TVWYТГ", 0.03)]))

    private static let inter = Protrusion(
        heads: rows(usualHeads, [("“”„", 0.4), ("‘’‚", 0.5), ("«‹", 0.3)]),
        tails: rows(usualTails, [(".,", 0.6), ("-‐", 0.55), ("”“", 0.4), ("»›", 0.3), (":;", 0.35)]))

    /// For faces that nobody has looked at.
    private static let usualHeads: [(String, Double)] = [
        ("“”„«»\"", 0.5), ("‘’‚‹›'", 0.7), ("([", 0.05), ("ATVWXYАТУХЛЧΑΛΤΥΧ", 0.05), ("—", 0.2), ("–", 0.3),
        ("¿¡", 0.1),
    ]
    private static let usualTails: [(String, Double)] = [
        (".,…", 0.7), ("-‐", 0.7), ("’'‘‚‹›", 0.7), (":;", 0.5), ("”“»«\"", 0.5), ("–", 0.3), ("—!?", 0.2),
        (")]", 0.05),
        ("ATVWXYАТУХГРΓΡΤΥ", 0.05), ("rту", 0.05), ("։،؛۔", 0.5),
    ]

    /// Each character of a row has its share; later rows win. An ellipsis counts as one of its three stops.
    private static func rows(_ rows: [(String, Double)], _ own: [(String, Double)] = []) -> [Unicode.Scalar: Double] {
        var table: [Unicode.Scalar: Double] = [:]
        for (characters, share) in rows + own {
            for scalar in characters.unicodeScalars { table[scalar] = scalar == "…" ? share / 4 : share }
        }
        return table
    }
}
