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
        let (way, stops) = paragraph.isBalanced ? balanced() : broken(measure)
        return builder.lines(way, stops)
    }

    /// The best setting for each number of lines.
    func alternatives() -> [Setting] {
        let stops = stops(.withDivisions)
        let breaker = breaker(stops, measure, keepsLineCounts: true)
        return breaker.all(Breaker.Attempt(tolerance: 400)).map { builder.lines($0, stops) }
    }

    private var builder: LineBuilder {
        LineBuilder(paragraph: paragraph, reader: reader, store: store, measure: measure, alignment: alignment)
    }

    private func stops(_ kinds: StopKinds) -> [Stop] {
        let list = StopList(store: store, divider: divider, isJustified: isJustified)
        return list.stops(
            reader, kinds: kinds, divisionPenalty: isJustified ? 50 : 300,
            widest: min(measure.width(0), measure.width(1)))
    }

    private func breaker(_ stops: [Stop], _ measure: Measure, keepsLineCounts: Bool = false) -> Breaker {
        Breaker(
            stops: stops, measure: measure, isJustified: isJustified, rag: max(3 * em, 0.15 * measure.column(1)),
            leastLastLine: 1.5 * em, keepsLineCounts: keepsLineCounts || measure.isVarying)
    }

    private func broken(_ measure: Measure) -> (BrokenLines, [Stop]) {
        let plain = stops(.betweenWords)
        let strict = Breaker.Attempt(tolerance: isJustified ? 100 : 1000)
        if let way = breaker(plain, measure).best(strict) { return (way, plain) }
        let divided = stops(.withDivisions)
        let breaker = breaker(divided, measure)
        // About 45 characters.
        let isNarrow = measure.column(1) < 21 * em
        let tolerance = isNarrow ? 1000.0 : 400
        if let way = breaker.best(Breaker.Attempt(tolerance: tolerance)) { return (way, divided) }
        let extra = Conventions.emergencyStretch(of: paragraph.language) * em
        if let way = breaker.best(Breaker.Attempt(tolerance: tolerance, extraStretch: extra)) { return (way, divided) }
        var open = Breaker.Attempt(tolerance: .infinity, extraStretch: 3 * extra, mostPenalty: .infinity)
        if let way = breaker.best(open) { return (way, divided) }
        open.isLast = true
        return desperate(measure, open)
    }

    /// Words too long for a line are torn; what is still too long sticks out. No text is lost.
    private func desperate(_ measure: Measure, _ attempt: Breaker.Attempt) -> (BrokenLines, [Stop]) {
        let torn = stops(.torn)
        if let way = breaker(torn, measure).best(attempt) { return (way, torn) }
        // Not reached: the last attempt always finds a way. A line for each stop would still show all text.
        return (BrokenLines(stops: Array(torn.indices), demerits: .infinity, isOverfull: true), torn)
    }

    /// As few lines as the measure allows, and the narrowest measure that gives so many: even lines.
    private func balanced() -> (BrokenLines, [Stop]) {
        let full = broken(measure)
        guard full.0.stops.count > 1, !full.0.isOverfull, !measure.isVarying else { return full }
        let (stops, count) = (full.1, full.0.stops.count)
        var best = full
        var low = measure.column(1) / Double(count + 1)
        var high = measure.column(1)
        for _ in 0..<8 {
            let middle = (low + high) / 2
            let narrow = Measure(middle, indent: measure.indent)
            if let way = breaker(stops, narrow).best(Breaker.Attempt(tolerance: .infinity)), way.stops.count <= count {
                best = (way, stops)
                high = middle
            } else {
                low = middle
            }
        }
        return best
    }
}
