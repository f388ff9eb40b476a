// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

/// Marks of notes.
extension Setter {
    /// What an anchor of a line begins with that says which notes stand at the foot of the line's page.
    static let noteAnchor = "note\u{1F}"

    /// The mark of a note: a link to its text.
    mutating func noteCall(
        _ call: NoteCall, _ context: InlineContext, _ builder: inout RunBuilder, _ origin: Origin
    ) {
        let reference = tree.add(.reference, below: context.parent)
        builder.slot[context.parent] = nil
        let link = tree.add(.link, below: reference)
        var inner = context
        inner.parent = link
        inner.isItalic = false
        inner.isBold = false
        inner.colour = nil
        inner.dress = .superior
        let target = book.notes[call.note]?.anchor ?? call.anchor
        let mark = mark(of: call.anchor, usual: call.mark)
        inner.link = addLink(tag: link, target: .destination(target), contents: "\(string("note")) \(mark)")
        builder.anchors.append(call.anchor)
        if let last = builder.runs.indices.last, builder.runs[last].owner >= 0, endsInMark(builder.runs[last]) {
            append("\u{2060},", inner, &builder, origin)
        }
        append(mark, inner, &builder, origin, notes: footOfPage(with: call))
        if let slot = builder.slot[link] { noteSlots.insert(Int32(slot)) }
    }

    private func endsInMark(_ run: TextRun) -> Bool { run.anchors.contains { $0.hasPrefix(Self.noteAnchor) } }

    /// What a mark says, or a note's text before it, by its anchor: its number on its page where notes are counted by page.
    private mutating func mark(of anchor: String, usual: String) -> String {
        guard theme.footnotes.number == .page else { return usual }
        return said(by: Folios.mark(of: anchor)) ?? usual
    }

    /// What the pass before says about a mark; the block that asks is set again when that changes.
    private mutating func said(by name: String) -> String? {
        usedFields[.page(anchor: name)] = folios.page(name)
        if fieldPlaces[.page(anchor: name)] == nil { fieldPlaces[.page(anchor: name)] = current }
        return folios.label[name]
    }

    /// The keys of what stands at the foot of the page with `call`: the note; with its first mark also those that are called in its
    /// text alone; a line that says where it stands if that is another page. An empty key is nothing.
    private mutating func footOfPage(with call: NoteCall) -> [String] {
        guard theme.footnotes.place == .foot, !isInNote, let note = book.notes[call.note] else { return [""] }
        var keys = [call.note]
        if note.calls.first == call.anchor, !note.isNested {
            keys = book.family(of: call.note)
        } else if said(by: Folios.again(call.anchor)) != nil {
            repeatedCalls.append(call)
            return [Self.repeatKey(call)]
        }
        calledNotes += keys
        return keys
    }

    /// The key in `notes` of the line that stands in the place of a note whose text is on another page than `call`.
    static func repeatKey(_ call: NoteCall) -> String { "\(call.note)\u{1F}\(call.anchor)" }
}

/// Texts of notes.
extension Setter {
    /// Sets the notes that the block just set is the first to call, in elements after its own; gives their keys.
    mutating func setCalledNotes(below parent: TagNode.ID) -> [String] {
        var keys: [String] = []
        for key in calledNotes where notes[key] == nil {
            guard let note = book.notes[key] else { continue }
            notes[key] = strips(of: note, style: "footnote", below: parent)
            keys.append(key)
        }
        for call in repeatedCalls where notes[Self.repeatKey(call)] == nil {
            guard let note = book.notes[call.note] else { continue }
            notes[Self.repeatKey(call)] = strips(of: note, again: call, below: parent)
            keys.append(Self.repeatKey(call))
        }
        calledNotes = []
        repeatedCalls = []
        return keys
    }

    /// The notes at a chapter's end.
    mutating func endnotes(_ keys: [String], in place: Place) -> [GalleyItem] {
        let name = theme.styles["endnote"] == nil ? "footnote" : "endnote"
        var items: [GalleyItem] = []
        for key in keys {
            guard let note = book.notes[key] else { continue }
            var strips = strips(of: note, style: name, below: place.parent)
            strips[0].before = items.isEmpty ? style("body").leading / 2 : style(name).before
            items += strips
        }
        return items
    }

    /// A note's mark, which leads back to the text, then its text, each line a strip; at least one.
    private mutating func strips(
        of note: Book.BookNote, style name: String, below parent: TagNode.ID
    ) -> [GalleyItem] {
        let tag = tree.add(.note, below: parent)
        tree[tag].identifier = note.anchor
        let call = note.calls.first
        let mark = call.map { self.mark(of: $0, usual: note.mark) } ?? note.mark
        let slot = labelSlot(below: tag, backTo: call)
        let place = textPlace(mark: mark, style: name, parent: tag)
        let firstLink = links.count
        isInNote = true
        var items = text(of: note, in: place)
        isInNote = false
        sayWhereLinksLead(from: firstLink, of: note)
        items[0].anchors.insert(note.anchor, at: 0)
        label(mark, slot: slot, style: name, on: &items[0])
        return items
    }

    /// "3 See page 12.": what stands at the foot where the text of the note stands on another page.
    private mutating func strips(
        of note: Book.BookNote, again call: NoteCall, below parent: TagNode.ID
    ) -> [GalleyItem] {
        let tag = tree.add(.note, below: parent)
        tree[tag].identifier = "again-\(call.anchor)"
        let mark = self.mark(of: call.anchor, usual: call.mark)
        let first = self.mark(of: note.anchor, usual: note.mark)
        let key = theme.footnotes.number == .page ? "note-again-numbered" : "note-again"
        let words = string(key, ["page": said(by: Folios.again(call.anchor)) ?? "", "note": first])
        let slot = labelSlot(below: tag, backTo: call.anchor)
        var place = textPlace(mark: mark, style: "footnote", parent: tag)
        if book.borrowedStrings.contains(key) { place.language = .british }
        let inlines = [Inline(.link(.anchor(note.anchor), [Inline(.text(words), at: current)]), at: current)]
        var items = paragraph(inlines, style: "footnote", in: place, indent: 0)
        if items.isEmpty { items = [GalleyItem()] }
        items.keepNoteLines()
        label(mark, slot: slot, style: "footnote", on: &items[0])
        return items
    }

    /// The blocks of a note below one another, with white between paragraphs, which have no indents here.
    private mutating func text(of note: Book.BookNote, in place: Place) -> [GalleyItem] {
        var place = place
        let leading = style(place.body).leading
        var items: [GalleyItem] = []
        for block in withLettersBack(note) {
            if block.attributes.marks("attribution") { keepLast(of: &items) }
            var part = self.block(block, in: &place)
            trimEnd(of: &part)
            guard !part.isEmpty else { continue }
            part[0].before = items.isEmpty ? 0 : min(max(part[0].before, leading * 0.3), leading * 0.6)
            items += part
        }
        if items.isEmpty { items = [GalleyItem()] }
        items.keepNoteLines()
        return items
    }

    /// The blocks of a note with a letter for each of its marks at the end, if there are several: each leads back to one.
    private func withLettersBack(_ note: Book.BookNote) -> [Block] {
        guard note.calls.count > 1 else { return note.blocks }
        var letters: [Inline] = []
        for (call, letter) in lettersBack(note) {
            letters.append(Inline(.text(letters.isEmpty ? "\u{A0}" : " "), at: current))
            let superior = Inline(
                .span(Attributes(classes: ["sup"]), [Inline(.text(letter), at: current)]), at: current)
            letters.append(Inline(.link(.anchor(call), [superior]), at: current))
        }
        var blocks = note.blocks
        if let last = blocks.indices.last, case .paragraph(let inlines) = blocks[last].content {
            blocks[last].content = .paragraph(inlines + letters)
        } else {
            blocks.append(Block(id: NodeID(0), origin: current, content: .paragraph(letters)))
        }
        return blocks
    }

    /// The marks of a note with a letter each, as far as the alphabet goes.
    private func lettersBack(_ note: Book.BookNote) -> [(call: String, letter: String)] {
        let alphabet = ListMarkers(book.language, numbers: nil, bullets: nil).alphabet
        return zip(note.calls, alphabet).map { ($0, String($1)) }
    }

    /// A letter alone would not tell a listener where it leads.
    private mutating func sayWhereLinksLead(from first: Int, of note: Book.BookNote) {
        guard note.calls.count > 1 else { return }
        let letters = Dictionary(lettersBack(note).map { ($0.call, $0.letter) }, uniquingKeysWith: { one, _ in one })
        for index in links.indices[first...] {
            guard case .destination(let name) = links[index].target, let letter = letters[name] else { continue }
            links[index].contents = "\(string("note-back")): \(letter)"
        }
    }

    /// A slot for the mark before a note's text: a link back to its first mark.
    private mutating func labelSlot(below tag: TagNode.ID, backTo call: String?) -> Int {
        let label = tree.add(.lbl, below: tag)
        guard let call else { return tree.addSlot(below: label) }
        let link = tree.add(.link, below: label)
        let slot = tree.addSlot(below: link)
        linkOfSlot[slot] = addLink(tag: link, target: .destination(call), contents: string("note-back"))
        return slot
    }

    /// Where a note's text stands: beside its mark, with room for two figures at least.
    private func textPlace(mark: String, style name: String, parent: TagNode.ID) -> Place {
        let hang = style(name).size * (0.45 + 0.6 * Double(max(mark.count, 2)))
        var place = Place(measure: max(theme.page.column - hang, 20), parent: parent, language: book.language)
        place.x = book.language.isRightToLeft ? 0 : hang
        place.body = name
        place.isRunning = false
        return place
    }

    private mutating func label(_ mark: String, slot: Int, style name: String, on item: inout GalleyItem) {
        var figures = style(name)
        figures.features = ["lnum", "tnum"]
        guard let line = labelLine(mark, style: figures, slot: slot) else { return }
        let x = book.language.isRightToLeft ? theme.page.column - line.width : 0
        item.marks.insert(.line(line, Point(x: x, y: baseline(of: figures))), at: 0)
        item.height = max(item.height, figures.leading)
    }
}

extension [GalleyItem] {
    /// Lets two lines at least stand together on either side where a note is divided.
    fileprivate mutating func keepNoteLines() {
        let lines = indices.filter { self[$0].height > 0 }
        guard lines.count > 1, let last = lines.last else { return }
        for index in lines[0]..<lines[1] { self[index].hold(.lines) }
        for index in lines[lines.count - 2]..<last { self[index].hold(.lines) }
    }
}
