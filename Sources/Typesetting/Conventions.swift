// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// What typesetters of a language agree on.
public enum Conventions {
    /// The word space, in shares of the face's own blank.
    public struct WordSpace: Hashable, Sendable {
        /// What it is when nothing presses.
        public var natural: Double
        /// How much it may grow before a line counts as loose.
        public var stretch: Double
        /// How much it may shrink at the most.
        public var shrink: Double
    }

    /// The word space of `language`: wide for Russian and German, narrow for English and Romance languages.
    public static func wordSpace(of language: LanguageTag) -> WordSpace {
        switch language.primary {
        case "ru", "uk", "be", "bg", "sr", "kk", "ky", "de": WordSpace(natural: 1.25, stretch: 0.75, shrink: 0.3)
        default: WordSpace(natural: 1.2, stretch: 0.6, shrink: 0.25)
        }
    }

    /// Whether the first paragraph after a heading is indented too.
    public static func indentsFirstParagraph(_ language: LanguageTag) -> Bool {
        ["ru", "uk", "be", "bg", "kk", "ky", "fr", "es", "ro"].contains(language.primary)
    }

    /// How much all lines together may stretch on the last attempt, in em: more where words are long.
    static func emergencyStretch(of language: LanguageTag) -> Double {
        ["ru", "uk", "de"].contains(language.primary) ? 1.5 : 1
    }

    /// Whether an apostrophe is a letter of a word, for division.
    static func dividesAtApostrophe(_ language: LanguageTag) -> Bool {
        ["fr", "it", "uk"].contains(language.primary)
    }
}
