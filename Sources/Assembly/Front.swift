// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// What names an edition: on its cover and in the file.
struct Front {
    var title: String
    var author: String
    var summary: String
    var cover: Book.Cover
}

extension Resolver {
    /// Whether the edition's text is a translation that nobody has signed off.
    var isUnreviewed: Bool {
        edition.language != publication.settings.language && !(review?.isDone ?? false)
    }

    /// The review of the edition's language.
    var review: Settings.Review? {
        let reviews = publication.settings.translations
        return reviews[edition.language] ?? LanguageTag(edition.language.primary).flatMap { reviews[$0] }
    }

    /// What the foot of every page must say.
    func standing() -> [String] {
        var lines: [String] = []
        if edition.isDraft { lines.append(words["draft"]) }
        // The long line says whose review is missing, which a discreet edition must not.
        if isUnreviewed {
            let isShort = publication.theme.page.isStandingShort
            lines.append(
                words[
                    edition.isDiscreet
                        ? "draft-translation-discreet" : isShort ? "draft-translation-short" : "draft-translation"])
        }
        return lines.filter { !$0.isEmpty }
    }

    /// Titles and cover; a discreet edition has the neutral title and nothing else.
    mutating func front() -> Front {
        let settings = publication.settings
        let language = words.own("edition-language") ?? ""
        if edition.isDiscreet {
            let note = [language, edition.isDraft ? words["draft"] : ""].filter { !$0.isEmpty }
                .joined(separator: " · ")
            let title = discreetTitle()
            var cover = Book.Cover(kind: "", title: title, subtitle: "", note: note, composition: nil)
            cover.origin = settings.origin
            return Front(title: title, author: title, summary: "", cover: cover)
        }
        for text in [settings.title, settings.subtitle, settings.kind, settings.author, settings.summary] {
            if let text { checkPlain(text.plain, at: text.origin) }
        }
        let title = settings.title.plain
        let date = settings.date == 0 ? "" : words.date(Day(seconds: settings.date))
        let note = [language, date].filter { !$0.isEmpty }.joined(separator: " · ")
        let composition = settings.cover ?? publication.theme.coverOrder.first
        if let name = settings.cover, publication.theme.covers[name] == nil {
            diagnostics.error(
                "unknown-cover", "the theme has no cover ‘\(name)’",
                hint: publication.theme.coverOrder.isEmpty
                    ? "" : "it has \(publication.theme.coverOrder.joined(separator: ", "))",
                at: settings.origin)
        }
        var cover = Book.Cover(
            kind: settings.kind?.plain ?? "", title: title, subtitle: settings.subtitle?.plain ?? "", note: note,
            composition: composition.flatMap { publication.theme.covers[$0] == nil ? nil : $0 })
        cover.origin = settings.title.origin
        cover.flag = edition.isDraft ? words["draft"] : ""
        cover.languages = (
            settings.kind?.markedLanguage, settings.title.markedLanguage, settings.subtitle?.markedLanguage
        )
        return Front(
            title: title, author: settings.author?.plain ?? title, summary: settings.summary?.plain ?? "", cover: cover)
    }

    private mutating func discreetTitle() -> String {
        let settings = publication.settings
        let titles = settings.discreetTitles
        if let title = titles[edition.language]
            ?? titles.filter({ $0.key.primary == edition.language.primary }).min(by: { $0.key < $1.key })?.value
        {
            checkPlain(title, at: settings.origin)
            return title
        }
        diagnostics.error(
            "discreet-title", "no neutral title is declared for \(edition.language)",
            hint: "add `discreet: title: \(edition.language.primary): …` to publication.yaml", at: settings.origin)
        // Anything but the real title.
        return edition.language.description
    }

    /// Who, when, in which language, under which licence.
    mutating func imprint(at origin: Origin) -> Book.Section {
        section = SectionState(anchor: "imprint", path: origin.source.file.path)
        var lines: [Definition] = []
        // A discreet edition is not to be told by its imprint either: how it is cited says its title.
        let title = edition.isDiscreet ? Self.letters(of: publication.settings.title.plain) : ""
        for line in publication.settings.imprint
        where !line.text.inlines.isEmpty && (title.isEmpty || !Self.letters(of: line.text.plain).contains(title)) {
            let meaning = made(.paragraph(inlines(line.text.marked)), at: line.text.origin)
            lines.append(Definition(term: inlines(line.label.marked), meanings: [[meaning]]))
        }
        if publication.settings.date != 0 {
            addLine("imprint-date", words.date(Day(seconds: publication.settings.date)), at: origin, &lines)
        }
        addLine("imprint-language", languageLine(), at: origin, &lines)
        addLine("imprint-fonts", words["fonts-text"], at: origin, &lines)
        let blocks = lines.isEmpty ? [] : [made(.definitions(lines), at: origin)]
        resolveNotes()
        return generated(.imprint, role: .imprint, blocks: blocks, at: origin)
    }

    /// `text` without marks and blanks: those of a title within quotation marks may be others.
    private static func letters(of text: String) -> String {
        String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
    }

    private mutating func addLine(_ key: String, _ text: String, at origin: Origin, _ lines: inout [Definition]) {
        guard !text.isEmpty, !words[key].isEmpty else { return }
        let meaning = made(.paragraph([Inline(.text(text), at: origin)]), at: origin)
        lines.append(Definition(term: [Inline(.text(words[key]), at: origin)], meanings: [[meaning]]))
    }

    /// "Russian edition. Draft translation – not yet reviewed."
    private func languageLine() -> String {
        var parts = [words.own("edition-language") ?? ""]
        if isUnreviewed {
            parts.append(words[edition.isDiscreet ? "draft-translation-discreet" : "draft-translation"])
        } else if edition.language != publication.settings.language, let by = review?.by, let on = review?.on,
            words.own("translation-reviewed") != nil
        {
            let day = Day(iso: on).map(words.date) ?? on
            parts.append(words.fill("translation-reviewed", ["by": by, "on": day]))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: ". ")
    }
}
