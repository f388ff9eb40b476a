// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

/// Makes the page list of composed pages: running heads, folios, links, bookmarks.
struct PageListBuilder {
    let book: Book
    var setter: Setter
    private var drafts: [PageDraft]
    private var tree: TagTree
    private var destinations: [String: Destination] = [:]
    private var areaCount = 0
    private var fieldCount = 0
    private var fieldNames: Set<String> = []
    private var running: RunningSections
    /// Running heads that were set, by style and text.
    var heads: [String: Line] = [:]
    private var labels: [String] = []

    init(book: Book, galleys: consuming Galleys, pages: consuming [PageDraft]) {
        self.book = book
        setter = galleys.setter
        drafts = pages
        running = RunningSections(book: book)
        tree = setter.tree
        // The tree is changed here: a second reference would make a copy of it.
        setter.tree = TagTree(language: book.language)
    }

    consuming func list() -> PageList {
        for (index, draft) in drafts.enumerated() {
            for anchor in draft.anchors where destinations[anchor.name] == nil && !isInner(anchor.name) {
                destinations[anchor.name] = Destination(page: index, point: Point(x: 0, y: max(anchor.y - 12, 0)))
            }
            for figure in draft.figures { tree[figure.tag].frame = (index, figure.frame) }
        }
        destinations["cover"] = Destination(page: 0, point: Point(x: 0, y: 0))
        if !setter.movedBelow.isEmpty { TagOrder(drafts).apply(below: setter.movedBelow, in: &tree) }
        var record = setter.recorded.map { paragraphs in
            var record = SettingRecord()
            record.paragraphs = paragraphs
            return record
        }
        setter.recorded = nil
        labels = drafts.map(\.label)
        var pages: [Page] = []
        pages.reserveCapacity(drafts.count)
        for index in drafts.indices {
            // Each draft is given up for its page, so that the book is not held twice.
            var draft = PageDraft(number: 0, section: 0)
            swap(&draft, &drafts[index])
            record?.lines += draft.lines
            pages.append(page(draft))
        }
        let format = book.theme.page
        var list = PageList(
            pages: pages, tags: tree, outline: outline(), destinations: destinations,
            information: DocumentInformation(
                title: book.title, author: book.author, summary: book.summary, language: book.language, date: book.date,
                isDiscreet: book.edition.isDiscreet),
            palette: book.theme.palette, images: book.images.mapValues(\.bytes), bleed: format.bleed)
        list.record = record
        list.chartData = ChartData.all(in: book)
        return list
    }

    /// Whether only page composition asks for the place `name`. Lists of tables and figures lead to theirs.
    private func isInner(_ name: String) -> Bool { name.hasPrefix("end\u{1F}") || name.hasPrefix("ref\u{1F}") }

    private mutating func page(_ draft: consuming PageDraft) -> Page {
        furnish(&draft, running.enter(draft))
        if book.theme.page.underlinesLinks { underline(&draft) }
        var areas: [LinkArea] = []
        var positions: [Int: Int] = [:]
        for (number, frame) in draft.links {
            if let position = positions[number] {
                areas[position].frames.append(frame)
                continue
            }
            let link = setter.links[number]
            if case .destination(let name) = link.target, destinations[name] == nil { continue }
            positions[number] = areas.count
            areas.append(LinkArea(id: areaCount, frames: [frame], target: link.target, contents: link.contents))
            tree[link.tag].children.append(.link(areaCount))
            areaCount += 1
        }
        if book.theme.page.tapHeight > 0 { areas.grow(to: book.theme.page.tapHeight, within: book.theme.page.size) }
        // As long as it is, without the room in which it grew.
        var fragments: [Fragment] = []
        fragments.reserveCapacity(draft.fragments.count)
        fragments.append(contentsOf: draft.fragments)
        var page = Page(size: book.theme.page.size, fragments: fragments, label: draft.label, links: areas)
        page.fields = draft.fields
        for index in page.fields.indices {
            page.fields[index].order = fieldCount
            page.fields[index].name = fieldName(page.fields[index].name)
            fieldCount += 1
        }
        return page
    }

    /// `name` without the full stops that would make it a path, and another where it is taken.
    private mutating func fieldName(_ name: String) -> String {
        let stem = name.replacing(".", with: "-")
        var free = stem
        var number = 1
        while !fieldNames.insert(free).inserted {
            number += 1
            free = "\(stem)-\(number)"
        }
        return free
    }

    /// The headings as bookmarks, the same order and depth. In a discreet edition they name pages: a panel must not tell what the text is.
    private func outline() -> [OutlineItem] {
        book.sections.map { section in
            if book.edition.isDiscreet {
                let page = destinations[section.anchor]?.page ?? 0
                let label = labels.indices.contains(page) ? labels[page] : "\(page + 1)"
                return OutlineItem(title: setter.string("page", ["page": label]), destination: section.anchor)
            }
            let title = (section.number.isEmpty ? "" : section.number + " ") + section.title.plainText
            return OutlineItem(
                title: title, destination: section.anchor, children: nested(headings(in: section.blocks)[...], level: 2)
            )
        }
    }

    private func headings(in blocks: [Block]) -> [(level: Int, title: String, anchor: String)] {
        blocks.flatMap { block -> [(level: Int, title: String, anchor: String)] in
            switch block.content {
            case .heading(let level, let inlines):
                guard let id = block.attributes.id, destinations[id] != nil else { return [] }
                return [(level, inlines.plainText, id)]
            case .component(let component): return headings(in: component.blocks)
            default: return []
            }
        }
    }

    private func nested(_ headings: ArraySlice<(level: Int, title: String, anchor: String)>, level: Int)
        -> [OutlineItem]
    {
        var items: [OutlineItem] = []
        var rest = headings
        while let first = rest.first {
            rest = rest.dropFirst()
            let below = rest.prefix { $0.level > first.level }
            items.append(
                OutlineItem(
                    title: first.title, destination: first.anchor, children: nested(below, level: first.level + 1)))
            rest = rest.dropFirst(below.count)
        }
        return items
    }
}
