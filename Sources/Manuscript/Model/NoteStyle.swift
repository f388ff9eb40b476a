// SPDX-License-Identifier: GPL-3.0-or-later

/// Where notes stand and how they are counted: `footnotes:` of a theme.
public struct NoteStyle: Hashable, Sendable {
    /// Where notes stand.
    public enum Place: String, Hashable, Sendable, CaseIterable {
        /// At the foot of the page of their mark.
        case foot
        /// Under a heading at the end of their chapter.
        case chapterEnd = "chapter-end"
    }
    /// Where each count begins.
    public enum Number: String, Hashable, Sendable, CaseIterable {
        /// With each chapter.
        case chapter
        /// With each page.
        case page
    }

    /// Where they stand.
    public var place = Place.foot
    /// Where the count begins.
    public var number = Number.chapter

    /// At the foot, counted by chapter.
    public init() {}
}
