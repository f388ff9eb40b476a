// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// Reads Documents/glossary.yaml: terms with a name by language at each entry's own level.
struct GlossaryReader {
    func read(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> [Term] {
        guard
            let fields = Fields(
                value, "glossary.yaml",
                keys: ["version", "languages", "definition_languages", "review_status", "terms"], &diagnostics)
        else { return [] }
        var terms: [Term] = []
        var places: [String: Origin] = [:]
        var related: [YAMLValue] = []
        let languages = fields.strings("languages", &diagnostics) ?? ["en"]
        for item in fields.items("terms", &diagnostics) {
            guard
                let entry = Fields(
                    item, "a term", keys: ["id", "definition", "see", "sections", "source", "note"] + languages,
                    &diagnostics)
            else { continue }
            var names: [LanguageTag: Text] = [:]
            for code in languages {
                guard let language = LanguageTag(code) else { continue }
                names[language] = entry.text(code, &diagnostics)
            }
            guard let id = entry.string("id", &diagnostics), !names.isEmpty else {
                diagnostics.error(
                    "missing-key", "a term needs an id and a name", hint: "id: stigma, en: stigma", at: item.origin)
                continue
            }
            if let earlier = places[id] {
                diagnostics.error(
                    "duplicate-id", "the term ‘\(id)’ stands on line \(earlier.source.start.line) already",
                    hint: "give one of the two another id", at: item.origin)
                continue
            }
            places[id] = item.origin
            related += entry["see"]?.items ?? []
            terms.append(
                Term(
                    id: id, names: names, definitions: entry.texts("definition", &diagnostics),
                    related: entry.strings("see", &diagnostics) ?? [], origin: entry.place(of: "id")))
        }
        for value in related {
            guard let id = value.scalar, places[id] == nil else { continue }
            diagnostics.error(
                "unknown-term", "the glossary has no term ‘\(id)’",
                hint: Fields.nearest(id, among: Array(places.keys)).map { "did you mean ‘\($0)’?" } ?? "",
                at: value.origin)
        }
        return terms
    }
}
