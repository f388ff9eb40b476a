// SPDX-License-Identifier: GPL-3.0-or-later
internal import Manuscript

extension Gaps {
    /// What else stands in brackets in the place of a placeholder's name: shorter, longer, by its initials.
    private static let others: [(kind: String, letters: [[UInt8]])] = [
        ("CONSULTATION FINDING", ["consultation", "finding", "findings"].map { Array($0.utf8) }),
        ("TESTIMONY", ["testimonies", "testimonial", "testimonials"].map { Array($0.utf8) }),
        ("TO CONFIRM", ["confirm", "confirmed", "tobeconfirmed", "tbc"].map { Array($0.utf8) }),
    ]
    private static let names: [(kind: String, letters: [UInt8])] = [
        ("CONSULTATION FINDING", Array("consultationfinding".utf8)), ("TESTIMONY", Array("testimony".utf8)),
        ("TO CONFIRM", Array("toconfirm".utf8)),
    ]
    /// Longer names than this are no slip of the keyboard.
    private static let longestHead = 48

    /// The gap that somebody meant to begin with the bracket at `open`, but misspelt: letters left out or exchanged, Cyrillic ones that
    /// look the same.
    static func nearMiss(at open: Int, in bytes: [UInt8]) -> Gap? {
        let head = Head(bytes[(open + 1)..<min(open + 1 + longestHead, bytes.count)])
        guard let end = head.end, head.letters.count >= 3, head.isCapital || head.endsWithDash else { return nil }
        let near = names.first { distance($0.letters, head.letters) <= $0.letters.count / 4 }?.kind
        let other = head.isCapital ? others.first { $0.letters.contains(head.letters) }?.kind : nil
        guard let kind = near ?? other else { return nil }
        let (upper, isClosed) = extent(from: end, bytes, true)
        let instruction = trimmed(String(decoding: bytes[end..<max(isClosed ? upper - 1 : upper, end)], as: UTF8.self))
        return Gap(range: open..<upper, kind: kind, instruction: instruction, isExact: false)
    }

    /// What stands between a bracket and a dash, a colon or the closing bracket.
    private struct Head {
        var letters: [UInt8] = []
        /// Where it ends; `nil` if nothing ends it.
        var end: Int?
        var endsWithDash = false
        private var capitals = 0

        var isCapital: Bool { capitals * 10 >= letters.count * 7 }

        init(_ bytes: ArraySlice<UInt8>) {
            var place = bytes.startIndex
            while place < bytes.endIndex {
                let width = width(of: bytes[place])
                let scalar =
                    String(decoding: bytes[place..<min(place + width, bytes.endIndex)], as: UTF8.self)
                    .unicodeScalars.first ?? " "
                switch scalar {
                case "]":
                    end = place
                    return
                case ":", "|", "\u{2010}"..."\u{2015}", "\u{2212}":
                    end = place + width
                    endsWithDash = true
                    return
                // A hyphen within a word is none of these.
                case "-" where place + 1 < bytes.endIndex && bytes[place + 1] == 32:
                    end = place + width
                    endsWithDash = true
                    return
                case "[", "(", "\n": return
                default: take(scalar)
                }
                place += width
            }
        }

        private func width(of lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

        private mutating func take(_ scalar: Unicode.Scalar) {
            let likeness = Self.likenesses[scalar] ?? scalar
            guard likeness.isASCII, likeness.properties.isAlphabetic else { return }
            if likeness.value < 97 { capitals += 1 }
            letters.append(UInt8(likeness.value | 32))
        }

        /// Cyrillic letters by the Latin ones that they look like.
        private static let likenesses: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
            uniqueKeysWithValues: zip(
                "АВЕКМНОРСТУХІЅаеорсухіѕ0".unicodeScalars, "ABEKMHOPCTYXISaeopcyxisO".unicodeScalars))
    }

    /// V. I. Levenshtein's distance, with neighbours exchanged counted as one slip (F. J. Damerau, 1964).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard abs(left.count - right.count) <= 4 else { return 5 }
        var before: [Int] = []
        var last = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var row = [i + 1]
            for (j, b) in right.enumerated() {
                var cost = min(last[j] + (a == b ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            (before, last) = (last, row)
        }
        return last[right.count]
    }
}
