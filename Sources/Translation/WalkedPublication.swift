// SPDX-License-Identifier: GPL-3.0-or-later
internal import Catalogues
internal import Groundwork
internal import Manuscript

extension TranslationWalk {
    /// Translates all of `written` but the words of its theme.
    mutating func publication(_ written: Publication) -> Publication {
        var publication = written
        settings(&publication.settings)
        for (index, part) in publication.parts.enumerated() {
            guard case .document(var document) = part else { continue }
            self.document(&document)
            publication.parts[index] = .document(document)
        }
        // In the order of the files, so that messages and faults come in one order too.
        let keys = publication.notes.keys.sorted { left, right in
            guard let first = written.notes[left]?.origin.source, let second = written.notes[right]?.origin.source
            else {
                return left < right
            }
            return (first.file.path, first.utf8.lowerBound, left) < (second.file.path, second.utf8.lowerBound, right)
        }
        for key in keys {
            guard let note = publication.notes[key] else { continue }
            publication.notes[key]?.blocks = blocks(note.blocks, paragraph: "footnote")
        }
        for index in publication.resources.indices { resource(&publication.resources[index]) }
        return publication
    }

    private mutating func settings(_ settings: inout Settings) {
        text(&settings.title, as: "title")
        text(&settings.subtitle, as: "subtitle")
        text(&settings.kind, as: "kind")
        text(&settings.author, as: "author")
        text(&settings.summary, as: "summary")
        for index in settings.imprint.indices {
            text(&settings.imprint[index].label, as: "imprint label")
            text(&settings.imprint[index].text, as: "imprint text")
        }
        guard var back = settings.backCover else { return }
        text(&back.text, as: "back cover")
        for index in back.logos.indices { text(&back.logos[index].text, as: "logo") }
        // An address is of no language; a marked place for one is.
        if back.code?.isMarkedPlace ?? false { text(&back.code, as: "back cover") }
        settings.backCover = back
    }

    private mutating func document(_ document: inout Document) {
        if let title = translation(of: document.title, as: "heading 1", at: document.origin) {
            document.title = title
        } else {
            document.title = indexed(document.title, of: document.title)
            document.titleLanguage = source
        }
        document.short = translation(of: document.short, as: "short title", at: document.origin) ?? document.short
        document.blocks = blocks(document.blocks)
    }

    /// Names and descriptions have their languages in the file itself.
    private mutating func resource(_ resource: inout Resource) {
        text(&resource.audience, as: "resource audience")
        text(&resource.hours, as: "resource hours")
        text(&resource.cost, as: "resource cost")
        text(&resource.confidentiality, as: "resource confidentiality")
        text(&resource.operatedBy, as: "resource operator")
    }

    private mutating func text(_ text: inout Text, as context: String) {
        guard let translated = translation(of: text.source, text.inlines, as: context, at: text.origin) else {
            text.language = source
            return
        }
        if let range = translated.first?.origin.catalogue { text.origin.catalogue = range }
        text.inlines = translated
    }

    private mutating func text(_ text: inout Text?, as context: String) {
        guard var some = text else { return }
        self.text(&some, as: context)
        text = some
    }

    /// The words that the program prints: those that the theme has not in `language` are looked up by their English form.
    mutating func strings(of theme: inout Theme, into language: LanguageTag) {
        let english = (LanguageTag("en").flatMap { theme.strings[$0] } ?? [:])
            .merging(theme.strings[.british] ?? [:]) { _, british in british }
        let primary = LanguageTag(language.primary).flatMap { theme.strings[$0] } ?? [:]
        for (key, word) in english.sorted(by: { $0.key < $1.key }) {
            if record == nil, primary[key] != nil || theme.strings[language]?[key] != nil { continue }
            record?.add(context: "string", id: word.source, at: word.origin)
            guard let entry = messages.entry(context: "string", id: word.source), !entry.isFuzzy else { continue }
            let place = Origin(source: word.origin.source, catalogue: entry.range)
            theme.strings[language, default: [:]][key] = Text(
                MarkdownReader.inlines(entry.string, in: place, diagnostics: &diagnostics), source: word.source,
                origin: place)
        }
    }
}
