// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// What can be pointed to in a publication, counted before any link is resolved, since links point forwards too.
struct Census {
    /// A place and what a link without text says of it.
    struct Place {
        var title: [Inline]
        var language: LanguageTag?
        /// `Table 2`, `chapter 3`; empty where it has no number.
        var number: [Inline] = []
        /// What a table or a figure shows.
        var caption: [Inline] = []
    }
    /// By anchor.
    private(set) var places: [String: Place] = [:]
    /// The ids made for headings that have none.
    private(set) var made: [NodeID: String] = [:]
    /// `Table 2`, `Figure 1`; of a recommendation the number alone.
    private(set) var labels: [NodeID: String] = [:]
    /// The ids of documents by path.
    private(set) var documents: [String: String] = [:]
    /// The anchors of documents by their place in the contents list.
    private(set) var sections: [Int: String] = [:]
    /// Ids that two files use, with the place of the second.
    private(set) var duplicates: [(id: String, origin: Origin)] = []
    /// Anchors by the slugs that other programs make of headings, by document.
    private(set) var slugs: [String: [String: String]] = [:]

    private let words: Words
    private let written: [NodeID: String]
    private let components: [String: ComponentStyle]
    private var slugRepeats: [String: [String: Int]] = [:]
    private var files: [String: String] = [:]
    private var repeats: [String: Int] = [:]
    private var taken: Set<String> = []
    private var madeCount = 0
    private var chapters = 0
    private var tables = 0
    private var figures = 0
    private var recommendations = 0
    private var path = ""
    private var title = Place(title: [], language: nil)

    /// `written` are the headings that the rules of the language have changed, as they were typed: links are made of these.
    init(_ publication: Publication, words: Words, written: [NodeID: String] = [:]) {
        self.words = words
        self.written = written
        components = publication.theme.components
        for part in publication.parts {
            switch part {
            case .generated(let kind, _): taken.insert(kind.rawValue)
            case .document(let document): collectIDs(document.blocks)
            }
        }
        for (index, part) in publication.parts.enumerated() {
            switch part {
            case .generated(let kind, let origin):
                let title = [Inline(.text(words[kind.rawValue]), at: origin)]
                enter(kind.rawValue, Place(title: title, language: nil), at: origin)
            case .document(let document):
                path = document.path
                title = Place(title: Bare.inlines(document.title), language: document.titleLanguage)
                let anchor = free(document.id)
                sections[index] = anchor
                documents[path] = anchor
                var place = title
                if document.role == .chapter {
                    chapters += 1
                    let number = words.fill("numbered-chapter", ["number": String(chapters)])
                    place.number = [Inline(.text(number), at: document.origin)]
                }
                enter(anchor, place, at: document.origin)
                visit(document.blocks)
            }
        }
    }

    /// `id`, or with a number where something else has it: an id made of a file's name may meet another.
    private mutating func free(_ id: String) -> String {
        var name = id
        while !taken.insert(name).inserted {
            repeats[id, default: 1] += 1
            name = "\(id)-\(repeats[id, default: 1])"
        }
        return name
    }

    private mutating func collectIDs(_ blocks: [Block]) {
        for block in blocks {
            if let id = block.attributes.id { taken.insert(id) }
            for inner in block.inner { collectIDs(inner) }
        }
    }

    private mutating func enter(_ anchor: String, _ place: Place, at origin: Origin) {
        guard places[anchor] != nil else {
            places[anchor] = place
            files[anchor] = origin.source.file.path
            return
        }
        // Within one file the reading of the manuscript has reported it.
        if files[anchor] != origin.source.file.path { duplicates.append((anchor, origin)) }
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
            enter(id, title, at: block.origin)
            enterSlug(written[block.id] ?? inlines.plainText, id)
            return
        case .table(let table):
            if !table.caption.isEmpty || block.attributes.id != nil {
                tables += 1
                place = label("table", tables, table.caption, block)
            }
        case .figure(let figure):
            if !figure.caption.isEmpty || block.attributes.id != nil {
                figures += 1
                place = label("figure", figures, figure.caption, block)
            }
        case .chart(let chart):
            if !chart.title.isEmpty || block.attributes.id != nil {
                figures += 1
                place = label("figure", figures, chart.title, block)
            }
        case .flow(let flow):
            if !flow.title.isEmpty || block.attributes.id != nil {
                figures += 1
                place = label("figure", figures, flow.title, block)
            }
        case .component(let component):
            if components[component.name]?.form == .recommendation {
                recommendations += 1
                let number = block.attributes["number"] ?? String(recommendations)
                labels[block.id] = number
                let text = words.fill("recommendation", ["number": number])
                place = Place(title: [Inline(.text(text), at: block.origin)], language: nil)
            } else if !component.title.isEmpty {
                place = Place(title: Bare.inlines(component.title), language: block.language)
            } else if let key = components[component.name]?.label, !words[key].isEmpty {
                place = Place(title: [Inline(.text(words[key]), at: block.origin)], language: nil)
            }
        default: break
        }
        if let id = block.attributes.id { enter(id, place, at: block.origin) }
    }

    private mutating func label(_ key: String, _ number: Int, _ caption: [Inline], _ block: Block) -> Place {
        let label = words.fill(key, ["number": String(number)])
        labels[block.id] = label
        let title = [Inline(.text(label), at: block.origin)]
        return Place(title: title, language: nil, number: title, caption: Bare.inlines(caption))
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
                    enter(id, Place(title: Bare.inlines(inner), language: attributes.language), at: inline.origin)
                }
                visitInlines(inner)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
                visitInlines(inner)
            default: break
            }
        }
    }
}
