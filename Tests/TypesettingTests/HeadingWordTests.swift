// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Testing
internal import Typesetting

/// Words that no line of a heading ends in.
@Suite struct HeadingWordTests {
    @Test(arguments: [
        ("en-GB", "of", true), ("en-GB", "The", true), ("en-GB", "people", false), ("ru", "и", true),
        ("ru", "из-за", true),
        ("ru", "дом", false), ("uk", "та", true), ("de", "für", true), ("fr", "à", true), ("pl", "W", true),
        ("fi", "ja", false), ("en-GB", "", false),
    ])
    func endNoLine(tag: String, word: String, holds: Bool) throws {
        #expect(Conventions.endsNoHeadingLine(word, try #require(LanguageTag(tag))) == holds)
    }
}
