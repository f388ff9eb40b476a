// SPDX-License-Identifier: GPL-3.0-or-later
internal import PDFSyntax

/// What cairo guesses that the codes of a font say, from the font's own table of characters.
///
/// Text inside a drawing is drawn by librsvg with fonts of the same names but other codes: the guess tells which font is whose.
struct GlyphGuess {
    /// UTF-16 of what a code says, as hexadecimal digits in upper case.
    private var texts: [Int: [UInt8]] = [:]

    /// The guess in a ToUnicode map (ISO 32000-1:2008, 9.10.3).
    init(_ map: [UInt8]) {
        var tokens = ContentTokens(map)
        var strings: [[UInt8]] = []
        var operands = 0
        while tokens.next() {
            if tokens.kind == .keyword {
                switch String(decoding: map[tokens.start..<tokens.end], as: UTF8.self) {
                case "beginbfchar": operands = 2
                case "beginbfrange": operands = 3
                default: operands = 0
                }
                strings = []
            } else if operands > 0, tokens.kind == .string {
                strings.append(Self.digits(map[tokens.start..<tokens.end]))
                guard strings.count == operands else { continue }
                note(strings)
                strings = []
            }
        }
    }

    private static func digits(_ string: ArraySlice<UInt8>) -> [UInt8] {
        string.filter { $0 != 0x3C && $0 != 0x3E && $0 > 0x20 }.map { (97...102).contains($0) ? $0 - 32 : $0 }
    }

    private static func number(_ digits: [UInt8]) -> Int? {
        UInt32(String(decoding: digits, as: UTF8.self), radix: 16).map { Int($0) }
    }

    private mutating func note(_ strings: [[UInt8]]) {
        guard let first = Self.number(strings[0]), let last = Self.number(strings[strings.count - 2]),
            strings.count == 3, let text = Self.number(strings[2])
        else {
            if strings.count == 2, let code = Self.number(strings[0]) { texts[code] = strings[1] }
            return
        }
        // A map of two bytes a code has no longer ranges.
        for code in first...max(first, min(last, first + 0xFFFF)) {
            var digits = ObjectText()
            digits.put(hex16: UInt16(truncatingIfNeeded: text + code - first))
            texts[code] = digits.bytes
        }
    }

    /// Whether `said`, by code from 1, is what the same font says: the guess misses variants and ligatures, but not half of all.
    func agrees(with said: [String]) -> Bool {
        var known = 0
        var equal = 0
        for (code, guess) in texts where !guess.elementsEqual("FFFD".utf8) {
            guard code > 0, code <= said.count else { return false }
            var digits = ObjectText()
            digits.put(utf16: said[code - 1])
            known += 1
            if digits.bytes.elementsEqual(guess) { equal += 1 }
        }
        return equal * 2 >= known
    }
}
