// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo
internal import Fonts
internal import Groundwork
internal import Typesetting

/// Gathers the glyphs of pieces that look the same and draws them in one operation.
struct Pen {
    private let fonts: FontBook
    private let cairo: OpaquePointer
    /// What cairo's page covers, in page space.
    var sheet = Rect(x: 0, y: 0, width: 0, height: 0)
    private var ledger = GlyphLedger()
    private var face: FaceKey?
    private var size: Float = 0
    private var expansion: Float = 0
    private var pending: [cairo_glyph_t] = []
    /// Where the pending glyphs come from, in their order.
    private var sources: [(string: GlyphString, range: Range<Int>)] = []
    /// Whether the pending glyphs are known to leave ink on the page.
    private var isSeen = false
    private var blanks: [FaceKey: GlyphString] = [:]

    init(fonts: FontBook, cairo: OpaquePointer) {
        self.fonts = fonts
        self.cairo = cairo
    }

    /// By PostScript name of a face: the texts of codes 1, 2, …
    var glyphTexts: [String: [String]] { ledger.texts(fonts) }

    /// Whether `piece` has the face and the size that are selected.
    func fits(_ piece: Piece) -> Bool {
        piece.glyphs.face == face && piece.size == size && piece.expansion == expansion
    }

    /// Selects the face and the size of `piece`.
    mutating func select(_ piece: Piece) throws(StageFailure) {
        if piece.glyphs.face != face {
            cairo_set_font_face(cairo, try fonts.cairoFace(piece.glyphs.face))
            face = piece.glyphs.face
        }
        size = piece.size
        expansion = piece.expansion
        var matrix = cairo_matrix_t()
        cairo_matrix_init_scale(&matrix, Double(size) * Double(expansion), Double(size))
        cairo_set_font_matrix(cairo, &matrix)
    }

    /// Takes the glyphs of `piece`, and the blank after it.
    mutating func add(_ piece: Piece, at origin: Point) {
        let size = Double(piece.size)
        let stretch = Double(piece.expansion)
        var x = origin.x + Double(piece.x)
        let y = origin.y - Double(piece.rise)
        let isInked = Self.isInked(piece.glyphs.text)
        if piece.glyphs.isBackward { return addBackward(piece, from: Point(x: x, y: y), isInked: isInked) }
        for (index, glyph) in piece.glyphs.glyphs.enumerated() {
            let place = Point(x: x + Double(glyph.dx) * size * stretch, y: y - Double(glyph.dy) * size)
            add(glyph.id, at: place, from: piece.glyphs, index, isInked: isInked)
            x += (Double(glyph.advance) * size + Double(piece.tracking)) * stretch
        }
        guard piece.blank >= 0 else { return }
        let blank = blank(of: piece.glyphs.face)
        if let glyph = blank.glyphs.first, glyph.id > 0 {
            add(glyph.id, at: Point(x: x, y: y), from: blank, 0, isInked: false)
        }
    }

    /// Glyphs that read from right to left, in the order of their text (ISO 32000-1, 14.8.2.3.3): what reads the file aloud or
    /// copies from it takes them as they come.
    private mutating func addBackward(_ piece: Piece, from origin: Point, isInked: Bool) {
        let size = Double(piece.size)
        let stretch = Double(piece.expansion)
        var x = origin.x + piece.width
        for (index, glyph) in piece.glyphs.glyphs.enumerated().reversed() {
            x -= (Double(glyph.advance) * size + Double(piece.tracking)) * stretch
            // Programs that sort letters by their places must find the alef of a ligature on the left of its lam.
            let hair = glyph.advance == 0 ? 0.003 * size : 0
            let place = Point(
                x: x + Double(glyph.dx) * size * stretch - hair, y: origin.y - Double(glyph.dy) * size)
            add(glyph.id, at: place, from: piece.glyphs, index, isInked: isInked)
        }
    }

    /// cairo leaves out glyphs that are far outside the page, without a word: their codes would be counted wrongly.
    private mutating func add(
        _ glyph: UInt32, at place: Point, from string: GlyphString, _ index: Int, isInked: Bool
    ) {
        let margin = 4 * Double(size)
        guard place.x > sheet.x - margin, place.x < sheet.maxX + margin, place.y > sheet.y - margin,
            place.y < sheet.maxY + margin
        else { return }
        pending.append(cairo_glyph_t(index: UInt(glyph), x: place.x, y: place.y))
        if let last = sources.last, last.string === string, last.range.upperBound == index {
            sources[sources.count - 1].range = last.range.lowerBound..<index + 1
        } else {
            sources.append((string, index..<index + 1))
        }
        // A letter whose em square lies inside leaves ink there.
        if isInked, !isSeen {
            let em = Double(size)
            isSeen =
                place.x > sheet.x + em && place.x < sheet.maxX - em && place.y > sheet.y + em
                && place.y < sheet.maxY - em
        }
    }

    /// Draws what has been taken.
    mutating func flush() {
        guard !pending.isEmpty else { return }
        if isSeen || leavesInk() {
            cairo_show_glyphs(cairo, pending, Int32(clamping: pending.count))
            for source in sources {
                for index in source.range { ledger.note(source.string, index, fonts) }
            }
        }
        pending.removeAll(keepingCapacity: true)
        sources.removeAll(keepingCapacity: true)
        isSeen = false
    }

    /// cairo leaves out operations of which nothing shows: blanks alone, and lines outside the page.
    private func leavesInk() -> Bool {
        var extents = cairo_text_extents_t()
        cairo_glyph_extents(cairo, pending, Int32(clamping: pending.count), &extents)
        guard extents.width > 0, extents.height > 0, let first = pending.first else { return false }
        // Bearings are measured from the first glyph's origin.
        let left = first.x + extents.x_bearing
        let top = first.y + extents.y_bearing
        let hair = 0.01
        return left + extents.width > sheet.x + hair && left < sheet.maxX - hair
            && top + extents.height > sheet.y + hair && top < sheet.maxY - hair
    }

    /// Whether `text` surely has letters: it holds more than blanks and marks of which some have no ink.
    private static func isInked(_ text: String) -> Bool {
        text.utf8.contains { (0x21...0x7E).contains($0) || (0xC3...0xDF).contains($0) }
    }

    private mutating func blank(of face: FaceKey) -> GlyphString {
        if let blank = blanks[face] { return blank }
        let blank = fonts.shape(" ", face: face, features: [], language: .british)
        blanks[face] = blank
        return blank
    }
}
