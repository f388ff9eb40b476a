// SPDX-License-Identifier: GPL-3.0-or-later

/// Chooses the page breaks of a section by their total cost, as the lines of a paragraph are chosen.
///
/// The shortest way through all places where pages may end: Plass, *Optimal Pagination Techniques for Automatic Typesetting Systems*,
/// 1981, with the spread as a part of the state, so that facing pages end on the same line. From each place only the ends of
/// one page are looked at: the cost grows linearly with the strips.
struct PageBreaker {
    let walk: PageWalk
    let merits: PageMerits
    /// The paragraphs that may be pressed, and at what cost; `nil` if none is asked.
    let presser: Presser?
    /// The pages of each float that takes pages of its own.
    let sheets: [Int32: PagePlan]
    var states: [State] = []
    var waiting: [[Int32]]
    private(set) var carries: [Carry] = [Carry()]
    private var numbers: [Carry: Int32] = [Carry(): 0]

    /// A way to a place.
    struct State {
        var cost: Double
        var previous: Int32
        /// The strip that begins the next page.
        var strip: Int32
        var carry: Int32 = 0
        /// The end that was chosen: lines grown, paragraph pressed and by how much.
        var grown: Int8 = 0
        var pressed: Int32 = -1
        var pressedBy: Int8 = 0
        var short: Int8 = 0
        var isRecto: Bool
        /// How many lines the verso is short, if a recto comes next; −1 if that does not matter.
        var verso: Int8 = -1
        var keep = GalleyItem.Keep.none
        var isDivided = false
        /// Whether it holds more than fits.
        var isForced = false
    }

    init(walk: PageWalk, merits: PageMerits, sheets: [Int32: PagePlan] = [:], presser: Presser? = nil) {
        self.walk = walk
        self.merits = merits
        self.presser = presser
        self.sheets = sheets
        waiting = Array(repeating: [], count: walk.flow.strips.count + 1)
    }

    /// The best plan for pages of which the first is a recto or not, and begins at `y` on a page that has `foot` already.
    mutating func plan(isRecto: Bool, y: Double = 0) -> PagePlan {
        let count = walk.flow.strips.count
        guard count > 0 else {
            // No text, but it may hold a worksheet.
            var plan = PagePlan()
            addRest(Carry(walk.flow.floats), to: &plan)
            return plan
        }
        states = [State(cost: 0, previous: -1, strip: 0, isRecto: isRecto)]
        waiting[0] = [0]
        advance(from: 0, y: y)
        let last = waiting[count].min { states[Int($0)].cost < states[Int($1)].cost }
        return last.map { reconstruct(from: $0, y: y) } ?? PagePlan()
    }

    /// Goes on from the ways that wait at `start`, to the end.
    mutating func advance(from start: Int, y: Double) {
        for place in start..<walk.flow.strips.count {
            // Notes that a page leaves may fill the next, and then the way comes here again.
            while !waiting[place].isEmpty {
                let here = waiting[place]
                waiting[place] = []
                for carry in Set(here.map { states[Int($0)].carry }).sorted() {
                    let group = here.filter { states[Int($0)].carry == carry }
                    extend(group, from: place, y: place == 0 ? y : 0)
                }
            }
        }
    }

    mutating func extend(_ group: [Int32], from place: Int, y: Double) {
        guard let first = group.first else { return }
        let carried = states[Int(first)].carry
        let carry = carries[Int(carried)]
        var ends = walk.ends(from: place, carry: carry, y: y, over: presser == nil ? 0 : 1)
        if let last = ends.last, last.strip == walk.flow.strips.count {
            // Nothing follows that it could hold on to.
            ends[ends.count - 1].keep = .none
            ends[ends.count - 1].isDivided = false
        }
        var isHopeless = true
        for end in worthwhile(ends) {
            if end.short >= 0 { isHopeless = false }
            extend(group, to: end, from: place, carry: carry, y: y)
        }
        if isHopeless, !carry.notes.isEmpty || !carry.floats.isEmpty {
            fillWithRest(group, at: place, carry: carry)
        } else if isHopeless, var forced = ends.first {
            forced.short = 0
            forced.partsNote = true
            forced.leaves = true
            forced.isForced = true
            extend(group, to: forced, from: place, carry: carry, y: y)
        }
    }

    /// A page for nothing but the notes and floats that the page before left.
    private mutating func fillWithRest(_ group: [Int32], at place: Int, carry: Carry) {
        let holding = walk.holding(carry)
        let foot = holding.foot.cut(to: room(holding, below: 0), isAlone: holding.top.isEmpty, flow: walk.flow)
        let next = number(of: Carry(notes: foot.rest, floats: holding.waiting, sheets: carry.sheets))
        for number in group {
            let state = states[Int(number)]
            settle(
                State(
                    cost: state.cost + merits.restAlone, previous: number, strip: Int32(place), carry: next,
                    isRecto: merits.isFacing ? !state.isRecto : true))
        }
    }

    private mutating func extend(_ group: [Int32], to end: PageWalk.End, from place: Int, carry: Carry, y: Double) {
        var next: Int32 = 0
        var between = 0
        var end = end
        if end.leaves {
            var left = self.left(from: place, to: end, carry: carry, y: y)
            if mayInsert(before: end.strip, left) {
                between = left.sheets.reduce(0) { $0 + (sheets[$1]?.pages.count ?? 0) }
                left.sheets = []
            }
            end.waiting = left.sheets.count
            next = number(of: left)
        }
        for number in group { relax(number, to: end, from: place, carry: next, sheets: between) }
    }

    /// Whether pages of their own may stand before a strip: not in the middle of a block, since who listens would meet its end after
    /// them, and not before the rest of a note.
    func mayInsert(before strip: Int, _ left: Carry) -> Bool {
        left.notes.isEmpty && walk.flow.strips[strip...].first { !$0.isBlank }?.beginsBlock ?? true
    }

    private func left(from place: Int, to end: PageWalk.End, carry: Carry, y: Double) -> Carry {
        let holding = walk.holding(from: place, to: end.strip, carry: carry, y: y)
        var left = Carry(floats: holding.waiting, sheets: holding.sheets)
        if end.partsNote {
            left.notes = holding.foot.cut(to: room(holding, below: end.bottom), isAlone: false, flow: walk.flow).rest
        }
        return left
    }

    func room(_ holding: PageWalk.Holding, below bottom: Double) -> Double {
        walk.height - holding.reserved - bottom
    }

    /// Knows nothing left over but nothing.
    mutating func forgetCarries() {
        carries = [Carry()]
        numbers = [Carry(): 0]
    }

    mutating func number(of carry: Carry) -> Int32 {
        if let known = numbers[carry] { return known }
        let number = Int32(carries.count)
        carries.append(carry)
        numbers[carry] = number
        return number
    }

    /// The ends that may be part of a good plan, by how much must be given up: the strictest that a page has, and always one.
    func worthwhile(_ ends: [PageWalk.End]) -> [PageWalk.End] {
        var chosen: [PageWalk.End] = []
        for keep in [GalleyItem.Keep.none, .whole, .lines, .firm] {
            let fitting = ends.filter { $0.keep == keep }
            let near = fitting.filter {
                $0.short >= 0 ? $0.short <= 14 : presser != nil && keep == .none && !$0.partsNote
            }
            chosen += near
            if !near.contains(where: { $0.short >= 0 }), let last = fitting.last(where: { $0.short >= 0 }) {
                chosen.append(last)
            }
            let least = chosen.lazy.map(\.short).filter { $0 >= 0 }.min() ?? .max
            if least <= (keep == .none ? 6 : 14) { break }
        }
        return chosen
    }

    private mutating func relax(
        _ number: Int32, to end: PageWalk.End, from place: Int, carry: Int32, sheets: Int
    ) {
        let state = states[Int(number)]
        let cost = state.cost + merits.hold(end, isRecto: state.isRecto)
        var next = State(
            cost: cost, previous: number, strip: Int32(end.strip), carry: carry,
            isRecto: merits.isFacing ? state.isRecto != (sheets % 2 == 0) : true, keep: end.keep,
            isDivided: end.isDivided, isForced: end.isForced)
        if end.short < 0, !press(&next, by: end.short, on: place..<end.strip) { return }
        if end.strip == walk.flow.strips.count {
            next.cost += place > 0 ? merits.scant(end.bottom / walk.height) : 0
            settle(next)
            return
        }
        if end.short < 0 {
            finish(next, short: 0, after: state, hasSheets: sheets > 0)
            return
        }
        for grown in 0...min(end.short, end.elastic, PageMerits.mostGrown) {
            var filled = next
            filled.grown = Int8(grown)
            filled.cost += merits.grown(grown)
            let short = end.short - grown
            finish(filled, short: short, after: state, hasSheets: sheets > 0)
            if (1...2).contains(short), press(&filled, by: 1, on: place..<end.strip) {
                finish(filled, short: short - 1, after: state, hasSheets: sheets > 0)
            }
        }
    }

    /// Adds what a page's depth costs, alone and beside the page before.
    private mutating func finish(_ next: State, short: Int, after state: State, hasSheets: Bool) {
        var next = next
        next.short = Int8(clamping: short)
        next.cost += merits.white(short) * (state.previous < 0 ? merits.opening : 1)
        if merits.isFacing {
            if state.isRecto {
                if state.verso >= 0 { next.cost += merits.uneven(abs(Int(state.verso) - min(short, 6))) }
            } else if !hasSheets {
                next.verso = Int8(min(short, 6))
            }
        }
        settle(next)
    }

    /// Keeps a way unless a cheaper one leads to the same.
    private mutating func settle(_ next: State) {
        let place = Int(next.strip)
        for (position, number) in waiting[place].enumerated() {
            let known = states[Int(number)]
            guard known.carry == next.carry, known.isRecto == next.isRecto else { continue }
            if known.verso == next.verso {
                if next.cost < known.cost {
                    states.append(next)
                    waiting[place][position] = Int32(states.count - 1)
                }
                return
            }
            // No way to here that is much dearer than another can win by its verso alone.
            if known.cost + 260 < next.cost { return }
        }
        states.append(next)
        waiting[place].append(Int32(states.count - 1))
    }
}

extension PageBreaker {
    /// Presses a paragraph of the page if there is one that can be.
    private func press(_ state: inout State, by lines: Int, on strips: Range<Int>) -> Bool {
        guard let presser, abs(lines) == 1, let pressed = presser.cheapest(in: strips, by: lines) else { return false }
        state.pressed = pressed.block
        state.pressedBy = Int8(lines)
        state.cost += merits.pressed(pressed.demerits)
        return true
    }
}
