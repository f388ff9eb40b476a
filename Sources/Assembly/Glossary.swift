// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Languages
internal import Manuscript

extension Resolver {
    /// The terms that are cited, with those related to them; all where none is.
    mutating func glossary(at origin: Origin) -> Book.Section {
        section = SectionState(anchor: "glossary", path: origin.source.file.path)
        let wanted = wantedTerms()
        let terms = publication.glossary.compactMap { term -> (Term, Text)? in
            guard wanted.contains(term.id), let name = directory.text(term.names) else { return nil }
            return (term, name)
        }
        var definitions: [Definition] = []
        for (term, name) in collation.sorted(terms, by: { $0.1.plain }) {
            var meanings: [[Block]] = []
            if let text = directory.text(term.definitions) {
                let pages = termPages(term.id, at: text.origin)
                var block = made(.paragraph(inlines(text.inlines) + pages), at: text.origin)
                block.language = text.language
                meanings.append([block])
            }
            definitions.append(
                Definition(anchor: "term-\(term.id)", term: inlines(name.marked), meanings: meanings))
        }
        let blocks = definitions.isEmpty ? [] : [made(.definitions(definitions), at: origin)]
        resolveNotes()
        return generated(.glossary, role: .back, blocks: blocks, at: origin)
    }

    /// " (page 9)", where the text speaks of a term.
    private func termPages(_ id: String, at origin: Origin) -> [Inline] {
        guard termUses[id] != nil, !words["used-on"].isEmpty else { return [] }
        return [
            // The place does not stand on a line of its own.
            Inline(.text("\u{A0}"), at: origin),
            Inline(.field(.cited(prefix: "use-\(id)-", words: "used-on")), at: origin),
        ]
    }

    /// The ids to print: cited terms, what they are related to, and what the definitions of all these cite.
    private mutating func wantedTerms() -> Set<String> {
        guard !citedTerms.isEmpty else { return Set(publication.glossary.map(\.id)) }
        var wanted = citedTerms
        for term in publication.glossary where citedTerms.contains(term.id) {
            for id in term.related where directory.terms[id] != nil { wanted.insert(id) }
        }
        var waiting = wanted.sorted()
        while let id = waiting.popLast() {
            guard let term = directory.terms[id], let text = directory.text(term.definitions) else { continue }
            for other in termLinks(text.inlines) where directory.terms[other] != nil && wanted.insert(other).inserted {
                waiting.append(other)
            }
        }
        return wanted
    }

    private func termLinks(_ inlines: [Inline]) -> [String] {
        inlines.flatMap { inline -> [String] in
            switch inline.content {
            case .link(.written(let target), let inner):
                (target.hasPrefix("term:") ? [String(target.dropFirst(5))] : []) + termLinks(inner)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .span(_, let inner):
                termLinks(inner)
            default: []
            }
        }
    }
}
