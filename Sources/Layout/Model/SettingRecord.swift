// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
public import Typesetting

/// How the paragraphs of an edition were set, line by line: kept only when somebody asks, since a long book has a million pieces.
public struct SettingRecord: Sendable {
    /// In drawing order: those of one paragraph follow one another, unless something stands beside them.
    public var lines: [PlacedLine] = []
    /// By number: what `Line.paragraph` says.
    public var paragraphs: [SetParagraph] = []

    /// No line yet.
    public init() {}
}

/// A line on its page.
public struct PlacedLine: Sendable {
    /// From 0.
    public var page: Int
    /// The left edge of its column on the baseline, in page space.
    public var origin: Point
    /// The line as it was set.
    public var line: Line

    /// A line on its page.
    public init(page: Int, origin: Point, line: Line) {
        self.page = page
        self.origin = origin
        self.line = line
    }
}

/// What a paragraph was set of.
public struct SetParagraph: Sendable {
    /// Its text.
    public var runs: [TextRun]
    /// The length of its lines, in points.
    public var measure: Double
    /// The type size of its style, in points.
    public var size: Double
    /// The language of the whole.
    public var language: LanguageTag

    /// A paragraph.
    public init(runs: [TextRun], measure: Double, size: Double, language: LanguageTag) {
        self.runs = runs
        self.measure = measure
        self.size = size
        self.language = language
    }

    /// Where `start` is written: in the catalogue too, if the text was translated. Inside a run offsets are those of the file as far
    /// as the run says the same as the file; behind an escape or an attribute they are a little early.
    public func origin(of start: LineStart) -> Origin? {
        guard runs.indices.contains(Int(start.run)) else { return nil }
        let run = runs[Int(start.run)]
        let said = run.origin == nil ? runs.lazy.compactMap(\.origin).first : run.origin
        guard var origin = said, !origin.source.file.path.isEmpty else { return nil }
        let offset = Int(start.offset)
        if let catalogue = origin.catalogue {
            origin.catalogue = catalogue.advanced(by: offset)
        } else {
            origin.source = origin.source.advanced(by: offset)
        }
        return origin
    }
}

extension SourceRange {
    /// What is left of the range `offset` bytes on; its last byte at least.
    fileprivate func advanced(by offset: Int) -> SourceRange {
        let lower = min(utf8.lowerBound + max(offset, 0), max(utf8.upperBound - 1, utf8.lowerBound))
        return SourceRange(file: file, utf8: lower..<utf8.upperBound)
    }
}
