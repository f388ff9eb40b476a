// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads what a theme says of single languages, and lists of hyphenated words.
struct LanguageReader {
    func languages(_ pairs: [YAMLValue.Pair], _ diagnostics: inout Diagnostics) -> [LanguageTag: LanguageStyle] {
        var languages: [LanguageTag: LanguageStyle] = [:]
        for pair in pairs {
            guard let language = Fields.language(of: pair, &diagnostics),
                let fields = Fields(
                    pair.value, "the language ‘\(pair.name)’",
                    keys: ["local-forms", "unhyphenated", "quotes", "rules-off"], &diagnostics)
            else { continue }
            var style = LanguageStyle()
            style.hasLocalForms = fields.bool("local-forms", &diagnostics) ?? style.hasLocalForms
            style.unhyphenated =
                fields.choice("unhyphenated", LanguageStyle.Unhyphenated.self, &diagnostics) ?? style.unhyphenated
            style.habits = LanguageHabitsReader().habits(fields, &diagnostics)
            languages[language] = style
        }
        return languages
    }

    /// Words by language, each with hyphens where it may be divided: `ta-ble`. One without hyphens is never divided.
    func exceptions(_ pairs: [YAMLValue.Pair], _ diagnostics: inout Diagnostics) -> [LanguageTag: [String]] {
        var exceptions: [LanguageTag: [String]] = [:]
        for pair in pairs where !pair.value.isNull {
            guard let language = Fields.language(of: pair, &diagnostics) else { continue }
            guard let items = pair.value.items else {
                diagnostics.error(
                    "wrong-type", "the words of ‘\(pair.name)’ must be a list", hint: "write [ta-ble, …]",
                    at: pair.value.origin)
                continue
            }
            var forms: [String: String] = [:]
            for item in items {
                guard let word = item.scalar, Self.isDivided(word) else {
                    diagnostics.error(
                        "bad-hyphenation", "‘\(item.scalar?.prefix(60) ?? "")’ is no word with its hyphens",
                        hint: "letters, and single hyphens between them where the word may be divided: ta-ble",
                        at: item.origin)
                    continue
                }
                let plain = word.lowercased().filter { $0 != "-" }
                if let other = forms[plain], other != word.lowercased() {
                    diagnostics.error(
                        "bad-hyphenation", "‘\(word)’ is divided otherwise as ‘\(other)’", hint: "keep one of the two",
                        at: item.origin)
                    continue
                }
                forms[plain] = word.lowercased()
                exceptions[language, default: []].append(word)
            }
        }
        return exceptions
    }

    private static func isDivided(_ word: String) -> Bool {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        return word.utf8.count < 1000
            && parts.allSatisfy { part in
                part.unicodeScalars.first?.properties.isAlphabetic == true
                    && part.unicodeScalars.allSatisfy {
                        $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark || $0 == "’"
                            || $0 == "'"
                    }
            }
    }
}
