// SPDX-License-Identifier: GPL-3.0-or-later

@testable import Typesetting

/// Reckons what a way through the stops costs, line by line from the definitions, and tries all ways.
struct Oracle {
    let breaker: Breaker
    let attempt: Breaker.Attempt
    private var stops: [Stop] { breaker.stops }
    private let merits = Merits()

    init(breaker: Breaker, attempt: Breaker.Attempt) {
        self.breaker = breaker
        self.attempt = attempt
    }

    typealias Way = (stops: [Int], demerits: Double)

    /// The cheapest of all ways: 2 for each stop that need not be taken.
    func best() -> Way? {
        let free = stops.indices.dropLast().filter { !stops[$0].isForced }
        var best: Way?
        for choice in 0..<(1 << free.count) {
            var way = stops.indices.filter { stops[$0].isForced }
            for (bit, stop) in free.enumerated() where choice >> bit & 1 == 1 { way.append(stop) }
            way.sort()
            if let demerits = demerits(of: way), demerits < best?.demerits ?? .infinity { best = (way, demerits) }
        }
        return best
    }

    /// The way of who fills each line before he looks at the next.
    func firstFit() -> Way? {
        var way: [Int] = []
        var next = 0
        while next < stops.count {
            let fitting = (next..<stops.count).last { stop in
                line(from: way.last, to: stop, number: way.count) != nil
                    && !(next..<stop).contains { stops[$0].isForced }
            }
            guard let stop = fitting else { return nil }
            way.append(stop)
            next = stop + 1
        }
        return demerits(of: way).map { (way, $0) }
    }

    /// What the lines that end at `way` cost; none if one of them does not do.
    func demerits(of way: [Int]) -> Double? {
        var sum = 0.0
        var hyphens = 0
        var fitness = 2
        var rests: [Double] = []
        for (number, index) in way.enumerated() {
            guard let line = line(from: number > 0 ? way[number - 1] : nil, to: index, number: number),
                line.badness <= attempt.tolerance, stops[index].penalty <= attempt.mostPenalty
            else { return nil }
            let stop = stops[index]
            sum += (10 + line.badness) * (10 + line.badness) + (stop.isForced ? 0 : stop.penalty * stop.penalty)
            if breaker.isJustified, abs(line.fitness - fitness) > 1 { sum += merits.fitnessChange }
            fitness = line.fitness
            let before = hyphens
            hyphens = stop.isHyphen ? hyphens + 1 : 0
            if hyphens > 1 { sum += merits.hyphenPair }
            if hyphens > 2 { sum += merits.thirdHyphen }
            if !breaker.isJustified, !stop.isForced {
                rests.append(line.rest)
                sum += shape(rests)
            } else {
                rests = []
            }
            if index == stops.count - 1 {
                if before > 0 { sum += merits.lastHyphen }
                let least = breaker.leastLastLine * (before > 0 ? 2 : 1)
                if number > 0, line.width < least { sum += merits.shortLastLine }
            }
        }
        return sum
    }

    private func line(
        from start: Int?, to end: Int, number: Int
    ) -> (badness: Double, fitness: Int, rest: Double, width: Double)? {
        let stop = stops[end]
        let before = start.map { stops[$0] }
        let width = stop.before - (before?.after ?? breaker.head)
        let rest = breaker.measure.width(number) - width
        guard breaker.isJustified else {
            if rest < -1e-6 { return nil }
            if stop.isForced { return (0, 0, rest, width) }
            let share = max(rest, 0) / (breaker.rag + attempt.extraStretch)
            return (min(100 * share * share * share, 10_000), min(Int(share * 4), 3), rest, width)
        }
        if rest >= 0, stop.isForced { return (0, 2, rest, width) }
        let give =
            rest < 0
            ? stop.shrink - (before?.shrinkAfter ?? 0)
            : stop.stretch - (before?.stretchAfter ?? 0) + attempt.extraStretch
        let ratio = Elasticity(
            blanks: give, words: stop.words - (before?.words ?? 0), letters: stop.letters - (before?.letters ?? 0)
        ).ratio(rest)
        if rest < 0, ratio > 1 + 1e-6 { return nil }
        let badness = min(100 * ratio * ratio * ratio, 10_000)
        if rest < 0 { return (badness, badness >= 13 ? 3 : 2, rest, width) }
        return (badness, badness >= 100 ? 0 : badness >= 13 ? 1 : 2, rest, width)
    }

    /// What the last of a rag's lines costs by the shape that it makes with those before it.
    private func shape(_ rests: [Double]) -> Double {
        guard rests.count > 1 else { return 0 }
        let steps = zip(rests.dropFirst(), rests).map { $0 - $1 }
        let least = 0.08 * breaker.rag
        guard let last = steps.last, abs(last) >= least else { return merits.flush }
        let row = steps.reversed().prefix { abs($0) >= least && ($0 > 0) == (last > 0) }.count
        return row > 1 ? merits.slope * Double(min(row, 3) - 1) : 0
    }
}
