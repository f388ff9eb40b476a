// SPDX-License-Identifier: GPL-3.0-or-later

/// The words of a language that hold on to their neighbours: listed, because length alone says too little.
public struct Glue: Sendable {
    private var holds: [String: Hold] = [:]
    /// What ends no line of a heading.
    private var headingWords: Set<String> = []
    /// Whether a capital I alone is a word, and no numeral.
    private var hasWordI = false
    /// What is left out of the general rules.
    private var off: Hold = []

    /// Words without neighbours to hold.
    public init() {}

    /// What a row says of its words.
    private static let roles: [String: Hold] = [
        "short-words": .opener, "particles": .follower, "before-number": .label, "before-name": .title,
        "after-number": .mark, "months": .month,
    ]
    /// Rows that need no words.
    private static let general: [(id: String, hold: Hold)] = [
        ("initials", .initial), ("roman-numerals", .roman), ("list-labels", .listLabel), ("before-dash", .dash),
    ]

    init(_ rows: [Rule]) {
        for row in rows {
            if let role = Self.roles[row.id] {
                for word in row.words { holds[word.lowercased(), default: []].formUnion(role) }
            }
            if row.id == "phrases" {
                for phrase in row.words { add(phrase: phrase) }
            } else if row.id == "short-words" || row.id == "heading-words" {
                headingWords.formUnion(row.words.map { $0.lowercased() })
            }
        }
        for (id, hold) in Self.general where !rows.contains(where: { $0.id == id }) { off.formUnion(hold) }
        hasWordI = holds["i"]?.contains(.opener) ?? false
    }

    private mutating func add(phrase: String) {
        let words = phrase.lowercased().split { $0 == " " || $0 == "_" || $0 == "\u{A0}" }.map(String.init)
        for (word, next) in zip(words, words.dropFirst()) {
            holds[word, default: []].formUnion(.phraseStart)
            holds[next, default: []].formUnion(.phraseNext)
        }
    }

    /// Whether `word`, a preposition, a conjunction or an article, ends no line of a heading: it belongs with the word after it.
    public func endsNoHeadingLine(_ word: String) -> Bool {
        word.utf8.count <= Self.longest && headingWords.contains(word.lowercased())
    }

    /// No word of a row is longer, in UTF-8.
    private static let longest = 32

    /// How `word` holds on to its neighbours.
    public func hold(of word: String) -> Hold {
        var hold = Hold(shapeOf: word, hasWordI: hasWordI)
        if word.utf8.count <= Self.longest { hold.formUnion(listed(word)) }
        return hold.subtracting(off)
    }

    private func listed(_ word: String) -> Hold {
        let whole = word.lowercased()
        var hold = holds[whole] ?? []
        // Without what opens before it: `(стр.`
        let core = whole.unicodeScalars.drop { !$0.isWord }
        if core.count < whole.unicodeScalars.count, !core.isEmpty { hold.formUnion(holds[String(core)] ?? []) }
        // Without what closes after it: `ли?`
        var bare = core
        while let last = bare.last, Hold.isClosing(last) { bare.removeLast() }
        if bare.count < core.count, !bare.isEmpty, let found = holds[String(bare)] {
            // An opener before a comma ends its clause.
            hold.formUnion(found.intersection([.follower, .mark, .month, .phraseNext]))
        }
        // With the full stop that stands before a comma: `др.,`
        if bare.count + 2 <= core.count, let found = holds[String(bare) + "."] {
            hold.formUnion(found.intersection([.mark, .phraseNext]))
        }
        return hold
    }
}
