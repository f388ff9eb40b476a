// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// What can be pointed to in a publication, counted before any link is resolved, since links point forwards too.
struct Census {
    /// A place and what a link without text says of it.
    struct Place {
        var title: [Inline]
        var language: LanguageTag?
    }
    /// By anchor.
    private(set) var places: [String: Place] = [:]
    /// The ids made for headings that have none.
    private(set) var made: [NodeID: String] = [:]
    /// `Table 2`, `Figure 1`.
    private(set) var labels: [NodeID: String] = [:]
    /// The ids of documents by path.
    private(set) var documents: [String: String] = [:]
    /// Anchors by the slugs that other programs make of headings, by document.
    private(set) var slugs: [String: [String: String]] = [:]

    private let words: Words
    private let components: [String: ComponentStyle]
    private var slugRepeats: [String: [String: Int]] = [:]
    private var taken: Set<String> = []
    private var madeCount = 0
    private var tables = 0
    private var figures = 0
    private var path = ""
    private var title = Place(title: [], language: nil)

    init(_ publication: Publication, words: Words) {
        self.words = words
        components = publication.theme.components
        for part in publication.parts {
            if case .document(let document) = part { collectIDs(document.blocks) }
        }
        for part in publication.parts {
            switch part {
            case .generated(let kind, let origin):
                enter(kind.rawValue, Place(title: [Inline(.text(words[kind.rawValue]), at: origin)], language: nil))
            case .document(let document):
                path = document.path
                title = Place(title: Bare.inlines(document.title), language: document.titleLanguage)
                documents[path] = document.id
                enter(document.id, title)
                visit(document.blocks)
            }
        }
    }

    private mutating func collectIDs(_ blocks: [Block]) {
        for block in blocks {
            if let id = block.attributes.id { taken.insert(id) }
            for inner in block.inner { collectIDs(inner) }
        }
    }

    private mutating func enter(_ anchor: String, _ place: Place) {
        // The reading of the manuscript reports ids that are there twice.
        if places[anchor] == nil { places[anchor] = place }
    }

    private mutating func visit(_ blocks: [Block]) {
        for block in blocks {
            visit(block)
            for list in block.inlineLists { visitInlines(list) }
            for inner in block.inner { visit(inner) }
        }
    }

    private mutating func visit(_ block: Block) {
        var place = title
        switch block.content {
        case .heading(_, let inlines):
            title = Place(title: Bare.inlines(inlines), language: block.language)
            let id = block.attributes.id ?? makeID()
            if block.attributes.id == nil { made[block.id] = id }
            enter(id, title)
            enterSlug(inlines.plainText, id)
            return
        case .table(let table):
            if !table.caption.isEmpty || block.attributes.id != nil {
                tables += 1
                place = label("table", tables, block)
            }
        case .figure(let figure):
            if !figure.caption.isEmpty || block.attributes.id != nil {
                figures += 1
                place = label("figure", figures, block)
            }
        case .component(let component):
            if !component.title.isEmpty {
                place = Place(title: Bare.inlines(component.title), language: block.language)
            } else if let key = components[component.name]?.label, !words[key].isEmpty {
                place = Place(title: [Inline(.text(words[key]), at: block.origin)], language: nil)
            }
        default: break
        }
        if let id = block.attributes.id { enter(id, place) }
    }

    private mutating func label(_ key: String, _ number: Int, _ block: Block) -> Place {
        let label = words.fill(key, ["number": String(number)])
        labels[block.id] = label
        return Place(title: [Inline(.text(label), at: block.origin)], language: nil)
    }

    private mutating func makeID() -> String {
        repeat { madeCount += 1 } while taken.contains("s-\(madeCount)")
        return "s-\(madeCount)"
    }

    /// Remembers the anchor that GitHub and mdBook would give a heading, so that their links work unchanged.
    private mutating func enterSlug(_ text: String, _ id: String) {
        var slug = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_"
            {
                slug.append(scalar)
            } else if scalar == " " {
                slug.append("-")
            }
        }
        let name = String(slug)
        let repeats = slugRepeats[path, default: [:]][name, default: 0]
        slugRepeats[path, default: [:]][name] = repeats + 1
        slugs[path, default: [:]][repeats == 0 ? name : "\(name)-\(repeats)"] = id
    }

    private mutating func visitInlines(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline.content {
            case .span(let attributes, let inner):
                if let id = attributes.id {
                    enter(id, Place(title: Bare.inlines(inner), language: attributes.language))
                }
                visitInlines(inner)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
                visitInlines(inner)
            default: break
            }
        }
    }
}
