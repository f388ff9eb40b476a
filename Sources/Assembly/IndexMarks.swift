// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// What a publication marks for its index, as it is met in the order of reading.
struct IndexMarks {
    /// A term with its marks.
    struct Entry {
        /// As it is printed.
        var term: String
        /// Where it was marked first.
        var origin: Origin
        /// The language of a term that is not translated.
        var language: LanguageTag?
        /// How deep it stands, from 1.
        let level: Int
        /// The entries right below it.
        var below: [Int] = []
        /// How many places it has.
        var places = 0
        /// What it sends the reader to: instead of pages, or besides.
        var sees: [See] = []
    }

    /// A reference from one entry to another.
    struct See: Hashable {
        var levels: [String]
        var isInstead: Bool
        var origin: Origin
    }

    private(set) var entries: [Entry] = []
    private var numbers: [[String]: Int] = [:]
    /// Ranges that have begun, by entry.
    private var open: [Int: (anchor: String, origin: Origin)] = [:]

    /// The entries that stand below no other.
    var roots: [Int] { entries.indices.filter { entries[$0].level == 1 } }

    /// Ranges that nobody ends, in the order of their entries.
    var unended: [Origin] { open.sorted { $0.key < $1.key }.map(\.value.origin) }

    /// What pages of the entry `number` are asked for with.
    static func prefix(of number: Int) -> String { "index-\(number)-" }

    /// What leads to the entry `number`.
    static func anchor(of number: Int) -> String { "index-term-\(number)" }

    /// The number of the entry with these levels, if it is there.
    func number(of levels: [String]) -> Int? { numbers[levels.map(Self.key)] }

    /// The number of the entry with these levels, made where it is new.
    mutating func enter(_ levels: [String], language: LanguageTag?, at origin: Origin) -> Int? {
        var path: [String] = []
        var found: Int?
        for term in levels.prefix(IndexSyntax.deepest) {
            path.append(Self.key(term))
            if let number = numbers[path] {
                // A term that began a sentence once is no name.
                if term.first?.isLowercase == true { entries[number].term = term }
                found = number
                continue
            }
            let number = entries.count
            entries.append(Entry(term: term, origin: origin, language: language, level: path.count))
            if let found { entries[found].below.append(number) }
            numbers[path] = number
            found = number
        }
        return found
    }

    /// A new place of the entry `number`.
    mutating func mark(_ number: Int) -> String {
        entries[number].places += 1
        return Self.prefix(of: number) + "\(entries[number].places)"
    }

    mutating func add(_ see: See, to number: Int) {
        if !entries[number].sees.contains(where: { $0.levels == see.levels }) { entries[number].sees.append(see) }
    }

    /// Begins a range of the entry `number`; `nil` if one has begun.
    mutating func begin(_ number: Int, at origin: Origin) -> String? {
        guard open[number] == nil else { return nil }
        let anchor = mark(number)
        open[number] = (anchor, origin)
        return anchor
    }

    /// Ends the range of the entry `number`; `nil` if none has begun.
    mutating func end(_ number: Int) -> String? { open.removeValue(forKey: number)?.anchor }

    /// The terms as `change` makes them, on their way to the page.
    mutating func change(_ change: (Entry) -> String) {
        for number in entries.indices { entries[number].term = change(entries[number]) }
    }

    /// What makes two terms one: `Sex work` at the beginning of a sentence is sex work.
    private static func key(_ term: String) -> String { term.lowercased().replacing("\u{A0}", with: " ") }
}
