// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// What stands before the items of lists, by language and depth.
///
/// The rows are those of the house: Cyrillic letters leave out ё з й о ч ъ ы ь, which look like figures or one another
/// (Russian GOST 2.105); Serbian takes its alphabet whole.
struct ListMarkers {
    /// A kind of counting.
    enum Count: Hashable {
        case figures
        case letters
        /// i, ii, iii.
        case roman
        /// A mark that does not count.
        case mark(String)
    }

    /// How one depth is marked.
    struct Level: Hashable {
        var count: Count
        /// After the number or letter.
        var sign: String

        /// What the item numbered `number` begins with.
        func text(_ number: Int, alphabet: [Character]) -> String {
            switch count {
            case .figures: "\(number)\(sign)"
            case .letters: ListMarkers.letters(number, alphabet) + sign
            case .roman: ListMarkers.roman(number) + sign
            case .mark(let mark): mark
            }
        }
    }

    let numbered: [Level]
    let bulleted: [String]
    let alphabet: [Character]

    /// The markers of `language`; `numbers` and `bullets` are a theme's own, three signs with blanks between them: `1. a) –`.
    init(_ language: LanguageTag, numbers: String? = nil, bullets: String? = nil) {
        alphabet = Self.alphabet(of: language)
        let hasLongDash = ["ru", "uk", "be", "bg", "kk", "ky"].contains(language.primary)
        let dash = hasLongDash ? "—" : "–"
        let own = (numbers ?? "").split(separator: " ").map { Self.level(String($0)) }
        numbered =
            own.isEmpty
            ? [
                Level(count: .figures, sign: "."), Level(count: .letters, sign: ")"),
                Level(count: .mark(dash), sign: ""),
            ] : own
        let signs = (bullets ?? "").split(separator: " ").map(String.init)
        bulleted = signs.isEmpty ? ["•", dash, "·"] : signs
    }

    /// How items are marked that stand in so many numbered and so many other lists. Below numbers the first mark is the second one.
    func level(isNumbered: Bool, numbered outer: Int, bulleted others: Int) -> Level {
        if isNumbered { return numbered[min(outer, numbered.count - 1)] }
        let depth = others + (outer > 0 ? 1 : 0)
        return Level(count: .mark(bulleted[min(depth, bulleted.count - 1)]), sign: "")
    }

    /// `1.`, `1)`, `a)`, `а)`, or a mark.
    private static func level(_ sample: String) -> Level {
        guard let first = sample.first else { return Level(count: .figures, sign: ".") }
        if first.isNumber { return Level(count: .figures, sign: String(sample.drop { $0.isNumber })) }
        if first == "i" { return Level(count: .roman, sign: String(sample.dropFirst())) }
        if first.isLetter { return Level(count: .letters, sign: String(sample.drop { $0.isLetter })) }
        return Level(count: .mark(sample), sign: "")
    }

    /// a … z, aa, ab, …
    static func letters(_ number: Int, _ alphabet: [Character]) -> String {
        guard number > 0, !alphabet.isEmpty else { return "\(number)" }
        var rest = number
        var letters: [Character] = []
        while rest > 0 {
            rest -= 1
            letters.append(alphabet[rest % alphabet.count])
            rest /= alphabet.count
        }
        return String(letters.reversed())
    }

    /// i … mmmcmxcix; figures beyond.
    static func roman(_ number: Int) -> String {
        guard (1..<4000).contains(number) else { return "\(number)" }
        let signs = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
            (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    private static func alphabet(of language: LanguageTag) -> [Character] {
        let isLatinSerbian = language.description.lowercased().contains("latn")
        return switch language.primary {
        case "ru", "be", "kk", "ky": Array("абвгдежиклмнпрстуфхцшщэюя")
        case "bg", "uk": Array("абвгдежиклмнпрстуфхцшщюя")
        case "sr" where !isLatinSerbian: Array("абвгдђежзијклљмнњопрстћуфхцчџш")
        case "el": Array("αβγδεζηθικλμνξοπρστυφχψω")
        case "ar": Array("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
        default: Array("abcdefghijklmnopqrstuvwxyz")
        }
    }
}
