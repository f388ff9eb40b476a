// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// Sets what was typed as the typesetters of its language would: quotation marks, dashes, spaces. Marks that are typed as they
/// should be stay, and no character of an address, a phone number or anything verbatim changes.
public struct TextRules: Sendable {
    private let habits: [LanguageTag: LanguageHabits]
    private var customs: [LanguageTag: Custom] = [:]

    /// The rules of the languages with what a house does otherwise.
    public init(_ habits: [LanguageTag: LanguageHabits] = [:]) { self.habits = habits }

    /// What came of a paragraph.
    public struct Outcome: Hashable, Sendable {
        /// Whether a character changed.
        public var hasChanged = false
        /// The straight quotation marks that have no partner.
        public var unbalanced: [UnbalancedQuote] = []
    }

    /// Applies the rules to the spans of one paragraph.
    public mutating func apply(to spans: inout [TextSpan]) -> Outcome {
        var triggers: TextRuleSet = []
        for index in spans.indices where !spans[index].isVerbatim {
            triggers.formUnion(Triggers.found(in: &spans[index].text))
        }
        guard !triggers.isEmpty else { return Outcome() }
        var sheet = Sheet(spans, spans.map { custom(of: $0) })
        triggers.formIntersection(sheet.rules)
        guard !triggers.isEmpty else { return Outcome() }
        if triggers != [.apostrophe], triggers != [.quotes] { sheet.guardAddresses() }
        var outcome = Outcome()
        if !triggers.isDisjoint(with: [.quotes, .apostrophe]) { sheet.setQuotes(&outcome.unbalanced) }
        if triggers.contains(.ellipsis) { sheet.setEllipses() }
        if !triggers.isDisjoint(with: [.dash, .dialogueDash]) { sheet.setDashes() }
        if !triggers.isDisjoint(with: .spacing) { sheet.setPunctuationSpaces() }
        if triggers.contains(.phraseSpace) { sheet.setPhraseSpaces() }
        if !triggers.isDisjoint(with: .figures) { sheet.setFigures() }
        if sheet.hasChanged { sheet.write(to: &spans) }
        outcome.hasChanged = sheet.hasChanged
        return outcome
    }

    /// What holds in the language of `span`.
    private mutating func custom(of span: TextSpan) -> Custom {
        if let custom = customs[span.language] { return custom }
        let language = Language.of(span.language)
        var custom = Custom(forms: language.forms, quotes: language.quotes)
        // A publication's habits of `en` hold for `en-GB` too.
        for tag in [LanguageTag(span.language.primary), span.language] {
            guard let habit = tag.flatMap({ habits[$0] }) else { continue }
            custom.quotes = habit.quotes ?? custom.quotes
            custom.forms.rules.subtract(habit.switches.off)
        }
        customs[span.language] = custom
        return custom
    }
}

/// What holds for a span.
struct Custom: Sendable {
    var forms: RuleForms
    var quotes: QuotationMarks
}

/// Finds out cheaply which rules may have something to do.
enum Triggers {
    static func found(in text: inout String) -> TextRuleSet {
        text.withUTF8 { bytes in
            var found: TextRuleSet = []
            var before: UInt8 = 32
            for index in bytes.indices {
                let byte = bytes[index]
                // Letters and blanks: most of all text.
                if byte > 0x40, byte != 0xC2, byte != 0xE2 {
                    before = byte
                    continue
                }
                switch byte {
                case 0x22: found.formUnion(.quotes)
                case 0x27: found.formUnion([.quotes, .apostrophe])
                case 0x2D:
                    // The last byte of U+00A0, and of U+202F.
                    if before <= 32 || before == 0x2D || before == 0xA0 || before == 0xAF {
                        found.formUnion([.dash, .dialogueDash])
                    }
                    if (48...57).contains(before) { found.formUnion(.range) }
                case 0x2E:
                    if before == 0x2E { found.formUnion(.ellipsis) }
                    // One letter and a full stop.
                    if before > 0x40, index < 2 || bytes[index - 2] < 0x41 { found.formUnion(.phraseSpace) }
                case 48...57, 0x25: found.formUnion(.figures)
                case 0x21, 0x3A, 0x3B, 0x3F: found.formUnion(.spacing)
                case 0xC2: found.formUnion([.guillemetSpace, .numeroSpace])
                case 0xE2: found.formUnion([.dialogueDash, .numeroSpace, .percentSpace])
                default: break
                }
                before = byte
            }
            return found
        }
    }
}
