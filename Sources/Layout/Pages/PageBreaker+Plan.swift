// SPDX-License-Identifier: GPL-3.0-or-later

/// From the cheapest way to the pages that it makes.
extension PageBreaker {
    /// The plan that leads to state `number`.
    func reconstruct(from number: Int32, y: Double) -> PagePlan {
        var way: [State] = []
        var number = number
        while number > 0 {
            way.append(states[Int(number)])
            number = states[Int(number)].previous
        }
        var plan = PagePlan()
        plan.cost = way.first?.cost ?? 0
        var carry = Carry()
        var start = 0
        for state in way.reversed() {
            let isFirst = start == 0
            carry = add(state, from: start, carry: carry, y: isFirst ? y : 0, to: &plan)
            start = Int(state.strip)
        }
        addRest(carry, to: &plan)
        return plan
    }

    private func add(_ state: State, from start: Int, carry: Carry, y: Double, to plan: inout PagePlan) -> Carry {
        let strips = start..<Int(state.strip)
        let holding = walk.holding(from: start, to: strips.upperBound, carry: carry, y: y)
        let bottom = walk.bottom(of: strips, y: y) + Double(Int(state.grown) + Int(state.pressedBy)) * walk.grid
        let isAlone = strips.isEmpty && holding.top.isEmpty
        let foot = holding.foot.cut(to: room(holding, below: bottom), isAlone: isAlone, flow: walk.flow)
        plan.pages.append(
            PlannedPage(
                strips: strips, grown: grown(Int(state.grown), on: strips), foot: foot.set, top: holding.top,
                below: holding.below, keep: state.keep, isDivided: state.isDivided, isForced: state.isForced,
                short: Int(state.short),
                lastBlock: strips.last.map { walk.flow.strips[$0].block } ?? -1))
        plan.depth = bottom + holding.reserved
        if state.pressedBy != 0 { plan.pressed[state.pressed] = Int(state.pressedBy) }
        var left = Carry(notes: foot.rest, floats: holding.waiting, sheets: holding.sheets)
        if !strips.isEmpty, mayInsert(before: strips.upperBound, left) {
            addSheets(left.sheets, to: &plan)
            left.sheets = []
        }
        return left
    }

    private func addSheets(_ numbers: [Int32], to plan: inout PagePlan) {
        for number in numbers {
            for var page in sheets[number]?.pages ?? [] {
                page.sheet = number
                plan.pages.append(page)
            }
        }
    }

    /// Pages for what the last page of the text leaves.
    func addRest(_ carry: Carry, to plan: inout PagePlan) {
        let sheets = carry.sheets
        var carry = Carry(notes: carry.notes, floats: carry.floats)
        let end = walk.flow.strips.count
        while !carry.notes.isEmpty || !carry.floats.isEmpty {
            let holding = walk.holding(carry)
            let foot = holding.foot.cut(to: room(holding, below: 0), isAlone: holding.top.isEmpty, flow: walk.flow)
            plan.pages.append(PlannedPage(strips: end..<end, foot: foot.set, top: holding.top))
            carry = Carry(notes: foot.rest, floats: holding.waiting)
        }
        addSheets(sheets, to: &plan)
    }

    /// The strips of a page that get a line more: those with the most white, from the top.
    private func grown(_ count: Int, on strips: Range<Int>) -> [Int] {
        guard count > 0 else { return [] }
        let elastic = strips.dropFirst().filter { walk.flow.strips[$0].isElastic }
        let widest = elastic.sorted { walk.flow.strips[$0].before > walk.flow.strips[$1].before }
        return widest.prefix(count).sorted()
    }
}
