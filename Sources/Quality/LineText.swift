// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Layout
internal import Typesetting

/// What a line says, and the white between its words.
struct LineText {
    /// In reading order.
    private(set) var words: [String] = []
    /// From left to right, in page space.
    private(set) var gaps: [ClosedRange<Double>] = []

    private let isRightToLeft: Bool

    init(_ placed: PlacedLine, isRightToLeft: Bool) {
        self.isRightToLeft = isRightToLeft
        var word = ""
        for piece in placed.line.pieces {
            word += piece.glyphs.text
            guard piece.blank >= 0 else { continue }
            words.append(word)
            word = ""
            guard piece.blank > 0 else { continue }
            let start = placed.origin.x + Double(piece.x) + piece.width
            gaps.append(start...(start + Double(piece.blank)))
        }
        if !word.isEmpty { words.append(word) }
        // Pieces stand from left to right.
        if isRightToLeft { words.reverse() }
    }

    /// The line, its middle left out if it is long.
    var excerpt: String {
        guard words.count > 8 else { return words.joined(separator: " ") }
        return words.prefix(4).joined(separator: " ") + " … " + words.suffix(3).joined(separator: " ")
    }

    /// The words on both sides of the gap `gap`.
    func neighbours(ofGap gap: Int) -> String {
        let place = isRightToLeft ? gaps.count - 1 - gap : gap
        guard words.count == gaps.count + 1, words.indices.contains(place), words.indices.contains(place + 1) else {
            return excerpt
        }
        return words[place] + " " + words[place + 1]
    }

    /// How many letters and digits there are.
    var letterCount: Int { words.reduce(0) { $0 + $1.count { $0.isLetter || $0.isNumber } } }
}

extension String {
    /// The word without marks round it, in small letters; empty if there is no letter in it.
    var bareWord: String {
        let isInner: (Character) -> Bool = { $0.isLetter || $0.isNumber }
        guard let first = firstIndex(where: isInner), let last = lastIndex(where: isInner),
            contains(where: \.isLetter)
        else { return "" }
        return self[first...last].lowercased()
    }
}
