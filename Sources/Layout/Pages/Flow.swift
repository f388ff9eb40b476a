// SPDX-License-Identifier: GPL-3.0-or-later

/// A section as the choice of page breaks sees it: its strips in order, the notes they call, what leaves the flow.
struct Flow {
    /// What fills pages, in order.
    private(set) var strips: [Strip] = []
    /// The notes that strips call, in order: positions in `notes`.
    private(set) var calls: [Int32] = []
    /// The notes, each as the heights of its lines.
    private(set) var notes: [Note] = []
    /// What leaves the flow, in the order of the calls.
    private(set) var floats: [Float] = []
    /// The heights of the heads that are set again.
    let heads: [Double]
    /// The paragraphs that may be set with a line more or less.
    private(set) var pliable: [Pliable] = []

    /// A note.
    struct Note {
        /// Its key in the setter's notes.
        var key: String
        /// Its lines, with the white above each.
        var lines: [Line]

        /// A line of a note.
        struct Line {
            var height: Double
        }
    }

    /// What is set at the top, the foot, or on pages of its own.
    struct Float {
        /// The strip before which it is called.
        var call: Int
        /// Where it goes.
        var place: GalleyItem.FloatPlace
        /// Its height with the white that parts it from the text; of pages of its own, 0.
        var height: Double
        /// Its items in the section's.
        var items: Range<Int>
        /// The notes that are called in it, which stand at the foot of its page: positions in `Flow.calls`.
        var calls: Range<Int32> = 0..<0
    }

    /// A paragraph that may be set with a line more or less.
    struct Pliable {
        /// The block.
        var block: Int32
        /// Its strips.
        var strips: Range<Int>
        /// How full its last line is, 0…1.
        var lastFill: Double
    }

    /// Reads the items of a section. `notes` are those of the setter.
    init(
        _ items: [GalleyItem], notes: [String: [GalleyItem]], heads: [Double],
        grid: Double, isPliable: (Int32) -> Double? = { _ in nil }
    ) {
        self.heads = heads
        var numbers: Set<String> = []
        strips.reserveCapacity(items.count)
        var index = 0
        while index < items.count {
            let item = items[index]
            if let sheet = item.ownPage {
                var end = index + 1
                while end < items.count, items[end].ownPage == sheet { end += 1 }
                floats.append(Float(call: strips.count, place: .page, height: 0, items: index..<end))
                index = end
                continue
            }
            if let place = item.float {
                let height = ((item.height + grid) / grid - 0.01).rounded(.up) * grid
                let calls = call(item.notes, of: notes, met: &numbers)
                floats.append(
                    Float(call: strips.count, place: place, height: height, items: index..<index + 1, calls: calls))
                index += 1
                continue
            }
            strips.append(Strip(item, calls: call(item.notes, of: notes, met: &numbers), grid: grid))
            index += 1
        }
        findPliable(isPliable)
    }

    /// Takes in the notes `keys`, each once in a section.
    private mutating func call(_ keys: [String], of texts: [String: [GalleyItem]], met: inout Set<String>)
        -> Range<Int32>
    {
        let first = Int32(calls.count)
        for key in keys where met.insert(key).inserted {
            let lines = (texts[key] ?? []).map { Note.Line(height: $0.height + $0.before) }
            calls.append(Int32(notes.count))
            notes.append(Note(key: key, lines: lines))
        }
        return first..<Int32(calls.count)
    }

    private mutating func findPliable(_ isPliable: (Int32) -> Double?) {
        var start = 0
        while start < strips.count {
            let block = strips[start].block
            var end = start + 1
            while end < strips.count, strips[end].block == block { end += 1 }
            if block >= 0, let fill = isPliable(block) {
                var last = end
                while last > start, strips[last - 1].isBlank { last -= 1 }
                if last - start > 2 { pliable.append(Pliable(block: block, strips: start..<last, lastFill: fill)) }
            }
            start = end
        }
    }
}
