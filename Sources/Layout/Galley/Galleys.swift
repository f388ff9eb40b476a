// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

/// The galleys of all sections. A block whose page references have not changed is not set again.
struct Galleys {
    var setter: Setter
    var sections: [SectionGalley] = []
    /// How the pages of sections were chosen; `nil` unless somebody asks.
    var ledger: PageLedger?

    /// A section's part of the tag tree and its blocks.
    struct SectionGalley {
        let tag: TagNode.ID
        var blocks: [BlockGalley]
        /// The places where blocks begin: what a block must know when it is set again alone.
        var places: [Place] = []
        /// Its blocks as they were before some were pressed to fill pages.
        var pressedFrom: [BlockGalley]?
    }

    /// A block as it was set.
    struct BlockGalley {
        var items: [GalleyItem]
        /// What it added below the section's element.
        var children: [TagNode.Child]
        var usedFields: [Field: String]
        /// The notes that it was the first to call: they stand in the tree after it, and are set again with it.
        var notes: [String]
        /// How many recommendations stood before it.
        var recommendations: Int

        /// Says in its strips which block of the section they belong to.
        mutating func belong(to block: Int32) {
            for index in items.indices where items[index].block != block { items[index].block = block }
        }

        /// Nothing of its own.
        static var empty: BlockGalley {
            BlockGalley(items: [], children: [], usedFields: [:], notes: [], recommendations: 0)
        }
    }

    init(setter: Setter, ledger: PageLedger? = nil) {
        self.setter = setter
        self.ledger = ledger
    }

    /// Sets what has not been set, or what says another page than `folios`.
    mutating func set(with folios: Folios) {
        let isFirst = sections.isEmpty
        setter = setter.with(folios)
        if isFirst {
            _ = setter.tree.add(.sect, below: 0)
            for _ in book.sections { sections.append(SectionGalley(tag: setter.tree.add(.sect, below: 0), blocks: [])) }
        }
        for index in sections.indices { set(sectionAt: index, isFirst: isFirst) }
    }

    var book: Book { setter.book }

    private mutating func set(sectionAt index: Int, isFirst: Bool) {
        let section = book.sections[index]
        if let base = sections[index].pressedFrom { sections[index].blocks = base }
        sections[index].pressedFrom = nil
        let tag = sections[index].tag
        setter.accent = section.colour ?? "plum"
        var place = Place(measure: book.theme.page.column, parent: tag, language: book.language)
        if section.role == .imprint {
            place.body = "imprint-text"
            place.isRunning = false
        }
        var blocks: [BlockGalley] = []
        blocks.reserveCapacity(section.blocks.count + 1)
        var places: [Place] = []
        places.reserveCapacity(section.blocks.count)
        setter.tree[tag].children = []
        if isFirst {
            blocks.append(record(below: tag) { $0.title(of: section, in: place) })
        } else {
            blocks.append(sections[index].blocks[0])
            setter.tree[tag].children += blocks[0].children
        }
        place.isOpening = section.role == .chapter
        for (number, block) in section.blocks.enumerated() {
            places.append(place)
            let next = number + 1 < section.blocks.count ? section.blocks[number + 1] : nil
            if setter.runsIn(block, before: next) {
                // It is set with the paragraph whose line it begins.
                place.runIn = block
                blocks.append(.empty)
                continue
            }
            if block.attributes.marks("attribution"), let last = blocks.indices.last {
                setter.keepLast(of: &blocks[last].items)
            }
            if !isFirst {
                let old = sections[index].blocks[number + 1]
                if old.usedFields.allSatisfy({ setter.value(of: $0.key) == $0.value }) {
                    blocks.append(old)
                    setter.tree[tag].children += old.children
                    place.follow(block)
                    continue
                }
            }
            let old = isFirst ? nil : sections[index].blocks[number + 1]
            blocks.append(record(below: tag, again: old) { $0.block(block, in: &place) })
        }
        for number in blocks.indices { blocks[number].belong(to: Int32(number) - 1) }
        sections[index].blocks = blocks
        sections[index].places = places
    }

    /// Sets a block with the notes it calls first, and keeps what it added to the tree. The notes that were set
    /// with it before, in `again`, are set again too: their elements went with its own.
    mutating func record(
        below tag: TagNode.ID, again: BlockGalley? = nil, _ set: (inout Setter) -> [GalleyItem]
    ) -> BlockGalley {
        let count = setter.tree[tag].children.count
        setter.usedFields = [:]
        setter.calledNotes = []
        for key in again?.notes ?? [] { setter.notes[key] = nil }
        let recommendations = again?.recommendations ?? setter.recommendations
        setter.recommendations = recommendations
        var items = set(&setter)
        if !items.isEmpty { items[0].beginsBlock = true }
        let notes = setter.calledNotes.filter { setter.notes[$0] == nil }
        for key in notes { setter.setNote(key, below: tag) }
        return BlockGalley(
            items: items, children: Array(setter.tree[tag].children[count...]), usedFields: setter.usedFields,
            notes: notes, recommendations: recommendations)
    }
}

extension Setter {
    /// The same setter with other folios.
    func with(_ folios: Folios) -> Setter {
        var copy = Setter(
            book: book, typesetter: typesetter, fonts: fonts, pictures: pictures, folios: folios, tree: tree,
            recorded: recorded)
        copy.linkOfSlot = linkOfSlot
        copy.struckSlots = struckSlots
        copy.links = links
        copy.notes = notes
        copy.heads = heads
        copy.groundCount = groundCount
        copy.recommendations = recommendations
        copy.faults = faults
        copy.movedBelow = movedBelow
        return copy
    }

    /// A section's title: on an opener for a chapter, a heading for other matter.
    mutating func title(of section: Book.Section, in place: Place) -> [GalleyItem] {
        var place = place
        place.language = section.titleLanguage ?? book.language
        guard section.role == .chapter else {
            var style = style("h1")
            style.size = self.style("h2").size * 1.2
            style.leading = self.style("body").leading * 2
            style.keepsWithNext = true
            style.hyphenates = false
            let tag = tree.add(.h1, below: place.parent)
            var items = lines(section.title, style: style, tag: tag, in: place, indent: 0, anchors: [section.anchor])
            for index in items.indices { items[index].snaps = false }
            return items
        }
        return opener(of: section, in: place)
    }

    /// Number and title below the art that fills the page's top third.
    private mutating func opener(of section: Book.Section, in place: Place) -> [GalleyItem] {
        let format = theme.page
        var white = GalleyItem()
        let compositions = theme.openers
        let turn = (Int(section.number) ?? 1) - 1
        if !compositions.isEmpty, !book.edition.isDiscreet {
            white.composition = compositions[max(turn, 0) % compositions.count].coloured(accent)
            white.height = max(format.size.height * 0.36 - format.head, 0)
        }
        white.keepsWithNext = true
        white.anchors = [section.anchor]
        var items = [white]
        let tag = tree.add(.h1, below: place.parent)
        var number = style("opener-number")
        number.colour = number.colour == "ink" ? "chapter" : number.colour
        if !section.number.isEmpty, let line = labelLine(section.number, style: number, slot: tree.addSlot(below: tag))
        {
            var item = GalleyItem()
            item.height = number.leading
            item.keepsWithNext = true
            item.marks = [.line(line, Point(x: start(line.width, in: place), y: baseline(of: number)))]
            items.append(item)
        }
        var title = style("h1")
        title.keepsWithNext = true
        title.hyphenates = false
        var lines = lines(section.title, style: title, tag: tag, in: place, indent: 0)
        for index in lines.indices { lines[index].snaps = false }
        items += lines
        var gap = GalleyItem()
        gap.height = style("body").leading
        gap.keepsWithNext = true
        items.append(gap)
        return items
    }

    /// Sets a note once: its mark, then its text, each line a strip.
    mutating func setNote(_ key: String, below parent: TagNode.ID) {
        guard notes[key] == nil, let note = book.notes[key] else { return }
        notes[key] = []
        let tag = tree.add(.note, below: parent)
        tree[tag].identifier = note.anchor
        let style = style("footnote")
        let label = tree.add(.lbl, below: tag)
        let link = tree.add(.link, below: label)
        let slot = tree.addSlot(below: link)
        if let call = note.calls.first {
            linkOfSlot[slot] = addLink(tag: link, target: .destination(call), contents: string("note-back"))
        }
        var place = Place(measure: theme.page.column - 14, parent: tag, language: book.language)
        place.x = book.language.isRightToLeft ? 0 : 14
        place.body = "footnote"
        place.isRunning = false
        let outerCalls = calledNotes
        var items = blocks(note.blocks, in: place)
        calledNotes = outerCalls
        trimEnd(of: &items)
        if items.isEmpty { items = [GalleyItem()] }
        for index in items.indices { items[index].before = 0 }
        items[0].anchors.insert(note.anchor, at: 0)
        var figures = style
        figures.features = ["lnum", "tnum"]
        if let line = labelLine(note.mark, style: figures, slot: slot) {
            let x = book.language.isRightToLeft ? theme.page.column - line.width : 0
            items[0].marks.insert(.line(line, Point(x: x, y: baseline(of: style))), at: 0)
        }
        notes[key] = items
    }

    /// The cover: its art, then kind, title, subtitle and note, low on the page.
    mutating func cover() -> [GalleyItem.Mark] {
        let format = theme.page
        var marks: [GalleyItem.Mark] = []
        if let name = book.cover.composition, let art = theme.covers[name] {
            marks += composition(art, on: format.size, bleed: format.bleed)
        }
        var place = Place(measure: format.fullMeasure, parent: 1, language: book.language)
        place.isRunning = false
        var items: [GalleyItem] = []
        let languages = book.cover.languages
        for (text, name, language) in [
            (book.cover.kind, "cover-kind", languages.kind), (book.cover.title, "cover-title", languages.title),
            (book.cover.subtitle, "cover-subtitle", languages.subtitle), (book.cover.note, "cover-note", nil),
        ] where !text.isEmpty {
            place.language = language ?? book.language
            items += paragraph([Inline(.text(text), at: current)], style: name, in: place, indent: 0)
        }
        let whole = items.joined()
        let bottom = format.size.height * 0.95
        let top = min(format.size.height * 0.715, bottom - whole.height)
        return marks + whole.marks.map { $0.moved(by: Point(x: format.inner, y: top)) }
    }
}
