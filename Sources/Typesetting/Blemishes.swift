// SPDX-License-Identifier: GPL-3.0-or-later

internal import Fonts

/// What the eye stops at in a set paragraph: words that stand above themselves at an edge, and white that runs down through lines.
struct Blemishes {
    /// What they cost, on the breaker's scale.
    private(set) var demerits = 0.0
    /// The lines whose ends should go elsewhere, ascending.
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

    /// White between words: from and to, in points.
    private typealias Gap = (start: Double, end: Double)

    /// Three lines or more whose wide gaps lie above one another.
    private mutating func rivers(_ lines: [Line]) {
        var courses: [(gap: Gap, length: Int)] = []
        for (number, line) in lines.enumerated() {
            guard line.fit.wordSpace > 1.3 else {
                courses = []
                continue
            }
            var next: [(gap: Gap, length: Int)] = []
            for piece in line.pieces where piece.blank > 0 {
                let start = Double(piece.x) + piece.width
                let gap = (start: start, end: start + Double(piece.blank))
                let above = courses.first { $0.gap.start < gap.end && gap.start < $0.gap.end }
                let length = (above?.length ?? 0) + 1
                if length > 2 {
                    demerits += Self.river
                    self.lines.formUnion([number - 1, number - 2])
                }
                next.append((gap, length))
            }
            courses = next
        }
    }
}
