// SPDX-License-Identifier: GPL-3.0-or-later

/// What the rows of a language give to the rules that change characters, in the form in which these use it.
struct RuleForms: Sendable {
    /// The rules that are in force.
    var rules: TextRuleSet = []
    /// A dash with its spaces that stands alone, or opens a parenthesis.
    var dash: [Unicode.Scalar] = []
    /// The one that closes a parenthesis; the same where a language makes no difference.
    var closingDash: [Unicode.Scalar] = []
    /// A dash that begins what somebody says, with its space.
    var dialogueDash: [Unicode.Scalar] = []
    /// Between the numbers of a range.
    var range: [Unicode.Scalar] = []
    /// Between a number and %; empty where they stand together.
    var percentSpace: [Unicode.Scalar] = []
    /// Between № or § and its number.
    var numeroSpace: [Unicode.Scalar] = []
    /// Between groups of digits.
    var digitSpace: Unicode.Scalar = "\u{A0}"
    /// Inside « ».
    var guillemetSpace: [Unicode.Scalar] = []
    /// Before ; ! ?
    var highSpace: [Unicode.Scalar] = []
    /// Before :
    var colonSpace: [Unicode.Scalar] = []
    /// Within an abbreviation of several words.
    var phraseSpace: [Unicode.Scalar] = []
    /// Such abbreviations by their first letter, as words.
    var phrases: [Unicode.Scalar: [[[Unicode.Scalar]]]] = [:]
    /// Units and currencies after a number.
    var units: Set<String> = []
    /// Months after a day.
    var months: Set<String> = []
    /// What stands before the pages or sections of a range.
    var rangeLabels: Set<String> = []
    /// What stands before other numbers: a law, a decree.
    var numberLabels: Set<String> = []
    /// Words that begin with an apostrophe.
    var elisions: Set<String> = []
    /// Words after which a number is a telephone's.
    var phoneWords: Set<String> = []

    init(_ rows: [Rule]) {
        for row in rows {
            rules.formUnion(TextRuleSet(named: row.id))
            let use = Array((row.use ?? "").unicodeScalars)
            switch row.id {
            case "dash":
                let parts = use.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)
                dash = parts.first ?? []
                closingDash = parts.last ?? []
            case "dialogue-dash": dialogueDash = use
            case "range":
                range = use
                rangeLabels = Set(row.words.map { $0.lowercased() })
            case "percent-space": percentSpace = use
            case "numero-space": numeroSpace = use
            case "digit-groups":
                digitSpace = use.first ?? digitSpace
                phoneWords = Set(row.words.map { $0.lowercased() })
            case "guillemet-space": guillemetSpace = use
            case "high-punctuation-space": highSpace = use
            case "colon-space": colonSpace = use
            case "phrase-space":
                phraseSpace = use
                phrases = Self.phrases(row.words)
            case "apostrophe": elisions = Set(row.words.map { $0.lowercased() })
            case "after-number": units = Set(row.words.map { $0.lowercased() })
            case "months": months = Set(row.words.map { $0.lowercased() })
            case "before-number": numberLabels = Set(row.words.map { $0.lowercased() })
            default: break
            }
        }
    }
}
