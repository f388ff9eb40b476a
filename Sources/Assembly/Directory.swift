// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// The resources and terms of a publication, and which of them its edition prints.
struct Directory {
    /// Resources by id.
    let resources: [String: Resource]
    /// Terms by id.
    let terms: [String: Term]
    /// The ids of the resources that the appendix sets.
    let printed: Set<String>
    /// Addresses that this edition must not link to.
    let unlinked: Set<String>
    /// Whether the glossary is in the contents.
    let hasGlossary: Bool
    private let language: LanguageTag
    private let source: LanguageTag

    init(_ publication: Publication, edition: Edition) {
        let settings = publication.settings
        language = edition.language
        source = settings.language
        resources = Dictionary(publication.resources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        terms = Dictionary(publication.glossary.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let made = publication.parts.compactMap { part -> Part.Generated? in
            if case .generated(let kind, _) = part { kind } else { nil }
        }
        hasGlossary = made.contains(.glossary)
        let hasAppendix = made.contains(.resources)
        let cited = Citations(publication).ids
        var printed: Set<String> = []
        var unlinked: Set<String> = []
        for resource in publication.resources {
            let restriction = Self.byLanguage(resource.restrictions, edition.language)
            if restriction != nil, let url = resource.url { unlinked.insert(url) }
            let isWanted =
                cited.contains(resource.id) || settings.resourceKinds.map { $0.contains(resource.kind) } ?? true
            let isGood = settings.printableGrades.contains(resource.grade)
            if hasAppendix, isWanted, isGood, restriction != "omit" { printed.insert(resource.id) }
        }
        self.printed = printed
        self.unlinked = unlinked
    }

    /// How `resource` is restricted in this edition.
    func restriction(of resource: Resource) -> String? { Self.byLanguage(resource.restrictions, language) }

    /// The text of `texts` in the edition's language, else in the source's, marked as such.
    func text(_ texts: [LanguageTag: Text]) -> Text? {
        if let own = Self.byLanguage(texts, language) { return own }
        guard let tag = Self.tag(in: texts.keys, for: source) ?? texts.keys.min(), var text = texts[tag] else {
            return nil
        }
        text.language = tag.primary == source.primary ? source : tag
        return text
    }

    private static func byLanguage<Value>(_ values: [LanguageTag: Value], _ language: LanguageTag) -> Value? {
        tag(in: values.keys, for: language).flatMap { values[$0] }
    }

    private static func tag(in tags: some Collection<LanguageTag>, for language: LanguageTag) -> LanguageTag? {
        if tags.contains(language) { return language }
        return tags.filter { $0.primary == language.primary }.min()
    }
}

extension Text {
    /// The running text, marked where it is in another language than what surrounds it.
    var marked: [Inline] {
        guard let language else { return inlines }
        return [Inline(.span(Attributes(values: ["lang": language.description]), inlines), at: origin)]
    }
}
