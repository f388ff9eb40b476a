// SPDX-License-Identifier: GPL-3.0-or-later

/// How well an edition is set.
public struct QualityReport: Sendable {
    /// By page and line.
    public var findings: [Finding] = []
    /// The edition in numbers.
    public var totals = Totals()
    /// The limits that the edition as a whole is beyond.
    public var breaches: [Breach] = []

    /// Whether a limit is kept by no means.
    public var isBeyond: Bool { !breaches.isEmpty || findings.contains { $0.isBeyond } }

    /// What an edition has.
    public struct Totals: Hashable, Sendable {
        /// Pages.
        public var pages = 0
        /// Paragraphs of any kind: of text, headings, cells of tables, notes.
        public var paragraphs = 0
        /// Lines of those.
        public var lines = 0
        /// Lines with two straight edges.
        public var justified = 0
        /// Lines that end in a divided word.
        public var hyphens = 0
        /// Pairs of lines below one another that end so, and no third.
        public var hyphenPairs = 0
        /// Pairs of lines that begin or end with the same word of four letters or more, and no third.
        public var stackPairs = 0
        /// Justified lines stretched or shrunk beyond what is good.
        public var looseLines = 0
        /// The widest word space of a justified line, as share of its natural width.
        public var widestWordSpace = 1.0
        /// The narrowest.
        public var narrowestWordSpace = 1.0
        /// The mean word space of justified lines, as share of its natural width.
        public var meanWordSpace = 1.0
        /// The standard deviation of the word spaces of justified lines, as share of their mean.
        public var wordSpaceSpread = 0.0
        /// Findings by kind.
        public var findings: [Finding.Kind: Int] = [:]

        /// The findings of `kind`.
        public subscript(kind: Finding.Kind) -> Int { findings[kind, default: 0] }

        /// `count` for each hundred of `all`.
        public static func per100(_ count: Int, of all: Int) -> Double {
            all > 0 ? Double(count) * 100 / Double(all) : 0
        }
    }

    /// A limit that the whole edition is beyond.
    public struct Breach: Hashable, Sendable {
        /// The limit's key in the theme.
        public var limit: String
        /// What the edition has.
        public var value: Double
        /// What the theme allows.
        public var allowed: Double
    }
}
