// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads, of a language in `languages:` of a theme, what a house does otherwise than is usual in it.
struct LanguageHabitsReader {
    func habits(_ fields: Fields, _ diagnostics: inout Diagnostics) -> Theme.Habits {
        var habits = Theme.Habits()
        if let quotes = fields["quotes"], let text = fields.string("quotes", &diagnostics) {
            habits.quotes = Theme.Habits.Entry(text, at: quotes.origin)
        }
        if let rules = fields["rules-off"], fields.strings("rules-off", &diagnostics) != nil {
            habits.rulesOff = (rules.items ?? [rules]).compactMap { item in
                item.scalar.map { Theme.Habits.Entry($0, at: item.origin) }
            }
        }
        return habits
    }
}
