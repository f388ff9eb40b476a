// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Testing

@testable import Typesetting

/// Lines are what HarfBuzz would make of them as a whole, wherever they break.
@Suite("Shaping is exact at every break") struct ExactnessTests {
    static let ligatures = [
        "official", "affluent", "fjord", "shuffling", "fifty", "offhand", "efflux", "wolffish", "Tafel", "AVATAR",
        "Tywy", "rye",
    ]
    static let cyrillic = ["Ватерлоо", "ГОСТу", "утку", "Тётя", "будут", "АУДИТ", "фойе", "въезд", "хурма", "Уфа"]

    let bench: Bench

    init() throws { bench = try Bench() }

    /// A paragraph of one run with nothing that sticks out.
    private func plain(_ text: String, language: LanguageTag, tracking: Double = 0, features: [String] = [])
        -> Paragraph
    {
        var paragraph = bench.paragraph(text, .start, language: language)
        paragraph.hangsMarks = false
        paragraph.runs[0].style.tracking = tracking
        paragraph.runs[0].style.features = features
        return paragraph
    }

    private func shape(_ text: String, _ run: TextRun) -> GlyphString {
        bench.fonts.shape(text, face: bench.serif, features: run.style.features, language: run.style.language)
    }

    /// In points, with the run's tracking.
    private func width(_ text: String, _ run: TextRun) -> Double {
        let shaped = shape(text, run)
        return (shaped.advance + run.style.tracking / 1000 * Double(shaped.glyphs.count)) * run.style.size
    }

    @Test(
        "a divided word ends as the part with its hyphen is shaped", arguments: [0.0, 30], [[], ["smcp"], ["-liga"]])
    func divisions(tracking: Double, features: [String]) throws {
        for word in Self.ligatures + Self.cyrillic {
            let language = Self.cyrillic.contains(word) ? LanguageTag.russian : .british
            for cut in word.indices.dropFirst() {
                let (before, after) = (String(word[..<cut]), String(word[cut...]))
                let paragraph = plain(
                    before + "\u{AD}" + after, language: language, tracking: tracking, features: features)
                let run = paragraph.runs[0]
                let expected = width(before + "-", run)
                // A hyphen may be wider than what it would stand for.
                guard width(word, run) > expected + 0.01 else { continue }
                let setting = bench.typesetter.set(paragraph) { $0 == 0 ? expected + 0.005 : 600 }
                #expect(setting.texts == [before + "=", after], "\(word)")
                guard setting.lines.count == 2 else { continue }
                #expect(!setting.isOverfull)
                #expect(
                    abs(setting.lines[0].width - expected) < 0.001, "\(before)-: \(setting.lines[0].width), \(expected)"
                )
                #expect(setting.lines[1].pieces.first?.glyphs.glyphs == shape(after, run).glyphs, "\(after)")
                #expect(abs(setting.lines[1].width - width(after, run)) < 0.001, "\(after)")
                // One thousandth less does not do.
                let tight = bench.typesetter.set(paragraph) { $0 == 0 ? expected - 0.01 : 600 }
                #expect(tight.texts != setting.texts || tight.isOverfull, "\(word)")
            }
        }
    }

    /// What kerns would take from the blanks of `text` beyond the most that they may, in em.
    private func spared(in text: String, _ language: LanguageTag = .british) -> Double {
        let characters = Array(text)
        return characters.indices.dropFirst().dropLast().filter { characters[$0] == " " }.reduce(0) { sum, index in
            let (left, right) = (String(characters[index - 1]), String(characters[index + 1]))
            let kern =
                bench.advance(left + " " + right, language: language) - bench.advance(left, language: language)
                - bench.advance(" ", language: language) - bench.advance(right, language: language)
            return sum + max(ParagraphReader.leastBlankKern - kern, 0)
        }
    }

    @Test("a break before a hyphen's end is counted as it is set: `Stop` and line agree", arguments: [60.0, 85, 110])
    func stops(measure: Double) {
        let words = (Self.ligatures + Self.cyrillic).map { word in
            word.prefix(2) + "\u{AD}" + word.dropFirst(2).prefix(2) + "\u{AD}" + word.dropFirst(4)
        }
        for shift in 0..<6 {
            let text = (words[shift...] + words[..<shift]).joined(separator: " ")
            let setting = bench.typesetter.set(plain(text, language: .british), measure: measure)
            for line in setting.lines {
                let text = line.pieces.map { $0.glyphs.text + ($0.blank > 0 ? " " : "") }.joined()
                let blanks = Double(line.pieces.count { $0.blank > 0 })
                let space = Conventions.wordSpace(of: .british).natural - 1
                let expected = (bench.advance(text) + blanks * space * bench.advance(" ") + spared(in: text)) * 10
                #expect(abs(line.width - expected) < 0.01, "\(text): \(line.width), \(expected)")
                #expect(setting.isOverfull || line.width <= measure + 0.01)
            }
        }
    }

    @Test(
        "a word in two runs of one face is kerned as one", arguments: ligatures + cyrillic + ["T.", "«Г»", "f”", "L’"])
    func runs(word: String) {
        for cut in word.indices.dropFirst() {
            let (before, after) = (String(word[..<cut]), String(word[cut...]))
            var paragraph = plain(before, language: .russian)
            var second = paragraph.runs[0]
            (second.text, second.owner) = (after, 1)
            paragraph.runs.append(second)
            let whole = shape(word, paragraph.runs[0])
            let parts = [before, after].map { shape($0, second).glyphs.map(\.id) }
            // Where both melt into a ligature, the runs have none.
            guard whole.glyphs.map(\.id) == parts[0] + parts[1] else { continue }
            let line = bench.typesetter.set(paragraph, measure: 600).lines.first
            #expect(line.map { abs($0.width - 10 * whole.advance) < 0.002 } == true, "\(before)|\(after)")
        }
    }

    @Test(
        "blanks are kerned as in the line shaped whole",
        arguments: [
            "of a very wavy fly, with affluent f", "Ту букву у Татьяны в уху тут", "“Yes,” T V W Y f y A f.",
            "y—v f – w “f” (y) T. V, 7 y",
        ])
    func blanks(text: String) throws {
        for language in [LanguageTag.british, .russian] {
            let line = try #require(bench.typesetter.set(plain(text, language: language), measure: 1e4).lines.first)
            let whole = bench.fonts.shape(text, face: bench.serif, features: [], language: language)
            let wider = (Conventions.wordSpace(of: language).natural - 1) * bench.advance(" ", language: language)
            var offset = 0
            var blanks = 0.0
            for piece in line.pieces {
                let before = whole.glyphs.filter { $0.cluster < offset }.reduce(0) { $0 + Double($1.advance) }
                let start = text.utf8.index(text.startIndex, offsetBy: offset)
                let said = text[..<start] + text[start...].prefix(1)
                let expected = (before + blanks * wider + spared(in: String(said), language)) * 10
                #expect(abs(Double(piece.x) - expected) < 0.005, "\(piece.glyphs.text): \(piece.x), \(expected)")
                offset += piece.glyphs.text.utf8.count + (piece.blank > 0 ? 1 : 0)
                blanks += piece.blank > 0 ? 1 : 0
            }
            #expect(offset == text.utf8.count)
        }
    }

    @Test("an Arabic word in two runs joins as one", arguments: ["الحقوق", "محمد", "يستطيع", "كتاب"])
    func arabic(word: String) throws {
        let arabic = try #require(LanguageTag("ar"))
        let style = TextStyle(faces: [bench.naskh], size: 10, swatch: 0, language: arabic)
        let whole = bench.fonts.shape(
            word, face: bench.naskh, features: [], language: arabic, isRightToLeft: true)
        for cut in word.indices.dropFirst() {
            let texts = [String(word[..<cut]), String(word[cut...])]
            let runs = texts.enumerated().map { TextRun(text: $1, style: style, owner: Int32($0)) }
            let paragraph = Paragraph(runs: runs, alignment: .start, hangsMarks: false, language: arabic)
            let setting = bench.typesetter.set(paragraph, measure: 200)
            let pieces = setting.lines.flatMap(\.pieces).sorted { $0.x < $1.x }
            #expect(pieces.flatMap { $0.glyphs.glyphs.map(\.id) } == whole.glyphs.map(\.id), "\(texts)")
            #expect(setting.seen(mayTurn: true) == word)
        }
    }
}
