// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// The structure of an edition, in reading order. Node 0 is the Document.
public struct TagTree: Sendable {
    /// By id.
    public private(set) var nodes: [TagNode]
    /// How many places for marked content there are.
    public private(set) var slotCount = 0

    /// A tree that holds the Document alone, in `language`.
    public init(language: LanguageTag) {
        nodes = [TagNode(id: 0, role: .document, language: language)]
    }

    /// Adds an element below `parent` and gives its id.
    public mutating func add(_ role: TagNode.Role, below parent: TagNode.ID, language: LanguageTag? = nil) -> TagNode.ID
    {
        let id = nodes.count
        nodes.append(TagNode(id: id, role: role, language: language))
        nodes[parent].children.append(.node(id))
        return id
    }

    /// Adds a place for marked content below `parent` and gives its number, which fragments name as their owner.
    public mutating func addSlot(below parent: TagNode.ID) -> Int {
        let slot = slotCount
        slotCount += 1
        nodes[parent].children.append(.content(slot: slot))
        return slot
    }

    /// The element `id`, to read or to change.
    public subscript(id: TagNode.ID) -> TagNode {
        get { nodes[id] }
        // In place: a copy of a section's children for each block would cost the square of its length.
        _modify { yield &nodes[id] }
    }
}

/// A structure element (ISO 32000-1:2008, 14.7.2).
public struct TagNode: Sendable {
    /// Its position in `TagTree.nodes`.
    public typealias ID = Int

    /// The standard types that are used (ISO 32000-1:2008, 14.8.4).
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// The root.
        case document = "Document"
        /// A section.
        case sect = "Sect"
        /// A division without meaning of its own.
        case div = "Div"
        /// Headings.
        case h1 = "H1", h2 = "H2", h3 = "H3", h4 = "H4", h5 = "H5", h6 = "H6"
        /// A paragraph.
        case p = "P"
        /// Lists.
        case l = "L", li = "LI", lbl = "Lbl", lBody = "LBody"
        /// Tables.
        case table = "Table", tHead = "THead", tBody = "TBody", tr = "TR", th = "TH", td = "TD"
        /// A caption.
        case caption = "Caption"
        /// A picture.
        case figure = "Figure"
        /// Inline text.
        case span = "Span"
        /// A link.
        case link = "Link"
        /// A mark of a note, or an entry of the contents.
        case reference = "Reference"
        /// A footnote.
        case note = "Note"
        /// Contents.
        case toc = "TOC", toci = "TOCI"
        /// An index.
        case index = "Index"
        /// Quotations.
        case blockQuote = "BlockQuote", quote = "Quote"
        /// Code.
        case code = "Code"
    }

    /// What stands below an element.
    public enum Child: Hashable, Sendable {
        /// Another element.
        case node(ID)
        /// A link's area: `LinkArea.id`.
        case link(Int)
        /// Marked content: all fragments whose owner is `.tag(slot)`, over as many pages as they take, in drawing order.
        case content(slot: Int)
    }

    /// Its position.
    public let id: ID
    /// Its type.
    public var role: Role
    /// Where it differs from the parent's.
    public var language: LanguageTag?
    /// The alternative text of a figure.
    public var alternative: String? {
        get { rare.first?.alternative }
        set { rare = [changed { $0.alternative = newValue }] }
    }
    /// `Note`: a unique ID.
    public var identifier: String? {
        get { rare.first?.identifier }
        set { rare = [changed { $0.identifier = newValue }] }
    }
    /// `TH`: what it heads.
    public var scope: Scope? {
        get { rare.first?.scope }
        set { rare = [changed { $0.scope = newValue }] }
    }
    /// Cells: columns taken.
    public var columns: Int {
        get { rare.first?.columns ?? 1 }
        set { if newValue != columns { rare = [changed { $0.columns = newValue }] } }
    }
    /// Cells: rows taken.
    public var rows: Int {
        get { rare.first?.rows ?? 1 }
        set { if newValue != rows { rare = [changed { $0.rows = newValue }] } }
    }
    /// `L`: how its items are numbered.
    public var numbering: Numbering? {
        get { rare.first?.numbering }
        set { rare = [changed { $0.numbering = newValue }] }
    }
    /// `Figure`: the page and its frame in page space.
    public var frame: (page: Int, rect: Rect)? {
        get { rare.first?.frame }
        set { rare = [changed { $0.frame = newValue }] }
    }
    /// In reading order.
    public var children: [Child] = []
    /// What few elements have: none or one. A long book has more than a hundred thousand elements.
    private var rare: [Rare] = []

    private struct Rare {
        var alternative: String?
        var identifier: String?
        var scope: Scope?
        var columns = 1
        var rows = 1
        var numbering: Numbering?
        var frame: (page: Int, rect: Rect)?
    }

    private func changed(_ change: (inout Rare) -> Void) -> Rare {
        var one = rare.first ?? Rare()
        change(&one)
        return one
    }

    /// What a header cell heads.
    public enum Scope: String, Hashable, Sendable {
        /// Its column.
        case column = "Column"
        /// Its row.
        case row = "Row"
    }
    /// How items are numbered.
    public enum Numbering: String, Hashable, Sendable {
        /// Not at all.
        case none = "None"
        /// By a mark.
        case disc = "Disc"
        /// By boxes.
        case square = "Square"
        /// By numbers.
        case decimal = "Decimal"
        /// By letters.
        case lowerAlpha = "LowerAlpha"
        /// By Roman figures.
        case lowerRoman = "LowerRoman"
    }

    init(id: ID, role: Role, language: LanguageTag?) {
        self.id = id
        self.role = role
        self.language = language
    }
}
