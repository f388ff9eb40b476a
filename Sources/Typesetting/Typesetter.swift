// SPDX-License-Identifier: GPL-3.0-or-later
public import Fonts
public import Groundwork
public import Hyphens

/// Sets paragraphs: shapes their words, breaks them into lines and places what is on each line.
///
/// Not sendable: each task has its own, with the words that it has shaped so far.
public final class Typesetter {
    private let store: WordStore
    private let divider: Divider
    private var reader = ParagraphReader()
    private var missing: [(character: Unicode.Scalar, origin: Origin?)] = []
    private var seen: Set<Missing> = []

    private var borrowed: [Borrowed] = []
    private var seenBorrowed: Set<Borrowed.Key> = []

    private struct Missing: Hashable {
        var character: Unicode.Scalar
        var origin: Origin?
    }

    /// A typesetter with the faces of `fonts` and the lists of `hyphens`; `exceptions` are words with their division points
    /// marked by hyphens: `ta-ble`.
    public init(fonts: FontBook, hyphens: HyphenBook, exceptions: [LanguageTag: [String]] = [:]) {
        store = WordStore(fonts: fonts)
        divider = Divider(book: hyphens, exceptions: exceptions)
    }

    /// Whether words of `language` can be divided: there is a list for it.
    public func hyphenates(_ language: LanguageTag) -> Bool { divider.hasList(for: language) }

    /// The best lines for `paragraph`, each `measure` points long.
    public func set(_ paragraph: Paragraph, measure: Double) -> Setting {
        set(paragraph, Measure(measure, indent: paragraph.indent))
    }

    /// The best lines for `paragraph` where `measure` gives the length in points of each line, from 0.
    public func set(_ paragraph: Paragraph, measure: (Int) -> Double) -> Setting {
        withoutActuallyEscaping(measure) { set(paragraph, Measure($0, indent: paragraph.indent)) }
    }

    /// The settings with as many lines as the best one and so many more or fewer as `looseness` says, where there are such:
    /// by number of lines.
    public func settings(of paragraph: Paragraph, measure: Double, looseness: ClosedRange<Int>) -> [Setting] {
        let best = set(paragraph, measure: measure)
        // The ways of a very long paragraph are too many to keep apart.
        guard !best.isOverfull, (1...120).contains(best.lines.count), !paragraph.isBalanced else { return [best] }
        let measure = Measure(measure, indent: paragraph.indent)
        let job = BreakingJob(paragraph: paragraph, reader: reader, store: store, divider: divider, measure: measure)
        var settings = job.alternatives().filter { way in
            let difference = way.lines.count - best.lines.count
            return difference != 0 && looseness.contains(difference)
        }
        if looseness.contains(0) { settings.append(best) }
        return settings.sorted { $0.lines.count < $1.lines.count }
    }

    /// The length of the longest line if lines end only where they must, in points.
    public func naturalWidth(of paragraph: Paragraph) -> Double {
        widths(of: paragraph) { $0.isForced } + paragraph.indent
    }

    /// The longest piece that no line break divides, words taken whole, in points.
    public func minimumWidth(of paragraph: Paragraph) -> Double { widths(of: paragraph) { _ in true } }

    /// The words of `paragraph` as what may stand on a line: the width of each, that of the blank after it, and whether its line ends there.
    public func words(of paragraph: Paragraph) -> [(width: Double, blank: Double, isLast: Bool)] {
        read(paragraph)
        let list = StopList(store: store, divider: divider, protrudesAtStart: false, protrudesAtEnd: false)
        var words: [(width: Double, blank: Double, isLast: Bool)] = []
        var start = 0.0
        for stop in list.stops(reader, kinds: .betweenWords, divisionPenalty: 0, widest: .infinity) {
            words.append((stop.before - start, stop.after - stop.before, stop.isForced))
            start = stop.after
        }
        return words
    }

    /// The characters met since the last call that no face of their run has.
    public func drainMissing() -> [(character: Unicode.Scalar, origin: Origin?)] {
        defer {
            missing.removeAll()
            seen.removeAll()
        }
        return missing
    }

    /// The first places since the last call where a face of the fallback list set characters of a block of Unicode that the style's
    /// own face lacks, in order.
    public func drainBorrowed() -> [Borrowed] {
        defer {
            borrowed.removeAll()
            seenBorrowed.removeAll()
        }
        return borrowed
    }

    private func noteBorrowed(_ paragraph: Paragraph) {
        for (word, run) in reader.borrowed {
            let own = paragraph.runs[run].style.faces.first
            for string in store.glyphStrings(of: word) where string.face != own {
                guard let own, let character = string.text.unicodeScalars.first else { continue }
                let found = Borrowed(
                    character: character, own: own, face: string.face, origin: paragraph.runs[run].origin)
                if seenBorrowed.insert(found.key).inserted { borrowed.append(found) }
            }
        }
    }

    private func read(_ paragraph: Paragraph) {
        reader.read(paragraph, store: store)
        if !reader.borrowed.isEmpty { noteBorrowed(paragraph) }
        for (character, run) in reader.missing {
            let origin = paragraph.runs[run].origin
            if seen.insert(Missing(character: character, origin: origin)).inserted {
                missing.append((character, origin))
            }
        }
    }

    private func set(_ paragraph: Paragraph, _ measure: Measure) -> Setting {
        read(paragraph)
        guard !reader.boxes.isEmpty else { return empty(paragraph) }
        return BreakingJob(paragraph: paragraph, reader: reader, store: store, divider: divider, measure: measure)
            .best()
    }

    /// No text: no line, unless anchors need one.
    private func empty(_ paragraph: Paragraph) -> Setting {
        let anchors = paragraph.runs.flatMap(\.anchors)
        guard !anchors.isEmpty, let run = reader.runs.first else {
            return Setting(lines: [], demerits: 0, isOverfull: false)
        }
        let line = Line(
            pieces: [], width: 0, ascent: run.ascent, descent: run.descent, endsWithHyphen: false, anchors: anchors)
        return Setting(lines: [line], demerits: 0, isOverfull: false)
    }

    private func widths(of paragraph: Paragraph, between ends: (Stop) -> Bool) -> Double {
        read(paragraph)
        let list = StopList(store: store, divider: divider, protrudesAtStart: false, protrudesAtEnd: false)
        var widest = 0.0
        var start = 0.0
        for stop in list.stops(reader, kinds: .betweenWords, divisionPenalty: 0, widest: .infinity) where ends(stop) {
            widest = max(widest, stop.before - start)
            start = stop.after
        }
        return widest
    }
}
