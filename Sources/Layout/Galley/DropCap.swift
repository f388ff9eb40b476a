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
    /// How many lines stand beside it: one more if its feet reach down to the small letters of the next.
    let lines: Int
    private var pieces: [Piece] = []
    /// The letter and the marks before it, as text, with the blank after a word of one letter.
    private let said: String
    private let space: GlyphString

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
        let isSmall = style.smallCaps != .none && fonts.dresses("x", with: "smcp", face: textFace, language: language)
        let top =
            switch look.top ?? (isSmall ? .smallCapitals : .capitals) {
            case .capitals: Self.height(of: "H", face: textFace, fonts, or: \.capHeight)
            case .xHeight: Self.height(of: "x", face: textFace, fonts, or: \.xHeight)
            case .smallCapitals: Self.height(of: "x", face: textFace, fonts, or: \.xHeight, features: ["smcp"])
            }
        guard !outline.isEmpty, height > 0.1 else { return nil }
        let drop = Double(lines - 1) * style.leading
        let size = (drop + top * style.size) / height

        // The text follows the letter: beside the head of an A the first line comes nearer.
        let width = (outline.right - outline.left) * size
        let band = outline.right(from: drop / size, to: (drop + top * style.size) / size) ?? outline.right
        let near = (band - outline.left) * size
        others = width + look.gap
        let goesOn = tail.dropFirst().first.map { !$0.isWhitespace } ?? false
        let close = near + look.gap + (goesOn ? 0 : style.size * 0.25)
        first = width - near > style.size * 0.25 ? min(close, others) : others
        let free = style.leading - Self.height(of: "x", face: textFace, fonts, or: \.xHeight) * style.size - 1
        self.lines = -outline.bottom * size > free ? lines + 1 : lines
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
                owner: run.owner, swatch: swatch))
        space = fonts.shape(" ", face: textFace, features: [], language: language)
        said = marks + String(letter) + (goesOn ? "" : " ")
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

    /// The marks of the first line with the letter before it.
    ///
    /// Who draws text together from places on the page would tear the letter, which stands lower, from its word. Both are read
    /// as the word, in its place: that of the first glyph drawn, in the size of the last. The letter is drawn between them.
    func marks(with line: Line, at origin: Point) -> [GalleyItem.Mark] {
        guard let first = line.pieces.first else { return [.line(line, origin)] }
        var end = 0
        var glyphs = 0
        var text = said
        while end < line.pieces.count, line.pieces[end].owner == first.owner {
            let piece = line.pieces[end]
            glyphs += piece.glyphs.glyphs.count
            text += piece.glyphs.text
            end += 1
            if piece.blank >= 0 {
                if glyphs > 1 { break }
                text += " "
            }
        }
        var word = line
        word.pieces = Array(line.pieces[..<end])
        var rest = line
        rest.pieces = Array(line.pieces[end...])
        let last = word.pieces[end - 1]
        if last.blank >= 0, let next = rest.pieces.first {
            if next.owner == last.owner, next.size == last.size, next.expansion == last.expansion,
                next.glyphs.face == last.glyphs.face
            {
                // The blank is none of the word's: it is drawn with what follows.
                var blank = last
                blank.x = last.x + Float(last.width)
                blank.glyphs = space
                blank.blank = -1
                rest.pieces.insert(blank, at: 0)
                word.pieces[end - 1].blank = -1
            } else {
                text += " "
            }
        }
        let letter = pieces.map { piece in
            var piece = piece
            piece.x -= Float(self.first)
            return piece
        }
        if let (head, tail) = word.pieces[0].parted() {
            word.pieces.replaceSubrange(0..<1, with: [head] + letter + [tail])
        } else {
            word.pieces.insert(contentsOf: letter, at: 1)
        }
        var marks: [GalleyItem.Mark] = [.said(word, origin, text)]
        if !rest.pieces.isEmpty { marks.append(.line(rest, origin)) }
        return marks
    }

    private static let openingMarks: Set<Character> = [
        "“", "‘", "«", "„", "‚", "\"", "'", "‹", "»", "(", "¿", "¡", "”", "’",
    ]

    /// How high `letter` stands, from its outline: what the face says of itself may be rounded.
    private static func height(
        of letter: String, face: FaceKey, _ fonts: FontBook, or usual: KeyPath<FaceMetrics, Double>,
        features: [String] = []
    ) -> Double {
        let glyph = fonts.shape(letter, face: face, features: features, language: .british).glyphs.first
        let outline = glyph.map { fonts.outline(of: $0.id, face: face) } ?? GlyphOutline()
        return outline.isEmpty ? fonts.metrics(of: face)[keyPath: usual] : outline.top
    }
}

extension Piece {
    /// The first glyph, and the others; `nil` if there is one alone, or if its text cannot be told from that of the next.
    fileprivate func parted() -> (head: Piece, tail: Piece)? {
        let all = glyphs.glyphs
        guard all.count > 1, all[0].cluster == 0, all[1].cluster > 0,
            all.dropFirst().allSatisfy({ $0.cluster >= all[1].cluster })
        else { return nil }
        let cut = Int(all[1].cluster)
        let utf8 = Array(glyphs.text.utf8)
        guard cut < utf8.count else { return nil }
        var head = self
        head.glyphs = GlyphString(
            face: glyphs.face, text: String(decoding: utf8[..<cut], as: UTF8.self), glyphs: Array(all[..<1]))
        head.blank = -1
        var tail = self
        tail.glyphs = GlyphString(
            face: glyphs.face, text: String(decoding: utf8[cut...], as: UTF8.self),
            glyphs: all.dropFirst().map { glyph in
                var glyph = glyph
                glyph.cluster -= UInt32(cut)
                return glyph
            })
        tail.x = x + Float(head.width)
        return (head, tail)
    }
}
