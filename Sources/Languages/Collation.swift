// SPDX-License-Identifier: GPL-3.0-or-later
internal import CICU
public import Groundwork

/// The order of words in a language, and the headings of its index, by the data of CLDR.
public final class Collation {
    private let fine: UnsafeMutableRawPointer?
    private let coarse: UnsafeMutableRawPointer?
    /// The headings of an index in their order, each with what it is compared by.
    private lazy var headings: [(label: String, key: [UInt8])] = Self.labels(locale)
        .map { ($0, Self.key(of: $0, coarse)) }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    private let locale: String
    private let isLatin: Bool

    /// The order of `language`; of all languages where CLDR has none of its own.
    public init(_ language: LanguageTag) {
        locale = Locale.locale(of: language) ?? "root"
        fine = pamphlet_icu_open_collation(locale, 0)
        coarse = pamphlet_icu_open_collation(locale, 1)
        isLatin = language.isLatin
    }

    deinit {
        if let fine { pamphlet_icu_close_collation(fine) }
        if let coarse { pamphlet_icu_close_collation(coarse) }
    }

    /// Where a term stands in an index.
    public enum Group: Hashable, Sendable {
        /// Under a letter.
        case letter(String)
        /// With the terms in Latin letters, in a language that has others.
        case latin
        /// With what begins with a figure or a sign.
        case sign
    }

    /// What to compare, byte by byte, instead of `text`. Quotation marks and brackets at its beginning do not count; words are
    /// compared one by one.
    public func key(of text: String) -> [UInt8] {
        let bare = Self.bare(text)
        // Equal words are told apart by what was left out, so that there is one order.
        return Self.key(of: String(bare), fine) + Array(text.utf8)
    }

    /// `items` in the order of their names; equal names keep their order.
    public func sorted<Item>(_ items: [Item], by name: (Item) -> String) -> [Item] {
        let keyed = items.enumerated().map { (key: key(of: name($1)), place: $0, item: $1) }
        return keyed.sorted { left, right in
            if left.key == right.key { return left.place < right.place }
            return left.key.lexicographicallyPrecedes(right.key)
        }.map(\.item)
    }

    /// The group of an index in which `text` stands.
    public func group(of text: String) -> Group {
        let bare = Self.bare(text)
        guard let first = bare.first, first.properties.isAlphabetic else { return .sign }
        if !isLatin, Self.isLatin(first) { return .latin }
        let key = Self.key(of: String(bare), coarse)
        // A letter of another script stands under itself.
        guard let heading = headings.last(where: { !key.lexicographicallyPrecedes($0.key) }),
            Self.isLatin(first) == isLatin
        else { return .letter(String(String.UnicodeScalarView([first])).uppercased()) }
        return .letter(heading.label)
    }

    private static func bare(_ text: String) -> Substring.UnicodeScalarView {
        let bare = text.unicodeScalars.drop { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
        return bare.isEmpty ? text.unicodeScalars[...] : bare
    }

    private static func isLatin(_ letter: Unicode.Scalar) -> Bool {
        letter.value < 0x250 || (0x1E00...0x1EFF).contains(letter.value)
    }

    private static func key(of text: String, _ collation: UnsafeMutableRawPointer?) -> [UInt8] {
        guard let collation else { return Array(text.lowercased().utf8) }
        let units = Array(text.utf16)
        let capacity = units.count * 8 + 16
        let short = filled(capacity, units, collation)
        // Most keys fit; ICU says how long those are that do not.
        return short.needed <= capacity ? short.key : filled(short.needed, units, collation).key
    }

    private static func filled(
        _ capacity: Int, _ units: [UInt16], _ collation: UnsafeMutableRawPointer
    ) -> (key: [UInt8], needed: Int) {
        var needed = 0
        let key = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            needed = Int(
                pamphlet_icu_sort_key(collation, units, Int32(units.count), buffer.baseAddress, Int32(capacity)))
            count = max(0, min(needed, capacity))
        }
        return (key, needed)
    }

    private static func labels(_ locale: String) -> [String] {
        var labels: [String] = []
        var units = [UInt16](repeating: 0, count: 16)
        while labels.count < 1000 {
            let length = pamphlet_icu_index_label(locale, Int32(labels.count), &units, Int32(units.count))
            guard length > 0 else { break }
            labels.append(String(decoding: units[..<Int(length)], as: UTF16.self))
        }
        return labels
    }
}
