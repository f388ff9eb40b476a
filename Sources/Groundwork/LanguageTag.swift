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

    /// Orders by tag.
    public static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.description < right.description }
}
