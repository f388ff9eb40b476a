// SPDX-License-Identifier: GPL-3.0-or-later

/// The patterns that libhyphen needs beyond those that a list gives.
///
/// Liang's method takes every pattern that ends at a letter (F. M. Liang, *Word hy-phen-a-tion by com-put-er*, 1983). libhyphen's automaton is in one
/// state for each letter, the longest beginning of a pattern that fits, and takes that state's pattern only. A list works in it when each beginning of
/// a pattern bears what all patterns within it that end there say. Some of Debian's lists are made so and some, such as the Russian one, are not.
enum PatternClosure {
    private static let opening = Array("% closure begins".utf8)
    private static let closing = Array("% closure ends".utf8)
    private static let levelEnd = Array("NEXTLEVEL".utf8)

    /// `list`, in UTF-8 with its first line, with the missing patterns at the end of each level, between two remarks.
    static func closed(_ list: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var level: [Pattern] = []
        for (number, line) in list.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            if line.starts(with: levelEnd) {
                append(level, to: &output)
                level = []
            } else if number > 0, let pattern = Pattern(line) {
                level.append(pattern)
            }
            output += line
            output.append(10)
        }
        // The split gives an empty line after the last line feed.
        output.removeLast()
        if output.last != 10 { output.append(10) }
        append(level, to: &output)
        return output
    }

    /// The list of which `closed` made `list`.
    static func opened(_ list: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var isInside = false
        for line in list.split(separator: 10, omittingEmptySubsequences: false) {
            if line.elementsEqual(opening) { isInside = true }
            if !isInside {
                output += line
                output.append(10)
            }
            if line.elementsEqual(closing) { isInside = false }
        }
        output.removeLast()
        return output
    }

    /// Whether `closed` has added something to `list`; it may also have found nothing to add.
    static func isClosed(_ list: [UInt8]) -> Bool {
        list.split(separator: 10).contains { $0.elementsEqual(opening) }
    }

    private static func append(_ patterns: [Pattern], to output: inout [UInt8]) {
        let missing = missing(patterns)
        guard !missing.isEmpty else { return }
        output += opening + [10]
        for pattern in missing { output += pattern.text + [10] }
        output += closing + [10]
    }

    /// The beginnings of `patterns` that say less than the patterns that end with them, in a fixed order.
    private static func missing(_ patterns: [Pattern]) -> [Pattern] {
        var values: [[UInt8]: [UInt8]] = [:]
        for pattern in patterns { values[pattern.letters] = pattern.values }
        var seen: Set<[UInt8]> = []
        var missing: [Pattern] = []
        for pattern in patterns {
            for end in pattern.characterEnds {
                let state = Array(pattern.letters[..<end])
                guard seen.insert(state).inserted else { continue }
                var merged = values[state] ?? [UInt8](repeating: 0, count: state.count + 1)
                for start in Pattern.starts(state).dropFirst() {
                    guard let other = values[Array(state[start...])] else { continue }
                    for (index, value) in other.enumerated() {
                        merged[start + index] = max(merged[start + index], value)
                    }
                }
                if merged != values[state], merged.contains(where: { $0 > 0 }) {
                    missing.append(Pattern(letters: state, values: merged))
                }
            }
        }
        return missing.sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
    }

    /// Letters in UTF-8, and a value before each byte and after the last.
    private struct Pattern {
        var letters: [UInt8]
        var values: [UInt8]

        init(letters: [UInt8], values: [UInt8]) {
            self.letters = letters
            self.values = values
        }

        /// The pattern of a line; none for remarks, settings and patterns that change the spelling.
        init?(_ line: ArraySlice<UInt8>) {
            // libhyphen reads no longer line.
            guard line.count < 100, let first = line.first, first != UInt8(ascii: "%"), first != UInt8(ascii: "#"),
                !line.contains(UInt8(ascii: "/")), !(0x41...0x5A).contains(first)
            else { return nil }
            letters = []
            values = [0]
            for byte in line where byte > 32 {
                if (0x30...0x39).contains(byte) {
                    values[values.count - 1] = byte - 0x30
                } else {
                    letters.append(byte)
                    values.append(0)
                }
            }
            if letters.isEmpty { return nil }
        }

        /// Where characters end, ascending.
        var characterEnds: [Int] {
            (1...letters.count).filter { $0 == letters.count || letters[$0] & 0xC0 != 0x80 }
        }

        static func starts(_ letters: [UInt8]) -> [Int] { letters.indices.filter { letters[$0] & 0xC0 != 0x80 } }

        /// As it stands in a list.
        var text: [UInt8] {
            var text: [UInt8] = []
            for (index, value) in values.enumerated() {
                if value > 0 { text.append(0x30 + value) }
                if index < letters.count { text.append(letters[index]) }
            }
            return text
        }
    }
}
