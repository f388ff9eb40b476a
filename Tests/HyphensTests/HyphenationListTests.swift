// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Groundwork
internal import Hyphens
internal import Testing

/// A list on disk for as long as the value lives.
final class ListFile {
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
        let file = try ListFile(cyrillic.utf8)
        let list = try HyphenationList(path: file.path, language: .russian)
        #expect(list.points(in: "города") == [4, 8])
    }

    @Test func findsCapitals() throws {
        let file = try ListFile(cyrillic.utf8)
        #expect(try HyphenationList(path: file.path, language: .russian).points(in: "Города") == [4, 8])
    }

    @Test func keepsTheMinimaOfTheLanguage() throws {
        let file = try ListFile("UTF-8\na1\ne1\n".utf8)
        #expect(try HyphenationList(path: file.path, language: .british).points(in: "ababaeb") == [3])
        #expect(try HyphenationList(path: file.path, language: .russian).points(in: "ababab") == [3])
        #expect(try HyphenationList(path: file.path, language: .british).points(in: "a") == [])
        #expect(try HyphenationList(path: file.path, language: .british).points(in: "") == [])
    }

    @Test func readsTheEncodingThatTheListNames() throws {
        let file = try ListFile(Array("KOI8-R\n".utf8) + [0xCF, 0x31, 0x0A])
        #expect(try HyphenationList(path: file.path, language: .russian).points(in: "города") == [4, 8])
    }

    @Test func refusesAnUnknownEncoding() throws {
        let file = try ListFile("KLINGON-1\na1\n".utf8)
        #expect(throws: StageFailure("the list has an unknown encoding ‘KLINGON-1’, or is not in it")) {
            try HyphenationList(path: file.path, language: .russian)
        }
    }

    @Test func bookFallsBackToThePrimaryLanguage() throws {
        let file = try ListFile("UTF-8\na1\n".utf8)
        let book = try HyphenBook([.british: file.path])
        let american = try #require(LanguageTag("en-US"))
        #expect(book.points(in: "banana", language: american) == [2])
        #expect(book.points(in: "banana", language: .russian) == [])
        #expect(throws: StageFailure.self) { try HyphenBook([.british: "/nowhere"]) }
    }
}
