// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Groundwork
internal import Hyphens
internal import Testing

/// A list on disk for as long as the value lives.
final class PatternFile {
    let path: String

    init(_ bytes: some Sequence<UInt8>) throws {
        var template = Array("/tmp/hyphens-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        let all = Array(bytes)
        #expect(write(descriptor, all, all.count) == all.count)
        close(descriptor)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { unlink(path) }
}

@Suite struct HyphenationListTests {
    /// A division after each vowel.
    private let cyrillic = "UTF-8\nа1\nе1\nи1\nо1\n"

    @Test func givesOffsetsInBytes() throws {
        let file = try PatternFile(cyrillic.utf8)
        let list = try HyphenationList(path: file.path, language: .russian)
        #expect(list.points(in: "города") == [4, 8])
    }

    @Test func findsCapitals() throws {
        let file = try PatternFile(cyrillic.utf8)
        #expect(try HyphenationList(path: file.path, language: .russian).points(in: "Города") == [4, 8])
    }

    @Test func keepsTheMinima() throws {
        let file = try PatternFile("UTF-8\na1\ne1\n".utf8)
        let list = try HyphenationList(path: file.path, language: .british)
        #expect(list.points(in: "ababaeb", minima: (2, 3)) == [3])
        #expect(list.points(in: "ababab") == [3])
        #expect(list.points(in: "a") == [])
        #expect(list.points(in: "") == [])
    }

    @Test func readsTheEncodingThatTheListNames() throws {
        let file = try PatternFile(Array("KOI8-R\n".utf8) + [0xCF, 0x31, 0x0A])
        #expect(try HyphenationList(path: file.path, language: .russian).points(in: "города") == [4, 8])
    }

    @Test func refusesAnUnknownEncoding() throws {
        let file = try PatternFile("KLINGON-1\na1\n".utf8)
        #expect(throws: StageFailure("the list has an unknown encoding ‘KLINGON-1’, or is not in it")) {
            try HyphenationList(path: file.path, language: .russian)
        }
    }

    @Test func bookFallsBackToThePrimaryLanguage() throws {
        let file = try PatternFile("UTF-8\na1\n".utf8)
        let book = try HyphenBook([.british: file.path])
        let american = try #require(LanguageTag("en-US"))
        #expect(book.points(in: "banana", language: american) == [2, 4])
        #expect(book.points(in: "banana", language: .russian) == [])
        #expect(throws: StageFailure.self) { try HyphenBook([.british: "/nowhere"]) }
    }

    @Test("a consonant between two divisions of German stays with what is before it")
    func loneConsonants() throws {
        let file = try PatternFile("UTF-8\nt1a\na1r\nr1b\ne1n\nn1d\n".utf8)
        let german = try HyphenationList(path: file.path, language: #require(LanguageTag("de")))
        #expect(german.points(in: "mitarbende") == [3, 5, 8])
        let polish = try HyphenationList(path: file.path, language: #require(LanguageTag("pl")))
        #expect(polish.points(in: "mitarbende") == [3, 4, 5, 7, 8])
    }

    /// Every pattern that ends anywhere in a word counts, as in Liang's method, whatever longer one has begun before it.
    @Test func takesEveryPatternThatFits() throws {
        var state: UInt64 = 11
        func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
        let letters: [Character] = ["а", "b", "c"]
        for _ in 0..<60 {
            let patterns = (0..<12).map { _ in
                (0...1 + roll(4)).map { _ in "\(["", "", "1", "2", "3"][roll(5)])\(letters[roll(3)])" }.joined()
            }
            let list = try HyphenationList(
                ListFile.prepared(Array(("UTF-8\n" + patterns.joined(separator: "\n") + "\n").utf8)),
                language: #require(LanguageTag("pl")))
            for _ in 0..<20 {
                let word = String((0..<4 + roll(8)).map { _ in letters[roll(3)] })
                #expect(list.points(in: word) == Self.liang(word, patterns), "\(word) \(patterns)")
            }
        }
    }

    /// Liang's method in its plainest form; of a pattern that stands twice the later one counts.
    private static func liang(_ word: String, _ patterns: [String]) -> [Int] {
        var table: [String: [Int]] = [:]
        for pattern in patterns {
            var values = [0]
            for character in pattern {
                if let value = character.wholeNumberValue { values[values.count - 1] = value } else { values.append(0) }
            }
            table[pattern.filter { !$0.isNumber }] = values
        }
        let text = Array("." + word + ".")
        var marks = [Int](repeating: 0, count: text.count + 1)
        for start in text.indices {
            for end in start + 1...text.count {
                for (index, value) in (table[String(text[start..<end])] ?? []).enumerated() {
                    marks[start + index] = max(marks[start + index], value)
                }
            }
        }
        var offset = 0
        return word.enumerated().compactMap { index, character in
            offset += character.utf8.count
            return index >= 1 && index + 3 <= word.count && marks[index + 2] % 2 == 1 ? offset : nil
        }
    }

    @Test func aListServesItsScript() throws {
        let list: HyphenBook.Source = { .success(Array("UTF-8\na1\n".utf8)) }
        let cyrillic = try #require(LanguageTag("sr-Cyrl"))
        let book = HyphenBook(sources: [cyrillic: list])
        for tag in ["sr", "sr-RS", "sr-Cyrl-RS"] {
            #expect(book.hasList(for: try #require(LanguageTag(tag))), "\(tag)")
        }
        #expect(!book.hasList(for: try #require(LanguageTag("sr-Latn"))))
        #expect(!book.hasList(for: try #require(LanguageTag("kk"))))
    }

    @Test func aListThatCannotBeUsedIsNamedAndDividesNothing() throws {
        let book = HyphenBook(sources: [
            .british: { .failure(StageFailure("gone")) }, .russian: { .success([]) },
        ])
        #expect(book.faults.isEmpty)
        #expect(book.points(in: "banana", language: .british) == [] && !book.hasList(for: .british))
        #expect(book.points(in: "банан", language: .russian) == [])
        #expect(book.faults.map(\.language) == [.british, .russian])
        #expect(book.faults.first?.failure == StageFailure("gone"))
    }
}
