// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Languages
internal import Manuscript

extension Orthography {
    /// Sets every text of `publication` that this edition may print. Addresses and numbers of the resources are fields of their
    /// own, which nothing here touches.
    mutating func set(_ publication: inout Publication) {
        let source = publication.settings.language
        settings(&publication.settings)
        for index in publication.parts.indices {
            guard case .document(var document) = publication.parts[index] else { continue }
            set(&document)
            publication.parts[index] = .document(document)
        }
        for key in publication.notes.keys.sorted() {
            if var note = publication.notes[key] {
                blocks(&note.blocks, Context(language: edition.language))
                publication.notes[key] = note
            }
        }
        for index in publication.resources.indices { set(&publication.resources[index], source) }
        for index in publication.glossary.indices {
            texts(&publication.glossary[index].names, source)
            texts(&publication.glossary[index].definitions, source)
        }
    }

    private mutating func set(_ document: inout Document) {
        var context = Context(language: edition.language)
        context.language = document.titleLanguage ?? edition.language
        _ = set(&document.title, context)
        _ = set(&document.short, context)
        blocks(&document.blocks, Context(language: edition.language))
    }

    private mutating func settings(_ settings: inout Settings) {
        text(&settings.title)
        text(&settings.subtitle)
        text(&settings.kind)
        text(&settings.author)
        text(&settings.summary)
        for index in settings.imprint.indices {
            text(&settings.imprint[index].label)
            text(&settings.imprint[index].text)
        }
        if var back = settings.backCover {
            text(&back.text)
            for index in back.logos.indices { text(&back.logos[index].text) }
            settings.backCover = back
        }
        for tag in settings.discreetTitles.keys.sorted() where tag.primary == edition.language.primary {
            guard let title = settings.discreetTitles[tag] else { continue }
            settings.discreetTitles[tag] = plain(title, Context(language: tag), at: settings.origin)
        }
    }

    private mutating func set(_ resource: inout Resource, _ source: LanguageTag) {
        texts(&resource.names, source)
        texts(&resource.descriptions, source)
        text(&resource.audience)
        text(&resource.hours)
        text(&resource.cost)
        text(&resource.confidentiality)
        text(&resource.operatedBy)
    }

    private mutating func text(_ text: inout Text?) {
        guard var own = text else { return }
        self.text(&own)
        text = own
    }

    private mutating func text(_ text: inout Text) {
        _ = set(&text.inlines, Context(language: text.language ?? edition.language))
    }

    /// The texts that the edition may take: in its own language, or in the source's where it has none.
    private mutating func texts(_ texts: inout [LanguageTag: Text], _ source: LanguageTag) {
        let wanted = [edition.language.primary, source.primary]
        for tag in texts.keys.sorted() where wanted.contains(tag.primary) {
            guard var text = texts[tag] else { continue }
            _ = set(&text.inlines, Context(language: text.language ?? tag))
            texts[tag] = text
        }
    }
}
