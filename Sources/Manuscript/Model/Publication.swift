// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// Everything read of one publication, in its source language.
public struct Publication: Sendable {
    /// The folder's name under Documents: the stem of its files' names.
    public var name: String
    /// What publication.yaml says.
    public var settings: Settings
    /// The contents list, in order.
    public var parts: [Part]
    /// The footnotes of all documents by label; those of the shared notes file too. A document's own label wins for its own text: key `path:label`.
    public var notes: [String: Note]
    /// The directory of resources; empty if there is none.
    public var resources: [Resource]
    /// The glossary; empty if there is none.
    public var glossary: [Term]
    /// The theme with its variants.
    public var theme: Theme
    /// The pictures by path from the project's folder.
    public var images: [String: ImageFile]
    /// The page masters that parts ask for, by a document's path or a made part's name with its colon.
    public var masters: [String: String] = [:]

    /// A publication.
    public init(
        name: String, settings: Settings, parts: [Part], notes: [String: Note], resources: [Resource],
        glossary: [Term], theme: Theme, images: [String: ImageFile]
    ) {
        self.name = name
        self.settings = settings
        self.parts = parts
        self.notes = notes
        self.resources = resources
        self.glossary = glossary
        self.theme = theme
        self.images = images
    }
}

/// An entry of the contents list.
public enum Part: Sendable {
    /// A Markdown file.
    case document(Document)
    /// `:imprint`, `:contents`, `:tables`, `:figures`, `:glossary`, `:resources`, `:index`: matter that Assembly makes.
    case generated(Generated, Origin)

    /// Matter that is made, not written.
    public enum Generated: String, Sendable, CaseIterable {
        /// Who, when, licence.
        case imprint
        /// The table of contents.
        case contents
        /// The list of tables.
        case tables
        /// The list of figures.
        case figures
        /// The terms that are used.
        case glossary
        /// The resources appendix.
        case resources
        /// The index of what is marked.
        case index
    }
}

/// A Markdown file of the contents list.
public struct Document: Sendable {
    /// The path from the project's folder: `Documents/guide/01.md`.
    public var path: String
    /// The place of its beginning.
    public var origin: Origin
    /// The title: front matter, else the first heading of level 1 (taken out of `blocks`), else the file's name.
    public var title: [Inline]
    /// The title for running heads and the thumb index; empty for the title.
    public var short: [Inline]
    /// The id of its first page; from front matter or made of the file's name.
    public var id: String
    /// Its place in the publication.
    public var role: Role
    /// The swatch of its opener; `nil` for the theme's order.
    public var colour: SwatchName?
    /// What it holds.
    public var blocks: [Block]
    /// The language of an untranslated title.
    public var titleLanguage: LanguageTag?

    /// Parts of a publication.
    public enum Role: String, Sendable, CaseIterable {
        /// Before the chapters; not numbered.
        case front
        /// Numbered, with an opener.
        case chapter
        /// After the chapters; not numbered.
        case back
    }

    /// A document.
    public init(
        path: String, origin: Origin, title: [Inline], short: [Inline] = [], id: String, role: Role,
        colour: SwatchName? = nil, blocks: [Block]
    ) {
        self.path = path
        self.origin = origin
        self.title = title
        self.short = short
        self.id = id
        self.role = role
        self.colour = colour
        self.blocks = blocks
    }
}

/// A footnote's text.
public struct Note: Hashable, Sendable {
    /// The label as written, without `^`.
    public var label: String
    /// Where.
    public var origin: Origin
    /// Its paragraphs.
    public var blocks: [Block]
    /// A note.
    public init(label: String, origin: Origin, blocks: [Block]) {
        self.label = label
        self.origin = origin
        self.blocks = blocks
    }
}

/// A picture's file as it was read.
public struct ImageFile: Sendable {
    /// The path from the project's folder.
    public var path: String
    /// The bytes.
    public var bytes: [UInt8]
    /// Where it was first used.
    public var origin: Origin
    /// A picture's file.
    public init(path: String, bytes: [UInt8], origin: Origin) {
        self.path = path
        self.bytes = bytes
        self.origin = origin
    }
}
