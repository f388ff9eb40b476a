// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Weighs all ends that one page might have.
struct EndWeighing {
    var breaker: PageBreaker
    let opening: PageBreaker.Opening
    /// What the pages before it cost.
    let spent: Double
    /// The way that the plan takes.
    let chosen: PageBreaker.Way
    let items: [GalleyItem]
    /// The strips above which white grew.
    let grown: [Int]
    let lines: StripLines
    private var rests: [PageBreaker.Opening: Double?] = [:]

    init(
        breaker: PageBreaker, opening: PageBreaker.Opening, spent: Double, chosen: PageBreaker.Way,
        items: [GalleyItem], grown: [Int], lines: StripLines
    ) {
        self.breaker = breaker
        self.opening = opening
        self.spent = spent
        self.chosen = chosen
        self.items = items.filter { $0.ownPage == nil && $0.float == nil }
        self.grown = grown
        self.lines = lines
    }

    /// From the top of the page; `ways` are those that the breaker looks at, `shift` is what floats take above the text.
    mutating func ends(among ways: [PageBreaker.Way], below shift: Double) -> [PageExplanation.End] {
        let walk = breaker.walk
        var ends: [PageExplanation.End] = []
        if ways.contains(where: { $0.strip == opening.strip }) { ends.append(notesAlone(ways)) }
        let over = breaker.presser == nil ? 0 : 1
        for end in walk.ends(from: opening.strip, carry: opening.carry, y: opening.y, over: over) {
            var told = told(end)
            told.bottom += shift + moved(before: end.strip)
            if let (way, total) = best(among: ways.filter { $0.strip == end.strip }) {
                told.parts = parts(of: way, to: end)
                told.total = total
                told.grown = way.grown
                told.pressed = way.pressedBy
                // Nothing follows the last strip that it could hold on to.
                told.hold = PageExplanation.Hold(way.keep)
                told.isDivided = way.isDivided
                told.isChosen = end.strip == chosen.strip
            }
            ends.append(told)
        }
        return ends
    }

    /// The best way to one end: the plan's own if it leads there.
    private mutating func best(among ways: [PageBreaker.Way]) -> (way: PageBreaker.Way, total: Double?)? {
        var best: (way: PageBreaker.Way, total: Double?)?
        for way in ways {
            let total = rest(after: way).map { spent + way.cost + $0 }
            let isBetter = best.map { (total ?? .infinity) < ($0.total ?? .infinity) } ?? true
            if isBetter { best = (way, total) }
        }
        if let found = best, found.way.strip == chosen.strip {
            return (chosen, rest(after: chosen).map { spent + chosen.cost + $0 })
        }
        return best
    }

    private mutating func rest(after way: PageBreaker.Way) -> Double? {
        if let known = rests[way.next] { return known }
        let rest = breaker.costOfRest(from: way.next)
        rests[way.next] = .some(rest)
        return rest
    }

    /// How much lower the strips before `strip` end on the page than the plan's flow has them.
    private func moved(before strip: Int) -> Double {
        var lines = grown.count { $0 < strip }
        let paragraph = breaker.walk.flow.pliable.first { $0.block == chosen.pressed }
        if let paragraph, paragraph.strips.upperBound <= strip { lines += chosen.pressedBy }
        return Double(lines) * breaker.walk.grid
    }

    private func told(_ end: PageWalk.End) -> PageExplanation.End {
        let last = items[..<min(end.strip, items.count)].last { !$0.isBlank }
        return PageExplanation.End(
            after: last.map { lines.ending(of: $0) } ?? "", origin: last.flatMap { lines.origin(of: $0) },
            short: end.short, hold: PageExplanation.Hold(end.keep), endsBlock: end.endsBlock,
            isDivided: end.isDivided, partsNote: end.partsNote, elastic: end.elastic, bottom: end.bottom, parts: [],
            total: nil)
    }

    /// A page for what notes the page before left.
    private mutating func notesAlone(_ ways: [PageBreaker.Way]) -> PageExplanation.End {
        let found = best(among: ways.filter { $0.strip == opening.strip })
        return PageExplanation.End(
            after: "", origin: nil, short: 0, hold: .none, endsBlock: true, isDivided: false, partsNote: true,
            elastic: 0, bottom: 0, parts: [PageExplanation.Part(kind: .notesAlone, cost: breaker.merits.restAlone)],
            total: found?.total, isChosen: chosen.strip == opening.strip)
    }

    /// What `way` costs, by what for.
    private func parts(of way: PageBreaker.Way, to end: PageWalk.End) -> [PageExplanation.Part] {
        let merits = breaker.merits
        var end = end
        end.keep = way.keep
        end.isDivided = way.isDivided
        end.waiting = way.next.carry.sheets.count
        // What fits nowhere is forced, and its note parted.
        if end.short < 0, way.pressedBy == 0 { end.partsNote = true }
        var parts: [PageExplanation.Part] = []
        func add(_ kind: PageExplanation.Part.Kind, _ cost: Double) {
            if cost != 0 { parts.append(PageExplanation.Part(kind: kind, cost: cost)) }
        }
        let isLast = end.strip == breaker.walk.flow.strips.count
        if isLast {
            add(.scant, opening.strip > 0 ? merits.scant(end.bottom / breaker.walk.height) : 0)
        } else {
            add(.white, merits.white(way.short) * (opening.isFirst ? merits.opening : 1))
            if merits.isFacing, opening.isRecto, opening.verso >= 0 {
                add(.uneven, merits.uneven(abs(opening.verso - min(way.short, 6))))
            }
        }
        add(.grown, merits.grown(way.grown))
        if way.pressedBy != 0,
            let pressed = breaker.presser?.cheapest(in: opening.strip..<end.strip, by: way.pressedBy)
        {
            add(.pressed, merits.pressed(pressed.demerits))
        }
        // Each alone, as `hold` adds them.
        let without: (inout PageWalk.End) -> Void = {
            $0.isDivided = false
            $0.partsNote = false
            $0.crowded = 0
            $0.waiting = 0
        }
        var plain = end
        without(&plain)
        let hold = merits.hold(plain, isRecto: opening.isRecto)
        add(.hold, hold)
        for (kind, change) in [
            (PageExplanation.Part.Kind.divided, { (bare: inout PageWalk.End) in bare.isDivided = end.isDivided }),
            (.note, { $0.partsNote = end.partsNote }), (.crowded, { $0.crowded = end.crowded }),
            (.waiting, { $0.waiting = end.waiting }),
        ] {
            var bare = plain
            change(&bare)
            add(kind, merits.hold(bare, isRecto: opening.isRecto) - hold)
        }
        return parts
    }
}
