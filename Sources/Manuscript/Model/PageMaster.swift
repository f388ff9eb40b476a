// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// What a page has besides its text: running head, folio, standing lines, thumb tab, ground.
public struct PageMaster: Hashable, Sendable {
    /// Left-hand pages.
    public var verso: Side
    /// Right-hand pages, and all pages of a format without facing pages.
    public var recto: Side

    /// A master; by default all pages have a folio and nothing else.
    public init(verso: Side = Side(), recto: Side = Side()) {
        self.verso = verso
        self.recto = recto
    }

    /// What a running head says.
    public enum Head: String, Hashable, Sendable, CaseIterable {
        /// Nothing.
        case none
        /// The publication's title.
        case title
        /// The number and title of the chapter or part.
        case chapter
        /// The first section that begins on the page, else the one that goes on; before the first, the chapter.
        case section
        /// The last section that begins on the page, else the one that goes on.
        case lastSection = "last-section"
    }

    /// Where the page's number stands.
    public enum Folio: String, Hashable, Sendable, CaseIterable {
        /// Nowhere.
        case none
        /// At the foot, away from the binding.
        case outer
        /// At the foot, in the middle.
        case centre
        /// At the head, away from the binding.
        case head
    }

    /// One side of a spread.
    public struct Side: Hashable, Sendable {
        /// What the running head says.
        public var head = Head.none
        /// Where the page's number stands.
        public var folio = Folio.outer
        /// The motif by the number; `nil` for none.
        public var mark: String? = "gore"
        /// Whether the lines that say what state the edition is in stand at the foot.
        public var hasStanding = true
        /// Whether a tab at the fore edge shows the chapter.
        public var hasThumb = false
        /// The colour of the whole page; `nil` for paper.
        public var tint: SwatchName?
        /// A side with a folio.
        public init() {}
    }
}

/// The tabs at the fore edge, one step lower for each chapter; in points.
public struct ThumbIndex: Hashable, Sendable {
    /// How far a tab comes into the page.
    public var width = 22.0
    /// Its height.
    public var height = 40.0
    /// From the page's top edge to the first.
    public var top = 100.0
    /// From the top of one to the top of the next.
    public var step = 46.0
    /// The defaults.
    public init() {}
}
