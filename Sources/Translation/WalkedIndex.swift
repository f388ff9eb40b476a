// SPDX-License-Identifier: GPL-3.0-or-later
internal import Catalogues
internal import Groundwork
internal import Manuscript

extension TranslationWalk {
    private static let kind = "index term"

    /// `inlines`, the translation of `written` or `written` itself, with its index terms translated. A term that the translation changed
    /// is the translator's own; one that it took over is looked up.
    mutating func indexed(_ inlines: [Inline], of written: [Inline]) -> [Inline] {
        guard Self.hasIndex(written) || Self.hasIndex(inlines) else { return inlines }
        var marks = IndexMarksOfText()
        marks.collect(written)
        return indexed(inlines, &marks)
    }

    /// Translates what the attributes of a block say for the index.
    mutating func index(_ attributes: inout Attributes, at origin: Origin) {
        guard attributes.has("index") else { return }
        var marks = IndexMarksOfText()
        marks.collect(attributes)
        translate(&attributes, &marks, at: origin)
    }

    private static func hasIndex(_ inlines: [Inline]) -> Bool {
        inlines.contains { inline in
            switch inline.content {
            case .span(let attributes, let inner): attributes.has("index") || hasIndex(inner)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
                hasIndex(inner)
            default: false
            }
        }
    }

    private mutating func indexed(_ inlines: [Inline], _ marks: inout IndexMarksOfText) -> [Inline] {
        var result = inlines
        for (place, inline) in inlines.enumerated() {
            switch inline.content {
            case .span(var attributes, let inner):
                let content = indexed(inner, &marks)
                if attributes.has("index") { translate(&attributes, &marks, at: inline.origin) }
                result[place].content = .span(attributes, content)
            case .emphasis(let inner): result[place].content = .emphasis(indexed(inner, &marks))
            case .strong(let inner): result[place].content = .strong(indexed(inner, &marks))
            case .strikethrough(let inner): result[place].content = .strikethrough(indexed(inner, &marks))
            case .link(let target, let inner): result[place].content = .link(target, indexed(inner, &marks))
            default: break
            }
        }
        return result
    }

    private mutating func translate(
        _ attributes: inout Attributes, _ marks: inout IndexMarksOfText, at origin: Origin
    ) {
        var isWhole = true
        for key in IndexMarksOfText.keys {
            guard let value = attributes[key] else { continue }
            if value.isEmpty {
                // The marked words are the term; their translation may stand in another case.
                guard key == "index", let words = marks.nextWords() else { continue }
                record?.add(context: Self.kind, id: words, at: origin)
                if let entry = messages.entry(context: Self.kind, id: words), !entry.isFuzzy {
                    attributes.values[key] = entry.string
                }
                continue
            }
            let entries = IndexSyntax.entries(of: value).map { levels in
                levels.map { term -> String in
                    guard marks.terms.contains(term) else { return term }
                    if let translated = translation(ofPlain: term, as: Self.kind, at: origin) { return translated }
                    isWhole = false
                    return term
                }
            }
            attributes.values[key] = IndexSyntax.value(of: entries)
        }
        if !isWhole { attributes.values["index-lang"] = source.description }
    }
}

/// What a text marks for the index.
struct IndexMarksOfText {
    /// The attributes whose values are terms.
    static let keys = ["index", "see", "see-also"]
    /// Terms that are written out.
    private(set) var terms: Set<String> = []
    /// Words that are terms themselves, in order.
    private var words: [String] = []
    private var next = 0

    mutating func collect(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline.content {
            case .span(let attributes, let inner):
                collect(inner)
                guard attributes.has("index") else { continue }
                collect(attributes)
                if attributes["index"] == "" { words.append(inner.plainText) }
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
                collect(inner)
            default: break
            }
        }
    }

    mutating func collect(_ attributes: Attributes) {
        for key in Self.keys {
            for levels in IndexSyntax.entries(of: attributes[key] ?? "") { terms.formUnion(levels) }
        }
    }

    mutating func nextWords() -> String? {
        defer { next += 1 }
        return words.indices.contains(next) ? words[next] : nil
    }
}
