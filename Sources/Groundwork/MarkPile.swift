// SPDX-License-Identifier: GPL-3.0-or-later

/// Combining marks upon marks. No writing needs more than a handful on one letter; UAX #15 allows 30 in text for interchange, and
/// what shapes text takes the square of their number.
public enum MarkPile {
    /// As many as are kept.
    public static let most = 30

    /// `text` with no more than `most` marks in a row, and how many there were at most; `nil` if it has no such pile.
    public static func levelled(_ text: String) -> (text: String, height: Int)? {
        guard text.utf8.count > 2 * most else { return nil }
        var run = 0
        var highest = 0
        for scalar in text.unicodeScalars {
            run = isMark(scalar) ? run + 1 : 0
            highest = max(highest, run)
        }
        guard highest > most else { return nil }
        run = 0
        let kept = text.unicodeScalars.filter { scalar in
            run = isMark(scalar) ? run + 1 : 0
            return run <= most
        }
        return (String(String.UnicodeScalarView(kept)), highest)
    }

    /// The marks of scripts in use and those for all scripts; asking Unicode's tables for each letter would take longer than reading.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x300: false
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670,
            0x6D6...0x6ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
            true
        case 0x700...0x1CFF, 0xA800...0xABFF, 0x10000...0x1FFFF:
            scalar.properties.canonicalCombiningClass != .notReordered
        default: false
        }
    }
}
