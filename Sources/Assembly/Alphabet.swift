// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// The order of words in a language. Not a full collation: the alphabets of the editions that exist, and Latin letters without
/// their marks for all others.
enum Alphabet {
    private static let alphabets: [String: String] = [
        "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
        "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    ]
    /// Letters with marks and the letter they stand with.
    private static let folded: [Unicode.Scalar: String] = {
        let groups: KeyValuePairs = [
            "a": "àáâãäåāăą", "ae": "æ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
            "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľłŀ", "n": "ñńņňŋ", "o": "òóôõöøōŏő", "oe": "œ",
            "r": "ŕŗř", "s": "śŝşšș", "ss": "ß", "t": "ţťŧțþ", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
            "z": "źżž",
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (plain, letters) in groups { for letter in letters.unicodeScalars { table[letter] = plain } }
        return table
    }()

    /// What to compare instead of `text`; quotation marks and brackets at its beginning do not count.
    static func key(of text: String, in language: LanguageTag) -> [UInt32] {
        let letters = alphabets[language.primary].map { Array($0.unicodeScalars) } ?? []
        var key: [UInt32] = []
        for scalar in text.lowercased().unicodeScalars {
            if key.isEmpty, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) { continue }
            if let place = letters.firstIndex(of: scalar) {
                key.append(0x10000 + UInt32(place))
            } else if let plain = folded[scalar] {
                key += plain.unicodeScalars.map(\.value)
            } else {
                key.append(scalar.value)
            }
        }
        return key
    }

    /// `items` in the order of `name` in `language`; equal names keep their order.
    static func sorted<Item>(_ items: [Item], in language: LanguageTag, by name: (Item) -> String) -> [Item] {
        let keyed = items.enumerated().map { (key: key(of: name($1), in: language), place: $0, item: $1) }
        return keyed.sorted { left, right in
            if left.key == right.key { return left.place < right.place }
            return left.key.lexicographicallyPrecedes(right.key)
        }.map(\.item)
    }
}
