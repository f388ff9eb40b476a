// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Manuscript

/// Follows the pages and says what their running heads name and which master they have.
struct RunningSections {
    /// A heading that pages are told by.
    private struct Entry {
        let level: Int
        let title: String
        let master: String?
    }

    /// What holds for a page.
    struct Run {
        /// The first section that begins on it, else the one that goes on.
        var first: String?
        /// The last that begins on it, else the one that goes on.
        var last: String?
        /// The master that a heading asks for.
        var master: String?
    }

    /// By anchor, in the section that is being followed.
    private var entries: [String: Entry] = [:]
    private var section = -1
    private var title: String?
    private var masters: [(level: Int, name: String)] = []
    private let book: Book

    init(book: Book) {
        self.book = book
    }

    /// What holds for `page`, the next.
    mutating func enter(_ page: borrowing PageDraft) -> Run {
        guard page.kind == .text, page.section >= 0 else { return Run() }
        if page.section != section {
            section = page.section
            entries = [:]
            title = nil
            masters = []
            collect(book.sections[section].blocks)
        }
        var run = Run(first: nil, last: nil, master: masters.last?.name)
        let top = book.theme.page.head + (book.theme.styles["body"]?.leading ?? 15) * 2
        var asked: String?
        for anchor in page.anchors.sorted(by: { $0.y < $1.y }) {
            guard let entry = entries[anchor.name] else { continue }
            if entry.level == 2 {
                if run.first == nil { run.first = entry.title }
                title = entry.title
            }
            while let last = masters.last, last.level >= entry.level {
                masters.removeLast()
                // What begins below on the page leaves the page as it is.
                if anchor.y <= top { run.master = masters.last?.name }
            }
            if let name = entry.master {
                masters.append((entry.level, name))
                asked = asked ?? name
            }
        }
        run.last = title
        run.first = run.first ?? before ?? title
        run.master = asked ?? run.master
        before = title
        return run
    }

    /// The section that went on at the end of the page before.
    private var before: String? {
        get { beforeTitle.section == section ? beforeTitle.title : nil }
        set { beforeTitle = (section, newValue) }
    }
    private var beforeTitle: (section: Int, title: String?) = (-1, nil)

    private mutating func collect(_ blocks: [Block]) {
        var waiting = Array(blocks.reversed())
        while let block = waiting.popLast() {
            switch block.content {
            case .heading(let level, let inlines):
                guard let id = block.attributes.id else { continue }
                let short = block.attributes["short"].flatMap { $0.isEmpty ? nil : $0 }
                entries[id] = Entry(
                    level: level, title: short ?? Self.plain(inlines), master: block.attributes["master"])
            case .component(let component): waiting += component.blocks.reversed()
            default: continue
            }
        }
    }

    /// Without the marks of notes, on one line.
    private static func plain(_ inlines: [Inline]) -> String {
        inlines.plainText.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
