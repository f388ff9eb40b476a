// SPDX-License-Identifier: GPL-3.0-or-later
internal import CPango

/// The embedding levels of a paragraph's characters by the Unicode bidirectional algorithm (UAX #9, rules P2 to I2).
///
/// Even levels read from left to right, odd ones from right to left. Blanks at the end of a line and rule L2, which need the
/// lines, are the line builder's. Isolates (U+2066…2069) are obeyed; embeddings and overrides (U+202A…202E) count as nothing.
public struct BidiLevels: Sendable {
    /// A stretch of one level.
    public struct Run: Hashable, Sendable {
        /// UTF-8 offsets in the text.
        public var range: Range<Int>
        /// The level.
        public var level: UInt8

        /// Whether it reads from right to left.
        public var isRightToLeft: Bool { level & 1 == 1 }
    }

    /// The stretches, in order; together the whole text.
    public let runs: [Run]
    /// The level of the paragraph: 0 or 1.
    public let base: UInt8
    /// Whether a character stands at another level than the paragraph.
    public let isMixed: Bool

    /// The levels of `text`, a whole paragraph, whose own direction is `isRightToLeft`.
    public init(text: String, isRightToLeft: Bool) {
        base = isRightToLeft ? 1 : 0
        let length = text.utf8.count
        // Most text has no letter at all that reads from right to left.
        if !isRightToLeft, !text.utf8.contains(where: { $0 >= 0xD6 }) || !Self.mayTurn(text) {
            runs = length > 0 ? [Run(range: 0..<length, level: 0)] : []
            isMixed = false
            return
        }
        runs = Self.runs(text, base: base)
        isMixed = runs.contains { [base] in $0.level != base }
    }

    /// The level of the character at the UTF-8 `offset`; that of the paragraph beyond the text.
    public func level(atUTF8 offset: Int) -> UInt8 { run(at: offset)?.level ?? base }

    /// Where the stretch of one level ends that the UTF-8 `offset` stands in; far away beyond the text.
    public func end(ofRunAt offset: Int) -> Int { run(at: offset)?.range.upperBound ?? Int(Int32.max) }

    private func run(at offset: Int) -> Run? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].range.contains(offset) ? runs[low] : nil
    }

    /// Whether something in `text` can have a level above 0 in a left-to-right paragraph: the blocks of right-to-left scripts,
    /// Arabic numbers among them, and isolates.
    private static func mayTurn(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x590...0x8FF, 0x200F, 0x2066...0x2069, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF,
                0x1E800...0x1EFFF:
                true
            default: false
            }
        }
    }

    private static func runs(_ text: String, base: UInt8) -> [Run] {
        let scalars = text.unicodeScalars.map { (0x202A...0x202E).contains($0.value) ? 0x200B : $0.value }
        let count = Int32(clamping: scalars.count)
        // FriBidi counts in 32 bits.
        guard count > 0, Int(count) == scalars.count else { return [] }
        var types = [FriBidiCharType](repeating: FriBidiCharType(rawValue: 0), count: scalars.count)
        var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
        var levels = [FriBidiLevel](repeating: FriBidiLevel(base), count: scalars.count)
        fribidi_get_bidi_types(scalars, count, &types)
        fribidi_get_bracket_types(scalars, count, types, &brackets)
        // Casts of FRIBIDI_PAR_LTR and FRIBIDI_PAR_RTL, which Swift does not import.
        var direction = FriBidiParType(rawValue: base == 1 ? 0x111 : 0x110)
        guard fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, &levels) != 0 else { return [] }
        var runs: [Run] = []
        var start = 0
        for (scalar, level) in zip(text.unicodeScalars, levels) {
            let end = start + UTF8.width(scalar)
            let level = UInt8(clamping: level)
            if let last = runs.indices.last, runs[last].level == level {
                runs[last].range = runs[last].range.lowerBound..<end
            } else {
                runs.append(Run(range: start..<end, level: level))
            }
            start = end
        }
        return runs
    }
}
