// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Languages
internal import Manuscript

extension Resolver {
    /// The resources of the publication, grouped, each with its links and where it is cited.
    mutating func appendix(at origin: Origin) -> Book.Section {
        section = SectionState(anchor: "resources", path: origin.source.file.path)
        var blocks: [Block] = []
        for (key, title, resources) in groups() {
            blocks.append(
                made(
                    .heading(level: 2, [Inline(.text(title), at: origin)]), id: "resources-\(key)", at: origin))
            for resource in resources { blocks.append(entry(of: resource)) }
        }
        resolveNotes()
        return generated(.resources, role: .back, blocks: blocks, at: origin)
    }

    /// The printed resources by kind or country; kinds in the order of publication.yaml, then of the house.
    private func groups() -> [(key: String, title: String, resources: [Resource])] {
        let printed = publication.resources.filter { directory.printed.contains($0.id) }
        if publication.settings.resourceGrouping == "country" {
            let grouped = Dictionary(grouping: printed) { resource in
                resource.countries.count == 1 ? resource.countries[0] : resource.countries.isEmpty ? "none" : "many"
            }
            let named = grouped.map { key, resources in (key, countryName(key), resources) }.sorted { $0.0 < $1.0 }
            return collation.sorted(named) { $0.1 }
        }
        let house = ["helpline", "organisation", "report", "guide", "app", "training", "law"]
        var order = publication.settings.resourceKinds ?? house
        for resource in printed where !order.contains(resource.kind) { order.append(resource.kind) }
        let grouped = Dictionary(grouping: printed, by: \.kind)
        return order.compactMap { kind in
            guard let resources = grouped[kind] else { return nil }
            let title = words["kind-\(kind)"]
            return (kind, title.isEmpty ? kind : title, resources)
        }
    }

    private func countryName(_ code: String) -> String {
        let name = words["country-\(code)"]
        return name.isEmpty ? CodeNames.country(code, in: edition.language) ?? code : name
    }

    /// The card of the resource `id`: its name, which leads to its entry, and how to reach it.
    mutating func card(of id: String, at origin: Origin) -> Component {
        var card = Component(name: "contact", title: citation(of: id, [], at: origin), blocks: [])
        guard let resource = directory.resources[id], !card.title.isEmpty else { return card }
        let shown: Set = [
            "resource-phone", "resource-hours", "resource-languages", "resource-cost", "resource-confidentiality",
            "resource-checked",
        ]
        let lines = lines(of: resource).filter { line in
            line.meanings.first?.first?.attributes.classes.first.map { shown.contains($0) } ?? false
        }
        if !lines.isEmpty { card.blocks.append(made(.definitions(lines), at: origin)) }
        return card
    }

    private func languageName(_ code: String) -> String {
        let name = words["language-\(code)"]
        return name.isEmpty ? CodeNames.language(code, in: edition.language) ?? code : name
    }

    private mutating func entry(of resource: Resource) -> Block {
        var blocks: [Block] = []
        if let text = directory.text(resource.descriptions) {
            var block = made(.paragraph(inlines(text.inlines)), at: text.origin)
            block.language = text.language
            blocks.append(block)
        }
        let lines = lines(of: resource)
        if !lines.isEmpty { blocks.append(made(.definitions(lines), at: resource.origin)) }
        let name = directory.text(resource.names)
        var title = inlines(name?.marked ?? [Inline(.text(resource.id), at: resource.origin)])
        if let native = resource.nativeName, native.plain != name?.plain {
            title += [Inline(.text(" · "), at: native.origin)] + marked(native, of: resource)
        }
        return made(
            .component(Component(name: "resource", title: title, blocks: blocks)), id: "resource-\(resource.id)",
            at: resource.origin)
    }

    /// A name in letters that the edition does not use is in the language of the resource that does.
    private mutating func marked(_ native: Text, of resource: Resource) -> [Inline] {
        let name = inlines(native.inlines)
        let isForeign = native.plain.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value > 0x24F }
        guard edition.language.isLatin, isForeign,
            let language = resource.languages.lazy.compactMap({ LanguageTag($0) }).first(where: { !$0.isLatin })
        else { return name }
        return [Inline(.span(Attributes(values: ["lang": language.description]), name), at: native.origin)]
    }

    private mutating func lines(of resource: Resource) -> [Definition] {
        var lines: [Definition] = []
        let origin = resource.origin
        let isPlain = directory.restriction(of: resource) != nil || edition.isDiscreet
        if let url = resource.url {
            // An address that is not to be followed is checked all the same.
            let linked = address(url, [], at: origin)
            add("resource-url", isPlain ? [Inline(.text(url), at: origin)] : linked, resource, &lines)
        }
        if let phone = resource.phone {
            let text = [Inline(.text(phone), at: origin)]
            let digits = String(phone.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{A0}" })
            add("resource-phone", isPlain ? text : address("tel:" + digits, text, at: origin), resource, &lines)
        }
        if let dial = resource.dial {
            // A short code means something else in the next country: no link dials it.
            let text = words["inside-country"].isEmpty ? dial : "\(dial) (\(words["inside-country"]))"
            add("resource-phone", [Inline(.text(text), at: origin)], resource, &lines)
        }
        addNames("resource-languages", resource.languages.map(languageName), resource, &lines)
        addNames(
            "resource-countries", collation.sorted(resource.countries.map(countryName)) { $0 },
            resource, &lines)
        addText("resource-audience", resource.audience, resource, &lines)
        addText("resource-hours", resource.hours, resource, &lines)
        addText("resource-cost", resource.cost, resource, &lines)
        if resource.confidentiality == nil, resource.kind == "helpline" {
            add(
                "resource-confidentiality", [Inline(.text(words["confidentiality-unknown"]), at: origin)], resource,
                &lines)
        }
        addText("resource-confidentiality", resource.confidentiality, resource, &lines)
        addText("resource-operator", resource.operatedBy, resource, &lines)
        addChecks(resource, &lines)
        if citations[resource.id] != nil {
            add("resource-cited", citedOn(resource), resource, &lines)
        }
        return lines
    }

    private mutating func add(_ key: String, _ text: [Inline], _ resource: Resource, _ lines: inout [Definition]) {
        guard !text.isEmpty else { return }
        var block = made(.paragraph(text), at: resource.origin)
        // What a line says decides how it looks.
        block.attributes.classes = [key]
        if key == "resource-languages" { block.attributes.values["codes"] = resource.languages.joined(separator: " ") }
        lines.append(
            Definition(term: [Inline(.text(words[key]), at: resource.origin)], meanings: [[block]]))
    }

    private mutating func addText(_ key: String, _ text: Text?, _ resource: Resource, _ lines: inout [Definition]) {
        guard let text, !text.inlines.isEmpty else { return }
        add(key, inlines(text.marked), resource, &lines)
    }

    private mutating func addNames(
        _ key: String, _ names: [String], _ resource: Resource, _ lines: inout [Definition]
    ) {
        guard !names.isEmpty else { return }
        let text = names.joined(separator: words["list-comma"])
        add(key, [Inline(.text(text), at: resource.origin)], resource, &lines)
    }

    /// When somebody last looked. Ages count from the edition's date, never from the clock.
    private mutating func addChecks(_ resource: Resource, _ lines: inout [Definition]) {
        var texts: [String] = []
        if let checked = resource.checked.flatMap({ Day(iso: $0) }) {
            texts.append(words.fill("checked", ["date": words.date(checked)]))
        } else {
            texts.append(words["not-checked"])
        }
        if let called = resource.called.flatMap({ Day(iso: $0) }) {
            texts.append(words.fill("called", ["date": words.date(called)]))
        }
        for text in texts where !text.isEmpty {
            add("resource-checked", [Inline(.text(text), at: resource.origin)], resource, &lines)
        }
        guard !edition.isDraft, publication.settings.date != 0 else { return }
        let today = Day(seconds: publication.settings.date).number
        let age = resource.checked.flatMap { Day(iso: $0) }.map { today - $0.number }
        guard age.map({ $0 > 60 }) ?? true else { return }
        diagnostics.warning(
            "unchecked-resource",
            "the resource ‘\(resource.id)’ was "
                + (age.map { "last checked \($0) days before" } ?? "not checked before")
                + " the edition's date",
            hint: "open the page, and write the day into `checked`", at: resource.origin)
    }

    private func citedOn(_ resource: Resource) -> [Inline] {
        [Inline(.field(.cited(prefix: "cite-\(resource.id)-", words: "cited-on")), at: resource.origin)]
    }
}
