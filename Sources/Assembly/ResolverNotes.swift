// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension Resolver {
    /// The mark of the note `label`, or its text where there is no such note.
    mutating func call(_ label: String, at origin: Origin) -> Inline.Content {
        guard let key = noteKey(label) else {
            diagnostics.error(
                "unknown-footnote", "there is no footnote ‘\(label)’",
                hint: "write `[^\(label)]: …` in this file or in the shared notes", at: origin)
            return .text("[^\(label)]")
        }
        if section.note == key {
            diagnostics.warning(
                "circular-footnote", "the footnote ‘\(label)’ calls itself",
                hint: "remove `[^\(label)]` from its text", at: origin)
        }
        if section.marks[key] == nil { number(key) }
        let mark = String(section.marks[key] ?? 0)
        let bookKey = "\(section.anchor):\(mark)"
        let calls = notes[bookKey]?.calls.count ?? 0
        let anchor = "note-ref-\(section.anchor)-\(mark)" + (calls == 0 ? "" : "-\(calls + 1)")
        notes[bookKey]?.calls.append(anchor)
        if section.note != nil { notes[bookKey]?.innerCalls.append(anchor) }
        return .noteCall(NoteCall(note: bookKey, mark: mark, anchor: anchor))
    }

    /// The key in `Publication.notes` of the note that `label` means here.
    private func noteKey(_ label: String) -> String? {
        let own = "\(section.path):\(label)"
        if publication.notes[own] != nil { return own }
        return publication.notes[label] != nil ? label : nil
    }

    /// Numbers a note, and right after it those that it calls: at the foot they stand in the order of their numbers. A stack, not a
    /// recursion: as long a chain as somebody likes.
    private mutating func number(_ key: String) {
        var stack: [(key: String, caller: String?)] = [(key, nil)]
        while let (key, caller) = stack.popLast() {
            guard section.marks[key] == nil, let note = publication.notes[key] else { continue }
            calledNotes.insert(key)
            let number = section.marks.count + 1
            section.marks[key] = number
            section.waiting.append(key)
            let bookKey = "\(section.anchor):\(number)"
            notes[bookKey] = Book.BookNote(
                mark: String(number), anchor: "note-\(section.anchor)-\(number)", calls: [], blocks: [])
            if let caller {
                notes[bookKey]?.isNested = true
                notes[caller]?.nested.append(bookKey)
            }
            for label in note.blocks.noteLabels.reversed() {
                guard let inner = noteKey(label), section.marks[inner] == nil else { continue }
                stack.append((inner, bookKey))
            }
        }
    }

    /// The texts of the notes called so far.
    mutating func resolveNotes() {
        for key in section.waiting {
            guard let note = publication.notes[key], let mark = section.marks[key] else { continue }
            section.note = key
            let blocks = self.blocks(note.blocks)
            section.note = nil
            notes["\(section.anchor):\(mark)"]?.blocks = blocks
        }
        section.waiting = []
    }

    /// Where notes stand at the end of their chapter: a heading for them, and which they are.
    mutating func addEndnotes(to sections: inout [Book.Section]) {
        guard publication.theme.footnotes.place == .chapterEnd else { return }
        for index in sections.indices {
            let anchor = sections[index].anchor
            var keys: [String] = []
            while notes["\(anchor):\(keys.count + 1)"] != nil { keys.append("\(anchor):\(keys.count + 1)") }
            guard !keys.isEmpty, let origin = sections[index].title.first?.origin else { continue }
            let heading = made(
                .heading(level: 2, [Inline(.text(words["notes"]), at: origin)]), id: "notes-\(anchor)", at: origin)
            sections[index].blocks.append(heading)
            sections[index].endnotes = keys
        }
    }

    /// Notes of a document that nobody calls.
    mutating func reportUnused() {
        let unused = publication.notes.filter { key, note in
            !calledNotes.contains(key) && key == "\(note.origin.source.file.path):\(note.label)"
        }
        for (_, note) in unused.sorted(by: { $0.key < $1.key }) {
            diagnostics.warning(
                "unused-footnote", "nobody calls the footnote ‘\(note.label)’",
                hint: "call it with `[^\(note.label)]`, or remove it", at: note.origin)
        }
    }
}

extension [Block] {
    /// The labels of the notes that are called in these blocks.
    fileprivate var noteLabels: [String] {
        flatMap { block in block.inlineLists.flatMap(\.noteLabels) + block.inner.flatMap(\.noteLabels) }
    }
}

extension [Inline] {
    fileprivate var noteLabels: [String] {
        flatMap { inline -> [String] in
            switch inline.content {
            case .noteReference(let label): [label]
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner),
                .span(_, let inner):
                inner.noteLabels
            default: []
            }
        }
    }
}
