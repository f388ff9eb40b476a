// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// How large words and art are set, tried in this order until the words fit below the art.
    private static let coverSizes: [(words: Double, art: Double)] = [
        (1, 1), (1, 0.93), (0.9, 0.93), (0.9, 0.86), (0.8, 0.86), (0.8, 0.75), (0.7, 0.75), (0.7, 0.65), (0.6, 0.6),
        (0.5, 0.5), (0.4, 0.45),
    ]

    /// A cover has no room for more words of each kind.
    private static let mostWords = 90

    /// The cover: its art, then kind, title, subtitle, note and the flag of a draft, low on the page.
    mutating func cover() -> GalleyItem {
        let format = theme.page
        let art = book.cover.composition.flatMap { theme.covers[$0] }
        let bottom = format.size.height * 0.955
        let texts = coverTexts(hasFlag: art?.flag != nil)
        let (savedFaults, savedRecords) = (faults.count, recorded?.count ?? 0)
        for (index, sizes) in Self.coverSizes.enumerated() {
            let isLast = index == Self.coverSizes.count - 1
            let marks = art.map { composition($0.scaled(sizes.art), on: format.size, bleed: format.bleed) } ?? []
            let top = max(
                format.size.height * (art?.textTop ?? 0.715) * (sizes.art < 1 ? sizes.art : 1), Self.lowest(marks) + 12)
            let words = coverWords(texts, flag: art?.flag, size: sizes.words)
            let isOverfull = faults.count > savedFaults
            if !isLast, words.totalHeight > bottom - top || isOverfull {
                faults.removeLast(faults.count - savedFaults)
                if let count = recorded?.count { recorded?.removeLast(count - savedRecords) }
                continue
            }
            var page = GalleyItem()
            page.marks = marks
            page.take(shortened(words, to: bottom - top), movedBy: Point(x: format.inner, y: top))
            return page
        }
        return GalleyItem()
    }

    /// What the cover says, each with its style and language.
    private mutating func coverTexts(hasFlag: Bool) -> [(text: String, style: String, language: LanguageTag?)] {
        let languages = book.cover.languages
        let note = [book.cover.note, hasFlag ? "" : book.cover.flag].filter { !$0.isEmpty }.joined(separator: " · ")
        let texts = [
            (book.cover.kind, "cover-kind", languages.kind), (book.cover.title, "cover-title", languages.title),
            (book.cover.subtitle, "cover-subtitle", languages.subtitle), (note, "cover-note", nil),
        ]
        return texts.filter { !$0.0.isEmpty }.map { text, style, language in
            let words = text.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count > Self.mostWords else { return (text, style, language) }
            reportLongCover("is cut after \(Self.mostWords) words")
            return (words.prefix(Self.mostWords).joined(separator: " ") + "…", style, language)
        }
    }

    private mutating func reportLongCover(_ what: String) {
        faults.append(
            Diagnostic(
                .warning, "long-cover", "what stands on the cover \(what)",
                hint: "make title or subtitle shorter: a cover is read from afar", at: book.cover.origin ?? current))
    }

    /// The strips of the cover's words, as large as `size` says, but never smaller than the format allows.
    private mutating func coverWords(
        _ texts: [(text: String, style: String, language: LanguageTag?)], flag: SwatchName?, size: Double
    ) -> [GalleyItem] {
        tree[1].children = []
        let origin = book.cover.origin ?? current
        var place = Place(measure: theme.page.fullMeasure, parent: 1, language: book.language)
        place.isRunning = false
        var items: [GalleyItem] = []
        for (text, name, language) in texts {
            place.language = language ?? book.language
            var style = style(name)
            if name == "cover-title" || name == "cover-subtitle" {
                let least = min(style.size, max(theme.leastSize, self.style("body").size))
                let share = max(size, least / max(style.size, 1))
                style.size *= share
                style.leading *= share
            }
            if size < 1 { style.before *= max(size, 0.5) }
            let tag = tree.add(
                .p, below: 1, language: place.language == tree[1].language ? nil : place.language)
            items += lines([Inline(.text(text), at: origin)], style: style, tag: tag, in: place, indent: 0)
        }
        if let flag, !book.cover.flag.isEmpty, let strip = self.flag(book.cover.flag, ground: flag, in: place) {
            items.append(strip)
        }
        return items
    }

    /// A pennant that comes from the page's edge as far as its word is long.
    private mutating func flag(_ word: String, ground: SwatchName, in place: Place) -> GalleyItem? {
        let style = style("cover-flag")
        let slot = tree.addSlot(below: tree.add(.p, below: 1))
        guard let line = labelLine(word, style: style, slot: slot) else { return nil }
        let format = theme.page
        let height = style.leading + 6
        let isRightToLeft = book.language.isRightToLeft
        let end = line.width + 10
        let edge = -format.inner - format.bleed - 0.01
        let shape = Path([
            .move(Point(x: edge, y: 0)), .line(Point(x: end + height * 0.5, y: 0)), .line(Point(x: end, y: height / 2)),
            .line(Point(x: end + height * 0.5, y: height)), .line(Point(x: edge, y: height)), .close,
        ])
        // The other edge of the page is as far from the text as the format says.
        let far = format.size.width - format.inner + format.bleed + 0.01
        let placed =
            isRightToLeft
            ? shape.mapped { Point(x: $0.x == edge ? far : place.measure - $0.x, y: $0.y) } : shape
        var strip = GalleyItem()
        strip.before = style.before
        strip.height = height
        strip.marks = [
            .path(placed, .fill(swatch: swatch(ground)), .artifact(.background)),
            .line(line, Point(x: isRightToLeft ? place.measure - line.width : 0, y: 3 + baseline(of: style))),
        ]
        return strip
    }

    /// The strips that stand within `room`, as one; what does not is told.
    private mutating func shortened(_ items: [GalleyItem], to room: Double) -> GalleyItem {
        var items = items
        guard items.totalHeight > room + 0.5 else { return items.joined() }
        reportLongCover("finds no room below its art")
        // The note and the flag are at the end, and stay: lines before them go.
        let kept = items.suffix(2)
        items.removeLast(kept.count)
        while items.count > 1, (items + kept).totalHeight > room { items.removeLast() }
        return (items + kept).joined()
    }

    /// Where art that is no ground ends, at most where a page is covered by it.
    private static func lowest(_ marks: [GalleyItem.Mark]) -> Double {
        var lowest = 0.0
        for case .path(let path, _, _) in marks.dropFirst() { lowest = max(lowest, path.frame?.maxY ?? 0) }
        return lowest
    }
}

extension Composition {
    /// The composition drawn smaller towards the top of the page.
    fileprivate func scaled(_ share: Double) -> Composition {
        guard share != 1 else { return self }
        var copy = self
        for index in copy.pieces.indices {
            copy.pieces[index].radius *= share
            copy.pieces[index].centre.y *= share
        }
        return copy
    }
}
