// SPDX-License-Identifier: GPL-3.0-or-later

/// What a finished file holds, as a stranger reads it.
public struct Inspection: Sendable {
    /// The version in the header.
    public var version: String
    /// The title; empty if there is none.
    public var title: String
    /// The language of the whole; empty if there is none.
    public var language: String
    /// In order.
    public var pages: [Page]
    /// The bookmarks, each before what is below it.
    public var outline: [Bookmark]
    /// In order of first use.
    public var fonts: [Font]
    /// In the order of the pages.
    public var links: [Link]
    /// The structure elements, each before what is below it.
    public var tags: [Tag]

    /// A page.
    public struct Page: Hashable, Sendable {
        /// What a reader calls it.
        public var label: String
        /// The trimmed width, in points.
        public var width: Double
        /// The trimmed height, in points.
        public var height: Double
    }

    /// A bookmark.
    public struct Bookmark: Hashable, Sendable {
        /// From 0.
        public var depth: Int
        /// What it says.
        public var title: String
    }

    /// A font.
    public struct Font: Hashable, Sendable {
        /// The PostScript name without the tag of a subset.
        public var name: String
        /// Whether the file holds it.
        public var isEmbedded: Bool
        /// Whether the file holds only the glyphs that are used.
        public var isSubset: Bool
        /// Whether its text can be copied out.
        public var isReadable: Bool
    }

    /// A link.
    public struct Link: Hashable, Sendable {
        /// Its page, from 0.
        public var page: Int
        /// `#name` of a place in the file, or an address.
        public var target: String
        /// What a screen reader says.
        public var contents: String
    }

    /// A structure element.
    public struct Tag: Hashable, Sendable {
        /// From 0.
        public var depth: Int
        /// Its type.
        public var role: String
        /// Its own language; empty if it has none.
        public var language: String
        /// Its alternative text; empty if it has none.
        public var alternative: String
        /// The text of its own marks.
        public var text: String
    }
}

extension Inspection: CustomStringConvertible {
    /// All of it, for a terminal.
    public var description: String {
        var lines = ["PDF \(version)", "Title: \(title)", "Language: \(language)", "Pages: \(pages.count)"]
        var start = 0
        while start < pages.count {
            // Pages of one size in a row are told together.
            let size = (pages[start].width, pages[start].height)
            let end = pages[start...].firstIndex { ($0.width, $0.height) != size } ?? pages.count
            let range = end - start > 1 ? "\(pages[start].label)–\(pages[end - 1].label)" : pages[start].label
            lines.append("  \(range): \(millimetres(size.0)) × \(millimetres(size.1)) mm")
            start = end
        }
        lines.append("Bookmarks: \(outline.count)")
        lines += outline.map { indent($0.depth) + $0.title }
        lines.append("Fonts: \(fonts.count)")
        for font in fonts {
            let embedding = font.isEmbedded ? font.isSubset ? "subset" : "embedded whole" : "not embedded"
            lines.append("  \(font.name) (\(embedding)\(font.isReadable ? "" : ", text cannot be copied"))")
        }
        lines.append("Links: \(links.count)")
        var counts: [String: Int] = [:]
        for link in links { counts[link.target, default: 0] += 1 }
        lines += counts.sorted { $0.key < $1.key }.map { "  \($0.key)\($0.value > 1 ? " (\($0.value))" : "")" }
        lines.append("Structure: \(tags.count) elements")
        for tag in tags {
            var line = indent(tag.depth) + tag.role
            if !tag.language.isEmpty { line += " [\(tag.language)]" }
            if !tag.alternative.isEmpty { line += " (\(tag.alternative))" }
            if !tag.text.isEmpty { line += ": \(tag.text)" }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }

    private func indent(_ depth: Int) -> String { String(repeating: "  ", count: min(depth, 40) + 1) }

    private func millimetres(_ points: Double) -> String {
        let tenths = Int((min(max(points, 0), 1e6) * 254 / 72).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
