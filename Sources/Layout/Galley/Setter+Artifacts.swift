// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// `text` on as many lines as it takes, no part of the tag tree; `owner` as for `artifact`.
    func artifacts(_ text: String, style: Style, measure: Double, owner: Int32) -> [Line] {
        let textStyle = TextStyle(
            faces: faces(style, italic: false, bold: false), size: style.size, swatch: swatch(style.colour),
            features: features(style, book.language), tracking: style.tracking, rise: 0, language: book.language,
            hyphenates: false)
        let run = TextRun(text: style.isUppercase ? text.uppercased() : text, style: textStyle, owner: owner)
        let alignment: Paragraph.Alignment =
            style.alignment == .end ? .end : style.alignment == .centre ? .centre : .start
        let paragraph = Paragraph(runs: [run], alignment: alignment, hangsMarks: false, language: book.language)
        return typesetter.set(paragraph, measure: measure).lines
    }

    /// No running head has more words than this.
    private static let mostWords = 60

    /// `text` on one line of `measure`, of which it may fill `room`: shortened at a word, with an ellipsis, where it is longer.
    func shortened(_ text: String, style: Style, measure: Double, room: Double, owner: Int32) -> Line? {
        func fitting(_ text: String) -> Line? {
            let lines = artifacts(text, style: style, measure: measure, owner: owner)
            guard lines.count == 1, let line = lines.first else { return nil }
            let left = line.pieces.lazy.map { Double($0.x) }.min() ?? 0
            let right = line.pieces.lazy.map { Double($0.x) + $0.width }.max() ?? 0
            return right - left <= room + 0.5 ? line : nil
        }
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        if words.count <= Self.mostWords, text.utf8.count < 2000, let line = fitting(text) { return line }
        var (least, most) = (0, min(words.count, Self.mostWords))
        var best: Line?
        while least < most {
            let count = (least + most + 1) / 2
            if let line = fitting(Self.cut(words.prefix(count), book.language)) {
                best = line
                least = count
            } else {
                most = count - 1
            }
        }
        if let best { return best }
        // One word that is wider than the page.
        let letters = Array((words.first ?? "").prefix(200))
        (least, most) = (0, letters.count)
        while least < most {
            let count = (least + most + 1) / 2
            if let line = fitting(String(letters.prefix(count)) + "…") {
                best = line
                least = count
            } else {
                most = count - 1
            }
        }
        return best
    }

    /// The words with an ellipsis, which follows no comma and no preposition.
    private static func cut(_ words: ArraySlice<Substring>, _ language: LanguageTag) -> String {
        var words = words
        while words.count > 1, let last = words.last,
            Conventions.endsNoHeadingLine(String(last), language) || last.allSatisfy({ !$0.isLetter && !$0.isNumber })
        {
            words.removeLast()
        }
        var text = words.joined(separator: " ")
        while let last = text.last, ",;:.–—-·".contains(last) { text.removeLast() }
        return text + "…"
    }
}
