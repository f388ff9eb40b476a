// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts

/// A place within a word where a line may end. Lengths in em.
struct DivisionPoint {
    /// The UTF-8 offset in the word.
    var offset: Int32
    /// The width of what stands before it, shaped by itself.
    var before: Double
    /// Where what stands after it, shaped by itself, would have to begin for the word to end where it does.
    var after: Double
    /// How many glyphs stand before it.
    var count: Int32
    /// The kern to a hyphen.
    var kern = 0.0
}

extension WordStore {
    /// What dividing `word` at each of `offsets`, ascending, gives: what its parts are when they are shaped by themselves.
    ///
    /// Most places need no new shaping: HarfBuzz tells where the parts come out as they are.
    func divisions(of word: Int32, at offsets: [Int]) -> [DivisionPoint] {
        guard !offsets.isEmpty else { return [] }
        let glyphs = clusters(of: word)
        // Asking for the hyphen may add it to the entries.
        let mark = hyphen(entries[Int(word)].style)
        let hyphen = entries[Int(mark)].first
        var point = DivisionPoint(offset: 0, before: 0, after: 0, count: 0)
        var index = 0
        return offsets.map { offset in
            while index < glyphs.count, glyphs[index].cluster < offset {
                point.before += Double(glyphs[index].advance)
                index += 1
            }
            point.offset = Int32(offset)
            point.count = Int32(index)
            point.after = point.before
            let isClean = index < glyphs.count && glyphs[index].cluster == offset && !glyphs[index].isBound
            var exact = point
            if !isClean { reshape(word, &exact) }
            exact.kern = Double(kerning.between(lastEdge(of: word, before: offset, index), hyphen))
            return exact
        }
    }

    private func reshape(_ word: Int32, _ point: inout DivisionPoint) {
        let before = part(word, 0..<Int(point.offset))
        let after = part(word, Int(point.offset)..<Int(entries[Int(word)].length))
        point.before = Double(entries[Int(before)].advance)
        point.after = Double(entries[Int(word)].advance) - Double(entries[Int(after)].advance)
        point.count = entries[Int(before)].count
    }

    /// The edge that the part before `offset` ends with: the first `count` glyphs.
    private func lastEdge(of word: Int32, before offset: Int, _ count: Int) -> Int32 {
        let entry = entries[Int(word)]
        guard !entry.traits.contains(.mixed), !entry.traits.contains(.backward) else { return -1 }
        let string = strings[Int(word)]
        guard count > 0, count <= string.glyphs.count else { return -1 }
        let glyph = string.glyphs[count - 1]
        return kerning.edge(
            text(word, Int(glyph.cluster)..<offset), glyph: glyph.id, face: string.face,
            style: styles[Int(entry.style)])
    }

    /// Where `word` can be torn when nothing else helps, without a hyphen: before each cluster but the first. Linear, as a word may
    /// be as long as a file.
    func tears(of word: Int32) -> [DivisionPoint] {
        var points: [DivisionPoint] = []
        var width = 0.0
        var last = 0
        for (index, glyph) in clusters(of: word).enumerated() {
            if glyph.cluster > last {
                points.append(
                    DivisionPoint(offset: Int32(glyph.cluster), before: width, after: width, count: Int32(index)))
                last = glyph.cluster
            }
            width += Double(glyph.advance)
        }
        return points
    }

    /// The glyphs of `word` in the order of its text, offsets counted from its beginning.
    private func clusters(of word: Int32) -> [(cluster: Int, advance: Float, isBound: Bool)] {
        var glyphs: [(cluster: Int, advance: Float, isBound: Bool)] = []
        var start = 0
        for string in glyphStrings(of: word) {
            glyphs += string.glyphs.map { (start + Int($0.cluster), $0.advance, $0.isBound) }
            start += string.text.utf8.count
        }
        if entries[Int(word)].traits.contains(.backward) { glyphs.sort { $0.cluster < $1.cluster } }
        return glyphs
    }
}
