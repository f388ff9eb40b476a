// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Manuscript

/// What pages say about marks of notes. It stands among the labels of pages, so that passes end when it is settled too.
extension Folios {
    /// The name of the number of a mark, or of a note, where notes are counted by page; by its anchor.
    static func mark(of anchor: String) -> String { "mark\u{1F}\(anchor)" }

    /// The name of the page of a note's text for a mark on another page, the first one there.
    static func again(_ call: String) -> String { "again\u{1F}\(call)" }

    /// Looks which marks of `book` stand on which page. Where pages must come to rest, a line that says where a note stands is kept once it
    /// is there, as `previous` has it: it takes room, and may itself have brought the note to its page.
    mutating func numberNotes(on pages: [PageDraft], of book: Book, after previous: Folios) {
        guard book.theme.footnotes.place == .foot, !book.notes.isEmpty else { return }
        var keys: [String: String] = [:]
        var inner: Set<String> = []
        for (key, note) in book.notes {
            for call in note.calls { keys[call] = key }
            inner.formUnion(note.innerCalls)
        }
        let isByPage = book.theme.footnotes.number == .page
        for page in pages {
            var numbers = PageNumbers()
            for anchor in page.anchors {
                guard let key = keys[anchor.name], let note = book.notes[key] else { continue }
                if inner.contains(anchor.name) {
                    // It has come with the other note, whose text may have run on to this page.
                    if isByPage { label[Self.mark(of: anchor.name)] = label[Self.mark(of: note.anchor)] }
                    continue
                }
                if isByPage { number(anchor.name, of: key, in: book, &numbers) }
                guard numbers.met.insert(key).inserted, let home = label[note.anchor] else { continue }
                let isKept = previous.isSteady && previous.label[Self.again(anchor.name)] != nil
                if home != label[anchor.name] || isKept { label[Self.again(anchor.name)] = home }
            }
        }
    }

    /// The numbers of a page as they are given.
    private struct PageNumbers {
        /// Those given, by the note's key.
        var given: [String: String] = [:]
        /// The notes whose marks were met.
        var met: Set<String> = []
    }

    /// Gives the mark `call` its number; a note that was not met before has those that come with it numbered after it, in the order in
    /// which they stand at the foot.
    private mutating func number(_ call: String, of key: String, in book: Book, _ numbers: inout PageNumbers) {
        guard let note = book.notes[key], label[Self.mark(of: call)] == nil else { return }
        let family = label[Self.mark(of: note.anchor)] == nil ? book.family(of: key) : [key]
        for member in family where numbers.given[member] == nil {
            let number = "\(numbers.given.count + 1)"
            if let own = book.notes[member], label[Self.mark(of: own.anchor)] == nil {
                label[Self.mark(of: own.anchor)] = number
            }
            numbers.given[member] = number
        }
        label[Self.mark(of: call)] = numbers.given[key]
    }
}

extension Book {
    /// The note `key` and those that come with it, in the order of their numbers.
    func family(of key: String) -> [String] {
        var family: [String] = []
        var stack = [key]
        while let next = stack.popLast() {
            family.append(next)
            stack += (notes[next]?.nested ?? []).reversed()
        }
        return family
    }
}
