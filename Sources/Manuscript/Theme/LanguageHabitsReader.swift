// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads `languages:` of a theme: what a house does otherwise than is usual in a language.
struct LanguageHabitsReader {
    func read(_ pairs: [YAMLValue.Pair], _ diagnostics: inout Diagnostics) -> [LanguageTag: Theme.Habits] {
        var languages: [LanguageTag: Theme.Habits] = [:]
        for pair in pairs {
            guard let language = LanguageTag(pair.name) else {
                diagnostics.error(
                    "wrong-type", "‘\(pair.name)’ is no language tag", hint: "write one such as en-GB or ru",
                    at: pair.key.origin)
                continue
            }
            guard let fields = Fields(pair.value, "a language", keys: ["quotes", "rules-off"], &diagnostics) else {
                continue
            }
            var habits = Theme.Habits()
            if let quotes = fields["quotes"], let text = fields.string("quotes", &diagnostics) {
                habits.quotes = Theme.Habits.Entry(text, at: quotes.origin)
            }
            if let rules = fields["rules-off"], fields.strings("rules-off", &diagnostics) != nil {
                habits.rulesOff = (rules.items ?? [rules]).compactMap { item in
                    item.scalar.map { Theme.Habits.Entry($0, at: item.origin) }
                }
            }
            languages[language] = habits
        }
        return languages
    }
}
