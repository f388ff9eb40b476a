// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Layout
import Manuscript
import Typesetting

@testable import Quality

/// Paragraphs whose lines are made by hand: each word as wide as it has characters, in units of 5 pt.
struct SetText {
    private static let file = SourceFile(
        path: "chapter.md", text: String(repeating: "word after word after word\n", count: 40))
    private(set) var record = SettingRecord()
    private var y = 100.0
    var page = 0

    /// A line to be.
    struct Draft {
        var text: String
        var wordSpace: Float = 1
        var badness: Float = 0
        var isDivided = false
        var rest: Float = 0
        var turnsPage = false

        init(
            _ text: String, wordSpace: Float = 1, badness: Float = 0, isDivided: Bool = false, rest: Float = 0,
            turnsPage: Bool = false
        ) {
            self.text = text
            self.wordSpace = wordSpace
            self.badness = badness
            self.isDivided = isDivided
            self.rest = rest
            self.turnsPage = turnsPage
        }
    }

    /// Adds a paragraph, justified but for its last line.
    mutating func add(_ drafts: [Draft], measure: Double = 300) {
        let style = TextStyle(faces: [FaceKey(index: 0)], size: 10, swatch: 0, language: .british)
        let origin = Origin(source: SourceRange(file: Self.file, utf8: 27..<270))
        record.paragraphs.append(
            SetParagraph(
                runs: [TextRun(text: "", style: style, owner: 0, origin: origin)], measure: measure, size: 10,
                language: .british))
        for (index, draft) in drafts.enumerated() {
            if draft.turnsPage { (page, y) = (page + 1, 100) }
            var line = line(draft, isLast: index == drafts.count - 1)
            line.start = LineStart(run: 0, offset: Int32(27 * index))
            line.paragraph = Int32(record.paragraphs.count - 1)
            record.lines.append(PlacedLine(page: page, origin: Point(x: 50, y: y), line: line))
            y += 15
        }
    }

    private func line(_ draft: Draft, isLast: Bool) -> Line {
        var x: Float = 0
        var pieces: [Piece] = []
        let words = draft.text.split(separator: " ").map(String.init)
        for (index, word) in words.enumerated() {
            let glyphs = word.utf8.indices.map { _ in Glyph(id: 1, cluster: 0, advance: 0.5) }
            let string = GlyphString(face: FaceKey(index: 0), text: word, glyphs: glyphs)
            let blank: Float = index == words.count - 1 ? (draft.isDivided ? -1 : 0) : 3 * draft.wordSpace
            pieces.append(Piece(glyphs: string, x: x, size: 10, blank: blank, owner: 0, swatch: 0))
            x += Float(string.advance) * 10 + max(blank, 0)
        }
        return Line(
            pieces: pieces, width: Double(x), ascent: 8, descent: 2, endsWithHyphen: draft.isDivided, anchors: [],
            fit: LineFit(
                wordSpace: draft.wordSpace, badness: draft.badness, isJustified: !isLast, isLast: isLast,
                rest: draft.rest))
    }

    /// What an examiner says.
    func report(_ limits: TypographyLimits = TypographyLimits()) -> QualityReport {
        Examiner(record, labels: (0...page).map { "\($0 + 1)" }, limits: limits).examine()
    }

    func findings(_ kind: Finding.Kind) -> [Finding] { report().findings.filter { $0.kind == kind } }
}
