// SPDX-License-Identifier: GPL-3.0-or-later
internal import Yams

/// A language's file as it was read, over what holds for all languages. A key or a row that cannot be understood is left out, and
/// named in `faults`: a test holds the files that are compiled in to none.
struct LanguageFile {
    var code: String
    var name: String
    var quotes = QuotationMarks(outer: .init(open: "“", close: "”"), inner: .init(open: "‘", close: "’"))
    var wordSpace = WordSpace(natural: 1.2, stretch: 0.6, shrink: 0.25)
    var indentsFirstParagraph = false
    var emergencyStretch = 1.0
    var dividesAtApostrophe = false
    var hyphenMinima = (before: 2, after: 2)
    var repeatsHyphen = false
    var digitsGroupedFrom = 4
    var rules: [Rule] = []
    var faults: [String] = []

    init(code: String, _ text: String, over common: LanguageFile?) {
        if let common { self = common } else { name = "" }
        self.code = code
        name = code
        guard let root = try? Yams.compose(yaml: text, .basic, .default, .utf8)?.mapping else {
            faults.append("it is no YAML mapping")
            return
        }
        for (key, value) in root { take(key.scalar?.string ?? "", value) }
    }

    private mutating func take(_ key: String, _ value: Node) {
        let text = value.scalar?.string
        switch key {
        case "language": if text != code { faults.append("language: \(code) is expected") }
        case "name": name = text ?? code
        case "quotes": set(text.flatMap { QuotationMarks($0) }, key) { $0.quotes = $1 }
        case "word-space": set(Self.wordSpace(value), key) { $0.wordSpace = $1 }
        case "first-paragraph-indent": set(Self.truth(text), key) { $0.indentsFirstParagraph = $1 }
        case "emergency-stretch": set(text.flatMap { Double($0) }, key) { $0.emergencyStretch = $1 }
        case "apostrophe-divides": set(Self.truth(text), key) { $0.dividesAtApostrophe = $1 }
        case "hyphen-minima": set(Self.minima(value), key) { $0.hyphenMinima = $1 }
        case "hyphen-repeated": set(Self.truth(text), key) { $0.repeatsHyphen = $1 }
        case "digits-grouped-from": set(text.flatMap { Int($0) }, key) { $0.digitsGroupedFrom = $1 }
        case "rules": for row in value.sequence ?? [] { take(row) }
        default: faults.append("there is no key ‘\(key)’")
        }
    }

    private mutating func set<Value>(_ value: Value?, _ key: String, _ store: (inout LanguageFile, Value) -> Void) {
        if let value { store(&self, value) } else { faults.append("‘\(key)’ cannot be understood") }
    }

    /// Adds a row; one that all languages have grows by the words of the language, and is otherwise replaced.
    private mutating func take(_ row: Node) {
        guard let fields = row.mapping, let id = fields["id"]?.scalar?.string else {
            return faults.append("a row has no id")
        }
        let known = ["id", "does", "source", "typed", "set", "use", "words", "off"]
        for (key, _) in fields where !known.contains(key.scalar?.string ?? "") {
            faults.append("\(id): there is no key ‘\(key.scalar?.string ?? "")’")
        }
        let place = rules.firstIndex { $0.id == id }
        if fields["off"]?.scalar?.string == "true" {
            if let place { rules.remove(at: place) }
            return
        }
        func text(_ key: String) -> String? { fields[key]?.scalar?.string }
        let words = text("words").map(Self.words) ?? fields["words"]?.sequence?.compactMap { $0.scalar?.string } ?? []
        // What all languages have needs an example of this one's own, not another description.
        let common = place.map { rules[$0] }
        let rule = Rule(
            id: id, does: text("does") ?? common?.does ?? "", source: text("source") ?? common?.source ?? "",
            typed: Rule.spelled(text("typed") ?? ""), set: Rule.spelled(text("set") ?? ""),
            use: text("use").map(Rule.spelled) ?? common?.use, words: (common?.words ?? []) + words)
        for (key, value) in [
            ("does", rule.does), ("source", rule.source), ("typed", rule.typed), ("set", rule.set),
        ] where value.isEmpty { faults.append("\(id) has no ‘\(key)’") }
        if let place { rules[place] = rule } else { rules.append(rule) }
    }

    private static func words(_ list: String) -> [String] {
        list.split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    private static func truth(_ text: String?) -> Bool? {
        switch text {
        case "yes", "true": true
        case "no", "false": false
        default: nil
        }
    }

    private static func minima(_ value: Node) -> (before: Int, after: Int)? {
        let numbers = (value.sequence ?? []).compactMap { $0.scalar.flatMap { Int($0.string) } }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }

    private static func wordSpace(_ value: Node) -> WordSpace? {
        func number(_ key: String) -> Double? { value.mapping?[key]?.scalar.flatMap { Double($0.string) } }
        guard let natural = number("natural"), let stretch = number("stretch"), let shrink = number("shrink") else {
            return nil
        }
        return WordSpace(natural: natural, stretch: stretch, shrink: shrink)
    }
}
