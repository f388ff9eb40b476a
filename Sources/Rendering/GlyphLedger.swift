// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts

/// Which glyphs of each face have been drawn, in order of first use: the codes that cairo gives them; and what they say.
struct GlyphLedger {
    private var seen: [[Bool]] = []
    private var texts: [[String]] = []

    /// Notes that the glyph at `index` of `string` was drawn. A glyph keeps the text of its first use.
    mutating func note(_ string: GlyphString, _ index: Int, _ fonts: FontBook) {
        let face = Int(string.face.index)
        while seen.count <= face {
            seen.append([])
            texts.append([])
        }
        if seen[face].isEmpty {
            seen[face] = [Bool](repeating: false, count: max(fonts.glyphCount(of: string.face), 1))
        }
        let id = Int(string.glyphs[index].id)
        // The box of a missing glyph is no exception: cairo keeps code 0 for itself and numbers the box when it is drawn.
        guard id >= 0, id < seen[face].count, !seen[face][id] else { return }
        seen[face][id] = true
        texts[face].append(text(of: index, in: string))
    }

    /// What the glyph at `index` says: its cluster's text; of several glyphs in a cluster the first says all.
    private func text(of index: Int, in string: GlyphString) -> String {
        let glyphs = string.glyphs
        let cluster = glyphs[index].cluster
        var end = UInt32(string.text.utf8.count)
        for glyph in glyphs where glyph.cluster > cluster { end = min(end, glyph.cluster) }
        let utf8 = string.text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: Int(min(cluster, end)))
        let stop = utf8.index(utf8.startIndex, offsetBy: Int(end))
        let text = Self.shown(String(string.text[start..<stop]))
        var mates = glyphs.indices.filter { glyphs[$0].cluster == cluster }
        guard mates.count > 1 else { return text }
        // From right to left a letter stands after its marks.
        if string.isBackward { mates.reverse() }
        let scalars = Array(text.unicodeScalars)
        let position = mates.firstIndex(of: index) ?? 0
        if scalars.count == mates.count { return String(Character(scalars[position])) }
        // Two marks of one letter may be one glyph: the letter must not say them wherever it stands without.
        if mates.count == 2, let cut = scalars.firstIndex(where: { $0.properties.generalCategory == .nonspacingMark }),
            cut > 0
        {
            var said = String.UnicodeScalarView()
            said.append(contentsOf: position == 0 ? scalars[..<cut] : scalars[cut...])
            return String(said)
        }
        return position == 0 ? text : "\u{200C}"
    }

    /// `text` without the signs that only say how its letters join or where lines end: the glyph also stands where they do not.
    private static func shown(_ text: String) -> String {
        guard text.utf8.contains(0xE2) else { return text }
        let shown = text.unicodeScalars.filter { !(0x200B...0x200F).contains($0.value) && $0 != "\u{2060}" }
        return shown.isEmpty ? text : String(String.UnicodeScalarView(shown))
    }

    /// By PostScript name: the texts of codes 1, 2, …
    func texts(_ fonts: FontBook) -> [String: [String]] {
        var byName: [String: [String]] = [:]
        for (face, texts) in texts.enumerated() where !texts.isEmpty {
            byName[fonts.metrics(of: FaceKey(index: UInt16(face))).postScriptName] = texts
        }
        return byName
    }
}
