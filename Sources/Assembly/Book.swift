// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
public import Manuscript

/// One edition's content, whole and resolved: generated matter made, links and notes resolved, numbers given. What Layout sets.
public struct Book: Sendable {
    /// The edition.
    public var edition: Edition
    /// The language of its text.
    public var language: LanguageTag
    /// The language that it was written in: of what a translation leaves as it is, such as titles of works.
    public var sourceLanguage: LanguageTag
    /// The file's title: the neutral one in a discreet edition.
    public var title: String
    /// The author of the file: what publication.yaml declares, else the title.
    public var author: String
    /// For metadata; may be empty.
    public var summary: String
    /// Seconds from 1970 UTC.
    public var date: Int
    /// What stands on the cover.
    public var cover: Cover
    /// What stands on the back cover; `nil` for none.
    public var backCover: BackCover?
    /// In reading order, the cover not included.
    public var sections: [Section]
    /// The notes by the key of `NoteCall.note`.
    public var notes: [String: BookNote]
    /// The words the program prints, in the edition's language, by key.
    public var strings: [String: String]
    /// The keys of `strings` that the edition's language lacks: their words are English.
    public var borrowedStrings: Set<String> = []
    /// At the foot of every page: "Draft", "Draft translation – not yet reviewed …"; empty when there is nothing to say.
    public var standing: [String]
    /// The pictures.
    public var images: [String: ImageFile]
    /// The theme in the edition's variant.
    public var theme: Theme
    /// What somebody must still do before release, in the order found.
    public var openItems: [OpenItem] = []

    /// What a cover says.
    public struct Cover: Sendable {
        /// "Briefing paper".
        public var kind: String
        /// The title.
        public var title: String
        /// Below it.
        public var subtitle: String
        /// "English edition · 24 November 2026".
        public var note: String
        /// "Draft", on a flag of its own; empty for none.
        public var flag = ""
        /// The languages of the kind, the title and the subtitle, where they are not in the edition's.
        public var languages: (kind: LanguageTag?, title: LanguageTag?, subtitle: LanguageTag?) = (nil, nil, nil)
        /// Where the title is written.
        public var origin: Origin?
        /// The name of the theme's composition; `nil` for a plain cover.
        public var composition: String?
        /// A cover.
        public init(kind: String, title: String, subtitle: String, note: String, composition: String?) {
            self.kind = kind
            self.title = title
            self.subtitle = subtitle
            self.note = note
            self.composition = composition
        }
    }

    /// What a back cover says.
    public struct BackCover: Sendable {
        /// A few lines; may be empty.
        public var text: [Inline]
        /// Signs of organisations: a picture's path and what it shows, or the words of a marked place.
        public var logos: [Logo]
        /// An address for cameras.
        public var address: String?
        /// The words of a marked place for it.
        public var addressPlace: [Inline]
        /// Where publication.yaml says so.
        public var origin: Origin
        /// A back cover without logos.
        public init(text: [Inline], address: String?, at origin: Origin) {
            self.text = text
            self.address = address
            self.origin = origin
            logos = []
            addressPlace = []
        }

        /// A sign of an organisation.
        public struct Logo: Sendable {
            /// The picture; `nil` for a marked place.
            public var path: String?
            /// What it shows.
            public var alternative: String
            /// The words of a marked place.
            public var place: [Inline]
            /// The language of `alternative` where it is not the edition's.
            public var language: LanguageTag?
        }
    }

    /// A part that begins on a page of its own.
    public struct Section: Sendable {
        /// What kind.
        public enum Role: String, Sendable {
            /// Before the chapters.
            case front
            /// A numbered chapter with an opener.
            case chapter
            /// After the chapters.
            case back
            /// Who, when, licence.
            case imprint
            /// The table of contents.
            case contents
        }
        /// The anchor of its first page.
        public var anchor: String
        /// What kind.
        public var role: Role
        /// `1` for a chapter; empty otherwise.
        public var number: String
        /// The title.
        public var title: [Inline]
        /// For running heads.
        public var short: String
        /// The swatch of its opener and headings; `nil` for the theme's.
        public var colour: SwatchName?
        /// The language of the title where untranslated.
        public var titleLanguage: LanguageTag?
        /// The page master that it asks for; `nil` for its role's.
        public var master: String?
        /// The notes that stand at its end, by their keys in `Book.notes`, in order; none where notes stand at the foot.
        public var endnotes: [String] = []
        /// What it is, if nobody wrote it.
        public var made: Part.Generated?
        /// What it holds. Headings within begin at level 2. `Attributes.id` of a block is its anchor.
        public var blocks: [Block]
        /// A section.
        public init(
            anchor: String, role: Role, number: String, title: [Inline], short: String, colour: SwatchName?,
            titleLanguage: LanguageTag? = nil, blocks: [Block]
        ) {
            self.anchor = anchor
            self.role = role
            self.number = number
            self.title = title
            self.short = short
            self.colour = colour
            self.titleLanguage = titleLanguage
            self.blocks = blocks
        }
    }

    /// A numbered note.
    public struct BookNote: Sendable {
        /// The printed mark.
        public var mark: String
        /// The anchor of its text: `note-…`.
        public var anchor: String
        /// The anchors of its marks, in order.
        public var calls: [String]
        /// Those of them that stand in notes.
        public var innerCalls: [String] = []
        /// The keys of the notes that the text of this one calls, and nothing before it: they come with it.
        public var nested: [String] = []
        /// Whether it comes with another note.
        public var isNested = false
        /// Its text.
        public var blocks: [Block]
        /// A note.
        public init(mark: String, anchor: String, calls: [String], blocks: [Block]) {
            self.mark = mark
            self.anchor = anchor
            self.calls = calls
            self.blocks = blocks
        }
    }

    /// A book.
    public init(
        edition: Edition, language: LanguageTag, title: String, author: String, summary: String, date: Int,
        cover: Cover, sections: [Section], notes: [String: BookNote], strings: [String: String], standing: [String],
        images: [String: ImageFile], theme: Theme
    ) {
        self.edition = edition
        self.language = language
        sourceLanguage = language
        self.title = title
        self.author = author
        self.summary = summary
        self.date = date
        self.cover = cover
        self.sections = sections
        self.notes = notes
        self.strings = strings
        self.standing = standing
        self.images = images
        self.theme = theme
    }
}
