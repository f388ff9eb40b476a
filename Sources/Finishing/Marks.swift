// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout

/// Which marks belong to which place of the tag tree, both ways.
struct Marks {
    /// A mark: its page, from 0, and its MCID there.
    struct Mark {
        var page: Int32
        var number: Int32
    }

    /// By page, then by MCID: the slot.
    private(set) var slots: [[Int32]] = []
    private var starts: [Int]
    private var sorted: [Mark] = []

    /// No marks yet, for slots 0..<`slotCount`.
    init(slotCount: Int) {
        starts = Array(repeating: 0, count: slotCount + 1)
    }

    /// Adds the next page's marks. Throws if one names no place of the tree.
    mutating func append(page slots: [Int32]) throws(StageFailure) {
        for slot in slots {
            guard slot >= 0, Int(slot) + 1 < starts.count else {
                throw StageFailure(
                    "page \(self.slots.count + 1): a mark belongs to place \(slot), which the tag tree lacks")
            }
            starts[Int(slot) + 1] += 1
        }
        self.slots.append(slots)
    }

    /// Sorts the marks by slot: once, after all pages.
    mutating func sort() {
        for slot in 1..<max(starts.count, 1) { starts[slot] += starts[slot - 1] }
        sorted = Array(repeating: Mark(page: 0, number: 0), count: starts.last ?? 0)
        var next = starts
        for (page, slots) in slots.enumerated() {
            for (number, slot) in slots.enumerated() {
                sorted[next[Int(slot)]] = Mark(page: Int32(page), number: Int32(number))
                next[Int(slot)] += 1
            }
        }
    }

    /// The marks of `slot`, by page and in drawing order.
    func marks(of slot: Int) -> ArraySlice<Mark> {
        slot >= 0 && slot + 1 < starts.count ? sorted[starts[slot]..<starts[slot + 1]] : []
    }
}
