// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// How a publication looks: the house's Documents/theme.yaml over the built-in one. All lengths are in points.
public struct Theme: Sendable {
    /// Page size and margins.
    public var page: PageFormat
    /// The colours.
    public var palette: Palette
    /// The families by role: `text`, `sans`, `display`, `mono`.
    public var fonts: [String: FontFamily]
    /// Paragraph styles by name: `body`, `h1`, `caption`, …; `body` is always there.
    public var styles: [String: Style]
    /// Components by name.
    public var components: [String: ComponentStyle]
    /// Shapes by name, in a unit circle round (0, 0).
    public var motifs: [String: [Path]]
    /// Compositions of motifs on a whole page, by name; keys in the theme's order in `coverOrder`.
    public var covers: [String: Composition]
    /// The names of the covers in the theme's order.
    public var coverOrder: [String]
    /// Compositions for the chapters' first pages, used in turn.
    public var openers: [Composition]
    /// Words that the program prints, by language and key; `en` is complete.
    public var strings: [LanguageTag: [String: Text]]
    /// Rules of tables.
    public var table: TableStyle
    /// What pages have besides their text, by name.
    public var masters: [String: PageMaster] = [:]
    /// The tabs at the fore edge.
    public var thumbs = ThumbIndex()
    /// How emphasis is shown.
    public var emphasis = Emphasis.italic
    /// No type is smaller, in points.
    public var leastSize = 0.0
    /// Where notes stand and how they are counted.
    public var footnotes = NoteStyle()
    /// Where figures stand.
    public var figures = FigureStyle()
    /// How charts look.
    public var charts = ChartStyle()
    /// How flowcharts look.
    public var flow = FlowStyle()
    /// How well text must be set.
    public var typography = TypographyLimits()
    /// What single languages need, by tag.
    public var languages: [LanguageTag: LanguageStyle]
    /// Words that are divided otherwise than their language's list says, by language: `ta-ble`.
    public var exceptions: [LanguageTag: [String]]
    /// The names of the variants that the theme declares (`variants:`); `Theme` itself is without a variant.
    public var variants: [String: Variant]

    /// What a house does otherwise than is usual in a language.
    public struct Habits: Hashable, Sendable {
        /// A value with its place.
        public struct Entry: Hashable, Sendable {
            /// The value.
            public var text: String
            /// Where it stands.
            public var origin: Origin
            /// A value at its place.
            public init(_ text: String, at origin: Origin) {
                self.text = text
                self.origin = origin
            }
        }
        /// Four quotation marks with blanks between them: `“ ” ‘ ’`.
        public var quotes: Entry?
        /// The rules that it does not follow, by id.
        public var rulesOff: [Entry]
        /// Habits.
        public init(quotes: Entry? = nil, rulesOff: [Entry] = []) {
            self.quotes = quotes
            self.rulesOff = rulesOff
        }
    }

    /// A theme as another layout: the whole theme that results.
    public struct Variant: Sendable {
        /// Its page.
        public var page: PageFormat
        /// Its styles.
        public var styles: [String: Style]
        /// Its components.
        public var components: [String: ComponentStyle]
        /// Where its notes stand and how they are counted.
        public var footnotes = NoteStyle()
        /// How well its text must be set.
        public var typography = TypographyLimits()
        /// The rules of its tables; `nil` for those of the theme.
        public var table: TableStyle?
        /// The look of its figures; `nil` for that of the theme.
        public var figures: FigureStyle?
        /// That of its charts.
        public var charts: ChartStyle?
        /// That of its flowcharts.
        public var flow: FlowStyle?
        /// What its pages have besides their text.
        public var masters: [String: PageMaster] = [:]
        /// Its tabs.
        public var thumbs = ThumbIndex()
        /// Its compositions for chapters' first pages; `nil` for the theme's.
        public var openers: [Composition]?
        /// How emphasis is shown.
        public var emphasis = Emphasis.italic
        /// No type is smaller, in points.
        public var leastSize = 0.0
        /// A variant.
        public init(page: PageFormat, styles: [String: Style], components: [String: ComponentStyle]) {
            self.page = page
            self.styles = styles
            self.components = components
        }
    }

    /// A theme.
    public init(
        page: PageFormat, palette: Palette, fonts: [String: FontFamily], styles: [String: Style],
        components: [String: ComponentStyle], motifs: [String: [Path]], covers: [String: Composition],
        coverOrder: [String], openers: [Composition], strings: [LanguageTag: [String: Text]], table: TableStyle,
        languages: [LanguageTag: LanguageStyle] = [:], exceptions: [LanguageTag: [String]] = [:],
        variants: [String: Variant]
    ) {
        self.page = page
        self.palette = palette
        self.fonts = fonts
        self.styles = styles
        self.components = components
        self.motifs = motifs
        self.covers = covers
        self.coverOrder = coverOrder
        self.openers = openers
        self.strings = strings
        self.table = table
        self.languages = languages
        self.exceptions = exceptions
        self.variants = variants
    }

    /// How emphasis is shown.
    public enum Emphasis: String, Hashable, Sendable, CaseIterable {
        /// In the italic.
        case italic
        /// In the bold; nothing is set in an italic.
        case bold
    }

    /// The master `name`, else `body`'s.
    public func master(_ name: String) -> PageMaster { masters[name] ?? masters["body"] ?? PageMaster() }

    /// This theme as its variant `name`, or `nil` if there is none.
    public func variant(_ name: String) -> Theme? {
        guard let variant = variants[name] else { return nil }
        var theme = self
        theme.page = variant.page
        theme.styles = variant.styles
        theme.components = variant.components
        theme.typography = variant.typography
        theme.table = variant.table ?? theme.table
        theme.figures = variant.figures ?? theme.figures
        theme.charts = variant.charts ?? theme.charts
        theme.flow = variant.flow ?? theme.flow
        theme.masters = variant.masters
        theme.thumbs = variant.thumbs
        theme.openers = variant.openers ?? theme.openers
        theme.emphasis = variant.emphasis
        theme.leastSize = variant.leastSize
        theme.footnotes = variant.footnotes
        return theme
    }
}

/// The rules of tables, in points.
public struct TableStyle: Hashable, Sendable {
    /// Above and below the table.
    public var heavyRule = 0.8
    /// Between head and rows, and between groups.
    public var lightRule = 0.35
    /// Their swatch.
    public var ruleColour: SwatchName = "ink"
    /// White between columns.
    public var columnGap = 8.0
    /// White above and below a row's text.
    public var rowPadding = 3.0
    /// The ground of every other row; `nil` for none.
    public var zebra: SwatchName?
    /// Between rows, where no ground tells them apart; 0 for none.
    public var rowRule = 0.3
    /// Its swatch.
    public var rowRuleColour: SwatchName = "grey"
    /// White above the heading of a group of rows.
    public var groupSpace = 6.0
    /// How far the type of a table that does not fit may be reduced, as share of its size.
    public var leastScale = 0.85
    /// What becomes of a table that does not fit then.
    public var wideTables = WideTables.press
    /// A measure below which rows become records, one line for each cell; 0 for none.
    public var stackBelow = 0.0
    /// The number of columns from which that holds.
    public var stackFrom = 3
    /// The share of a page's text area above which a row is divided between its lines.
    public var tallestRow = 0.4
    /// What becomes of a table that does not fit.
    public enum WideTables: String, Hashable, Sendable, CaseIterable {
        /// Its words are divided where no rule allows it, and it is reported.
        case press
        /// It is turned by a quarter and stands on a page of its own.
        case turn
    }
    /// The defaults.
    public init() {}
}

/// Motifs placed on a page.
public struct Composition: Hashable, Sendable {
    /// The colour of the whole page; `nil` for paper.
    public var ground: SwatchName?
    /// The pieces, the first at the bottom.
    public var pieces: [Piece]
    /// Where the words of a cover begin at the highest, as share of the page's height.
    public var textTop = 0.715
    /// The ground of the flag that says that an edition is a draft; `nil` for no flag.
    public var flag: SwatchName?
    /// A composition.
    public init(ground: SwatchName?, pieces: [Piece]) {
        self.ground = ground
        self.pieces = pieces
    }
    /// A motif in its place.
    public struct Piece: Hashable, Sendable {
        /// A key of `Theme.motifs`.
        public var motif: String
        /// The centre as shares of the page's width and height: 0…1, outside for what is cropped.
        public var centre: Point
        /// The radius as share of the page's width.
        public var radius: Double
        /// Clockwise, in degrees.
        public var turn: Double
        /// Swatches by the motif's paths, in turn; `nil` leaves a path out. `chapter` is the chapter's colour.
        public var fills: [SwatchName?]
        /// A piece.
        public init(motif: String, centre: Point, radius: Double, turn: Double, fills: [SwatchName?]) {
            self.motif = motif
            self.centre = centre
            self.radius = radius
            self.turn = turn
            self.fills = fills
        }
    }
}
