// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Groundwork
internal import Testing

@testable internal import Hyphens

/// The lists of Debian that fonts.yaml declares, as a project keeps them.
@Suite struct HouseListTests {
    static let words: [(list: String, tag: String, words: [String])] = [
        ("en_GB", "en-GB", ["or-gan-isa-tion"]), ("ru_RU", "ru", ["ор-га-ни-за-ция"]),
        ("uk_UA", "uk", ["ор-га-ні-за-ція"]), ("bg_BG", "bg", ["ор-га-ни-за-ция"]),
        ("sr_RS", "sr-Cyrl", ["ор-га-ни-за-ци-ја"]), ("sr-Latn_RS", "sr-Latn", ["or-ga-ni-za-ci-ja"]),
        ("de_DE", "de", ["Wör-ter-buch", "Or-ga-ni-sa-ti-on"]), ("fr", "fr", ["bi-blio-thèque"]),
        ("es_ES", "es", ["or-ga-ni-za-ción"]), ("pl_PL", "pl", ["or-ga-ni-za-cja", "żół-ty"]),
        ("ro_RO", "ro", ["or-ga-ni-za-ție"]),
    ]

    @Test(arguments: words)
    func divides(list: String, tag: String, words: [String]) throws {
        let path = "/usr/share/hyphen/hyph_\(list).dic"
        try #require(access(path, R_OK) == 0, "install the packages of .ci/packages")
        let language = try #require(LanguageTag(tag))
        let patterns = try HyphenationList(ListFile.prepared(ListFile.bytes(of: path, language)), language: language)
        for word in words {
            let plain = word.filter { $0 != "-" }
            var divided = Array(plain.utf8)
            for point in patterns.points(in: plain).reversed() { divided.insert(UInt8(ascii: "-"), at: point) }
            #expect(String(decoding: divided, as: UTF8.self) == word)
        }
    }
}
