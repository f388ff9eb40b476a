// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads publication.yaml.
struct SettingsReader {
    /// What was read: the settings, the contents list, and the path of the shared notes.
    struct Result {
        var settings: Settings
        var contents: [YAMLValue]
        var notesFile: YAMLValue?
        /// Where names stand that only the theme knows: the cover, the variants of editions.
        var cover: YAMLValue?
        var variants: [YAMLValue]
        /// What this publication changes of the house theme.
        var theme: YAMLValue?
    }

    private static let keys = [
        "title", "subtitle", "kind", "author", "summary", "language", "date", "cover", "notes", "contents",
        "contents-depth", "imprint",
        "back-cover", "resources", "discreet", "translations", "sign-off", "editions", "lint", "theme",
        "hyphenation",
    ]

    /// What SOURCE_DATE_EPOCH says.
    let sourceDateEpoch: String?

    /// The settings of the publication `name`; `nil` if the file is no mapping. What is missing gets a stand-in, so
    /// that
    /// the rest is looked at too.
    func read(_ value: YAMLValue, of name: String, _ diagnostics: inout Diagnostics) -> Result? {
        // The levels hold for this file's own faults as well.
        let lint = lint(value, &diagnostics)
        diagnostics.levels = lint
        guard let fields = Fields(value, "publication.yaml", keys: Self.keys, &diagnostics) else { return nil }
        let title = fields.text("title", &diagnostics)
        let language = fields.language("language", &diagnostics)
        for (key, isThere, example) in [
            (
                "title", title.map { !$0.plain.allSatisfy(\.isWhitespace) } ?? (fields["title"] != nil),
                "title: A short guide"
            ),
            ("language", fields["language"] != nil, "language: en-GB"),
            ("contents", fields["contents"] != nil, "contents: [introduction.md]"),
        ] where !isThere {
            diagnostics.error(
                "missing-key", "publication.yaml has no ‘\(key)’", hint: "add a line such as `\(example)`",
                at: value.origin)
        }
        let standIn = Text([Inline(.text(name), at: value.origin)], source: name, origin: value.origin)
        var settings = Settings(title: title ?? standIn, language: language ?? .british, origin: value.origin)
        settings.lint = lint
        settings.subtitle = fields.text("subtitle", &diagnostics)
        settings.kind = fields.text("kind", &diagnostics)
        settings.author = fields.text("author", &diagnostics)
        settings.summary = fields.text("summary", &diagnostics)
        settings.date = date(fields, &diagnostics)
        settings.cover = fields.string("cover", &diagnostics)
        settings.imprint = imprint(fields, &diagnostics)
        settings.backCover = BackCoverReader().read(fields["back-cover"], &diagnostics)
        settings.contentsDepth = contentsDepth(fields, &diagnostics)
        settings.signedOff = Set(fields.strings("sign-off", &diagnostics) ?? [])
        settings.editions = editions(fields, &diagnostics)
        settings.exceptions = LanguageReader().exceptions(fields.pairs("hyphenation", &diagnostics), &diagnostics)
        readResources(fields, &settings, &diagnostics)
        readLanguages(fields, &settings, &diagnostics)
        var contents = fields["contents"]?.items ?? []
        if let list = fields["contents"], list.items == nil {
            if list.scalar != nil {
                contents = [list]
            } else {
                diagnostics.error("wrong-type", "‘contents’ must be a list", hint: list.kind, at: list.origin)
            }
        }
        let variants = (fields["editions"]?.items ?? []).flatMap { edition in
            edition.pairs?.first { $0.name == "variants" }?.value.items ?? []
        }
        return Result(
            settings: settings, contents: contents, notesFile: fields["notes"], cover: fields["cover"],
            variants: variants, theme: fields["theme"])
    }

    /// Only faults that have a declared repair can be lowered: an open item or a file outside the project cannot.
    private func lint(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> [DiagnosticCode: Severity?] {
        let names = [
            "raw-html", "heading-skip", "alt-missing", "unknown-anchor", "missing-glyph", "remote-image", "wide-table",
            "unknown-footnote", "unused-footnote", "uncited-resource", "unknown-key",
            "unbalanced-quotes",
        ]
        guard let value = value.pairs?.first(where: { $0.name == "lint" })?.value, !value.isNull,
            let lint = Fields(value, "lint", keys: names, &diagnostics)
        else { return [:] }
        var levels: [DiagnosticCode: Severity?] = [:]
        for name in names {
            guard let level = lint[name] else { continue }
            switch level.scalar {
            case "error": levels[DiagnosticCode(name)] = .some(.error)
            case "warn", "warning": levels[DiagnosticCode(name)] = .some(.warning)
            case "off", "false": levels[DiagnosticCode(name)] = .some(nil)
            default:
                diagnostics.error(
                    "wrong-type", "‘\(name)’ must be error, warn or off", hint: level.kind, at: level.origin)
            }
        }
        return levels
    }

    /// The edition's date: SOURCE_DATE_EPOCH, else `date`, else the first day of 1970.
    private func date(_ fields: Fields, _ diagnostics: inout Diagnostics) -> Int {
        let declared = fields["date"].flatMap { value -> Int? in
            let seconds = value.scalar.flatMap(CalendarDay.seconds)
            if seconds == nil {
                diagnostics.error(
                    "wrong-type", "‘date’ must be a day such as 2026-03-05", hint: value.kind, at: value.origin)
            }
            return seconds
        }
        guard let epoch = sourceDateEpoch else { return declared ?? 0 }
        if let seconds = Int(epoch), seconds >= 0, seconds < 253_402_300_800 { return seconds }
        diagnostics.error(
            "source-date-epoch", "SOURCE_DATE_EPOCH is no number of seconds since 1970",
            hint: "unset it, or set it to a whole number")
        return declared ?? 0
    }

    private func contentsDepth(_ fields: Fields, _ diagnostics: inout Diagnostics) -> Int {
        guard let value = fields["contents-depth"] else { return 2 }
        if let depth = value.scalar.flatMap({ Int($0) }), (1...3).contains(depth) { return depth }
        diagnostics.error(
            "wrong-type", "‘contents-depth’ must be 1, 2 or 3",
            hint: "1 lists chapters alone, 2 their sections too, 3 what is in those", at: value.origin)
        return 2
    }

    private func imprint(_ fields: Fields, _ diagnostics: inout Diagnostics) -> [Settings.ImprintLine] {
        guard let value = fields["imprint"] else { return [] }
        guard let items = value.items else {
            diagnostics.error(
                "wrong-type", "‘imprint’ must be a list of labels with texts", hint: value.kind, at: value.origin)
            return []
        }
        return items.compactMap { item in
            guard let line = Fields(item, "a line of the imprint", keys: ["label", "text"], &diagnostics) else {
                return nil
            }
            guard let label = line.text("label", &diagnostics) else {
                diagnostics.error(
                    "missing-key", "a line of the imprint has no ‘label’", hint: "write `label: Publisher`",
                    at: item.origin)
                return nil
            }
            guard let text = line.text("text", &diagnostics) else { return nil }
            return Settings.ImprintLine(label: label, text: text)
        }
    }

    private func readResources(_ fields: Fields, _ settings: inout Settings, _ diagnostics: inout Diagnostics) {
        guard let value = fields["resources"],
            let resources = Fields(value, "resources", keys: ["kinds", "group-by", "grades"], &diagnostics)
        else { return }
        settings.resourceKinds = names("kinds", among: ResourceReader.kinds, resources, &diagnostics)
        settings.printableGrades =
            names("grades", among: ResourceReader.grades, resources, &diagnostics) ?? settings.printableGrades
        if let grouping = resources.string("group-by", &diagnostics) {
            if ["kind", "country"].contains(grouping) {
                settings.resourceGrouping = grouping
            } else {
                diagnostics.error(
                    "wrong-type", "‘group-by’ must be kind or country", hint: "it is ‘\(grouping)’",
                    at: resources.place(of: "group-by"))
            }
        }
    }

    /// The strings of `key`, all of `known`.
    private func names(
        _ key: String, among known: [String], _ fields: Fields, _ diagnostics: inout Diagnostics
    ) -> [String]? {
        fields.strings(key, &diagnostics)?.filter { name in
            if known.contains(name) { return true }
            diagnostics.error(
                "wrong-type", "‘\(key)’ cannot hold ‘\(name)’", hint: Fields.hint(name, among: known),
                at: fields.place(of: key))
            return false
        }
    }

    private func readLanguages(_ fields: Fields, _ settings: inout Settings, _ diagnostics: inout Diagnostics) {
        if let value = fields["discreet"], let discreet = Fields(value, "discreet", keys: ["title"], &diagnostics) {
            settings.discreetTitles = discreet.texts("title", &diagnostics).mapValues(\.source)
        }
        if let value = fields["translations"], value.pairs == nil {
            diagnostics.error(
                "wrong-type", "‘translations’ must be reviews by language", hint: value.kind, at: value.origin)
        }
        for pair in fields["translations"]?.pairs ?? [] {
            guard let language = LanguageTag(pair.name) else {
                diagnostics.error(
                    "wrong-type", "‘\(pair.name)’ is no language tag", hint: "write one such as en-GB or ru",
                    at: pair.key.origin)
                continue
            }
            guard let review = Fields(pair.value, "translations", keys: ["reviewed-by", "reviewed-on"], &diagnostics)
            else { continue }
            let day = review.string("reviewed-on", &diagnostics)
            if let day, CalendarDay.seconds(day) == nil {
                diagnostics.error(
                    "wrong-type", "‘reviewed-on’ must be a day such as 2026-03-05", hint: "it is ‘\(day)’",
                    at: review.place(of: "reviewed-on"))
            }
            settings.translations[language] = Settings.Review(
                by: review.string("reviewed-by", &diagnostics),
                on: day.flatMap { CalendarDay.seconds($0) == nil ? nil : $0 })
        }
    }

    private func editions(_ fields: Fields, _ diagnostics: inout Diagnostics) -> [EditionRequest]? {
        guard let value = fields["editions"] else { return nil }
        guard let items = value.items else {
            diagnostics.error("wrong-type", "‘editions’ must be a list", hint: value.kind, at: value.origin)
            return nil
        }
        if items.isEmpty {
            diagnostics.error(
                "wrong-type", "‘editions’ names no edition", hint: "take the line away to have every language",
                at: value.origin)
        }
        return items.compactMap { item in
            guard let edition = Fields(item, "an edition", keys: ["language", "variants", "formats"], &diagnostics)
            else { return nil }
            let language = edition.language("language", &diagnostics)
            if edition["language"] == nil {
                diagnostics.error(
                    "missing-key", "an edition has no ‘language’", hint: "write `language: ru`", at: item.origin)
            }
            let formats = (edition.strings("formats", &diagnostics) ?? []).compactMap { name in
                let format = EditionFormat(rawValue: name)
                if format == nil {
                    diagnostics.error(
                        "wrong-type", "there is no format ‘\(name)’", hint: "formats are screen and print",
                        at: edition.place(of: "formats"))
                }
                return format
            }
            let variants = edition.strings("variants", &diagnostics) ?? []
            return language.map { EditionRequest(language: $0, variants: variants, formats: formats) }
        }
    }
}

/// Days of the Gregorian calendar as seconds.
enum CalendarDay {
    /// Seconds from 1970 to the beginning of the day `YYYY-MM-DD`, UTC; `nil` if there is no such day.
    static func seconds(_ text: String) -> Int? {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, text.utf8.count == 10, (1970...9999).contains(parts[0]), (1...12).contains(parts[1])
        else { return nil }
        let (year, month, day) = (parts[0], parts[1], parts[2])
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        let before = year - 1
        let days =
            (year - 1970) * 365 + (before / 4 - before / 100 + before / 400) - (1969 / 4 - 1969 / 100 + 1969 / 400)
        return (days + lengths[..<(month - 1)].reduce(0, +) + day - 1) * 86_400
    }
}
