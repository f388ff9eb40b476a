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
    /// The back cover, its element and what it holds.
    var back: (tag: TagNode.ID, block: BlockGalley)?

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

        /// White below, if it is lower than it was.
        mutating func keep(_ height: Double) {
            let missing = height - items.totalHeight
            guard missing > 0.01, let last = items.last else { return }
            var white = GalleyItem()
            white.height = missing
            // A heading does not let go of its text for it.
            white.keep = last.keep
            items.append(white)
        }

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
        setBack()
    }

    /// Sets the back cover, if there is one, unless it is set and says what is true.
    private mutating func setBack() {
        guard let cover = book.backCover else { return }
        if let back, isTrue(back.block) { return }
        let tag = back?.tag ?? setter.tree.add(.sect, below: 0)
        setter.tree[tag].children = []
        back = (tag, record(below: tag, again: back?.block) { [$0.backCover(cover, below: tag)] })
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
        let title = isFirst ? nil : sections[index].blocks[0]
        if let title, isTrue(title) {
            blocks.append(title)
            setter.tree[tag].children += title.children
        } else {
            blocks.append(record(below: tag, again: title) { $0.title(of: section, in: place) })
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
                if isTrue(old) {
                    blocks.append(old)
                    setter.tree[tag].children += old.children
                    place.follow(block)
                    continue
                }
            }
            let old = isFirst ? nil : sections[index].blocks[number + 1]
            var new = record(below: tag, again: old) { $0.block(block, in: &place) }
            if setter.folios.isSteady, let old { new.keep(old.items.totalHeight) }
            blocks.append(new)
        }
        if !section.endnotes.isEmpty {
            let old = isFirst ? nil : sections[index].blocks[section.blocks.count + 1]
            if let old, isTrue(old) {
                blocks.append(old)
                setter.tree[tag].children += old.children
            } else {
                blocks.append(record(below: tag, again: old) { $0.endnotes(section.endnotes, in: place) })
            }
        }
        for number in blocks.indices { blocks[number].belong(to: Int32(number) - 1) }
        sections[index].blocks = blocks
        sections[index].places = places
    }

    /// Whether what `block` says of pages is still so.
    private func isTrue(_ block: BlockGalley) -> Bool {
        block.usedFields.allSatisfy { setter.folios.value(of: $0.key) == $0.value }
    }

    /// Sets a block with the notes it calls first, and keeps what it added to the tree. The notes that were set
    /// with it before, in `again`, are set again too: their elements went with its own.
    mutating func record(
        below tag: TagNode.ID, again: BlockGalley? = nil, _ set: (inout Setter) -> [GalleyItem]
    ) -> BlockGalley {
        let count = setter.tree[tag].children.count
        setter.usedFields = [:]
        setter.calledNotes = []
        setter.repeatedCalls = []
        for key in again?.notes ?? [] { setter.notes[key] = nil }
        let recommendations = again?.recommendations ?? setter.recommendations
        setter.recommendations = recommendations
        var items = set(&setter)
        if !items.isEmpty { items[0].beginsBlock = true }
        let notes = setter.setCalledNotes(below: tag)
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
        copy.noteSlots = noteSlots
        copy.heads = heads
        copy.groundCount = groundCount
        copy.recommendations = recommendations
        copy.faults = faults
        copy.movedBelow = movedBelow
        copy.fieldPlaces = fieldPlaces
        return copy
    }
}
