// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// One paragraph on its way to lines: the attempts, from strict to desperate.
struct BreakingJob {
    let paragraph: Paragraph
    let reader: ParagraphReader
    let store: WordStore
    let divider: Divider
    let measure: Measure

    /// The type size that lengths in em go by.
    private var em: Double { reader.runs.reduce(0) { max($0, $1.size) } }

    private var alignment: Paragraph.Alignment {
        paragraph.isBalanced && paragraph.alignment == .justified ? .start : paragraph.alignment
    }

    private var isJustified: Bool { alignment == .justified }

    /// The best setting there is.
    func best() -> Setting {
        let chosen = paragraph.isBalanced ? balanced() : broken(measure)
        let setting = builder.lines(chosen.way, chosen.stops)
        // Nobody sees a whole paragraph of more lines than a page or two has.
        guard !setting.isOverfull, (3...120).contains(setting.lines.count), !paragraph.isBalanced else {
            return setting
        }
        return reconsidered(chosen, setting)
    }

    /// The best setting for each number of lines.
    func alternatives() -> [Setting] {
        let stops = stops(.withDivisions)
        let breaker = breaker(stops, measure, keepsLineCounts: true)
        return breaker.all(Breaker.Attempt(tolerance: 400)).map { builder.lines($0, stops) }
    }

    /// A way with the stops that it goes through and the attempt that found it.
    private struct Choice {
        var way: BrokenLines
        var stops: [Stop]
        var attempt: Breaker.Attempt
    }

    private var edges: Edges {
        Edges(paragraph.hangsMarks ? alignment : nil, isRightToLeft: paragraph.language.isRightToLeft)
    }

    private var builder: LineBuilder {
        LineBuilder(
            paragraph: paragraph, reader: reader, store: store, measure: measure, alignment: alignment, edges: edges)
    }

    private func stops(_ kinds: StopKinds) -> [Stop] {
        let list = StopList(
            store: store, divider: divider, protrudesAtStart: edges.start, protrudesAtEnd: edges.end)
        return list.stops(
            reader, kinds: kinds, divisionPenalty: isJustified ? 100 : 300,
            widest: min(measure.width(0), measure.width(1)))
    }

    private func breaker(_ stops: [Stop], _ measure: Measure, keepsLineCounts: Bool = false) -> Breaker {
        var head = 0.0
        if edges.start, measure.indent == 0, let first = reader.boxes.first, first.word >= 0 {
            head = Double(store.entries[Int(first.word)].head) * reader.runs[Int(first.run)].size
        }
        return Breaker(
            stops: stops, measure: measure, isJustified: isJustified, head: head,
            rag: max(3 * em, 0.15 * measure.column(1)),
            leastLastLine: leastLastLine, scrapOfLine: 1.5 * em,
            keepsLineCounts: keepsLineCounts || measure.isVarying)
    }

    /// Longer than an indent; in a column of some width two syllables or so, which even "p. 19." is not.
    private var leastLastLine: Double {
        let column = measure.column(1)
        return max((column < 12 * em ? 1.5 : 2.8) * em, measure.indent + 0.5 * em, 0.06 * column)
    }

    private func broken(_ measure: Measure) -> Choice {
        func attempt(_ stops: [Stop], _ attempt: Breaker.Attempt) -> Choice? {
            breaker(stops, measure).best(attempt).map { Choice(way: $0, stops: stops, attempt: attempt) }
        }
        // Somewhere in a very long paragraph the first attempts would fail, and all that they found so far would be lost.
        if isJustified, reader.boxes.count > 2000,
            let choice = attempt(stops(.withDivisions), Breaker.Attempt(tolerance: 9_999))
        {
            return choice
        }
        let strict = Breaker.Attempt(tolerance: isJustified ? 15 : 1000)
        if let choice = attempt(stops(.betweenWords), strict) { return choice }
        let divided = stops(.withDivisions)
        // About 45 characters.
        let isNarrow = measure.column(1) < 21 * em
        let tolerance = isNarrow ? 1000.0 : 400
        // A ladder of hyphens looks worse than a loose line: then the next attempt may do better.
        if let choice = attempt(divided, Breaker.Attempt(tolerance: tolerance)),
            choice.way.demerits < Merits().thirdHyphen
        {
            return choice
        }
        if let choice = attempt(divided, Breaker.Attempt(tolerance: 9_999)) { return choice }
        let extra = Conventions.emergencyStretch(of: paragraph.language) * em
        let loose = Breaker.Attempt(tolerance: tolerance, extraStretch: extra)
        if let choice = attempt(divided, loose) { return choice }
        var open = Breaker.Attempt(tolerance: .infinity, extraStretch: 3 * extra, mostPenalty: .infinity)
        if let choice = attempt(divided, open) { return choice }
        open.isLast = true
        return desperate(measure, open)
    }

    /// Other ways round what the eye would stop at, if they cost less than that.
    private func reconsidered(_ choice: Choice, _ setting: Setting) -> Setting {
        var best = setting
        var blemishes = Blemishes(in: setting, justified: isJustified)
        var least = setting.demerits + blemishes.demerits
        var stops = choice.stops
        var way = choice.way
        // Each round makes the ends of the lines concerned dearer and asks again.
        for _ in 0..<4 where !blemishes.isEmpty {
            for line in blemishes.lines where line < way.stops.count - 1 {
                let penalty = stops[way.stops[line]].penalty
                stops[way.stops[line]].penalty = max(min(penalty + 150, 4900), penalty)
            }
            guard let other = breaker(stops, measure).best(choice.attempt), other.stops != way.stops else { break }
            way = other
            let dearer = other.stops.reduce(0) { sum, stop in
                let (now, before) = (stops[stop].penalty, choice.stops[stop].penalty)
                return sum + now * now - before * before
            }
            var setting = builder.lines(other, choice.stops)
            guard !setting.isOverfull else { break }
            setting.demerits = other.demerits - dearer
            blemishes = Blemishes(in: setting, justified: isJustified)
            let demerits = setting.demerits + blemishes.demerits
            if demerits < least { (best, least) = (setting, demerits) }
        }
        return best
    }

    /// Words too long for a line are torn; what is still too long sticks out. No text is lost.
    private func desperate(_ measure: Measure, _ attempt: Breaker.Attempt) -> Choice {
        let torn = stops(.torn)
        // The last attempt always finds a way. A line for each stop would still show all text.
        let way =
            breaker(torn, measure).best(attempt)
            ?? BrokenLines(stops: Array(torn.indices), demerits: .infinity, isOverfull: true)
        return Choice(way: way, stops: torn, attempt: attempt)
    }

    /// As few lines as the measure allows, and the narrowest measure that gives so many: even lines.
    private func balanced() -> Choice {
        let full = broken(measure)
        let count = full.way.stops.count
        guard count > 1, !full.way.isOverfull, !measure.isVarying else { return full }
        var best = full
        var low = measure.column(1) / Double(count + 1)
        var high = measure.column(1)
        for _ in 0..<8 {
            let middle = (low + high) / 2
            let narrow = Measure(middle, indent: measure.indent)
            let open = Breaker.Attempt(tolerance: .infinity)
            if let way = breaker(full.stops, narrow).best(open), way.stops.count <= count {
                best.way = way
                high = middle
            } else {
                low = middle
            }
        }
        return best
    }
}
