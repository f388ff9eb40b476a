// SPDX-License-Identifier: GPL-3.0-or-later

/// The breaker's own choice seen from one page: which ways lead on from it, and what the rest costs after each. Nothing here is asked
/// while pages are chosen.
extension PageBreaker {
    /// Where a page begins, and in which company.
    struct Opening: Hashable {
        /// Its first strip.
        var strip = 0
        /// Whether the section begins with it.
        var isFirst = false
        /// What the page before left.
        var carry = Carry()
        var isRecto: Bool
        /// How many lines the verso before it is short; −1 if that does not matter.
        var verso = -1
        /// How far down the page it begins.
        var y = 0.0
    }

    /// A way from a page to the next.
    struct Way {
        /// The strip that begins the next page.
        var strip: Int
        /// What this page costs.
        var cost: Double
        var grown: Int
        /// The pressed paragraph's block, and by how many lines.
        var pressed: Int32
        var pressedBy: Int
        /// How many lines it is short of full, as it was counted.
        var short: Int
        var keep: GalleyItem.Keep
        var isDivided: Bool
        /// How the next page begins.
        var next: Opening
    }

    /// All ways on from `opening` that are worth a look, each with its cost.
    mutating func ways(from opening: Opening) -> [Way] {
        let start = begin(at: opening)
        extend([0], from: opening.strip, y: opening.y)
        return states.dropFirst(start).map { state in
            Way(
                strip: Int(state.strip), cost: state.cost, grown: Int(state.grown), pressed: state.pressed,
                pressedBy: Int(state.pressedBy), short: Int(state.short), keep: state.keep,
                isDivided: state.isDivided,
                next: Opening(
                    strip: Int(state.strip), carry: carries[Int(state.carry)], isRecto: state.isRecto,
                    verso: Int(state.verso)))
        }
    }

    /// What the best pages from `opening` to the section's end cost; `nil` if there are none.
    mutating func costOfRest(from opening: Opening) -> Double? {
        let count = walk.flow.strips.count
        guard opening.strip < count else { return 0 }
        _ = begin(at: opening)
        advance(from: opening.strip, y: 0)
        return waiting[count].map { states[Int($0)].cost }.min()
    }

    /// Forgets all ways but one that stands at `opening`, and gives how many there are: one.
    private mutating func begin(at opening: Opening) -> Int {
        waiting = Array(repeating: [], count: walk.flow.strips.count + 1)
        forgetCarries()
        let carry = number(of: opening.carry)
        states = [
            State(
                cost: 0, previous: opening.isFirst ? -1 : 0, strip: Int32(opening.strip), carry: carry,
                isRecto: opening.isRecto,
                verso: Int8(clamping: opening.verso))
        ]
        waiting[opening.strip] = [0]
        return states.count
    }
}
