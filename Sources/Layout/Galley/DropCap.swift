// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Manuscript
import Typesetting

/// The large letter that a paragraph begins with: its foot on the baseline of the last line beside it, its head level with the
/// capitals of the first line. It stays a part of the first word, drawn with it and by its owner.
struct DropCap {
    /// The paragraph without the letter and the quotation marks before it.
    let rest: [TextRun]
    /// How far in the first line begins.
    let first: Double
    /// How far in the other lines beside it begin.
    let others: Double
    private var pieces: [Piece] = []

    /// The letter of `paragraph`, `lines` lines high; `nil` if it does not begin with a letter that can stand so.
    init?(_ paragraph: Paragraph, _ look: Style.DropCap, _ style: Style, lines: Int, setter: Setter) {
        guard let run = paragraph.runs.first, let textFace = run.style.faces.first, run.style.rise == 0 else {
            return nil
        }
        let marks = run.text.prefix { Self.openingMarks.contains($0) }
        let tail = run.text.dropFirst(marks.count)
        guard let letter = tail.first, letter.isLetter, !letter.isLowercase else { return nil }
        var own = style
        own.font = look.font ?? style.font
        own.face = look.face ?? style.face
        guard let face = setter.faces(own, italic: false, bold: false).first,
            String(letter).unicodeScalars.allSatisfy({ setter.fonts.covers($0, face: face) })
        else { return nil }
        let fonts = setter.fonts
        let language = run.style.language
        let glyphs = fonts.shape(String(letter), face: face, features: ["lnum"], language: language)
        guard let glyph = glyphs.glyphs.first else { return nil }
        let outline = fonts.outline(of: glyph.id, face: face)
        let height = Self.height(of: "H", face: face, fonts, or: \.capHeight)
        let top =
            look.top == .capitals
            ? Self.height(of: "H", face: textFace, fonts, or: \.capHeight)
            : Self.height(of: "x", face: textFace, fonts, or: \.xHeight)
        guard !outline.isEmpty, height > 0.1 else { return nil }
        let drop = Double(lines - 1) * style.leading
        let size = (drop + top * style.size) / height

        // The text follows the letter: beside the head of an A the first line comes nearer.
        let width = (outline.right - outline.left) * size
        let band = outline.right(from: drop / size, to: (drop + top * style.size) / size) ?? outline.right
        let near = (band - outline.left) * size
        others = width + look.gap
        let goesOn = tail.dropFirst().first.map { !$0.isWhitespace } ?? false
        let close = near + (goesOn ? look.gap * 0.6 : look.gap + style.size * 0.25)
        first = width - near > style.size * 0.25 ? min(close, others) : others
        let swatch = look.colour.map { setter.swatch($0) } ?? run.style.swatch
        var x = 0.0
        if !marks.isEmpty {
            // Quotation marks hang before it, in the size of the text.
            let text = fonts.shape(String(marks), face: textFace, features: run.style.features, language: language)
            x = -text.advance * style.size - style.size * 0.06
            pieces.append(
                Piece(glyphs: text, x: Float(x), size: Float(style.size), owner: run.owner, swatch: run.style.swatch))
        }
        pieces.append(
            Piece(
                glyphs: glyphs, x: Float(-outline.left * size), size: Float(size), rise: Float(-drop),
                blank: goesOn ? -1 : 0, owner: run.owner, swatch: swatch))
        guard let rest = Self.rest(of: paragraph.runs, after: marks.count + 1) else { return nil }
        self.rest = rest
    }

    /// The runs without the first `count` characters; what is left of the first word is not divided.
    private static func rest(of runs: [TextRun], after count: Int) -> [TextRun]? {
        guard let first = runs.first else { return nil }
        let text = first.text.dropFirst(count)
        let end = text.firstIndex { $0.isWhitespace } ?? text.endIndex
        var rest: [TextRun] = []
        var word = first
        word.text = String(text[..<end])
        word.style.hyphenates = false
        if !word.text.isEmpty { rest.append(word) }
        var others = first
        others.text = String(text[end...])
        if !word.text.isEmpty { others.anchors = [] }
        if !others.text.isEmpty { rest.append(others) }
        rest += runs.dropFirst()
        guard !rest.isEmpty else { return nil }
        if word.text.isEmpty, others.text.isEmpty { rest[0].anchors.insert(contentsOf: first.anchors, at: 0) }
        return rest
    }

    /// Sets the letter before the first piece of `line`, whose origin has been moved by `shift`.
    func place(on line: inout Line, moved shift: Double) {
        let moved = pieces.map { piece in
            var piece = piece
            piece.x -= Float(shift)
            return piece
        }
        line.pieces.insert(contentsOf: moved, at: 0)
    }

    private static let openingMarks: Set<Character> = [
        "“", "‘", "«", "„", "‚", "\"", "'", "‹", "»", "(", "¿", "¡", "”", "’",
    ]

    /// How high `letter` stands, from its outline: what the face says of itself may be rounded.
    private static func height(
        of letter: String, face: FaceKey, _ fonts: FontBook, or usual: KeyPath<FaceMetrics, Double>
    ) -> Double {
        let glyph = fonts.shape(letter, face: face, features: [], language: .british).glyphs.first
        let outline = glyph.map { fonts.outline(of: $0.id, face: face) } ?? GlyphOutline()
        return outline.isEmpty ? fonts.metrics(of: face)[keyPath: usual] : outline.top
    }
}
