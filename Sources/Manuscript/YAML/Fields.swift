// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// A mapping that is being read: knows which keys there may be, and says so of others.
struct Fields {
    let origin: Origin
    private let values: [String: YAMLValue]
    private let places: [String: Origin]

    /// The fields of `value`, which is called `what` in messages; `nil` if it is no mapping. Keys not among `keys` are
    /// reported.
    init?(_ value: YAMLValue, _ what: String, keys: [String], _ diagnostics: inout Diagnostics) {
        guard let pairs = value.pairs else {
            diagnostics.error(
                "wrong-type", "\(what) must be a mapping", hint: "write `key: value` lines", at: value.origin)
            return nil
        }
        for pair in pairs where !keys.contains(pair.name) {
            diagnostics.error(
                "unknown-key", "\(what) has no key ‘\(pair.name)’", hint: Self.hint(pair.name, among: keys),
                at: pair.key.origin)
        }
        origin = value.origin
        values = Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        places = Dictionary(pairs.map { ($0.name, $0.key.origin) }, uniquingKeysWith: { $1 })
    }

    /// The value of `key`; `nil` for `null` too.
    subscript(key: String) -> YAMLValue? { values[key].flatMap { $0.isNull ? nil : $0 } }

    /// Where `key` stands.
    func place(of key: String) -> Origin { places[key] ?? origin }

    /// The name nearest to `name` by edit distance, if it is near.
    static func nearest(_ name: String, among names: [String]) -> String? {
        let near = names.map { ($0, distance(Array(name.unicodeScalars), Array($0.unicodeScalars))) }
        guard let best = near.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }), best.1 <= max(2, name.count / 3) else {
            return nil
        }
        return best.0
    }

    /// "did you mean ‘x’?", or all the names there are.
    static func hint(_ name: String, among names: [String]) -> String {
        nearest(name, among: names).map { "did you mean ‘\($0)’?" }
            ?? "there are \(names.sorted().joined(separator: ", "))"
    }

    /// V. I. Levenshtein, “Binary codes capable of correcting deletions, insertions and reversals” (1966).
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.prefix(64).enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let cost = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(cost, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}

extension Fields {
    private func wrong(_ key: String, _ expected: String, _ value: YAMLValue, _ diagnostics: inout Diagnostics) {
        diagnostics.error("wrong-type", "‘\(key)’ must be \(expected)", hint: value.kind, at: value.origin)
    }

    func string(_ key: String, _ diagnostics: inout Diagnostics) -> String? {
        guard let value = self[key] else { return nil }
        if let scalar = value.scalar { return scalar }
        wrong(key, "a text", value, &diagnostics)
        return nil
    }

    func strings(_ key: String, _ diagnostics: inout Diagnostics) -> [String]? {
        guard let value = self[key] else { return nil }
        guard let items = value.items else {
            if let scalar = value.scalar { return [scalar] }
            wrong(key, "a list", value, &diagnostics)
            return nil
        }
        return items.compactMap { item in
            if item.scalar == nil { wrong(key, "a list of texts", item, &diagnostics) }
            return item.scalar
        }
    }

    /// The items of a list; none if it is not there.
    func items(_ key: String, _ diagnostics: inout Diagnostics) -> [YAMLValue] {
        guard let value = self[key] else { return [] }
        if let items = value.items { return items }
        wrong(key, "a list", value, &diagnostics)
        return []
    }

    /// The pairs of a mapping; none if it is not there.
    func pairs(_ key: String, _ diagnostics: inout Diagnostics) -> [YAMLValue.Pair] {
        guard let value = self[key] else { return [] }
        if let pairs = value.pairs { return pairs }
        wrong(key, "a mapping", value, &diagnostics)
        return []
    }

    func bool(_ key: String, _ diagnostics: inout Diagnostics) -> Bool? {
        guard let value = self[key] else { return nil }
        switch value.scalar {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default:
            wrong(key, "true or false", value, &diagnostics)
            return nil
        }
    }

    func number(_ key: String, _ diagnostics: inout Diagnostics) -> Double? {
        guard let value = self[key] else { return nil }
        if let number = value.scalar.flatMap(Double.init), number.isFinite { return number }
        wrong(key, "a number", value, &diagnostics)
        return nil
    }

    /// A length in points: `24mm`, `11pt`, or a bare number of points.
    func length(_ key: String, _ diagnostics: inout Diagnostics) -> Double? {
        guard let value = self[key] else { return nil }
        if let length = value.scalar.flatMap(Self.length) { return length }
        wrong(key, "a length such as 24mm or 11pt", value, &diagnostics)
        return nil
    }

    static func length(_ text: String) -> Double? {
        let text = text.filter { $0 != " " }
        let points: Double? =
            if text.hasSuffix("mm") {
                Double(text.dropLast(2)).map { Length.mm($0).points }
            } else if text.hasSuffix("pt") {
                Double(text.dropLast(2))
            } else {
                Double(text)
            }
        guard let points, points.isFinite, abs(points) < 20_000 else { return nil }
        return points
    }

    /// One of the raw values of `Choice`.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Choice.Type, _ diagnostics: inout Diagnostics
    ) -> Choice? where Choice.RawValue == String {
        guard let value = self[key] else { return nil }
        if let choice = value.scalar.flatMap({ Choice(rawValue: $0) }) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        let near = value.scalar.flatMap { Self.nearest($0, among: names) }
        diagnostics.error(
            "wrong-type", "‘\(key)’ must be one of \(names.joined(separator: ", "))",
            hint: near.map { "did you mean ‘\($0)’?" } ?? "", at: value.origin)
        return nil
    }

    func language(_ key: String, _ diagnostics: inout Diagnostics) -> LanguageTag? {
        guard let value = self[key] else { return nil }
        if let tag = value.scalar.flatMap({ LanguageTag($0) }) {
            Self.reportUnknown(tag, at: value.origin, &diagnostics)
            return tag
        }
        wrong(key, "a language tag such as en-GB or ru", value, &diagnostics)
        return nil
    }

    /// Reports a tag of which a part does not exist.
    static func reportUnknown(_ tag: LanguageTag, at origin: Origin, _ diagnostics: inout Diagnostics) {
        guard let fault = LanguageRegistry.fault(in: tag) else { return }
        let hint =
            fault.suggestion.isEmpty ? "write a BCP 47 tag such as ru or en-GB" : "did you mean ‘\(fault.suggestion)’?"
        diagnostics.error(
            "bad-language", "there is no \(fault.kind) ‘\(fault.subtag)’ in the language tag ‘\(tag)’", hint: hint,
            at: origin)
    }

    /// The language that is the key of `pair`.
    static func language(of pair: YAMLValue.Pair, _ diagnostics: inout Diagnostics) -> LanguageTag? {
        if let language = LanguageTag(pair.name) {
            reportUnknown(language, at: pair.key.origin, &diagnostics)
            return language
        }
        diagnostics.error(
            "wrong-type", "‘\(pair.name)’ is no language tag", hint: "write one such as en-GB or ru",
            at: pair.key.origin)
        return nil
    }

    /// A text that can be translated, inline Markdown read.
    func text(_ key: String, _ diagnostics: inout Diagnostics) -> Text? {
        guard let value = self[key] else { return nil }
        guard let text = value.text(&diagnostics) else {
            wrong(key, "a text", value, &diagnostics)
            return nil
        }
        return text
    }

    /// Texts by language; keys of `others` are no languages and left out.
    func texts(_ key: String, besides others: [String] = [], _ diagnostics: inout Diagnostics) -> [LanguageTag: Text] {
        guard let value = self[key] else { return [:] }
        guard let pairs = value.pairs else {
            wrong(key, "texts by language", value, &diagnostics)
            return [:]
        }
        var texts: [LanguageTag: Text] = [:]
        for pair in pairs where !pair.value.isNull && !others.contains(pair.name) {
            guard let language = Self.language(of: pair, &diagnostics) else { continue }
            guard let text = pair.value.text(&diagnostics) else {
                wrong(pair.name, "a text", pair.value, &diagnostics)
                continue
            }
            texts[language] = text
        }
        return texts
    }
}

extension YAMLValue {
    /// A scalar as text, inline Markdown read.
    func text(_ diagnostics: inout Diagnostics) -> Text? {
        guard let scalar else { return nil }
        return Text(
            MarkdownReader.inlines(scalar, in: origin, diagnostics: &diagnostics), source: scalar, origin: origin)
    }
}
