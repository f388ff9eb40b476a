// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension Resolver {
    /// A link resolved: with its anchor before it, or as plain text where there is nothing to link to.
    mutating func link(
        _ target: LinkTarget, _ written: [Inline], form: String? = nil, at origin: Origin
    ) -> [Inline] {
        guard case .written(let text) = target else {
            return [Inline(.link(target, inlines(written)), at: origin)]
        }
        if text.hasPrefix("#") {
            return reference(to: anchor(String(text.dropFirst())), text, written, form: form, at: origin)
        }
        switch Address.scheme(of: text) {
        case "resource": return citation(of: String(text.dropFirst(9)), written, at: origin)
        case "term": return termLink(to: String(text.dropFirst(5)), written, at: origin)
        case nil where !text.hasPrefix("//"):
            return reference(to: place(of: text), text, written, form: form, at: origin)
        default: return address(text, written, at: origin)
        }
    }

    /// The anchor that `#id` in this file means.
    private func anchor(_ id: String) -> String? {
        let id = PercentEscape.plain(id)
        if census.places[id] != nil { return id }
        return census.slugs[section.path]?[id]
    }

    /// The anchor that `other.md` or `other.md#id` means.
    private func place(of text: String) -> String? {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var path = PercentEscape.plain(String(parts.first ?? ""))
        if path.hasSuffix(".html") { path = path.dropLast(5) + ".md" }
        let folder = section.path.split(separator: "/").dropLast().map(String.init)
        var steps = path.hasPrefix("/") ? [] : folder
        for step in path.split(separator: "/") {
            if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
        }
        let file = steps.joined(separator: "/")
        guard let id = census.documents[file] else { return nil }
        guard parts.count == 2, !parts[1].isEmpty else { return id }
        let anchor = PercentEscape.plain(String(parts[1]))
        if let own = census.slugs[file]?[anchor] { return own }
        return census.places[anchor] != nil ? anchor : nil
    }

    private mutating func reference(
        to anchor: String?, _ written: String, _ text: [Inline], form: String?, at origin: Origin
    ) -> [Inline] {
        guard let anchor, let place = census.places[anchor] else {
            diagnostics.error(
                "unknown-anchor", "nothing here is called ‘\(written)’",
                hint: "check the id, and that its file is in the contents", at: origin)
            return text.isEmpty ? [Inline(.text(written), at: origin)] : inlines(text)
        }
        let inner = text.isEmpty ? ownWords(seeText(anchor, place, form: form, at: origin), at: origin) : inlines(text)
        return [Inline(.link(.anchor(anchor), inner), at: origin)]
    }

    /// What the program writes is in the edition's language, among words that are not translated too.
    private func ownWords(_ text: [Inline], at origin: Origin) -> [Inline] {
        guard edition.language != publication.settings.language else { return text }
        return [Inline(.span(Attributes(values: ["lang": edition.language.description]), text), at: origin)]
    }

    /// "Access to services, page 9", or the part of it that `form` asks for.
    private mutating func seeText(
        _ anchor: String, _ place: Census.Place, form: String?, at origin: Origin
    ) -> [Inline] {
        var title = place.title
        if form == "title", !place.caption.isEmpty { title = place.caption }
        if form == "number", !place.number.isEmpty { title = place.number }
        if let language = place.language, form != "number" || place.number.isEmpty {
            title = [Inline(.span(Attributes(values: ["lang": language.description]), title), at: origin)]
        }
        switch form {
        case "title", "number": return title
        case "folio": return [Inline(.field(.page(anchor: anchor)), at: origin)]
        case "page": return whereabouts(anchor, at: origin)
        default: break
        }
        var text: [Inline] = []
        for piece in words.pieces("see") {
            switch piece {
            case .literal(let literal): text.append(Inline(.text(literal), at: origin))
            case .slot("title"): text += title
            case .slot("place"): text += whereabouts(anchor, at: origin)
            case .slot("page"): text.append(Inline(.field(.page(anchor: anchor)), at: origin))
            case .slot: break
            }
        }
        return text
    }

    /// "page 9", "overleaf": the reference has a place of its own, from which layout looks.
    private mutating func whereabouts(_ anchor: String, at origin: Origin) -> [Inline] {
        references += 1
        let own = PlaceName.reference(references)
        return [
            Inline(.anchor(own), at: origin), Inline(.field(.place(anchor: anchor, from: own)), at: origin),
        ]
    }

    /// The name of a resource, linked to its entry, with the anchor of the place where it is cited.
    mutating func citation(of id: String, _ written: [Inline], at origin: Origin) -> [Inline] {
        guard let resource = directory.resources[id] else {
            diagnostics.error(
                "unknown-resource", "there is no resource ‘\(id)’", hint: "add it to Documents/resources.yaml",
                at: origin)
            return written.isEmpty ? [Inline(.text(id), at: origin)] : inlines(written)
        }
        let number = citations[id, default: 0] + 1
        citations[id] = number
        let isOmitted = directory.restriction(of: resource) == "omit"
        if resource.grade == "V" || !publication.settings.printableGrades.contains(resource.grade) {
            reportGrade(resource, at: origin)
        }
        if isOmitted, written.isEmpty {
            diagnostics.warning(
                "omitted-resource", "the resource ‘\(id)’ is left out of this edition, and its name here with it",
                hint: "give the link a text, or leave the sentence out of this language", at: origin)
            return []
        }
        let text = written.isEmpty ? directory.text(resource.names)?.marked ?? [] : inlines(written)
        guard directory.printed.contains(id) else { return text }
        return [
            Inline(.anchor("cite-\(id)-\(number)"), at: origin),
            Inline(.link(.anchor("resource-\(id)"), text), at: origin),
        ]
    }

    private mutating func termLink(to id: String, _ written: [Inline], at origin: Origin) -> [Inline] {
        guard let term = directory.terms[id] else {
            diagnostics.error(
                "unknown-term", "there is no term ‘\(id)’", hint: "add it to Documents/glossary.yaml", at: origin)
            return written.isEmpty ? [Inline(.text(id), at: origin)] : inlines(written)
        }
        citedTerms.insert(id)
        let text = written.isEmpty ? directory.text(term.names)?.marked ?? [] : inlines(written)
        guard directory.hasGlossary else { return text }
        // Within the glossary itself a page says nothing.
        guard section.anchor != "glossary" else {
            return [Inline(.link(.anchor("term-\(id)"), text), at: origin)]
        }
        let use = termUses[id, default: 0] + 1
        termUses[id] = use
        return [
            Inline(.anchor("use-\(id)-\(use)"), at: origin),
            Inline(.link(.anchor("term-\(id)"), text), at: origin),
        ]
    }

    /// A link to an address outside the edition.
    mutating func address(_ written: String, _ text: [Inline], at origin: Origin) -> [Inline] {
        let inner = text.isEmpty ? [Inline(.text(written), at: origin)] : inlines(text)
        do throws(Address.Fault) {
            let address = try Address.ascii(written)
            if edition.isDiscreet || directory.unlinked.contains(written) { return inner }
            return [Inline(.link(.address(address), inner), at: origin)]
        } catch {
            report(error, written, at: origin)
            return inner
        }
    }

    private mutating func report(_ fault: Address.Fault, _ written: String, at origin: Origin) {
        let (message, hint) =
            switch fault {
            case .scheme(""): ("‘\(written)’ is not a whole address", "begin it with https://")
            case .scheme(let name): ("an edition does not link to ‘\(name):’", "use https, http, mailto or tel")
            case .character(let scalar):
                (
                    "the address ‘\(written)’ holds U+\(String(scalar.value, radix: 16, uppercase: true))",
                    "write it percent-encoded, or remove it"
                )
            case .incomplete: ("the address ‘\(written)’ is not complete", "give it a host")
            }
        diagnostics.error("bad-address", message, hint: hint, at: origin)
    }
}
