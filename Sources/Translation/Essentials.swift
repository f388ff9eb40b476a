// SPDX-License-Identifier: GPL-3.0-or-later
internal import Manuscript

/// What a text and its translation must have in common.
struct Essentials {
    private var counts: [String: Int] = [:]

    init(_ inlines: [Inline]) {
        collect(inlines)
        let text = inlines.plainText
        for kind in ["CONSULTATION FINDING", "TESTIMONY", "TO CONFIRM"] {
            let count = Self.occurrences(of: Array("[\(kind) –".utf8), in: Array(text.utf8))
            if count > 0 { counts["the placeholder [\(kind) – …]"] = count }
        }
    }

    private mutating func collect(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline.content {
            case .link(let target, let inner):
                switch target {
                case .written(let name), .address(let name): count("the link to ‘\(name)’")
                case .anchor(let name): count("the link to ‘#\(name)’")
                }
                collect(inner)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): collect(inner)
            case .span(let attributes, let inner):
                if let id = attributes.id { count("the anchor ‘\(id)’") }
                if attributes.has("index") { count("a mark for the index") }
                // A value that is written out by the program is the same in every language.
                for kind in ["date", "number", "percent", "time"] where attributes.values[kind] == "" {
                    count("the \(kind) ‘\(inner.plainText)’")
                }
                collect(inner)
            case .noteReference(let label): count("the note ‘\(label)’")
            case .image(let figure): count("the picture ‘\(figure.path ?? "")’")
            case .text, .code, .lineBreak, .softBreak, .noteCall, .field, .anchor, .placeholder: break
            }
        }
    }

    private mutating func count(_ name: String) { counts[name, default: 0] += 1 }

    /// What the other lacks or has more of, as messages.
    func differences(from translation: Essentials) -> [String] {
        let names = Set(counts.keys).union(translation.counts.keys).sorted()
        return names.compactMap { name in
            let here = counts[name, default: 0]
            let there = translation.counts[name, default: 0]
            if here == there { return nil }
            return here > there
                ? "the translation lacks \(name)" : "the translation has \(name) more often than the text"
        }
    }

    private static func occurrences(of word: [UInt8], in bytes: [UInt8]) -> Int {
        guard bytes.count >= word.count else { return 0 }
        return (0...(bytes.count - word.count)).count { start in
            bytes[start] == word[0] && bytes[start..<start + word.count].elementsEqual(word)
        }
    }
}
