// SPDX-License-Identifier: GPL-3.0-or-later

/// Puts what stands on a line from left to right: rule L2 of the Unicode bidirectional algorithm.
enum VisualOrder {
    /// The logical positions from left to right, of things at `levels`.
    static func order(_ levels: [UInt8]) -> [Int] {
        var order = Array(levels.indices)
        guard let highest = levels.max(), let lowest = levels.lazy.filter({ $0 & 1 == 1 }).min() else { return order }
        for level in (lowest...highest).reversed() {
            var start = 0
            while start < order.count {
                guard levels[order[start]] >= level else {
                    start += 1
                    continue
                }
                var end = start + 1
                while end < order.count, levels[order[end]] >= level { end += 1 }
                order[start..<end].reverse()
                start = end
            }
        }
        return order
    }
}
