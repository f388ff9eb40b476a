// SPDX-License-Identifier: GPL-3.0-or-later

/// Goes down a page from a strip and finds where it might end.
struct PageWalk {
    let flow: Flow
    /// The height of the text area, in points.
    let height: Double
    /// The distance of baselines.
    let grid: Double

    /// A place where a page might end, and how it would look then.
    struct End {
        /// The strip that begins the next page.
        var strip: Int
        /// The lower edge of its last strip, from the top of the text area, floats apart.
        var bottom: Double
        /// How many lines are left below it; negative if there are too many.
        var short: Int
        /// How firmly its last strip holds on to what would stand on the next page.
        var keep: GalleyItem.Keep
        /// Whether a block begins after it.
        var endsBlock: Bool
        /// Whether its last word is divided.
        var isDivided: Bool
        /// Whether its last note runs on.
        var partsNote: Bool
        /// How many notes of the margin find no room.
        var crowded: Int
        /// How many places of it can take another line of white.
        var elastic: Int
        /// Whether anything waits for the next page.
        var leaves: Bool
        /// How many floats still wait for a page of their own after it.
        var waiting = 0
        /// Whether it holds more than fits, since nothing less can stand on a page.
        var isForced = false
    }

    /// What stands on a page that ends before a certain strip.
    struct Holding {
        var foot: Foot
        var top: [Int32] = []
        var below: [Int32] = []
        var waiting: [Int32] = []
        var sheets: [Int32] = []
        /// The height that floats take.
        var reserved = 0.0
    }

    /// Where the strips of a page begin, and below what: white is dropped, the head of a table is set again.
    func opening(at start: Int, y: Double) -> (strip: Int, y: Double, head: Int32) {
        guard y == 0 else { return (start, y, -1) }
        var start = start
        while start < flow.strips.count, flow.strips[start].isBlank { start += 1 }
        guard start < flow.strips.count, flow.strips[start].head >= 0 else { return (start, 0, -1) }
        let strip = flow.strips[start]
        // The rule between two rows is the head's own.
        let isRule = strip.keep == .firm && strip.height < 2
        return (isRule ? start + 1 : start, flow.heads[Int(strip.head)], strip.head)
    }

    /// What a page that begins with `carry` holds before its first strip.
    func holding(_ carry: Carry) -> Holding {
        var holding = Holding(foot: Foot(carried: carry.notes, flow: flow), sheets: carry.sheets)
        for float in carry.floats {
            let needed = flow.floats[Int(float)].height
            // The first waits only for notes that have waited longer.
            let most =
                holding.top.isEmpty ? (carry.notes.isEmpty ? .infinity : height - holding.foot.height) : height * 0.7
            if holding.waiting.isEmpty, holding.sheets.isEmpty, holding.reserved + needed <= most {
                holding.top.append(float)
                holding.reserved += needed
                holding.foot.add(flow.floats[Int(float)].calls, of: flow)
            } else {
                holding.waiting.append(float)
            }
        }
        return holding
    }

    /// Takes in the floats that are called before strip `index`.
    private func call(
        _ next: inout Int, before index: Int, at position: Double, isOpening: Bool, on holding: inout Holding
    ) {
        while next < flow.floats.count, flow.floats[next].call <= index {
            let float = flow.floats[next]
            var foot = holding.foot
            foot.add(float.calls, of: flow)
            if float.place == .page {
                holding.sheets.append(Int32(next))
            } else if holding.waiting.isEmpty, holding.sheets.isEmpty,
                position + holding.reserved + float.height + foot.height <= height + 0.01
            {
                // Nothing stands above the title of a section.
                if float.place == .top, !isOpening {
                    holding.top.append(Int32(next))
                } else {
                    holding.below.append(Int32(next))
                }
                holding.reserved += float.height
                holding.foot = foot
            } else {
                holding.waiting.append(Int32(next))
            }
            next += 1
        }
    }

    /// The first float that is called after strip `start`: those before it stand on earlier pages or wait.
    func firstFloat(from start: Int, isSectionStart: Bool) -> Int {
        var low = 0
        var high = flow.floats.count
        while low < high {
            let middle = (low + high) / 2
            let isBefore = flow.floats[middle].call < start || (flow.floats[middle].call == start && !isSectionStart)
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The places where a page from strip `start` on might end, and up to `over` lines beyond it.
    func ends(from start: Int, carry: Carry, y: Double, over: Int = 0) -> [End] {
        var ends: [End] = []
        descend(from: start, carry: carry, y: y) { end, _ in
            if end.short < -over, !ends.isEmpty { return false }
            ends.append(end)
            return true
        }
        return ends
    }

    /// What a page from `start` to before `end` holds.
    func holding(from start: Int, to end: Int, carry: Carry, y: Double) -> Holding {
        var found = holding(carry)
        descend(from: start, carry: carry, y: y) { place, holding in
            if place.strip <= end { found = holding }
            return place.strip < end
        }
        return found
    }

    /// The lower edge of the last of `strips` on their page.
    func bottom(of strips: Range<Int>, y: Double) -> Double {
        guard !strips.isEmpty else { return 0 }
        let opening = opening(at: strips.lowerBound, y: y)
        var descent = Descent(grid: grid, height: height, from: opening.y)
        for index in opening.strip..<max(strips.upperBound, opening.strip) { _ = descent.next(flow.strips[index]) }
        return descent.position
    }

    private func descend(from start: Int, carry: Carry, y: Double, _ visit: (End, Holding) -> Bool) {
        let opening = opening(at: start, y: y)
        var descent = Descent(grid: grid, height: height, from: opening.y)
        var holding = holding(carry)
        var next = firstFloat(from: start, isSectionStart: start == 0)
        var end = End(
            strip: start, bottom: opening.y, short: 0, keep: .none, endsBlock: false, isDivided: false,
            partsNote: false, crowded: 0,
            elastic: 0, leaves: false)
        call(&next, before: opening.strip, at: opening.y, isOpening: start == 0, on: &holding)
        if opening.strip >= flow.strips.count {
            // Nothing but white is left: what floats in it must not be lost with it.
            end.strip = flow.strips.count
            close(&end, holding)
            _ = visit(end, holding)
            return
        }
        for index in opening.strip..<flow.strips.count {
            let strip = flow.strips[index]
            let isFirst = index == opening.strip
            _ = descent.next(strip)
            holding.foot.add(strip.calls, of: flow)
            end.crowded = descent.crowded
            if strip.isElastic, !isFirst { end.elastic += 1 }
            if !strip.isBlank {
                end.bottom = descent.position
                end.isDivided = strip.endsDivided
            }
            end.keep = strip.keep
            call(&next, before: index + 1, at: descent.position, isOpening: start == 0, on: &holding)
            end.strip = index + 1
            // White is dropped at the top of the next page: the page ends below it, or not at all.
            if index + 1 < flow.strips.count, flow.strips[index + 1].isBlank { continue }
            end.endsBlock = index + 1 >= flow.strips.count || flow.strips[index + 1].beginsBlock
            close(&end, holding)
            guard visit(end, holding) else { return }
        }
    }

    /// Says how much is left below the text.
    private func close(_ end: inout End, _ holding: Holding) {
        let room = height - holding.reserved
        let whole = holding.foot.height
        let least = holding.foot.least
        end.partsNote = end.bottom + whole > room + 0.01 && whole > least + 0.01
        if end.partsNote {
            end.short = end.bottom + least <= room + 0.01 ? 0 : lines(room - least - end.bottom)
        } else {
            end.short = lines(room - whole - end.bottom)
        }
        end.leaves = end.partsNote || !holding.waiting.isEmpty || !holding.sheets.isEmpty
    }

    /// How many lines `room` holds; negative for what is too much.
    private func lines(_ room: Double) -> Int { Int(((room + 0.02) / grid).rounded(.down)) }
}
