// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// A chart: numbers that are drawn, and stand beside their marks.
public struct Chart: Hashable, Sendable {
    /// How numbers are drawn.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// Horizontal bars from the zero line.
        case bar
        /// A dot for each number; those of a row stand on one line.
        case dot
    }
    /// A number.
    public struct Value: Hashable, Sendable {
        /// What it is.
        public var number: Double
        /// As it was written, with a full stop before decimals.
        public var written: String
        /// As the edition's language writes it, made by Assembly.
        public var shown: String
        /// A number.
        public init(_ number: Double, written: String) {
            self.number = number
            self.written = written
            shown = written
        }
    }
    /// A row: what its label names has a number in each series.
    public struct Row: Hashable, Sendable {
        /// What the numbers are of.
        public var label: [Inline]
        /// One for each series; `nil` where there is none.
        public var values: [Value?]
        /// What stands in small type below the label; may be empty.
        public var note: [Inline]
        /// A row.
        public init(label: [Inline], values: [Value?], note: [Inline] = []) {
            self.label = label
            self.values = values
            self.note = note
        }
    }

    /// How it is drawn.
    public var form: Form
    /// What it shows: its caption.
    public var title: [Inline] = []
    /// What the numbers count; may be empty.
    public var unit: [Inline] = []
    /// What heads the labels in a table of the data; may be empty.
    public var heading: [Inline] = []
    /// The names of the series; empty for a chart that has one.
    public var series: [[Inline]] = []
    /// The rows in order.
    public var rows: [Row] = []
    /// The end of the scale where it is not the largest number.
    public var end: Double?
    /// Where the numbers come from; may be empty.
    public var source: [Inline] = []
    /// What it shows for who cannot see it; empty for a text made of the numbers.
    public var alternative = ""
    /// The language of an alternative text that is not translated.
    public var alternativeLanguage: LanguageTag?
    /// Whether a table of the data is printed below it.
    public var printsData = false
    /// `Figure 1`, made by Assembly.
    public var label = ""

    /// An empty chart.
    public init(form: Form) { self.form = form }

    /// The kinds of its texts.
    public enum TextKind: String, Hashable, Sendable {
        /// The title.
        case title
        /// The unit.
        case unit
        /// The heading of the labels.
        case heading
        /// The name of a series.
        case series
        /// The label of a row.
        case label
        /// The note of a row.
        case note
        /// The source.
        case source
    }

    /// Changes each of its texts, in the order of reading.
    public mutating func changeTexts(_ change: (inout [Inline], TextKind) -> Void) {
        change(&title, .title)
        change(&unit, .unit)
        change(&heading, .heading)
        for index in series.indices { change(&series[index], .series) }
        for index in rows.indices {
            change(&rows[index].label, .label)
            change(&rows[index].note, .note)
        }
        change(&source, .source)
    }

    /// Its texts in the order of reading.
    public var texts: [[Inline]] {
        var texts: [[Inline]] = []
        var copy = self
        copy.changeTexts { text, _ in texts.append(text) }
        return texts
    }
}
