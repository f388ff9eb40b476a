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

    /// The script by its ISO 15924 code, `Cyrl`: that of the tag's subtag, else the one in which the language is usually written.
    public var script: String {
        let subtag = description.split(separator: "-").dropFirst().first {
            $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 > 57 }
        }
        if let subtag { return subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased() }
        return Self.usualScripts[primary] ?? "Latn"
    }

    /// Whether the language is written from right to left.
    public var isRightToLeft: Bool { Self.rightToLeftScripts.contains(script) }

    /// Whether the language is written in Latin letters.
    public var isLatin: Bool { script == "Latn" }

    private static let rightToLeftScripts: Set<String> = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]

    /// Of languages that are not usually written in Latin letters.
    private static let usualScripts: [String: String] = {
        let languages = [
            "Arab": "ar ckb fa ps sd ug ur", "Armn": "hy", "Beng": "as bn",
            "Cyrl": "ab av ba be bg ce cv kk ky mk mn os ru sr tg tt uk", "Deva": "hi mr ne sa", "Ethi": "am ti",
            "Geor": "ka", "Grek": "el", "Gujr": "gu", "Guru": "pa", "Hans": "zh", "Hebr": "he yi", "Jpan": "ja",
            "Khmr": "km", "Knda": "kn", "Kore": "ko", "Laoo": "lo", "Mlym": "ml", "Mymr": "my", "Orya": "or",
            "Sinh": "si", "Taml": "ta", "Telu": "te", "Thaa": "dv", "Thai": "th", "Tibt": "bo dz",
        ]
        var scripts: [String: String] = [:]
        for (script, tags) in languages { for tag in tags.split(separator: " ") { scripts[String(tag)] = script } }
        return scripts
    }()

    /// Orders by tag.
    public static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.description < right.description }
}
