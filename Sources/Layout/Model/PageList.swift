// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
public import Typesetting

/// A whole edition, every mark in its place. Points, origin at the top left of the trimmed page, y downwards.
public struct PageList: Sendable {
    /// In order.
    public var pages: [Page]
    /// What a screen reader meets.
    public var tags: TagTree
    /// Bookmarks.
    public var outline: [OutlineItem]
    /// Named places.
    public var destinations: [String: Destination]
    /// About the file.
    public var information: DocumentInformation
    /// The colours that `swatch` positions mean.
    public var palette: Palette
    /// The pictures by path: bytes.
    public var images: [String: [UInt8]]
    /// Outside the trim on all sides, in points: what `Page.fragments` may reach into.
    public var bleed: Double
    /// The data of its charts, in the order of reading.
    public var chartData: [ChartData] = []
    /// How its paragraphs were set, if that was asked for.
    public var record: SettingRecord?
    /// Why one of its pages looks as it does, if that was asked for and there is such a page.
    public var explanation: PageExplanation?

    /// A list of pages.
    public init(
        pages: [Page], tags: TagTree, outline: [OutlineItem], destinations: [String: Destination],
        information: DocumentInformation, palette: Palette, images: [String: [UInt8]], bleed: Double
    ) {
        self.pages = pages
        self.tags = tags
        self.outline = outline
        self.destinations = destinations
        self.information = information
        self.palette = palette
        self.images = images
        self.bleed = bleed
    }
}

/// A page.
public struct Page: Sendable {
    /// The trimmed size.
    public var size: Size
    /// In drawing order. Neighbours of one tag are in reading order.
    public var fragments: [Fragment]
    /// What a reader calls it: `ii`, `9`.
    public var label: String
    /// Links, in reading order.
    public var links: [LinkArea]
    /// What can be filled in, in reading order.
    public var fields: [FormField] = []

    /// A page.
    public init(size: Size, fragments: [Fragment] = [], label: String, links: [LinkArea] = []) {
        self.size = size
        self.fragments = fragments
        self.label = label
        self.links = links
    }
}

/// Whose a mark is.
public enum Owner: Hashable, Sendable {
    /// A structure element's: the number of its place for content, `TagNode.Child.content(slot:)`.
    case tag(slot: Int)
    /// Nobody's: ISO 32000-1:2008, 14.8.2.2.
    case artifact(Artifact)

    /// Kinds of artifacts.
    public enum Artifact: Hashable, Sendable {
        /// A running head.
        case header
        /// A folio or a standing line.
        case footer
        /// A rule, a ground, a mark.
        case layout
        /// A tint of the whole page.
        case background
    }
}

/// Marks with one owner.
public struct Fragment: Sendable {
    /// Whose it is.
    public var owner: Owner
    /// What is drawn.
    public var content: Content
    /// What it says where that is not what its glyphs say: U+00AD for a hyphen at a line's end.
    public var actualText: String?
    /// Whether its text reads upwards from its origin, turned by a quarter.
    public var isTurned: Bool

    /// A fragment.
    public init(owner: Owner, content: Content, actualText: String? = nil, isTurned: Bool = false) {
        self.owner = owner
        self.content = content
        self.actualText = actualText
        self.isTurned = isTurned
    }

    /// What is drawn.
    public enum Content: Sendable {
        /// Part of a line: pieces from an origin on the baseline.
        case text(origin: Point, pieces: ArraySlice<Piece>)
        /// An outline, filled or stroked.
        case path(Path, Paint)
        /// The picture of `PageList.images[path]`, scaled to fill `frame`.
        case image(path: String, frame: Rect)
    }

    /// How an outline is painted. Positions in the palette.
    public enum Paint: Hashable, Sendable {
        /// Filled by the non-zero rule.
        case fill(swatch: Int16)
        /// A line of a width in points; dashes in points, none for a solid line.
        case stroke(swatch: Int16, width: Double, dashes: [Double])
    }
}

/// A link's area.
public struct LinkArea: Hashable, Sendable {
    /// Its place in the tag tree, unique in an edition.
    public var id: Int
    /// One for each line it stands on, in page space.
    public var frames: [Rect]
    /// Where it goes.
    public var target: Target
    /// What it says to a screen reader: in the edition's language.
    public var contents: String

    /// Where a link goes.
    public enum Target: Hashable, Sendable {
        /// A key of `PageList.destinations`.
        case destination(String)
        /// An absolute address.
        case address(String)
    }

    /// An area.
    public init(id: Int, frames: [Rect], target: Target, contents: String) {
        self.id = id
        self.frames = frames
        self.target = target
        self.contents = contents
    }
}

/// A place on a page.
public struct Destination: Hashable, Sendable {
    /// From 0.
    public var page: Int
    /// What comes to the top left of the window.
    public var point: Point
    /// A place.
    public init(page: Int, point: Point) {
        self.page = page
        self.point = point
    }
}

/// A bookmark.
public struct OutlineItem: Hashable, Sendable {
    /// The heading's text.
    public var title: String
    /// A key of `PageList.destinations`.
    public var destination: String
    /// Below it.
    public var children: [OutlineItem]
    /// A bookmark.
    public init(title: String, destination: String, children: [OutlineItem] = []) {
        self.title = title
        self.destination = destination
        self.children = children
    }
}

/// What the file says of itself.
public struct DocumentInformation: Hashable, Sendable {
    /// The title.
    public var title: String
    /// The author.
    public var author: String
    /// One sentence; may be empty.
    public var summary: String
    /// The language.
    public var language: LanguageTag
    /// Seconds from 1970 UTC.
    public var date: Int
    /// Whether the program must not be named.
    public var isDiscreet: Bool
    /// What a file says of itself.
    public init(title: String, author: String, summary: String, language: LanguageTag, date: Int, isDiscreet: Bool) {
        self.title = title
        self.author = author
        self.summary = summary
        self.language = language
        self.date = date
        self.isDiscreet = isDiscreet
    }
}
