// SPDX-License-Identifier: GPL-3.0-or-later

/// A language by its BCP 47 tag: `en-GB`, `ru`, `sr-Cyrl`.
public struct LanguageTag: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The tag as written.
    public let description: String

    /// The language of `tag`, or `nil` unless it has the form of BCP 47: subtags of 1–8 letters or digits, the first of 2–3 letters.
    public init?(_ tag: String) {
        let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = subtags.first, (2...3).contains(first.utf8.count),
            first.utf8.allSatisfy({ (97...122).contains($0 | 32) }),
            subtags.dropFirst().allSatisfy({ part in
                (1...8).contains(part.utf8.count)
                    && part.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) }
            })
        else { return nil }
        description = tag
    }

    private init(known tag: String) { description = tag }

    /// British English: the language of built-in texts.
    public static let british = LanguageTag(known: "en-GB")
    /// Russian.
    public static let russian = LanguageTag(known: "ru")

    /// The primary subtag in lower case: `sr` of `sr-Cyrl`.
    public var primary: String {
        String(description.prefix { $0 != "-" }).lowercased()
    }

    /// Whether the language is usually written from right to left.
    public var isRightToLeft: Bool { ["ar", "fa", "he", "ur", "ps", "ckb"].contains(primary) }

    /// Whether the language is written in Latin letters: by its script subtag, else by custom.
    public var isLatin: Bool {
        let subtags = description.lowercased().split(separator: "-").map(String.init)
        if let script = subtags.dropFirst().first(where: { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 > 57 } }) {
            return script == "latn"
        }
        return !Self.otherScripts.contains(primary)
    }

    private static let otherScripts: Set<String> = [
        "am", "ar", "be", "bg", "bn", "ckb", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "km", "ko", "ky", "mk",
        "mn",
        "my", "ne", "pa", "ps", "ru", "si", "sr", "ta", "te", "tg", "th", "ti", "uk", "ur", "yi", "zh",
    ]

    /// Orders by tag.
    public static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.description < right.description }
}
