// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// What typesetters of a language agree on: read from the language's file, once in a process, when it is first asked for.
public final class Language: Sendable {
    /// The primary subtag: `ru`.
    public let code: String
    /// What the language calls itself.
    public let name: String
    /// The marks round a quotation, and round one within it.
    public let quotes: QuotationMarks
    /// The word space.
    public let wordSpace: WordSpace
    /// Whether the first paragraph after a heading is indented too.
    public let indentsFirstParagraph: Bool
    /// How much all lines together may stretch on the last attempt, in em.
    public let emergencyStretch: Double
    /// Whether an apostrophe is a letter of a word, for division.
    public let dividesAtApostrophe: Bool
    /// The least letters before and after a division.
    public let hyphenMinima: (before: Int, after: Int)
    /// Whether the hyphen of a compound is repeated where the next line begins.
    public let repeatsHyphen: Bool
    /// From how many figures on a number is grouped.
    public let digitsGroupedFrom: Int
    /// The rows of the language and of all languages, in the order of the files.
    public let rules: [Rule]
    /// The words that hold on to their neighbours.
    public let glue: Glue

    let forms: RuleForms

    init(_ file: LanguageFile) {
        code = file.code
        name = file.name
        quotes = file.quotes
        wordSpace = file.wordSpace
        indentsFirstParagraph = file.indentsFirstParagraph
        emergencyStretch = file.emergencyStretch
        dividesAtApostrophe = file.dividesAtApostrophe
        hyphenMinima = file.hyphenMinima
        repeatsHyphen = file.repeatsHyphen
        digitsGroupedFrom = file.digitsGroupedFrom
        rules = file.rules
        glue = Glue(file.rules)
        forms = RuleForms(file.rules)
    }

    /// The language of `tag`; where none is described, what holds for all, with CLDR's quotation marks.
    public static func of(_ tag: LanguageTag) -> Language { LanguageShelf.shared.language(of: tag) }

    /// The codes of the languages that are described.
    public static var described: [String] { LanguageShelf.codes }

    /// The ids of all the rules that can be switched off in a text.
    public static var switches: [String] { TextRuleSet.named.keys.sorted() }
}

/// The word space, in shares of the face's own blank.
public struct WordSpace: Hashable, Sendable {
    /// What it is when nothing presses.
    public var natural: Double
    /// How much it may grow before a line counts as loose.
    public var stretch: Double
    /// How much it may shrink at the most.
    public var shrink: Double
    /// A word space.
    public init(natural: Double, stretch: Double, shrink: Double) {
        self.natural = natural
        self.stretch = stretch
        self.shrink = shrink
    }
}

/// Two pairs of quotation marks, each with the spaces that belong to it: `« ` of French has one.
public struct QuotationMarks: Hashable, Sendable {
    /// A pair.
    public struct Pair: Hashable, Sendable {
        /// Before the quotation.
        public var open: String
        /// After it.
        public var close: String
        /// A pair.
        public init(open: String, close: String) {
            self.open = open
            self.close = close
        }
    }
    /// Round a quotation.
    public var outer: Pair
    /// Round a quotation within one.
    public var inner: Pair

    /// Two pairs.
    public init(outer: Pair, inner: Pair) {
        self.outer = outer
        self.inner = inner
    }

    /// Four marks with blanks between them, `“ ” ‘ ’`; `⍽` and `⍽ₙ` beside a mark are spaces that belong to it.
    public init?(_ marks: String) {
        let parts = Rule.spelled(marks).split(separator: " ").map(String.init)
        guard parts.count == 4, parts.allSatisfy({ (1...3).contains($0.unicodeScalars.count) }) else { return nil }
        self.init(outer: Pair(open: parts[0], close: parts[1]), inner: Pair(open: parts[2], close: parts[3]))
    }
}
