// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// Puts the words of a line from left to right when some of them read from right to left.
///
/// The rule for whole words: in a right-to-left line the words run leftwards, and stretches of other words keep their order.
struct VisualOrder {
    private let isRightToLeft: Bool

    init(_ language: LanguageTag) { isRightToLeft = language.isRightToLeft }

    /// Whether there is anything to reorder.
    static func needed(_ traits: some Sequence<WordTraits>, _ language: LanguageTag) -> Bool {
        traits.contains { $0.contains(.backward) } || language.isRightToLeft
    }

    /// The logical positions in visual order, `backward` saying which words read from right to left.
    func order(_ backward: [Bool]) -> [Int] {
        var order = Array(backward.indices)
        // Level 1 holds right-to-left words, level 2 the others within a right-to-left line.
        if isRightToLeft {
            reverseStretches(&order) { !backward[$0] }
            order.reverse()
        } else {
            reverseStretches(&order) { backward[$0] }
        }
        return order
    }

    private func reverseStretches(_ order: inout [Int], where belongs: (Int) -> Bool) {
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, belongs(order[end]) { end += 1 }
            if end > start { order[start..<end].reverse() }
            start = max(end, start + 1)
        }
    }
}
