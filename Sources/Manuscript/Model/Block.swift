// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// The identity of a block: unique in a publication, the same in every language.
public struct NodeID: Hashable, Sendable, Comparable {
    /// The number; in the order of reading.
    public let number: Int
    /// The block numbered `number`.
    public init(_ number: Int) { self.number = number }
    /// Orders by number.
    public static func < (left: NodeID, right: NodeID) -> Bool { left.number < right.number }
}

/// A block of a document.
public struct Block: Hashable, Sendable {
    /// Its identity.
    public var id: NodeID
    /// Where it stands.
    public var origin: Origin
    /// What `{…}` says of it.
    public var attributes: Attributes
    /// The language of its text where that differs from what surrounds it (`lang=`, or untranslated text).
    public var language: LanguageTag?
    /// What it is.
    public var content: Content
    /// More places that begin with it, made by Assembly.
    public var anchors: [String] = []
    /// Places at its end, likewise.
    public var endAnchors: [String] = []

    /// A block.
    public init(
        id: NodeID, origin: Origin, attributes: Attributes = Attributes(), language: LanguageTag? = nil,
        content: Content
    ) {
        self.id = id
        self.origin = origin
        self.attributes = attributes
        self.language = language
        self.content = content
    }

    /// The kinds of blocks.
    public indirect enum Content: Hashable, Sendable {
        /// A heading; `level` 1…6. A document's title is its level 1; `##` in a chapter is 2.
        case heading(level: Int, [Inline])
        /// A paragraph.
        case paragraph([Inline])
        /// A list.
        case list(List)
        /// A definition list.
        case definitions([Definition])
        /// A table.
        case table(Table)
        /// A picture on its own, with its caption.
        case figure(Figure)
        /// A chart, drawn from its numbers.
        case chart(Chart)
        /// A flowchart.
        case flow(Flowchart)
        /// A block quotation.
        case quote([Block])
        /// A code block: its info string and its text.
        case code(info: String, String)
        /// A thematic break.
        case divider
        /// A `:::name` container or an alert, set as the theme's component of that name.
        case component(Component)
        /// A list of entries with leaders and page numbers, made by Assembly.
        case contents([ContentsEntry])
        /// An index, made by Assembly.
        case index([IndexLine])
    }
}

/// A list.
public struct List: Hashable, Sendable {
    /// The number of the first item; `nil` for a bulleted list.
    public var start: Int?
    /// Whether items stand close.
    public var isTight: Bool
    /// The items.
    public var items: [Item]

    /// An item.
    public struct Item: Hashable, Sendable {
        /// The state of a `[ ]` or `[x]` box; `nil` where there is none.
        public var isChecked: Bool?
        /// What it holds.
        public var blocks: [Block]
        /// An item.
        public init(isChecked: Bool? = nil, blocks: [Block]) {
            self.isChecked = isChecked
            self.blocks = blocks
        }
    }

    /// A list.
    public init(start: Int?, isTight: Bool, items: [Item]) {
        self.start = start
        self.isTight = isTight
        self.items = items
    }
}

/// A term with its meanings.
public struct Definition: Hashable, Sendable {
    /// What can be pointed to; `term-…` in the glossary.
    public var anchor: String?
    /// The term.
    public var term: [Inline]
    /// Its meanings.
    public var meanings: [[Block]]
    /// A definition.
    public init(anchor: String? = nil, term: [Inline], meanings: [[Block]]) {
        self.anchor = anchor
        self.term = term
        self.meanings = meanings
    }
}

/// A table.
public struct Table: Hashable, Sendable {
    /// How a column stands.
    public enum Alignment: Hashable, Sendable {
        /// At the start of the line.
        case start
        /// In the middle.
        case centre
        /// At the end of the line.
        case end
        /// At the end, numbers below one another by their decimal separators.
        case decimal
    }
    /// A cell.
    public struct Cell: Hashable, Sendable {
        /// Its text.
        public var inlines: [Inline]
        /// How many columns it takes; at least 1.
        public var columns: Int
        /// How many rows it takes; at least 1.
        public var rows: Int
        /// The language of untranslated text.
        public var language: LanguageTag?
        /// A cell.
        public init(_ inlines: [Inline], columns: Int = 1, rows: Int = 1, language: LanguageTag? = nil) {
            self.inlines = inlines
            self.columns = columns
            self.rows = rows
            self.language = language
        }
    }

    /// One for each column.
    public var alignments: [Alignment]
    /// Rows set as the table's head.
    public var head: [[Cell]]
    /// The rows.
    public var rows: [[Cell]]
    /// Whether the first column heads its rows.
    public var hasHeaderColumn: Bool
    /// Shares of the width by column; empty for the natural ones.
    public var widths: [Double]
    /// What stands above it.
    public var caption: [Inline]
    /// `Table 2`, made by Assembly; empty where tables are not numbered.
    public var label: String
    /// Sources and notes below it.
    public var notes: [Block]

    /// A table.
    public init(
        alignments: [Alignment], head: [[Cell]], rows: [[Cell]], hasHeaderColumn: Bool = false, widths: [Double] = [],
        caption: [Inline] = [], label: String = "", notes: [Block] = []
    ) {
        self.alignments = alignments
        self.head = head
        self.rows = rows
        self.hasHeaderColumn = hasHeaderColumn
        self.widths = widths
        self.caption = caption
        self.label = label
        self.notes = notes
    }
}

/// A picture.
public struct Figure: Hashable, Sendable {
    /// The key of its file in `Publication.images`: the path from the project's folder. `nil` where it could not be read: a visible box.
    public var path: String?
    /// The alternative text; empty for decoration.
    public var alternative: String
    /// Whether it says nothing (`![-](…)`).
    public var isDecorative: Bool
    /// The width as share of the measure, 0…1; `nil` for its natural size, at most the measure.
    public var width: Double?
    /// What stands below it.
    public var caption: [Inline]
    /// `Figure 1`, made by Assembly.
    public var label: String
    /// The languages of untranslated alternative text.
    public var alternativeLanguage: LanguageTag?

    /// A picture.
    public init(
        path: String?, alternative: String, isDecorative: Bool = false, width: Double? = nil, caption: [Inline] = [],
        label: String = ""
    ) {
        self.path = path
        self.alternative = alternative
        self.isDecorative = isDecorative
        self.width = width
        self.caption = caption
        self.label = label
    }
}

/// A `:::name Title {…}` container.
public struct Component: Hashable, Sendable {
    /// The name: a key of `Theme.components`.
    public var name: String
    /// The rest of the opening line; empty for the component's own label alone.
    public var title: [Inline]
    /// What it holds.
    public var blocks: [Block]
    /// A component.
    public init(name: String, title: [Inline] = [], blocks: [Block]) {
        self.name = name
        self.title = title
        self.blocks = blocks
    }
}

/// A line of a table of contents.
public struct ContentsEntry: Hashable, Sendable {
    /// 1 for chapters, 2 for sections, 3 for what is in them; 0 for a table or a figure.
    public var level: Int
    /// `1` for a numbered chapter, `Table 2` for a table; empty otherwise.
    public var number: String
    /// The title.
    public var title: [Inline]
    /// Where it points.
    public var anchor: String
    /// An entry.
    public init(level: Int, number: String, title: [Inline], anchor: String) {
        self.level = level
        self.number = number
        self.title = title
        self.anchor = anchor
    }
}
