// SPDX-License-Identifier: GPL-3.0-or-later
internal import Languages

/// What the breaker wants to know of a word, found once for each distinct word: how it holds on to its neighbours, and of what it
/// is made.
struct WordTraits: OptionSet {
    /// The lower bits are those of `Hold`.
    let rawValue: UInt32

    /// Less than four characters.
    static let short = WordTraits(rawValue: 1 << 24)
    /// Has a character that no face has.
    static let missing = WordTraits(rawValue: 1 << 25)
    /// Made of several shaped strings, as no one face has all its characters.
    static let mixed = WordTraits(rawValue: 1 << 26)
    /// Reads from right to left.
    static let backward = WordTraits(rawValue: 1 << 27)
    /// A bracket alone that reads from right to left and is drawn as its other.
    static let mirrored = WordTraits(rawValue: 1 << 28)
    /// Set in another face than its style's first, in part or as a whole.
    static let borrowed = WordTraits(rawValue: 1 << 29)

    private static let holdsLeft = WordTraits(Hold.left)
    private static let holdsRight = WordTraits(Hold.right)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    private init(_ hold: Hold) { rawValue = hold.rawValue }

    /// The traits of `word` by the lists of its language.
    init(_ word: String, glue: Glue) {
        var traits = WordTraits(glue.hold(of: word))
        let scalars = word.unicodeScalars
        if scalars.count < 4 || scalars.lazy.filter({ $0.properties.isAlphabetic || Self.isDigit($0) }).count < 4 {
            traits.insert(.short)
        }
        self = traits
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

    /// What it costs to break at a blank between two words; 10 000 where nothing may part them.
    static func penalty(between left: WordTraits, _ right: WordTraits) -> Int32 {
        // Most blanks lie between plain words.
        if left.isDisjoint(with: holdsLeft), right.isDisjoint(with: holdsRight) { return 0 }
        return Hold.penalty(between: Hold(rawValue: left.rawValue), Hold(rawValue: right.rawValue))
    }
}
