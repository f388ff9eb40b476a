// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// A piece of a paragraph's text that is one language throughout.
public struct TextSpan: Hashable, Sendable {
    /// The text.
    public var text: String
    /// Its language.
    public var language: LanguageTag
    /// Whether no character of it may change: code, an address, a phone number.
    public var isVerbatim: Bool
    /// The rules that do not hold here.
    public var switches: RuleSwitches

    /// A piece of text.
    public init(
        _ text: String, language: LanguageTag, isVerbatim: Bool = false, switches: RuleSwitches = RuleSwitches()
    ) {
        self.text = text
        self.language = language
        self.isVerbatim = isVerbatim
        self.switches = switches
    }
}

/// Rules that somebody has switched off: `rules=off`, `rules="-quotes -dash"`.
public struct RuleSwitches: Hashable, Sendable {
    var off: TextRuleSet = []
    /// Names that no rule has, of what was added last.
    public private(set) var unknown: [String] = []

    /// All rules hold.
    public init() {}

    /// These and the rules that `text` switches off: `off`, or names with or without a hyphen before them.
    public func adding(_ text: String) -> RuleSwitches {
        var result = self
        result.unknown = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            if word == "off" {
                result.off = TextRuleSet(rawValue: .max)
                continue
            }
            let name = String(word.first == "-" ? word.dropFirst() : word)
            let rule = TextRuleSet(named: name)
            if rule.isEmpty { result.unknown.append(name) } else { result.off.formUnion(rule) }
        }
        return result
    }
}

/// What a house or a publication wants otherwise in a language.
public struct LanguageHabits: Hashable, Sendable {
    /// Its quotation marks.
    public var quotes: QuotationMarks?
    /// The rules that it does not follow.
    public var switches: RuleSwitches
    /// Habits.
    public init(quotes: QuotationMarks? = nil, switches: RuleSwitches = RuleSwitches()) {
        self.quotes = quotes
        self.switches = switches
    }
}

/// A straight quotation mark without its partner.
public struct UnbalancedQuote: Hashable, Sendable {
    /// The number of the span in which it stands.
    public var span: Int
}
