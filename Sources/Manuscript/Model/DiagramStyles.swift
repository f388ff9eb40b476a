// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// Where figures stand that do not say it themselves.
public struct FigureStyle: Hashable, Sendable {
    /// Where a figure stands.
    public enum Float: String, Hashable, Sendable, CaseIterable {
        /// In its place in the text.
        case here
        /// At the top of a page.
        case top
        /// At the foot of a page.
        case foot
        /// On a page of its own.
        case page
        /// In the margin column.
        case margin
    }
    /// Where a figure stands.
    public var float = Float.here
    /// Whether it may take the margin column too.
    public var isWide = false
    /// White above and below, in points.
    public var space = 12.0
    /// Whether pictures are drawn as wide as the measure where they are narrower, so that their words grow with the text.
    public var grows = false
    /// The defaults.
    public init() {}
}

/// How charts look. Lengths in points.
public struct ChartStyle: Hashable, Sendable {
    /// The colours of the series.
    public var fills: [SwatchName] = ["teal", "ochre", "plum", "grey"]
    /// How thick a bar is.
    public var bar = 10.0
    /// White between rows.
    public var gap = 7.0
    /// The radius of a dot.
    public var dot = 4.0
    /// The thickness of the zero line.
    public var zeroRule = 0.6
    /// The thickness of the line that dots stand on.
    public var lightRule = 0.35
    /// The swatch of both.
    public var ruleColour: SwatchName = "grey"
    /// The largest share of the measure that labels take.
    public var labels = 0.38
    /// On a measure narrower than this labels stand above their bars.
    public var stacksBelow = 240.0
    /// The style of labels.
    public var labelStyle = "chart-label"
    /// The style of numbers.
    public var valueStyle = "chart-value"
    /// The style of notes and names of series.
    public var noteStyle = "chart-note"
    /// The defaults.
    public init() {}
}

/// How flowcharts look. Lengths in points.
public struct FlowStyle: Hashable, Sendable {
    /// How a box looks.
    public struct Box: Hashable, Sendable {
        /// Its ground; `nil` for paper.
        public var ground: SwatchName?
        /// Its outline.
        public var edge: SwatchName
        /// A box.
        public init(ground: SwatchName?, edge: SwatchName) {
            self.ground = ground
            self.edge = edge
        }
    }
    /// The boxes by what they are.
    public var question = Box(ground: "mist", edge: "teal")
    /// What is to be done.
    public var action = Box(ground: "sand", edge: "ochre")
    /// Where a way ends.
    public var end = Box(ground: "lilac", edge: "plum")
    /// White in a box.
    public var padding = 6.0
    /// White between boxes beside one another.
    public var gap = 14.0
    /// White between boxes below one another, without what arrows need.
    public var drop = 16.0
    /// The thickness of outlines and arrows.
    public var rule = 0.8
    /// The swatch of arrows.
    public var ruleColour: SwatchName = "grey"
    /// No box is narrower: what does not fit is set as a list.
    public var narrowest = 82.0
    /// No box is wider.
    public var widest = 190.0
    /// The style of what boxes say.
    public var textStyle = "flow-text"
    /// The style of answers.
    public var answerStyle = "flow-answer"
    /// The style of the numbers of boxes.
    public var numberStyle = "flow-number"
    /// The defaults.
    public init() {}

    /// How a box of `kind` looks.
    public func box(_ kind: Flowchart.Node.Kind) -> Box {
        switch kind {
        case .question: question
        case .action: action
        case .end: end
        }
    }
}
