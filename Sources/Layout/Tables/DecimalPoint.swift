// SPDX-License-Identifier: GPL-3.0-or-later

/// Where numbers that stand below one another meet: after the whole part of the first number in a text.
enum DecimalPoint {
    /// The part of `text` before the decimal separator `mark`; the whole number where it has none, a dash alone where it has no number.
    /// `nil` for words.
    static func head(of text: String, mark: Unicode.Scalar) -> String? {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.firstIndex(where: isDigit) else {
            let trimmed = scalars.filter { !$0.properties.isWhitespace }
            guard trimmed.count <= 2, let dash = trimmed.first, ["–", "—", "-", "−", "…", "·"].contains(dash) else {
                return nil
            }
            return text
        }
        // Words before a number are no number.
        guard !scalars[..<first].contains(where: { $0.properties.isAlphabetic }) else { return nil }
        var end = first
        while end < scalars.count {
            if isDigit(scalars[end]) {
                end += 1
            } else if scalars[end] != mark, isGrouping(scalars[end]), isGroup(scalars, after: end) {
                end += 4
            } else {
                break
            }
        }
        var head = String.UnicodeScalarView()
        head.append(contentsOf: scalars[..<end])
        return String(head)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == .decimal }

    private static func isGrouping(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’", ",", ".", "٬": true
        default: false
        }
    }

    /// Whether three digits, and no fourth, follow.
    private static func isGroup(_ scalars: [Unicode.Scalar], after place: Int) -> Bool {
        guard place + 3 < scalars.count, scalars[place + 1...place + 3].allSatisfy(isDigit) else { return false }
        return place + 4 >= scalars.count || !isDigit(scalars[place + 4])
    }
}
