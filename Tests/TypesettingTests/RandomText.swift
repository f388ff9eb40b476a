// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Testing
internal import Typesetting

/// Chance that is the same on every machine.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// From 0 up to `sides`, which is left out.
    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % sides
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }

    mutating func isOnce(in times: Int) -> Bool { roll(times) == 0 }
}

/// A paragraph made by chance, with the measure of each line.
struct RandomParagraph {
    var paragraph: Paragraph
    var measures: [Double]
    /// Whether something in it reads from right to left.
    var mayTurn: Bool

    func measure(_ line: Int) -> Double { measures[min(line, measures.count - 1)] }

    func set(_ typesetter: Typesetter) -> Setting {
        measures.count == 1
            ? typesetter.set(paragraph, measure: measures[0]) : typesetter.set(paragraph) { measure($0) }
    }

    /// The same for `#expect`, which asks for it only where something fails.
    var comment: Comment { Comment(rawValue: description) }

    /// What a failing test says of it.
    var description: String {
        let runs = paragraph.runs.map { "\($0.text.debugDescription) \($0.style.size)" }.joined(separator: ", ")
        return
            "\(paragraph.alignment) \(paragraph.language) \(measures) indent \(paragraph.indent) balanced \(paragraph.isBalanced): \(runs)"
    }
}

/// Makes paragraphs of all that a text may hold.
struct RandomText {
    private static let latin = [
        "a", "the", "of", "typography", "revolutionary", "office", "affluent", "fjord", "AVAILABLE", "Tä", "naïve",
        "“Yes,”",
        "well-known", "(parts)", "1984", "1,250", "20", "kg", "d’être", "e.g.", "—", "–", "and/or", "ABC-123",
    ]
    private static let cyrillic = [
        "в", "и", "на", "типографика", "полиграфическое", "исполнение", "«Да»,", "какой-то", "Г.", "ТУ", "из-за", "ё",
        "№", "же",
    ]
    private static let rare = [
        "https://www.example.org/reports/annual/summary.html", "someone@example.org", "www.example.org/a?b=c&d=e#f",
        "of\u{AD}fi\u{AD}cial", "\u{AD}", "\u{AD}.a/b", "a\u{AD}", "e\u{301}\u{323}\u{302}", "\u{301}", "👩‍👩‍👧‍👦", "🇰🇬", "⌘",
        "語言", "漢",
        "5\u{A0}km", "1\u{202F}000", "a\u{2009}b", "zero\u{200B}width", "no\u{2060}break", "\u{FEFF}", "\u{7F}",
        "\u{85}", "\u{FFFD}",
        "Donaudampfschifffahrtsgesellschaftskapitänsmütze", "ffifflffi", "x\u{2010}y", "1914–1918", "…", "\u{1}",
        "czarno-czerwony",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ]
    private static let backward = ["حق", "(لكل)", "الإنسان،", "אב", "[גד]", "«אב»", "א-ב"]
    private static let separators = [
        "\u{A0}", "  ", "\u{A0}\u{A0}", "\u{202F}", "\u{200B}", "\u{2060}", "\u{2028}", "\t", "", "",
        "\u{2028}\u{2028}", " \u{A0} ",
    ]

    var chance: Chance
    let bench: Bench

    mutating func words(_ count: Int, mayTurn: Bool) -> String {
        var text = ""
        for _ in 0..<count {
            switch chance.roll(20) {
            case 0, 1: text += chance.pick(Self.rare)
            case 2 where mayTurn, 3 where mayTurn: text += chance.pick(Self.backward)
            case 4...9: text += chance.pick(Self.cyrillic)
            default: text += chance.pick(Self.latin)
            }
            text += chance.isOnce(in: 10) ? chance.pick(Self.separators) : " "
        }
        return chance.isOnce(in: 3) ? String(text.dropLast()) : text
    }

    mutating func style(_ language: LanguageTag) -> TextStyle {
        var style = TextStyle(
            faces: chance.isOnce(in: 4) ? [bench.sans, bench.serif] : [bench.serif, bench.sans, bench.naskh],
            size: chance.pick([10, 10, 10, 7.5, 14]), swatch: 0, language: language)
        if chance.isOnce(in: 5) { style.features = chance.pick([["smcp"], ["onum", "tnum"], ["-liga"]]) }
        if chance.isOnce(in: 8) { style.tracking = chance.pick([25, -10, 60]) }
        if chance.isOnce(in: 8) { style.rise = 3 }
        style.hyphenates = !chance.isOnce(in: 6)
        return style
    }

    mutating func paragraph(words count: Int, runs: Int, mayTurn: Bool = false) -> RandomParagraph {
        let tags = ["en-GB", "ru", "pl", "fr", mayTurn ? "ar" : "de"]
        let language = LanguageTag(chance.pick(tags)) ?? .british
        let runs = (0..<runs).map { number in
            let own = chance.isOnce(in: 5) ? LanguageTag(chance.pick(tags)) ?? language : language
            return TextRun(
                text: words(max(count / runs, 1), mayTurn: mayTurn), style: style(own), owner: Int32(number),
                anchors: chance.isOnce(in: 4) ? ["a\(number)"] : [])
        }
        let paragraph = Paragraph(
            runs: runs, alignment: chance.pick([.justified, .justified, .start, .centre, .end]),
            indent: chance.pick([0, 0, 0, 8, 40]), hyphenates: !chance.isOnce(in: 3),
            isBalanced: chance.isOnce(in: 6), hangsMarks: !chance.isOnce(in: 3), language: language)
        // Ways are kept apart by their number of lines where measures vary: narrow ones would take long.
        let isVarying = chance.isOnce(in: 5)
        let measures = (0..<(isVarying ? 4 : 1)).map { _ in max(measure(), isVarying ? 100 : 0) }
        return RandomParagraph(paragraph: paragraph, measures: measures, mayTurn: mayTurn)
    }

    /// From 1 to 600 points, mostly such as columns have.
    private mutating func measure() -> Double {
        let tenth = Double(chance.roll(10)) / 10
        switch chance.roll(6) {
        case 0: return 1 + Double(chance.roll(40)) + tenth
        case 1: return 300 + Double(chance.roll(300)) + tenth
        default: return 60 + Double(chance.roll(250)) + tenth
        }
    }
}

extension Paragraph {
    /// What must be seen of the text: see `String.seen`.
    func seen(mayTurn: Bool) -> String { runs.map(\.text).joined().seen(mayTurn: mayTurn) }
}

extension Setting {
    /// What is seen on the lines, and copied out.
    func seen(mayTurn: Bool) -> String {
        var text = ""
        for line in lines {
            for piece in line.pieces where !piece.isDivision {
                let scalars = piece.glyphs.text.unicodeScalars
                text.unicodeScalars += piece.isMirrored ? scalars.map { Mirroring.other(of: $0) ?? $0 } : Array(scalars)
                if piece.blank >= 0 { text += " " }
            }
        }
        return text.seen(mayTurn: mayTurn)
    }
}

extension String {
    /// The characters without those that only say where lines may end; blanks, controls and forced breaks in a row are one blank, none
    /// stands at the ends. Where letters may join over the border of two runs the signs that join them are left out.
    func seen(mayTurn: Bool) -> String {
        var seen = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xAD, 0x200B, 0x2060, 0xFEFF: continue
            case 0x200D where mayTurn: continue
            case 0...0x20, 0xA0, 0x2028, 0x2029: if let last = seen.last, last != " " { seen.append(" ") }
            default: seen.append(scalar)
            }
        }
        if seen.last == " " { seen.removeLast() }
        return String(seen)
    }
}
