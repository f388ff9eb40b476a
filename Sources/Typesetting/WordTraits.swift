// SPDX-License-Identifier: GPL-3.0-or-later

/// What the breaker wants to know of a word, found once for each distinct word.
struct WordTraits: OptionSet {
    let rawValue: UInt16

    /// A preposition or a conjunction: should not end a line.
    static let opener = WordTraits(rawValue: 1)
    /// A particle: should not begin a line.
    static let follower = WordTraits(rawValue: 2)
    /// № or an abbreviation before a value or a name.
    static let label = WordTraits(rawValue: 4)
    /// A unit or an abbreviation after a number.
    static let mark = WordTraits(rawValue: 8)
    /// Ends in a digit.
    static let number = WordTraits(rawValue: 16)
    /// A capital and a full stop.
    static let initial = WordTraits(rawValue: 32)
    /// A dash alone.
    static let dash = WordTraits(rawValue: 64)
    /// Begins with a capital or a digit.
    static let name = WordTraits(rawValue: 128)
    /// Less than four characters.
    static let short = WordTraits(rawValue: 256)
    /// Has a character that no face has.
    static let missing = WordTraits(rawValue: 512)
    /// Made of several shaped strings, as no one face has all its characters.
    static let mixed = WordTraits(rawValue: 1024)
    /// Reads from right to left.
    static let backward = WordTraits(rawValue: 2048)
    /// One letter and a full stop, as in `т. е.`
    static let letterStop = WordTraits(rawValue: 4096)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The traits of `word` by the lists of its language.
    init(_ word: String, glue: GlueWords) {
        var traits: WordTraits = []
        let scalars = word.unicodeScalars
        let core = scalars.drop { !$0.properties.isAlphabetic && !Self.isDigit($0) }
        if let first = core.first, first.properties.isUppercase || Self.isDigit(first) { traits.insert(.name) }
        if let last = scalars.last(where: { !",.;:)»”".unicodeScalars.contains($0) }), Self.isDigit(last) {
            // "in 1997." ends a sentence; what follows is no unit.
            if scalars.last.map(Self.isDigit) == true { traits.insert(.number) }
        }
        let count = scalars.count
        if count < 4 || scalars.lazy.filter({ $0.properties.isAlphabetic || Self.isDigit($0) }).count < 4 {
            traits.insert(.short)
        }
        if count == 1, let only = scalars.first, only == "—" || only == "–" { traits.insert(.dash) }
        if scalars.contains(where: Self.isBackward) { traits.insert(.backward) }
        if count <= 8 { traits.formUnion(Self.listed(word, core: String(Substring(core)), glue)) }
        self = traits
    }

    private static func listed(_ word: String, core: String, _ glue: GlueWords) -> WordTraits {
        var traits: WordTraits = []
        let lower = (core.isEmpty ? word : core).lowercased()
        let whole = word.lowercased()
        var bareScalars = lower[...].unicodeScalars
        while let last = bareScalars.last, isClosing(last) { bareScalars.removeLast() }
        let bare = String(Substring(bareScalars))
        if glue.openers.contains(lower) { traits.insert(.opener) }
        if glue.followers.contains(bare) { traits.insert(.follower) }
        if glue.labels.contains(lower) || glue.labels.contains(whole) { traits.insert(.label) }
        if glue.marks.contains(whole) || glue.marks.contains(lower) || glue.marks.contains(bare) {
            traits.insert(.mark)
        }
        let scalars = Array(core.unicodeScalars)
        if scalars.count == 2, scalars[1] == ".", scalars[0].properties.isAlphabetic {
            traits.insert(scalars[0].properties.isUppercase ? .initial : .letterStop)
        }
        return traits
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ".", ";", ":", "!", "?", ")", "»", "”": true
        default: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

    private static func isBackward(_ scalar: Unicode.Scalar) -> Bool {
        (0x590...0x8FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
            || (0xFE70...0xFEFC).contains(scalar.value)
    }

    /// What it costs to break at a blank between two words.
    static func penalty(between left: WordTraits, _ right: WordTraits) -> Int32 {
        // Most blanks lie between plain words.
        let held: WordTraits = [.opener, .label, .number, .initial, .letterStop]
        let holding: WordTraits = [.follower, .mark, .dash, .initial]
        if left.isDisjoint(with: held), right.isDisjoint(with: holding) { return 0 }
        if right.contains(.dash) { return 9000 }
        if left.contains(.number) { return right.contains(.mark) ? 9000 : right.contains(.name) ? 0 : 100 }
        if left.contains(.label), right.contains(.name) { return 9000 }
        if left.contains(.initial), right.contains(.name) { return 9000 }
        if left.contains(.letterStop), right.contains(.letterStop) { return 9000 }
        if right.contains(.initial), left.contains(.name) { return 1000 }
        if right.contains(.follower) { return 1000 }
        return left.contains(.opener) ? Int32(Tune.get("OPEN", 700)) : 0
    }
}
