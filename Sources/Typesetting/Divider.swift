// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Hyphens

/// Says where words may be divided: letters only, from five up, not in capitals.
struct Divider {
    private let book: HyphenBook
    private let exceptions: [LanguageTag: [String: [Int]]]

    /// `exceptions` are words with their points marked by hyphens: `ta-ble`.
    init(book: HyphenBook, exceptions: [LanguageTag: [String]]) {
        self.book = book
        self.exceptions = exceptions.mapValues { words in
            Dictionary(words.map(Self.exception), uniquingKeysWith: { first, _ in first })
        }
    }

    func hasList(for language: LanguageTag) -> Bool { book.hasList(for: language) }

    /// The points of `word`, in lower case, that the exceptions of `language` or of its primary subtag give.
    private func exception(_ word: String, _ language: LanguageTag) -> [Int]? {
        guard !exceptions.isEmpty else { return nil }
        return exceptions[language]?[word] ?? LanguageTag(language.primary).flatMap { exceptions[$0]?[word] }
    }

    private static func exception(_ word: String) -> (String, [Int]) {
        var plain = ""
        var points: [Int] = []
        for character in word.lowercased() {
            if character == "-" { points.append(plain.utf8.count) } else { plain.append(character) }
        }
        return (plain, points.filter { $0 > 0 && $0 < plain.utf8.count })
    }

    /// The division points of `word`, a range of the store's list.
    func points(of word: Int32, store: WordStore) -> Range<Int> {
        let entry = store.entries[Int(word)]
        if entry.points >= 0 { return Int(entry.points)..<Int(entry.points + entry.pointCount) }
        guard entry.length >= (exceptions.isEmpty ? 5 : 2), !entry.traits.contains(.mixed) else {
            return store.setPoints([], of: word)
        }
        return store.setPoints(offsets(in: store.text(word), store.styles[Int(entry.style)].language), of: word)
    }

    private func offsets(in text: String, _ language: LanguageTag) -> [Int] {
        let apostrophe = Conventions.dividesAtApostrophe(language)
        func belongs(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
                || (apostrophe && (scalar == "’" || scalar == "'"))
        }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { $0.properties.isAlphabetic }),
            let last = scalars.lastIndex(where: { $0.properties.isAlphabetic })
        else { return [] }
        let core = scalars[first...last]
        guard core.allSatisfy(belongs) else { return [] }
        let start = text.utf8.distance(from: text.startIndex, to: first)
        let word = String(core)
        let lower = word.lowercased()
        // A lower-case form of another length would shift the points.
        if lower.utf8.count == word.utf8.count, let points = exception(lower, language) {
            return points.map { $0 + start }
        }
        guard core.count >= 5, !core.dropFirst().contains(where: \.properties.isUppercase) else { return [] }
        let minima = Conventions.hyphenMinima(language)
        return book.points(in: word, language: language, minima: minima).map { $0 + start }
    }
}
