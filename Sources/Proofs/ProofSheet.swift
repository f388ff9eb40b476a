// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Yams

/// What the proof of a language shows beside the theme's styles: its letters, words and sentences, from the language's file.
struct ProofSheet: Sendable {
    /// The name of its file: `ru`.
    let code: String
    /// The file, so that a fault is told at its line.
    let file: SourceFile
    /// The language's tag.
    private(set) var language = LanguageTag.british
    /// What English calls it.
    private(set) var name = ""
    /// What it calls itself.
    private(set) var native = ""
    /// Whether a native reader has signed the words off.
    private(set) var isReviewed = false
    /// A few words for headings.
    private(set) var motto = ""
    /// The letters, capital and small.
    private(set) var alphabet = ""
    /// Words to be divided.
    private(set) var words: [String] = []
    /// Sentences with quotations, as typed.
    private(set) var quotes: [String] = []
    /// Numbers, dates and names, as typed.
    private(set) var numbers: [String] = []
    /// Local forms.
    private(set) var local: Local?
    /// What to look at, in English.
    private(set) var lookAt = ""
    /// A paragraph, inline Markdown allowed.
    private(set) var sample = ""
    /// The words of the proof itself in this language; English has them all.
    private(set) var labels: [String: String] = [:]
    /// What cannot be understood.
    private(set) var faults: [String] = []

    /// Letters that look otherwise than in another language.
    struct Local: Sendable {
        /// The language to compare with.
        var beside: LanguageTag
        /// The letters.
        var letters: String
        /// Words with them.
        var text: String
    }

    init(code: String, text: String) {
        self.code = code
        file = SourceFile(path: "proofs/\(code).yaml", text: text)
        guard let root = try? Yams.compose(yaml: text, .basic, .default, .utf8)?.mapping else {
            faults.append("it is no YAML mapping")
            return
        }
        for (key, value) in root { take(key.scalar?.string ?? "", value) }
    }

    private mutating func take(_ key: String, _ value: Node) {
        let text = value.scalar?.string ?? ""
        switch key {
        case "language":
            if let tag = LanguageTag(text) { language = tag } else { faults.append("‘\(text)’ is no language tag") }
        case "name": name = text
        case "native": native = text
        case "reviewed": isReviewed = text == "true"
        case "motto": motto = text
        case "alphabet": alphabet = text
        case "words": words = Self.texts(value)
        case "quotes": quotes = Self.texts(value)
        case "numbers": numbers = Self.texts(value)
        case "local": local = Self.local(value)
        case "look-at": lookAt = text
        case "sample": sample = text
        case "labels":
            for (name, label) in value.mapping ?? [:] { labels[name.scalar?.string ?? ""] = label.scalar?.string }
        default: faults.append("there is no key ‘\(key)’")
        }
    }

    private static func texts(_ value: Node) -> [String] { value.sequence?.compactMap { $0.scalar?.string } ?? [] }

    private static func local(_ value: Node) -> Local? {
        guard let beside = value["beside"]?.scalar.flatMap({ LanguageTag($0.string) }),
            let letters = value["letters"]?.scalar?.string, let text = value["text"]?.scalar?.string
        else { return nil }
        return Local(beside: beside, letters: letters, text: text)
    }

    /// Where `key` stands in the file.
    func origin(_ key: String) -> Origin {
        var offset = 0
        for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(key + ":") {
                return Origin(source: SourceRange(file: file, utf8: offset..<offset + line.utf8.count))
            }
            offset += line.utf8.count + 1
        }
        return Origin(source: SourceRange(file: file, utf8: 0..<0))
    }
}
