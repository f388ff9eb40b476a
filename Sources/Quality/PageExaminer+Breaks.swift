// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import Manuscript
internal import Typesetting

/// What page breaks part.
extension PageExaminer {
    /// Single lines of paragraphs, divided words at turns.
    mutating func examineBreaks() {
        // What stands in the margin may come between the lines of a paragraph.
        let order = record.lines.indices.sorted {
            (record.lines[$0].line.paragraph, $0) < (record.lines[$1].line.paragraph, $1)
        }
        for (_, range) in order.rows({ record.lines[$0].line.paragraph }) {
            let placed = order[range].map { record.lines[$0] }
            guard let first = placed.first, let last = placed.last, first.page != last.page else { continue }
            for (line, next) in zip(placed, placed.dropFirst())
            where line.page != next.page && line.page % 2 == 0 && line.line.endsWithHyphen && format.isFacing {
                find(.dividedAtTurn, at: line, value: 1)
            }
            guard kind(of: first).isParagraph else { continue }
            if placed[1].page != first.page { find(.orphan, at: first, value: 1) }
            if placed[placed.count - 2].page != last.page { find(.widow, at: last, value: 1) }
        }
    }

    /// Headings whose text does not follow on their page.
    mutating func examineHeadings(_ boxes: PageBoxes, on page: Int) {
        let flow = flow(on: page)
        let headings = flow.filter { kind(of: $0).isHeading }
        guard let last = headings.max(by: { $0.origin.y < $1.origin.y }) else { return }
        // Only the lowest can be without its text: another has a heading below it, which is looked at.
        let below = Set(
            flow.lazy.filter { $0.origin.y > last.origin.y + 1 }.map { Int(($0.origin.y * 4).rounded()) })
        guard below.count < 2 else { return }
        let hasPicture = boxes.pictures.contains { $0.frame.y >= last.origin.y - 1 }
        // An opening may hold a chapter's title alone.
        let isOpening = boxes.hasArt && kind(of: last).level == 1
        guard !hasPicture, !isOpening, !ends.contains(page) else { return }
        if below.isEmpty {
            guard hasText(below: kind(of: last).level ?? 6, after: page) else { return }
            find(.strandedHeading, at: last, value: 0)
        } else if let next = nextFlow(after: page), !kind(of: next).isHeading, !beginnings.contains(next.page) {
            find(.strandedHeading, at: last, value: Double(below.count))
        }
    }

    /// Whether text comes before the next heading of this level, or of a higher one: a section may be empty.
    private func hasText(below level: Int, after page: Int) -> Bool {
        for other in list.pages.indices.dropFirst(page + 1).prefix(3) {
            for line in flow(on: other).sorted(by: { $0.origin.y < $1.origin.y }) {
                guard let found = kind(of: line).level else { return true }
                if found <= level { return false }
            }
        }
        return false
    }

    private func nextFlow(after page: Int) -> PlacedLine? {
        for other in list.pages.indices.dropFirst(page + 1).prefix(3) {
            if let line = flow(on: other).min(by: { $0.origin.y < $1.origin.y }) { return line }
        }
        return nil
    }

    /// Notes on other pages than their marks. What is called twice stands where it is called first.
    mutating func examineNotes() {
        var marks: [String: Int] = [:]
        for (number, page) in list.pages.enumerated() {
            for link in page.links {
                guard case .destination(let name) = link.target, kinds.notes.contains(name), marks[name] == nil
                else { continue }
                marks[name] = number
            }
        }
        for (name, page) in marks.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            guard let note = list.destinations[name], note.page != page else { continue }
            if let line = line(of: name, on: note.page) {
                find(.noteOffPage, at: line, value: Double(note.page - page))
            } else {
                find(.noteOffPage, on: note.page, y: note.point.y, value: Double(note.page - page), words: name)
            }
        }
    }

    private func line(of note: String, on page: Int) -> PlacedLine? {
        (lines[page] ?? 0..<0).lazy.map { record.lines[$0] }.first { line in
            line.line.pieces.contains { kinds.noteOfSlot[Int($0.owner)] == note }
        }
    }
}
