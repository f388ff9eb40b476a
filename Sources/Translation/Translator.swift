// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogues
public import Groundwork
public import Manuscript

/// Puts a publication into another language: each text that a catalogue translates is replaced, each other one stays and is marked
/// with the source's language.
public struct Translator: Sendable {
    private let catalogues: [Catalogue]
    private let language: LanguageTag

    /// A translator into `language`; of two catalogues that translate one text the earlier counts.
    public init(catalogues: [Catalogue], language: LanguageTag) {
        self.catalogues = catalogues
        self.language = language
    }

    /// `publication` in the translator's language; as it is if that is the source's.
    public func translate(_ publication: Publication, _ diagnostics: inout Diagnostics) -> Publication {
        let source = publication.settings.language
        guard language != source else { return publication }
        var walk = TranslationWalk(source: source, messages: MessageIndex(catalogues), diagnostics: diagnostics)
        var translated = walk.publication(publication)
        walk.strings(of: &translated.theme, into: language)
        walk.reportUntranslated(into: language)
        translated.takePictures(of: language)
        diagnostics = walk.diagnostics
        return translated
    }

    /// Every text of `publication` that a catalogue can translate, each once, in the order of reading.
    public static func extract(_ publication: Publication) -> [Message] {
        var walk = TranslationWalk(
            source: publication.settings.language, messages: MessageIndex([]), diagnostics: Diagnostics())
        walk.record = MessageRecord()
        _ = walk.publication(publication)
        var theme = publication.theme
        walk.strings(of: &theme, into: publication.settings.language)
        return walk.record?.messages ?? []
    }
}

/// A text to translate.
public struct Message: Hashable, Sendable {
    /// Its kind, `msgctxt`: `heading 2`, `table cell`, or what `{context=…}` says.
    public var context: String
    /// The text with its inline Markdown, `msgid`.
    public var id: String
    /// Where it stands.
    public var places: [SourceRange]
    /// A message.
    public init(context: String, id: String, places: [SourceRange]) {
        self.context = context
        self.id = id
        self.places = places
    }
}

/// The messages met so far.
struct MessageRecord {
    private(set) var messages: [Message] = []
    private var index: [MessageIndex.Key: Int] = [:]

    mutating func add(context: String, id: String, at origin: Origin) {
        let key = MessageIndex.Key(context: context, id: id)
        if let place = index[key] { return messages[place].places.append(origin.source) }
        index[key] = messages.count
        messages.append(Message(context: context, id: id, places: [origin.source]))
    }
}

/// The entries of all catalogues by context and text.
struct MessageIndex {
    struct Key: Hashable {
        var context: String
        var id: String
    }
    private var entries: [Key: Catalogue.Entry] = [:]

    init(_ catalogues: [Catalogue]) {
        for catalogue in catalogues {
            for entry in catalogue.entries where !entry.isObsolete && !entry.string.isEmpty {
                let key = Key(context: entry.context, id: entry.id)
                if let other = entries[key], !other.isFuzzy || entry.isFuzzy { continue }
                entries[key] = entry
            }
        }
    }

    func entry(context: String, id: String) -> Catalogue.Entry? { entries[Key(context: context, id: id)] }
}
