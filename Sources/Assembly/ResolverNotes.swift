// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension Resolver {
    /// The mark of the note `label`, or its text where there is no such note.
    mutating func call(_ label: String, at origin: Origin) -> Inline.Content {
        let own = "\(section.path):\(label)"
        let key = publication.notes[own] != nil ? own : label
        guard publication.notes[key] != nil else {
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
        calledNotes.insert(key)
        let number = section.marks[key] ?? section.marks.count + 1
        let mark = String(number)
        let bookKey = "\(section.anchor):\(mark)"
        if section.marks[key] == nil {
            section.marks[key] = number
            section.waiting.append(key)
            notes[bookKey] = Book.BookNote(mark: mark, anchor: "note-\(section.anchor)-\(mark)", calls: [], blocks: [])
        }
        let calls = notes[bookKey]?.calls.count ?? 0
        let anchor = "note-ref-\(section.anchor)-\(mark)" + (calls == 0 ? "" : "-\(calls + 1)")
        notes[bookKey]?.calls.append(anchor)
        return .noteCall(NoteCall(note: bookKey, mark: mark, anchor: anchor))
    }

    /// The texts of the notes called so far. A queue, not a recursion: notes may call notes, as long a chain as somebody likes.
    mutating func resolveNotes() {
        var next = 0
        while next < section.waiting.count {
            let key = section.waiting[next]
            next += 1
            guard let note = publication.notes[key], let mark = section.marks[key] else { continue }
            let known = section.waiting.count
            section.note = key
            let blocks = self.blocks(note.blocks)
            section.note = nil
            let bookKey = "\(section.anchor):\(mark)"
            notes[bookKey]?.blocks = blocks
            notes[bookKey]?.nested = section.waiting[known...].compactMap { inner in
                section.marks[inner].map { "\(section.anchor):\($0)" }
            }
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
