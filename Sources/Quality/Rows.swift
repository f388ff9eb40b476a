// SPDX-License-Identifier: GPL-3.0-or-later

extension Array {
    /// The runs of neighbours that are alike by `key`; elements whose key is `nil` stand in none.
    func rows<Key: Equatable>(_ key: (Element) -> Key?) -> [(key: Key, range: Range<Int>)] {
        var rows: [(key: Key, range: Range<Int>)] = []
        for index in indices {
            guard let key = key(self[index]) else { continue }
            if let last = rows.last, last.range.upperBound == index, last.key == key {
                rows[rows.count - 1].range = last.range.lowerBound..<(index + 1)
            } else {
                rows.append((key, index..<(index + 1)))
            }
        }
        return rows
    }
}
