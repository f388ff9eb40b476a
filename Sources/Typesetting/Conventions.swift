// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
internal import Languages

/// What typesetters of a language agree on, as the files of Languages say it.
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
        let space = Language.of(language).wordSpace
        return WordSpace(natural: space.natural, stretch: space.stretch, shrink: space.shrink)
    }

    /// Whether the first paragraph after a heading is indented too.
    public static func indentsFirstParagraph(_ language: LanguageTag) -> Bool {
        Language.of(language).indentsFirstParagraph
    }

    /// Whether no line of a heading ends in `word`: it belongs with the word after it.
    public static func endsNoHeadingLine(_ word: String, _ language: LanguageTag) -> Bool {
        Language.of(language).glue.endsNoHeadingLine(word)
    }

    /// How much all lines together may stretch on the last attempt, in em: more where words are long.
    static func emergencyStretch(of language: LanguageTag) -> Double { Language.of(language).emergencyStretch }

    /// Whether an apostrophe is a letter of a word, for division.
    static func dividesAtApostrophe(_ language: LanguageTag) -> Bool { Language.of(language).dividesAtApostrophe }

    /// The least letters before and after a division.
    static func hyphenMinima(_ language: LanguageTag) -> (before: Int, after: Int) {
        Language.of(language).hyphenMinima
    }

    /// Whether the hyphen of a compound is repeated where the next line begins.
    static func repeatsHyphen(_ language: LanguageTag) -> Bool { Language.of(language).repeatsHyphen }
}
