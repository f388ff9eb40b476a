// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// A text of a YAML file, with its place: it can be translated.
public struct Text: Hashable, Sendable {
    /// The text, inline Markdown allowed where the field says so.
    public var inlines: [Inline]
    /// The text as written: the msgid.
    public var source: String
    /// Where.
    public var origin: Origin
    /// The language of untranslated text.
    public var language: LanguageTag?
    /// A text.
    public init(_ inlines: [Inline], source: String, origin: Origin) {
        self.inlines = inlines
        self.source = source
        self.origin = origin
    }
    /// Whether it is nothing but a marked place for something that is still to come: `[TO CONFIRM – logo]`.
    public var isMarkedPlace: Bool { source.hasPrefix("[") && source.hasSuffix("]") && !source.hasPrefix("[]") }
    /// Without marks.
    public var plain: String { inlines.plainText }
    /// The language of the whole where it is marked, as with what is not translated yet.
    public var markedLanguage: LanguageTag? {
        guard inlines.count == 1, case .span(let attributes, _) = inlines.first?.content else {
            return language
        }
        return attributes.language ?? language
    }
}

/// What publication.yaml says.
public struct Settings: Sendable {
    /// The title.
    public var title: Text
    /// Below the title.
    public var subtitle: Text?
    /// The kind of publication: "Briefing paper".
    public var kind: Text?
    /// Who publishes: the `author` of the files; `nil` leaves the title there.
    public var author: Text?
    /// One sentence for catalogues and metadata.
    public var summary: Text?
    /// The source language.
    public var language: LanguageTag
    /// The date of the edition: seconds from 1970 UTC; SOURCE_DATE_EPOCH overrides it. 0 where none is declared.
    public var date: Int
    /// The name of a cover in the theme; `nil` for the theme's first.
    public var cover: String?
    /// The lines of the imprint.
    public var imprint: [ImprintLine]
    /// What stands on the back cover; `nil` for none.
    public var backCover: BackCover?
    /// How many levels the table of contents has: 1 for chapters alone, 2 with their sections, 3 with what is in those.
    public var contentsDepth = 2
    /// What the appendix holds; `nil` kinds: all.
    public var resourceKinds: [String]?
    /// `kind` or `country`.
    public var resourceGrouping: String
    /// The grades that a final build prints.
    public var printableGrades: [String]
    /// The declared neutral titles by language, for the discreet edition.
    public var discreetTitles: [LanguageTag: String]
    /// Reviews by language.
    public var translations: [LanguageTag: Review]
    /// Ids of `critical` blocks that have been signed off.
    public var signedOff: Set<String>
    /// The editions; `nil` for the source's language and each catalogue's, first variant, every format.
    public var editions: [EditionRequest]?
    /// Words that are divided otherwise than the lists and the theme say, by language: `ta-ble`.
    public var exceptions: [LanguageTag: [String]] = [:]
    /// Diagnostic levels of `lint:`.
    public var lint: [DiagnosticCode: Severity?]
    /// Where the file begins.
    public var origin: Origin

    /// A line of the imprint.
    public struct ImprintLine: Hashable, Sendable {
        /// "Publisher".
        public var label: Text
        /// What is said of it.
        public var text: Text
        /// A line.
        public init(label: Text, text: Text) {
            self.label = label
            self.text = text
        }
    }

    /// What stands on a back cover.
    public struct BackCover: Hashable, Sendable {
        /// Below the text, in a row.
        public var logos: [Logo] = []
        /// A few lines.
        public var text: Text?
        /// An address that a camera reads, or a marked place for one.
        public var code: Text?
        /// Nothing.
        public init() {}

        /// A sign of an organisation, or a marked place for one.
        public struct Logo: Hashable, Sendable {
            /// The picture's path; `nil` for a marked place.
            public var path: String?
            /// What it shows, or the words of the marked place.
            public var text: Text
            /// Where.
            public var origin: Origin
            /// A logo.
            public init(path: String?, text: Text, origin: Origin) {
                self.path = path
                self.text = text
                self.origin = origin
            }
        }
    }

    /// Who has signed off a translation.
    public struct Review: Hashable, Sendable {
        /// A group; `nil` while a draft.
        public var by: String?
        /// The day, ISO 8601.
        public var on: String?
        /// A review.
        public init(by: String?, on: String?) {
            self.by = by
            self.on = on
        }
        /// Whether somebody has.
        public var isDone: Bool { by != nil && on != nil }
    }

    /// Settings with every default but the title's.
    public init(title: Text, language: LanguageTag, origin: Origin) {
        self.title = title
        self.language = language
        self.origin = origin
        date = 0
        imprint = []
        resourceGrouping = "kind"
        printableGrades = ["A", "B"]
        discreetTitles = [:]
        translations = [:]
        signedOff = []
        lint = [:]
    }
}

/// A line of `editions:`.
public struct EditionRequest: Hashable, Sendable {
    /// The language.
    public var language: LanguageTag
    /// Variants; empty for the theme's first.
    public var variants: [String]
    /// Formats; empty for all.
    public var formats: [EditionFormat]
    /// A request.
    public init(language: LanguageTag, variants: [String], formats: [EditionFormat]) {
        self.language = language
        self.variants = variants
        self.formats = formats
    }
}

/// What a file is for.
public enum EditionFormat: String, Hashable, Sendable, CaseIterable {
    /// Tagged, linked, sRGB.
    case screen
    /// CMYK, with bleed, without links.
    case print
}

/// Language × variant × format.
public struct Edition: Hashable, Sendable {
    /// The language.
    public var language: LanguageTag
    /// A key of the theme's variants; `nil` for the theme itself.
    public var variant: String?
    /// What the file is for.
    public var format: EditionFormat
    /// Whether open items are allowed, and said.
    public var isDraft: Bool
    /// Whether it must not show what it is.
    public var isDiscreet: Bool
    /// An edition.
    public init(language: LanguageTag, variant: String?, format: EditionFormat, isDraft: Bool, isDiscreet: Bool) {
        self.language = language
        self.variant = variant
        self.format = format
        self.isDraft = isDraft
        self.isDiscreet = isDiscreet
    }
}
