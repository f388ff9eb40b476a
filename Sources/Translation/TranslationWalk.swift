// SPDX-License-Identifier: GPL-3.0-or-later
internal import Catalogues
internal import Groundwork
internal import Manuscript

/// Goes through a publication and replaces its texts.
struct TranslationWalk {
    let source: LanguageTag
    let messages: MessageIndex
    var diagnostics: Diagnostics
    /// The texts met, where somebody wants to know them.
    var record: MessageRecord?
    /// Texts met and texts not translated, by file.
    private var counts: [String: Count] = [:]

    private struct Count {
        var all = 0
        var missing = 0
        var first: Origin
    }

    init(source: LanguageTag, messages: MessageIndex, diagnostics: Diagnostics) {
        self.source = source
        self.messages = messages
        self.diagnostics = diagnostics
    }

    /// The translation of `inlines`, or `nil` where there is none and the text must be marked as the source's.
    mutating func translation(of inlines: [Inline], as context: String, at origin: Origin) -> [Inline]? {
        guard !inlines.isEmpty else { return inlines }
        return translation(of: sourceText(of: inlines), inlines, as: context, at: origin)
    }

    /// The translation of the text `id`, which reads as `inlines`.
    mutating func translation(
        of id: String, _ inlines: [Inline], as context: String, at origin: Origin
    ) -> [Inline]? {
        guard !id.isEmpty else { return inlines }
        guard let entry = entry(for: id, as: context, at: origin) else {
            // A number or a dash is of no language.
            return Self.hasLetters(id) ? nil : inlines
        }
        let place = Origin(source: origin.source, catalogue: entry.range)
        let translated = MarkdownReader.inlines(entry.string, in: place, diagnostics: &diagnostics)
        for difference in Essentials(inlines).differences(from: Essentials(translated)) {
            diagnostics.warning(
                "translation-mismatch", difference,
                hint: "compare both texts; links, notes, pictures and placeholders must be the same", at: place)
        }
        return indexed(translated, of: inlines)
    }

    /// The translation of a text without marks.
    mutating func translation(ofPlain text: String, as context: String, at origin: Origin) -> String? {
        guard !text.isEmpty else { return text }
        return entry(for: text, as: context, at: origin)?.string ?? (Self.hasLetters(text) ? nil : text)
    }

    private mutating func entry(for id: String, as context: String, at origin: Origin) -> Catalogue.Entry? {
        record?.add(context: context, id: id, at: origin)
        let found = messages.entry(context: context, id: id)
        let file = origin.source.file.path
        if Self.hasLetters(id) {
            counts[file, default: Count(first: origin)].all += 1
            if found.map(\.isFuzzy) ?? true {
                if counts[file]?.missing == 0 { counts[file]?.first = origin }
                counts[file]?.missing += 1
            }
        }
        guard let found, !found.isFuzzy else {
            if let found {
                diagnostics.warning(
                    "fuzzy-translation", "the translation of this text is marked fuzzy and is not used",
                    hint: "check it against the text, then remove the mark",
                    at: Origin(source: origin.source, catalogue: found.range))
            }
            return nil
        }
        return found
    }

    private static func hasLetters(_ text: String) -> Bool {
        text.utf8.contains { (97...122).contains($0 | 32) || $0 >= 0xC3 }
            && text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    /// One warning for each file that is not translated whole: at each text they would hide all else.
    mutating func reportUntranslated(into language: LanguageTag) {
        for (_, count) in counts.sorted(by: { $0.key < $1.key }) where count.missing > 0 {
            diagnostics.warning(
                "untranslated",
                "\(count.missing) of \(count.all) texts of this file are not translated into \(language)",
                hint: "they stand in \(source); the first is here", at: count.first)
        }
    }
}
