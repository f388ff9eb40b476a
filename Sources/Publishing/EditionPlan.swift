// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// One language in one variant: a single layout, drawn for each format.
struct EditionGroup: Sendable {
    /// Its position in the run: results are put in this order, whichever comes first.
    var number: Int
    var publication: Publication
    var language: LanguageTag
    var variant: String?
    var formats: [EditionFormat]
    var isDraft: Bool
    var isDiscreet: Bool
    var catalogues: [SourceFile]
    /// The path from the output folder without the format: `guide/guide-ru-large-print`.
    var stem: String
    /// Whether it is a proof: a single file, whatever it is for.
    var isProof = false

    /// What messages call it: `briefing-paper, ru`.
    var label: String {
        ([publication.name, language.description] + (variant.map { [$0] } ?? [])).joined(separator: ", ")
    }

    func edition(_ format: EditionFormat) -> Edition {
        Edition(
            language: language, variant: variant, format: format, isDraft: isDraft, isDiscreet: isDiscreet)
    }

    func path(_ format: EditionFormat) -> String { isProof ? "\(stem).pdf" : "\(stem)-\(format.rawValue).pdf" }
}

/// The editions of one publication that a request asks for.
struct EditionPlan {
    let request: Request
    let publication: Publication
    let catalogues: [LanguageTag: [SourceFile]]

    /// In the order of publication.yaml, else the source's language first, then by tag. What cannot be made is an error.
    func groups(_ diagnostics: inout Diagnostics) -> [EditionGroup] {
        var groups: [EditionGroup] = []
        for wanted in requests where isAsked(wanted.language) {
            let variants = request.variants.isEmpty ? wanted.variants : request.variants
            let formats = EditionFormat.allCases.filter { format in
                (wanted.formats.isEmpty || wanted.formats.contains(format))
                    && (request.formats.isEmpty || request.formats.contains(format))
            }
            guard !formats.isEmpty, isTranslated(wanted.language, &diagnostics) else { continue }
            for variant in variants.isEmpty ? [nil] : variants.map(Optional.some) {
                guard let group = group(wanted.language, variant, formats, &diagnostics) else { continue }
                groups.append(group)
            }
        }
        for language in request.languages where !requests.contains(where: { matches(language, $0.language) }) {
            let known = requests.map(\.language.description).joined(separator: ", ")
            diagnostics.error(
                "unknown-edition", "\(publication.name) has no edition in \(language)",
                hint: "its languages are \(known)", at: publication.settings.origin)
        }
        return groups
    }

    private var requests: [EditionRequest] {
        if let declared = publication.settings.editions { return declared }
        let source = publication.settings.language
        let others = catalogues.keys.filter { $0 != source }.sorted()
        return ([source] + others).map { EditionRequest(language: $0, variants: [], formats: []) }
    }

    private func isAsked(_ language: LanguageTag) -> Bool {
        request.languages.isEmpty || request.languages.contains { matches($0, language) }
    }

    /// `en` asks for `en-GB`, but `en-GB` not for `en`.
    private func matches(_ asked: LanguageTag, _ language: LanguageTag) -> Bool {
        asked == language || (asked.description == asked.primary && asked.primary == language.primary)
    }

    private func isTranslated(_ language: LanguageTag, _ diagnostics: inout Diagnostics) -> Bool {
        if language == publication.settings.language || catalogues[language] != nil { return true }
        diagnostics.error(
            "no-catalogue", "\(publication.name) has no catalogue for \(language)",
            hint: "add po/\(language).po, or take the language out of `editions:`", at: publication.settings.origin)
        return false
    }

    private func group(
        _ language: LanguageTag, _ name: String?, _ formats: [EditionFormat], _ diagnostics: inout Diagnostics
    ) -> EditionGroup? {
        let variant = name == "default" ? nil : name
        if let variant, publication.theme.variants[variant] == nil {
            let known = (["default"] + publication.theme.variants.keys.sorted()).joined(separator: ", ")
            diagnostics.error(
                "unknown-variant", "the theme has no variant “\(variant)”", hint: "its variants are \(known)",
                at: publication.settings.origin)
            return nil
        }
        guard let base = baseName(language, &diagnostics) else { return nil }
        let stem = ([base, language.description] + (variant.map { [$0] } ?? [])).joined(separator: "-")
        return EditionGroup(
            number: 0, publication: publication, language: language, variant: variant, formats: formats,
            isDraft: request.isDraft, isDiscreet: request.isDiscreet, catalogues: catalogues[language] ?? [],
            stem: "\(base)/\(stem)")
    }

    /// The publication's name; in a discreet edition its neutral title, since a folder of downloads is read by others too.
    private func baseName(_ language: LanguageTag, _ diagnostics: inout Diagnostics) -> String? {
        guard request.isDiscreet else { return publication.name }
        let titles = publication.settings.discreetTitles
        let near = titles.keys.sorted().first { $0.primary == language.primary }
        guard let title = titles[language] ?? near.flatMap({ titles[$0] }), !EditionPlan.slug(title).isEmpty else {
            diagnostics.error(
                "no-discreet-title", "\(publication.name) declares no neutral title in \(language)",
                hint: "add it to publication.yaml: `discreet: { title: { \(language): … } }`",
                at: publication.settings.origin)
            return nil
        }
        return EditionPlan.slug(title)
    }

    /// `title` as a file's name: letters and digits in lower case, hyphens between words.
    static func slug(_ title: String) -> String {
        title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}
