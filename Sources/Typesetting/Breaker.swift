// SPDX-License-Identifier: GPL-3.0-or-later

/// A way through the stops: the paragraph's lines.
struct BrokenLines {
    /// The numbers of the stops, one for each line.
    var stops: [Int]
    var demerits: Double
    var isOverfull: Bool
}

/// What makes one way better than another. Badness and demerits are those of TeX (Knuth and Plass, *Breaking paragraphs into lines*, 1981).
struct Merits {
    /// Added to each line's badness.
    var line = 10.0
    /// Of lines that follow each other with a hyphen at the end; of a third one; of one before the last line.
    var hyphenPair = 30_000.0
    var thirdHyphen = 3e7
    var lastHyphen = 10_000.0
    /// Of neighbours that differ by more than one class of fitness.
    var fitnessChange = 10_000.0
    /// Of a last line that is hardly one, and of one that is still too short.
    var scrap = 200_000.0
    var shortLastLine = 25_000.0
    /// Of ragged lines that form steps: the third line in a row that is shorter, or longer, than the one before.
    var slope = 4_000.0
    /// Of a ragged line that ends where the one before it ends.
    var flush = 900.0
}

/// Total-fit breaking after Knuth and Plass, over the exact widths of shaped words and their parts.
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
    /// How far the paragraph's first mark sticks out to the left, in points.
    let head: Double
    /// How far a ragged line may fall short before it looks bad, in points.
    let rag: Double
    /// A last line shorter than this is bad, in points.
    let leastLastLine: Double
    /// A last line shorter than this is worse, in points.
    var scrapOfLine = 0.0
    /// Whether ways with different numbers of lines are kept apart.
    let keepsLineCounts: Bool
    var merits = Merits()

    /// A place reached, with the best way to it.
    private struct Node {
        var stop: Int32
        var previous: Int32
        var line: Int32
        var state: State
        var after: Double
        var stretch: Double
        var shrink: Double
        var words: Double
        var letters: Double
        var demerits: Double
    }

    /// What a line hands on to the next one.
    private struct State {
        /// From very loose, 0, to tight, 3; of ragged lines from full, 0, to short, 3.
        var fitness: Int8 = 2
        /// Hyphens in a row, up to 3.
        var hyphens: Int8 = 0
        /// Ragged lines in a row that are shorter than the one before, or longer: below 0.
        var slope: Int8 = 0
        var isOverfull = false
        /// What a ragged line falls short, in points.
        var rest: Float = -1
    }

    private struct Candidate {
        var from: Int32
        var line: Int32
        var state: State
        var demerits: Double
    }

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
                // No way goes past a forced end: the text after it would be lost.
                if active.isEmpty || stops[index].isForced { return [] }
                continue
            }
            if stops[index].isForced { active.removeAll(keepingCapacity: true) }
            let best = found.reduce(found[0]) { $1.demerits < $0.demerits ? $1 : $0 }
            let most = best.demerits + merits.fitnessChange
            for candidate in found
            where keepsLineCounts || candidate.demerits <= most || candidate.state.hyphens < best.state.hyphens {
                active.append(Int32(nodes.count))
                nodes.append(node(candidate, index))
            }
            found.removeAll(keepingCapacity: true)
        }
        return ways(to: active, nodes)
    }

    private var start: Node {
        Node(
            stop: -1, previous: -1, line: 0, state: State(isOverfull: false), after: head, stretch: 0, shrink: 0,
            words: 0, letters: 0, demerits: 0)
    }

    private func node(_ candidate: Candidate, _ index: Int) -> Node {
        let stop = stops[index]
        return Node(
            stop: Int32(index), previous: candidate.from, line: candidate.line, state: candidate.state,
            after: stop.after, stretch: stop.stretchAfter, shrink: stop.shrinkAfter, words: stop.words,
            letters: stop.letters, demerits: candidate.demerits)
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
                // A hyphen may be wider than what it stands for: the whole word may still do.
                if stop.isHyphen, stop.offset > 0, !attempt.isLast {
                    active[kept] = number
                    kept += 1
                }
                continue
            }
            active[kept] = number
            kept += 1
            if badness > attempt.tolerance { continue }
            var candidate = candidate(number, node, rest, badness, fitness, stop)
            if isEnd { candidate.demerits += ending(width, node) }
            keep(candidate, &found)
        }
        active.removeSubrange(kept...)
        if found.isEmpty, active.isEmpty, attempt.isLast, rescue >= 0 {
            let node = nodes[Int(rescue)]
            var candidate = candidate(rescue, node, 0, 0, 2, stop)
            candidate.demerits += 1e9
            candidate.state.isOverfull = true
            found.append(candidate)
        }
    }

    /// What the last line costs beyond what each line does.
    private func ending(_ width: Double, _ node: Node) -> Double {
        var demerits = 0.0
        if node.state.hyphens > 0 { demerits += merits.lastHyphen }
        // A fragment of a word looks poorer alone than a short word.
        let factor = node.state.hyphens > 0 ? 2.0 : 1
        if node.line > 0, width < factor * leastLastLine {
            demerits += width < factor * scrapOfLine || !isJustified ? merits.scrap : merits.shortLastLine
        }
        return demerits
    }

    private func candidate(
        _ number: Int32, _ node: Node, _ rest: Double, _ badness: Double, _ fitness: Int8, _ stop: Stop
    ) -> Candidate {
        let line = merits.line + badness
        var demerits = node.demerits + line * line
        if !stop.isForced { demerits += stop.penalty * stop.penalty }
        var state = State(fitness: fitness, isOverfull: node.state.isOverfull)
        if abs(fitness - node.state.fitness) > 1, isJustified { demerits += merits.fitnessChange }
        if stop.isHyphen {
            state.hyphens = min(node.state.hyphens + 1, 3)
            if state.hyphens > 1 { demerits += merits.hyphenPair }
            if state.hyphens > 2 { demerits += merits.thirdHyphen }
        }
        if !isJustified, !stop.isForced {
            state.rest = Float(rest)
            if node.state.rest >= 0 { demerits += shape(Double(node.state.rest), rest, node.state.slope, &state) }
        }
        return Candidate(from: number, line: node.line + 1, state: state, demerits: demerits)
    }

    /// What the shape of a rag costs: it should go in and out a little, without steps and without a straight edge.
    private func shape(_ before: Double, _ rest: Double, _ slope: Int8, _ state: inout State) -> Double {
        let step = rest - before
        let least = 0.08 * rag
        if abs(step) < least { return merits.flush }
        state.slope = step > 0 ? max(slope, 0) + 1 : min(slope, 0) - 1
        state.slope = max(min(state.slope, 3), -3)
        return abs(state.slope) >= 2 ? merits.slope * Double(abs(state.slope) - 1) : 0
    }

    private func keep(_ candidate: Candidate, _ found: inout [Candidate]) {
        for index in found.indices
        where found[index].state.fitness == candidate.state.fitness
            && found[index].state.hyphens == candidate.state.hyphens
            && (!keepsLineCounts || found[index].line == candidate.line)
        {
            if candidate.demerits < found[index].demerits { found[index] = candidate }
            return
        }
        found.append(candidate)
    }

    /// The badness and the fitness class of a line with `rest` points to fill; none if it is too long.
    private func fit(_ rest: Double, _ stop: Stop, _ node: Node, _ attempt: Attempt) -> (Double, Int8)? {
        let slack = 1e-6
        guard isJustified else { return rest < -slack ? nil : raggedFit(rest, stop, attempt) }
        let isShort = rest < 0
        let blanks = isShort ? stop.shrink - node.shrink : stop.stretch - node.stretch + attempt.extraStretch
        if !isShort, stop.isForced { return (0, 2) }
        let ratio = Elasticity(
            blanks: blanks, words: stop.words - node.words, letters: stop.letters - node.letters
        ).ratio(rest)
        let badness = min(100 * ratio * ratio * ratio, 10_000)
        if isShort, ratio > 1 + slack { return nil }
        return (badness, Fitness(badness: badness, isShort: isShort).rawValue)
    }

    private func raggedFit(_ rest: Double, _ stop: Stop, _ attempt: Attempt) -> (Double, Int8) {
        if stop.isForced { return (0, 0) }
        let share = max(rest, 0) / (rag + attempt.extraStretch)
        return (min(100 * share * share * share, 10_000), Int8(min(share * 4, 3)))
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
            return BrokenLines(
                stops: stops.reversed(), demerits: node.demerits, isOverfull: node.state.isOverfull)
        }
    }
}
