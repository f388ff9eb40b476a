// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads Documents/resources.yaml.
struct ResourceReader {
    static let kinds = ["helpline", "organisation", "report", "guide", "app", "training", "law"]
    static let grades = ["A", "B", "V"]

    private static let keys = [
        "id", "kind", "name", "url", "phone", "dial", "countries", "languages", "audience", "hours", "cost",
        "confidentiality", "operator", "description", "sections", "grade", "copy_read", "checked", "called", "note",
        "url_checked", "restrict", "publisher", "year", "author", "authors", "licence", "email", "text", "access",
    ]

    func read(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> [Resource] {
        guard
            let fields = Fields(
                value, "resources.yaml", keys: ["version", "updated", "review_status_ru", "review_status", "entries"],
                &diagnostics)
        else { return [] }
        var resources: [Resource] = []
        var places: [String: Origin] = [:]
        for item in fields.items("entries", &diagnostics) {
            guard let resource = entry(item, &diagnostics) else { continue }
            if let earlier = places[resource.id] {
                diagnostics.error(
                    "duplicate-id", "the resource ‘\(resource.id)’ stands on line \(earlier.source.start.line) already",
                    hint: "give one of the two another id", at: resource.origin)
                continue
            }
            places[resource.id] = resource.origin
            resources.append(resource)
        }
        return resources
    }

    private func entry(_ item: YAMLValue, _ diagnostics: inout Diagnostics) -> Resource? {
        guard let fields = Fields(item, "a resource", keys: Self.keys, &diagnostics) else { return nil }
        let names = fields.texts("name", besides: ["native"], &diagnostics)
        guard let id = fields.string("id", &diagnostics), let kind = fields.string("kind", &diagnostics), !names.isEmpty
        else {
            diagnostics.error(
                "missing-key", "a resource needs an id, a kind and a name", hint: "name: {en: …}", at: item.origin)
            return nil
        }
        let grade = fields.string("grade", &diagnostics) ?? "V"
        if !Self.kinds.contains(kind) {
            diagnostics.error(
                "wrong-type", "the kind of ‘\(id)’ cannot be ‘\(kind)’", hint: Fields.hint(kind, among: Self.kinds),
                at: fields.place(of: "kind"))
        }
        if !Self.grades.contains(grade) {
            diagnostics.error(
                "wrong-type", "the grade of ‘\(id)’ must be A, B or V", hint: "it is ‘\(grade)’",
                at: fields.place(of: "grade"))
        }
        var resource = Resource(id: id, kind: kind, names: names, grade: grade, origin: fields.place(of: "id"))
        if let native = fields["name"]?.pairs?.first(where: { $0.name == "native" })?.value, !native.isNull {
            resource.nativeName = native.text(&diagnostics)
        }
        resource.descriptions = fields.texts("description", &diagnostics)
        resource.url = address(fields, id, &diagnostics)
        resource.phone = phone(fields, id, &diagnostics)
        resource.dial = fields.string("dial", &diagnostics)
        resource.countries = fields.strings("countries", &diagnostics) ?? []
        resource.languages = fields.strings("languages", &diagnostics) ?? []
        resource.audience = fields.text("audience", &diagnostics)
        resource.hours = fields.text("hours", &diagnostics)
        resource.cost = fields.text("cost", &diagnostics)
        resource.confidentiality = fields.text("confidentiality", &diagnostics)
        resource.operatedBy = fields.text("operator", &diagnostics)
        resource.checked = day("checked", fields, &diagnostics)
        resource.called = day("called", fields, &diagnostics)
        resource.restrictions = restrictions(fields, &diagnostics)
        return resource
    }

    /// What a reader may open: no `javascript:`, no `file:`, no blanks.
    private func address(_ fields: Fields, _ id: String, _ diagnostics: inout Diagnostics) -> String? {
        guard let text = fields.string("url", &diagnostics) else { return nil }
        let hasScheme = ["https://", "http://", "mailto:"].contains { text.hasPrefix($0) }
        if hasScheme, text.utf8.allSatisfy({ $0 > 32 && $0 != 127 }) { return text }
        diagnostics.error(
            "wrong-type", "the address of ‘\(id)’ is not one that a reader can open", hint: "write https://…",
            at: fields.place(of: "url"))
        return nil
    }

    /// E.164: a plus sign and at most 15 digits (ITU-T E.164, 6.2.1).
    private func phone(_ fields: Fields, _ id: String, _ diagnostics: inout Diagnostics) -> String? {
        guard let text = fields.string("phone", &diagnostics) else { return nil }
        let digits = text.dropFirst().filter { $0 != " " }
        if text.hasPrefix("+"), (7...15).contains(digits.count), digits.allSatisfy(\.isASCII),
            digits.allSatisfy(\.isNumber)
        {
            return text
        }
        diagnostics.error(
            "wrong-phone", "the phone of ‘\(id)’ is not in the international form",
            hint: "write +44…; a short code goes to ‘dial’",
            at: fields.place(of: "phone"))
        return nil
    }

    private func day(_ key: String, _ fields: Fields, _ diagnostics: inout Diagnostics) -> String? {
        guard let text = fields.string(key, &diagnostics) else { return nil }
        if CalendarDay.seconds(text) != nil { return text }
        diagnostics.error(
            "wrong-type", "‘\(key)’ must be a day such as 2026-03-05", hint: "it is ‘\(text.prefix(40))’",
            at: fields.place(of: key))
        return nil
    }

    private func restrictions(_ fields: Fields, _ diagnostics: inout Diagnostics) -> [LanguageTag: String] {
        var restrictions: [LanguageTag: String] = [:]
        if let value = fields["restrict"], value.pairs == nil {
            diagnostics.error(
                "wrong-type", "‘restrict’ must be text-only or omit by language", hint: "restrict: {ru: text-only}",
                at: value.origin)
        }
        for pair in fields["restrict"]?.pairs ?? [] {
            guard let language = LanguageTag(pair.name), let value = pair.value.scalar,
                ["text-only", "omit"].contains(value)
            else {
                diagnostics.error(
                    "wrong-type", "‘restrict’ gives a language text-only or omit", hint: "restrict: {ru: text-only}",
                    at: pair.key.origin)
                continue
            }
            restrictions[language] = value
        }
        return restrictions
    }
}
