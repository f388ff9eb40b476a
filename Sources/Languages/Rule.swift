// SPDX-License-Identifier: GPL-3.0-or-later

/// A row of a language's file: one thing that its typesetters do, said in words, with its source and an example.
public struct Rule: Hashable, Sendable {
    /// Its stable name, in kebab case: what `{rules="-percent-space"}` switches off.
    public var id: String
    /// What it does, in words.
    public var does: String
    /// Who says so.
    public var source: String
    /// The example as somebody types it.
    public var typed: String
    /// The example as it is set: `⍽` is a no-break space, `⍽ₙ` a narrow one, `‿` holds two words on one line.
    public var set: String
    /// What the rule puts: a dash with its spaces, a space.
    public var use: String?
    /// The words that the rule is about.
    public var words: [String]

    /// `example` with the spaces that its signs stand for; `‿` is left.
    public static func spelled(_ example: String) -> String {
        example.replacing("⍽ₙ", with: "\u{202F}").replacing("⍽", with: "\u{A0}")
    }

    /// `text` with its fixed spaces made visible, as examples are written.
    public static func visible(_ text: String) -> String {
        text.replacing("\u{202F}", with: "⍽ₙ").replacing("\u{A0}", with: "⍽")
    }

    /// Whether the rule changes characters; the others say where a line may not end.
    public var changesText: Bool { !TextRuleSet(named: id).isEmpty }
}

/// The rules that change characters.
struct TextRuleSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let quotes = TextRuleSet(rawValue: 1)
    static let apostrophe = TextRuleSet(rawValue: 2)
    static let dash = TextRuleSet(rawValue: 4)
    static let dialogueDash = TextRuleSet(rawValue: 8)
    static let ellipsis = TextRuleSet(rawValue: 16)
    static let percentSpace = TextRuleSet(rawValue: 32)
    static let unitSpace = TextRuleSet(rawValue: 64)
    static let numeroSpace = TextRuleSet(rawValue: 128)
    static let digitGroups = TextRuleSet(rawValue: 256)
    static let range = TextRuleSet(rawValue: 512)
    static let guillemetSpace = TextRuleSet(rawValue: 1024)
    static let highPunctuationSpace = TextRuleSet(rawValue: 2048)
    static let colonSpace = TextRuleSet(rawValue: 4096)
    static let phraseSpace = TextRuleSet(rawValue: 8192)

    /// By id.
    static let named: [String: TextRuleSet] = [
        "quotes": .quotes, "apostrophe": .apostrophe, "dash": .dash, "dialogue-dash": .dialogueDash,
        "ellipsis": .ellipsis, "percent-space": .percentSpace, "unit-space": .unitSpace,
        "numero-space": .numeroSpace, "digit-groups": .digitGroups, "range": .range,
        "guillemet-space": .guillemetSpace, "high-punctuation-space": .highPunctuationSpace,
        "colon-space": .colonSpace, "phrase-space": .phraseSpace,
    ]

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(named id: String) { self = Self.named[id] ?? [] }

    /// Those that look at figures.
    static let figures: TextRuleSet = [.percentSpace, .unitSpace, .numeroSpace, .digitGroups, .range]
    /// Those of French punctuation.
    static let spacing: TextRuleSet = [.guillemetSpace, .highPunctuationSpace, .colonSpace]
}
