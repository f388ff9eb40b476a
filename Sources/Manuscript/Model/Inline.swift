// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// A piece of running text.
public struct Inline: Hashable, Sendable {
    /// What it is.
    public var content: Content
    /// Where it stands; after translation the catalogue's place too.
    public var origin: Origin

    /// An inline.
    public init(_ content: Content, at origin: Origin) {
        self.content = content
        self.origin = origin
    }

    /// The kinds of running text.
    public indirect enum Content: Hashable, Sendable {
        /// Plain text, entities and escapes resolved.
        case text(String)
        /// A code span.
        case code(String)
        /// `*…*`.
        case emphasis([Inline])
        /// `**…**`.
        case strong([Inline])
        /// `~~…~~`.
        case strikethrough([Inline])
        /// `[…](…)` and autolinks; an empty text is filled in by Assembly.
        case link(LinkTarget, [Inline])
        /// `![alt](path)` inside running text.
        case image(Figure)
        /// `[…]{…}`.
        case span(Attributes, [Inline])
        /// `[^label]`; Assembly turns it into a `noteCall`.
        case noteReference(label: String)
        /// A hard line break.
        case lineBreak
        /// A line end in the manuscript: a blank in print.
        case softBreak

        // What Assembly makes.

        /// The mark of a numbered note.
        case noteCall(NoteCall)
        /// Text that is known only after layout.
        case field(Field)
        /// A place that can be pointed to; takes no room.
        case anchor(String)
        /// A gap that somebody has to fill, brackets included in `text`.
        case placeholder(Placeholder)
    }
}

/// Where a link goes.
public enum LinkTarget: Hashable, Sendable {
    /// As written in the manuscript, not yet resolved: `#id`, `other.md#y`, `resource:id`, `term:id`, an address.
    case written(String)
    /// A named place of this edition.
    case anchor(String)
    /// An absolute address: `https:`, `mailto:`, `tel:`.
    case address(String)
}

/// The mark of a note in running text.
public struct NoteCall: Hashable, Sendable {
    /// The key of the note in `Book.notes`, unique in an edition.
    public var note: String
    /// The printed mark: `7`.
    public var mark: String
    /// The anchor of this mark: `note-ref-…`, unique in an edition.
    public var anchor: String

    /// A mark.
    public init(note: String, mark: String, anchor: String) {
        self.note = note
        self.mark = mark
        self.anchor = anchor
    }
}

/// Text that only page composition knows.
public enum Field: Hashable, Sendable {
    /// The folio of the page where the anchor stands.
    case page(anchor: String)
    /// The folios of all the anchors that begin with `prefix`, each once, in order: "9, 14–16"; each a link.
    case pages(prefix: String)
    /// The same within the words of a key of `Theme.strings`: "on page {pages}"; those of the key with `-many` where there are several.
    case cited(prefix: String, words: String)
    /// Where the anchor stands as seen from another, that of the reference itself: "page 9", "overleaf".
    case place(anchor: String, from: String)
}

/// A gap in the text that must be filled before release.
public struct Placeholder: Hashable, Sendable {
    /// `CONSULTATION FINDING`, `TESTIMONY`, `TO CONFIRM`.
    public var kind: String
    /// The instruction after the dash.
    public var instruction: String
    /// The whole as written, brackets included.
    public var text: String

    /// A gap.
    public init(kind: String, instruction: String, text: String) {
        self.kind = kind
        self.instruction = instruction
        self.text = text
    }
}

extension [Inline] {
    /// The bare text, without marks of notes: for bookmarks, tooltips, messages.
    public var plainText: String {
        var text = ""
        for inline in self {
            switch inline.content {
            case .text(let string), .code(let string): text += string
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner),
                .span(_, let inner):
                text += inner.plainText
            case .image(let figure): text += figure.alternative
            case .lineBreak, .softBreak: text += " "
            case .placeholder(let placeholder): text += placeholder.text
            case .noteReference, .noteCall, .field, .anchor: break
            }
        }
        return text
    }
}
