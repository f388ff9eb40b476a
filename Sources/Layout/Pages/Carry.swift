// SPDX-License-Identifier: GPL-3.0-or-later

/// What a page leaves to the next: the rest of notes, and floats that found no room.
struct Carry: Hashable {
    /// Rests of notes, in order.
    var notes: [NotePart] = []
    /// Floats that wait for the top of a page: positions in `Flow.floats`.
    var floats: [Int32] = []
    /// Floats that wait for a page of their own.
    var sheets: [Int32] = []

}

extension Carry {
    /// All of `floats`.
    init(_ floats: [Flow.Float]) {
        for (number, float) in floats.enumerated() {
            if float.place == .page { sheets.append(Int32(number)) } else { self.floats.append(Int32(number)) }
        }
    }
}

/// Lines of a note that stand on one page.
struct NotePart: Hashable {
    /// A position in `Flow.notes`.
    var note: Int32
    /// Its lines.
    var lines: Range<Int32>
}

/// The foot of a page: the notes that its marks call, below what the page before left.
struct Foot {
    /// White and rule above the notes.
    static let gap = 14.0
    /// White between two notes.
    static let space = 2.0
    /// In order.
    private(set) var parts: [NotePart]
    /// The height of all of it, rule and all.
    private(set) var height = 0.0
    /// The height without those lines of the last note that may run on to the next page.
    private(set) var least = 0.0

    init(carried parts: [NotePart], flow: Flow) {
        self.parts = []
        for part in parts { add(part, flow) }
    }

    /// Adds the notes that are called at `calls`.
    mutating func add(_ calls: Range<Int32>, of flow: Flow) {
        for call in calls { add(flow.calls[Int(call)], flow) }
    }

    private mutating func add(_ number: Int32, _ flow: Flow) {
        let count = Int32(flow.notes[Int(number)].lines.count)
        if count > 0 { add(NotePart(note: number, lines: 0..<count), flow) }
    }

    private mutating func add(_ part: NotePart, _ flow: Flow) {
        let above = parts.isEmpty ? Self.gap : Self.space
        let note = flow.notes[Int(part.note)]
        let first = Int(part.lines.lowerBound)
        // A short note is kept whole, two lines of a longer one stand together.
        let kept = part.lines.count <= 3 ? Int(part.lines.upperBound) : first + 2
        let lines = note.lines[first..<Int(part.lines.upperBound)]
        least = height + above + note.lines[first..<kept].reduce(0) { $0 + $1.height }
        height += above + lines.reduce(0) { $0 + $1.height }
        parts.append(part)
    }

    /// The parts that stand in `room` points, and what is left for the next page. On a page without text at least one line is set,
    /// so that something comes of it.
    func cut(to room: Double, isAlone: Bool, flow: Flow) -> (set: [NotePart], rest: [NotePart]) {
        if height <= room + 0.01 { return (parts, []) }
        var set: [NotePart] = []
        var used = 0.0
        for (index, part) in parts.enumerated() {
            let note = flow.notes[Int(part.note)]
            used += set.isEmpty ? Self.gap : Self.space
            var end = part.lines.lowerBound
            while end < part.lines.upperBound {
                let height = note.lines[Int(end)].height
                guard used + height <= room + 0.01 || (isAlone && set.isEmpty && end == part.lines.lowerBound)
                else { break }
                used += height
                end += 1
            }
            if end == part.lines.upperBound {
                set.append(part)
                continue
            }
            end = Self.fair(end, of: part, isFirst: isAlone && set.isEmpty)
            var rest = Array(parts[(index + 1)...])
            if end > part.lines.lowerBound {
                set.append(NotePart(note: part.note, lines: part.lines.lowerBound..<end))
            }
            rest.insert(NotePart(note: part.note, lines: end..<part.lines.upperBound), at: 0)
            return (set, rest)
        }
        return (set, [])
    }

    /// Where a note is parted so that no line of it stands alone, if that leaves something.
    private static func fair(_ end: Int32, of part: NotePart, isFirst: Bool) -> Int32 {
        var end = end
        if part.lines.upperBound - end == 1 { end -= 1 }
        if end - part.lines.lowerBound == 1, !isFirst { end -= 1 }
        return max(end, isFirst ? part.lines.lowerBound + 1 : part.lines.lowerBound)
    }
}
