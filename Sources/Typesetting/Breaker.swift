// SPDX-License-Identifier: GPL-3.0-or-later

/// A way through the stops: the paragraph's lines.
struct BrokenLines {
    /// The numbers of the stops, one for each line.
    var stops: [Int]
    var demerits: Double
    var isOverfull: Bool
}

/// Total-fit breaking after Knuth and Plass.
struct Breaker {
    /// What one attempt allows.
    struct Attempt {
        /// The worst badness of a line.
        var tolerance: Double
        /// What each line can stretch beyond its blanks, in points.
        var extraStretch = 0.0
        /// Stops that cost more are left out.
        var mostPenalty = 5000.0
        /// Whether a line may be too long if there is no other way.
        var isLast = false
    }

    let stops: [Stop]
    let measure: Measure
    let isJustified: Bool
    /// How far a ragged line may fall short before it looks bad, in points.
    let rag: Double
    /// A last line shorter than this is bad, in points.
    let leastLastLine: Double
    /// Whether ways with different numbers of lines are kept apart.
    let keepsLineCounts: Bool

    /// A place reached, with the best way to it.
    private struct Node {
        var stop: Int32
        var previous: Int32
        var line: Int32
        var fitness: Int8
        var hyphens: Int8
        var isOverfull: Bool
        var after: Double
        var stretch: Double
        var shrink: Double
        var demerits: Double
    }

    private static let hyphenPair = 10_000.0
    private static let thirdHyphen = 1e7
    private static let fitnessChange = 10_000.0
    private static let shortLastLine = 200_000.0

    /// The best way, or none if no line within the attempt's tolerance leads to the end.
    func best(_ attempt: Attempt) -> BrokenLines? {
        all(attempt).min { $0.demerits < $1.demerits }
    }

    /// The best way for each number of lines if they are kept apart; else the best way.
    func all(_ attempt: Attempt) -> [BrokenLines] {
        var nodes: [Node] = [start]
        nodes.reserveCapacity(stops.count / 2 + 8)
        var active: [Int32] = [0]
        var found: [Candidate] = []
        for index in stops.indices {
            if stops[index].penalty > attempt.mostPenalty { continue }
            let isEnd = index == stops.count - 1
            scan(index, isEnd, attempt, nodes, &active, &found)
            if found.isEmpty {
                if active.isEmpty { return [] }
                continue
            }
            if stops[index].isForced { active.removeAll(keepingCapacity: true) }
            let least = found.reduce(Double.infinity) { min($0, $1.demerits) } + Self.fitnessChange
            for candidate in found where keepsLineCounts || candidate.demerits <= least {
                active.append(Int32(nodes.count))
                nodes.append(node(candidate, index))
            }
            found.removeAll(keepingCapacity: true)
        }
        return ways(to: active, nodes)
    }

    private var start: Node {
        Node(
            stop: -1, previous: -1, line: 0, fitness: 2, hyphens: 0, isOverfull: false, after: 0, stretch: 0, shrink: 0,
            demerits: 0)
    }

    private struct Candidate {
        var from: Int32
        var line: Int32
        var fitness: Int8
        var hyphens: Int8
        var isOverfull: Bool
        var demerits: Double
    }

    private func node(_ candidate: Candidate, _ index: Int) -> Node {
        let stop = stops[index]
        return Node(
            stop: Int32(index), previous: candidate.from, line: candidate.line, fitness: candidate.fitness,
            hyphens: candidate.hyphens, isOverfull: candidate.isOverfull, after: stop.after, stretch: stop.stretchAfter,
            shrink: stop.shrinkAfter, demerits: candidate.demerits)
    }

    /// Tries a line from each active node to the stop; drops the nodes that are too far back.
    private func scan(
        _ index: Int, _ isEnd: Bool, _ attempt: Attempt, _ nodes: [Node], _ active: inout [Int32],
        _ found: inout [Candidate]
    ) {
        let stop = stops[index]
        var kept = 0
        var rescue: Int32 = -1
        for position in active.indices {
            let number = active[position]
            let node = nodes[Int(number)]
            let width = stop.before - node.after
            let rest = measure.width(Int(node.line)) - width
            guard let (badness, fitness) = fit(rest, stop, node, attempt) else {
                // The last one dropped has the shortest of the lines that are too long.
                if rescue < 0 || nodes[Int(rescue)].after < node.after { rescue = number }
                continue
            }
            active[kept] = number
            kept += 1
            if badness > attempt.tolerance { continue }
            var demerits = demerits(badness, fitness, stop, node)
            if isEnd {
                if node.hyphens > 0 { demerits += Self.hyphenPair }
                // A fragment of a word looks poorer alone than a short word.
                let least = node.hyphens > 0 ? 2 * leastLastLine : leastLastLine
                if width < least, node.line > 0 { demerits += Self.shortLastLine }
            }
            keep(candidate(number, node, fitness, stop, demerits), &found)
        }
        active.removeSubrange(kept...)
        if found.isEmpty, active.isEmpty, attempt.isLast, rescue >= 0 {
            let node = nodes[Int(rescue)]
            var candidate = candidate(rescue, node, 2, stop, node.demerits + 1e9)
            candidate.isOverfull = true
            found.append(candidate)
        }
    }

    private func candidate(_ number: Int32, _ node: Node, _ fitness: Int8, _ stop: Stop, _ demerits: Double)
        -> Candidate
    {
        Candidate(
            from: number, line: node.line + 1, fitness: fitness, hyphens: stop.isHyphen ? min(node.hyphens + 1, 3) : 0,
            isOverfull: node.isOverfull, demerits: demerits)
    }

    private func keep(_ candidate: Candidate, _ found: inout [Candidate]) {
        for index in found.indices
        where found[index].fitness == candidate.fitness && (!keepsLineCounts || found[index].line == candidate.line) {
            if candidate.demerits < found[index].demerits { found[index] = candidate }
            return
        }
        found.append(candidate)
    }

    /// The badness and the fitness class of a line with `rest` points to fill; none if it is too long.
    private func fit(_ rest: Double, _ stop: Stop, _ node: Node, _ attempt: Attempt) -> (Double, Int8)? {
        let slack = 1e-6
        if !isJustified {
            if rest < -slack { return nil }
            if stop.isForced { return (0, 2) }
            let share = max(rest, 0) / (rag + attempt.extraStretch)
            return (min(100 * share * share * share, 10_000), 2)
        }
        if rest < 0 {
            let shrink = stop.shrink - node.shrink
            if -rest > shrink + slack { return nil }
            let share = shrink > 0 ? -rest / shrink : 0
            let badness = 100 * share * share * share
            return (badness, badness >= 13 ? 3 : 2)
        }
        if stop.isForced { return (0, 2) }
        let stretch = stop.stretch - node.stretch + attempt.extraStretch
        let share = stretch > 0 ? rest / stretch : rest > slack ? 100 : 0
        let badness = min(100 * share * share * share, 10_000)
        return (badness, badness >= 100 ? 0 : badness >= 13 ? 1 : 2)
    }

    private func demerits(_ badness: Double, _ fitness: Int8, _ stop: Stop, _ node: Node) -> Double {
        let line = 10 + badness
        var demerits = node.demerits + line * line
        if !stop.isForced { demerits += stop.penalty * stop.penalty }
        if abs(fitness - node.fitness) > 1 { demerits += Self.fitnessChange }
        if stop.isHyphen {
            if node.hyphens > 0 { demerits += Self.hyphenPair }
            if node.hyphens > 1 { demerits += Self.thirdHyphen }
        }
        return demerits
    }

    private func ways(to ends: [Int32], _ nodes: [Node]) -> [BrokenLines] {
        var best: [Int32: Int32] = [:]
        for end in ends {
            let line = keepsLineCounts ? nodes[Int(end)].line : 0
            if let other = best[line], nodes[Int(other)].demerits <= nodes[Int(end)].demerits { continue }
            best[line] = end
        }
        return best.keys.sorted().compactMap { best[$0] }.map { end in
            var stops: [Int] = []
            var number = end
            while number > 0 {
                stops.append(Int(nodes[Int(number)].stop))
                number = nodes[Int(number)].previous
            }
            let node = nodes[Int(end)]
            return BrokenLines(stops: stops.reversed(), demerits: node.demerits, isOverfull: node.isOverfull)
        }
    }
}
