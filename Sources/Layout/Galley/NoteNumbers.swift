// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Manuscript

/// What pages say about marks of notes. It stands among the labels of pages, so that passes end when it is settled too.
extension Folios {
    /// The name of what the mark `call` shows where notes are counted by page.
    static func mark(of call: String) -> String { "mark\u{1F}\(call)" }

    /// The name of the page of a note's text for a mark on another page, the first one there.
    static func again(_ call: String) -> String { "again\u{1F}\(call)" }

    /// Looks which marks of `book` stand on which page.
    mutating func numberNotes(on pages: [PageDraft], of book: Book) {
        guard book.theme.footnotes.place == .foot, !book.notes.isEmpty else { return }
        var keys: [String: String] = [:]
        for (key, note) in book.notes { for call in note.calls { keys[call] = key } }
        let isByPage = book.theme.footnotes.number == .page
        for page in pages {
            var marks: [String: String] = [:]
            for anchor in page.anchors {
                guard let key = keys[anchor.name], let note = book.notes[key] else { continue }
                let known = marks[key]
                let mark = known ?? "\(marks.count + 1)"
                marks[key] = mark
                if isByPage, label[Self.mark(of: anchor.name)] == nil { label[Self.mark(of: anchor.name)] = mark }
                if known == nil, let home = label[note.anchor], home != label[anchor.name] {
                    label[Self.again(anchor.name)] = home
                }
            }
        }
    }
}
