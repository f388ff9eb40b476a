// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
public import Manuscript

/// The resources that a publication cites, wherever: they are printed whatever their kind.
public struct Citations: Sendable {
    /// The ids, known to the directory or not.
    public private(set) var ids: Set<String> = []

    /// What `publication` cites.
    public init(_ publication: Publication) {
        for part in publication.parts {
            if case .document(let document) = part { visit(document.blocks) }
        }
        for note in publication.notes.values { visit(note.blocks) }
        for line in publication.settings.imprint { visit(line.text.inlines) }
        visit(publication.settings.backCover?.text?.inlines ?? [])
    }

    private mutating func visit(_ blocks: [Block]) {
        for block in blocks {
            if case .component = block.content, let id = block.attributes["resource"] { ids.insert(id) }
            for inlines in block.inlineLists { visit(inlines) }
            for inner in block.inner { visit(inner) }
        }
    }

    private mutating func visit(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline.content {
            case .link(.written(let target), let inner):
                if target.hasPrefix("resource:") { ids.insert(String(target.dropFirst("resource:".count))) }
                visit(inner)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .span(_, let inner),
                .link(_, let inner):
                visit(inner)
            default: break
            }
        }
    }

    /// Warns of each entry of the directory that none of `publications`, the whole house's, cites.
    public static func reportUncited(in publications: [Publication], _ diagnostics: inout Diagnostics) {
        let cited = publications.reduce(into: Set<String>()) { $0.formUnion(Citations($1).ids) }
        for resource in publications.first?.resources ?? [] where !cited.contains(resource.id) {
            diagnostics.warning(
                "uncited-resource", "no publication cites the resource ‘\(resource.id)’",
                hint: "cite it with `[text](resource:\(resource.id))`, or leave it", at: resource.origin)
        }
    }
}
