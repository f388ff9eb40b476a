// SPDX-License-Identifier: GPL-3.0-or-later

/// How a word holds on to its neighbours, found once for each distinct word.
public struct Hold: OptionSet, Hashable, Sendable {
    /// The bits; the upper eight are free for others.
    public let rawValue: UInt32
    /// These bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A preposition or a conjunction: should not end a line.
    public static let opener = Hold(rawValue: 1 << 0)
    /// A particle: should not begin a line.
    public static let follower = Hold(rawValue: 1 << 1)
    /// № or an abbreviation before a number.
    public static let label = Hold(rawValue: 1 << 2)
    /// A unit or an abbreviation after a number.
    public static let mark = Hold(rawValue: 1 << 3)
    /// Ends in a figure.
    public static let number = Hold(rawValue: 1 << 4)
    /// A capital and a full stop.
    public static let initial = Hold(rawValue: 1 << 5)
    /// A dash alone.
    public static let dash = Hold(rawValue: 1 << 6)
    /// Begins with a capital letter.
    public static let name = Hold(rawValue: 1 << 7)
    /// Begins with a figure.
    public static let figure = Hold(rawValue: 1 << 8)
    /// One letter and a full stop, as in `т. е.`
    public static let letterStop = Hold(rawValue: 1 << 9)
    /// A title or a kind of place before a name.
    public static let title = Hold(rawValue: 1 << 10)
    /// A month after its day.
    public static let month = Hold(rawValue: 1 << 11)
    /// A word of an abbreviation of several, not the last.
    public static let phraseStart = Hold(rawValue: 1 << 12)
    /// A word of such an abbreviation, not the first.
    public static let phraseNext = Hold(rawValue: 1 << 13)
    /// A Roman numeral.
    public static let roman = Hold(rawValue: 1 << 14)
    /// `а)`, `2)`.
    public static let listLabel = Hold(rawValue: 1 << 15)
    /// Figures and a full stop: `5.` of a German date.
    public static let ordinal = Hold(rawValue: 1 << 16)
    /// Four figures: most often a year.
    public static let year = Hold(rawValue: 1 << 17)

    /// What nothing may part: figures that belong together.
    public static let never: Int32 = 10_000
    /// A strong hold: a number and its unit, initials and a surname.
    public static let strong: Int32 = 9000

    /// Words of the left and of the right that hold on at all; most blanks lie between plain words.
    public static let left: Hold = [
        .opener, .label, .number, .initial, .letterStop, .title, .phraseStart, .roman, .listLabel, .ordinal,
    ]
    /// Words that hold on to the one before them.
    public static let right: Hold = [.follower, .dash, .initial, .roman, .figure]

    /// What it costs to end a line at a blank between two words.
    public static func penalty(between left: Hold, _ right: Hold) -> Int32 {
        if left.isDisjoint(with: Self.left), right.isDisjoint(with: Self.right) { return 0 }
        if right.contains(.dash) { return strong }
        if left.contains(.number), right.contains(.figure) { return never }
        return max(numbers(left, right), names(left, right), words(left, right))
    }

    private static func numbers(_ left: Hold, _ right: Hold) -> Int32 {
        if left.contains(.label), !right.isDisjoint(with: [.figure, .roman]) { return strong }
        if left.contains(.number) {
            if !right.isDisjoint(with: [.mark, .month]) { return strong }
            return right.contains(.name) || left.contains(.year) ? 0 : 100
        }
        if left.contains(.ordinal), right.contains(.month) { return strong }
        if left.contains(.roman), right.contains(.mark) { return strong }
        // A product and its version, but not a month and its year.
        return left.contains(.name) && !left.contains(.month) && right.isSuperset(of: [.figure, .number]) ? 200 : 0
    }

    private static func names(_ left: Hold, _ right: Hold) -> Int32 {
        if !left.isDisjoint(with: [.title, .initial]), right.contains(.name) { return strong }
        if left.contains(.name) {
            if right.contains(.roman) { return 3000 }
            if right.contains(.initial) { return 1000 }
        }
        return 0
    }

    private static func words(_ left: Hold, _ right: Hold) -> Int32 {
        if left.contains(.phraseStart), right.contains(.phraseNext) { return strong }
        if !left.isDisjoint(with: [.letterStop, .initial]), right.contains(.letterStop) { return strong }
        if right.contains(.follower) || left.contains(.listLabel) { return 1000 }
        return left.contains(.opener) ? 700 : 0
    }
}

extension Hold {
    /// What the form of `word` alone tells.
    init(shapeOf word: String, hasWordI: Bool) {
        var hold: Hold = []
        let scalars = word.unicodeScalars
        let core = scalars.drop { !$0.isWord }
        guard let first = core.first else {
            // With the comma that may follow the second of two.
            if let first = scalars.first, first == "—" || first == "–", scalars.dropFirst().allSatisfy(Self.isClosing) {
                hold = .dash
            }
            self = hold
            return
        }
        if first.isFigure { hold.insert(.figure) } else if first.properties.isUppercase { hold.insert(.name) }
        // "in 1997." ends a sentence: what follows is no unit.
        let end = scalars.reversed().first { $0 != ")" && $0 != "»" && $0 != "”" }
        if end?.isFigure ?? false { hold.insert(.number) }
        if core.count == 4, core.allSatisfy(\.isFigure) { hold.insert(.year) }
        if first.isFigure, end == ".", core.count <= 3, core.dropLast().allSatisfy(\.isFigure) { hold.insert(.ordinal) }
        let next = core.dropFirst()
        if next.count == 1, next.first == ".", first.isLetter {
            hold.insert(first.properties.isUppercase ? .initial : .letterStop)
        }
        if core.count == scalars.count, next.last == ")", next.count <= 2, next.dropLast().allSatisfy(\.isFigure) {
            hold.insert(.listLabel)
        }
        if Self.isRoman(core, hasWordI) { hold.insert(.roman) }
        self = hold
    }

    private static func isRoman(_ core: Substring.UnicodeScalarView, _ hasWordI: Bool) -> Bool {
        guard core.count <= 10 else { return false }
        var core = core
        while let last = core.last, isClosing(last) || last == "e" { core.removeLast() }
        guard let first = core.first, core.allSatisfy({ "IVXLCDM".unicodeScalars.contains($0) }) else { return false }
        return core.count > 1 || first == "V" || first == "X" || (first == "I" && !hasWordI)
    }

    static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ".", ";", ":", "!", "?", ")", "»", "”", "“", "’", "…": true
        default: false
        }
    }
}
