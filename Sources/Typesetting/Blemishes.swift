// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts

/// What the eye stops at in a set paragraph: words that stand above themselves at an edge, and white that runs down through lines.
struct Blemishes {
    /// What they cost, on the breaker's scale.
    private(set) var demerits = 0.0
    /// The lines whose ends should go elsewhere.
    private(set) var lines: Set<Int> = []

    var isEmpty: Bool { lines.isEmpty }

    /// A word above itself: short ones are seen less; a third time is seen by everybody.
    private static let shortStack = 1_500.0
    private static let longStack = 6_000.0
    private static let thirdInStack = 60_000.0
    private static let river = 8_000.0

    init(in setting: Setting, justified: Bool) {
        stacks(setting.lines)
        if justified { rivers(setting.lines) }
    }

    // MARK: Stacks

    private mutating func stacks(_ lines: [Line]) {
        var above: (first: String, last: String) = ("", "")
        var count = (first: 1, last: 1)
        for (number, line) in lines.enumerated() {
            let words = (first: Self.word(line.pieces.first), last: Self.word(line.pieces.last))
            let isLast = number == lines.count - 1
            count.first = !words.first.isEmpty && words.first == above.first ? count.first + 1 : 1
            // The last line ends where it likes: nothing stands above its end.
            count.last = !isLast && !words.last.isEmpty && words.last == above.last ? count.last + 1 : 1
            if count.first > 1 {
                cost(count.first, words.first)
                // Where a line begins, the one above it has ended.
                self.lines.insert(number - 1)
                if number > 1 { self.lines.insert(number - 2) }
            }
            if count.last > 1 {
                cost(count.last, words.last)
                self.lines.insert(number)
                self.lines.insert(number - 1)
            }
            above = words
        }
    }

    private mutating func cost(_ times: Int, _ word: String) {
        demerits += times > 2 ? Self.thirdInStack : word.unicodeScalars.count < 4 ? Self.shortStack : Self.longStack
    }

    /// The letters of a piece, in lower case; nothing for a division's hyphen.
    private static func word(_ piece: Piece?) -> String {
        guard let piece, !piece.isDivision else { return "" }
        return String(
            String.UnicodeScalarView(piece.glyphs.text.unicodeScalars.filter { $0.properties.isAlphabetic })
        ).lowercased()
    }

    // MARK: Rivers

    /// A river costs for each line from the third on.
    private mutating func rivers(_ lines: [Line]) {
        let gaps = lines.map { line in
            Double(line.fit.wordSpace) > Rivers.width ? Self.gaps(in: line) : []
        }
        for river in Rivers.find(in: gaps) {
            demerits += Self.river * Double(river.length - Rivers.length + 1)
            self.lines.formUnion(river.first..<river.first + river.length - 1)
        }
    }

    private static func gaps(in line: Line) -> [ClosedRange<Double>] {
        line.pieces.filter { $0.blank > 0 }.map { piece in
            let start = Double(piece.x) + piece.width
            return start...start + Double(piece.blank)
        }.sorted { $0.lowerBound < $1.lowerBound }
    }
}
