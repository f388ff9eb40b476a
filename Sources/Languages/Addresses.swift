// SPDX-License-Identifier: GPL-3.0-or-later

extension Sheet {
    /// Locks what looks like an address or a name of a machine, so that no rule changes it.
    mutating func guardAddresses() {
        var start = 0
        while start < cells.count {
            while start < cells.count, cells[start].scalar.isBlank { start += 1 }
            var end = start
            var hasPoint = false
            var isAddress = false
            while end < cells.count, !cells[end].scalar.isBlank {
                switch cells[end].scalar {
                case "@", "_", "\\": isAddress = true
                case ".": hasPoint = hasPoint || (self[end + 1].map(\.isWord) ?? false)
                case "/":
                    let isScheme = self[end + 1] == "/" && end > start && cells[end - 1].scalar == ":"
                    isAddress = isAddress || hasPoint || isScheme
                default: break
                }
                end += 1
            }
            if isAddress || isHost(start..<end) { lock(start..<end) }
            start = end
        }
    }

    /// Marks that stand round an address are no part of it.
    private mutating func lock(_ range: Range<Int>) {
        let around: Set<Unicode.Scalar> = [
            "\"", "'", "(", ")", "[", "]", "<", ">", "«", "»", "“", "”", "„", "‘", "’", ",", ".", ";", ":", "!", "?",
            "…",
        ]
        var range = range
        while let first = range.first, around.contains(cells[first].scalar) { range.removeFirst() }
        while let last = range.last, around.contains(cells[last].scalar) { range.removeLast() }
        for index in range { cells[index].isLocked = true }
    }

    /// `www.…`, `mailto:…`, `tel:…`, `--option`.
    private func isHost(_ range: Range<Int>) -> Bool {
        if range.count > 3, cells[range.lowerBound].scalar == "-", self[range.lowerBound + 1] == "-",
            self[range.lowerBound + 2].map(\.isWord) ?? false
        {
            return true
        }
        guard range.count > 4, let first = range.first else { return false }
        switch cells[first].scalar {
        case "w", "W": return text(first..<first + 4).lowercased() == "www."
        case "m", "t": return text(range).hasPrefix("mailto:") || text(range).hasPrefix("tel:")
        default: return false
        }
    }
}
