// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Layout

/// Numbers alone: strips of a grid of 10 points on pages of 20 lines.
@Suite("Page breaks")
struct PageBreakerTests {
    static let grid = 10.0

    /// A paragraph of `lines` lines as strips.
    func paragraph(_ lines: Int, block: Int32, notes: [Int: String] = [:], divided: Set<Int> = [])
        -> [GalleyItem]
    {
        (0..<lines).map { index in
            var item = GalleyItem()
            item.height = Self.grid
            item.snaps = index == 0
            item.beginsBlock = index == 0
            item.keep = index == 0 && lines > 1 || index == lines - 2 ? .lines : .none
            item.endsDivided = divided.contains(index)
            item.notes = notes[index].map { [$0] } ?? []
            item.block = block
            item.marks = [
                .path(.rectangle(.init(x: 0, y: 0, width: 1, height: 1)), .fill(swatch: 0), .artifact(.layout))
            ]
            return item
        }
    }

    func heading(block: Int32, before: Double = 20) -> [GalleyItem] {
        var item = paragraph(1, block: block)[0]
        item.before = before
        item.keep = .firm
        return [item]
    }

    func note(_ lines: Int) -> [GalleyItem] {
        paragraph(lines, block: -1).map { item in
            var item = item
            item.keep = .none
            return item
        }
    }

    func plan(
        _ items: [GalleyItem], notes: [String: [GalleyItem]] = [:], lines: Double = 20, isFacing: Bool = true,
        isRecto: Bool = false, costs: ((Int32) -> Presser.Costs)? = nil
    ) -> (plan: PagePlan, flow: Flow) {
        let flow = Flow(items, notes: notes, heads: [], grid: Self.grid) { _ in
            costs == nil ? nil : 0.1
        }
        var breaker = PageBreaker(
            walk: PageWalk(flow: flow, height: lines * Self.grid, grid: Self.grid),
            merits: PageMerits(isFacing: isFacing), presser: costs.map { Presser(flow.pliable, ask: $0) })
        return (breaker.plan(isRecto: isRecto), flow)
    }

    @Test("every strip stands on one page, in order, and no page is overfull", arguments: 0..<120)
    func losesNothing(seed: UInt64) {
        var random = Dice(seed)
        var items: [GalleyItem] = []
        var notes: [String: [GalleyItem]] = [:]
        for block in 0..<Int32(random.next(40) + 1) {
            switch random.next(6) {
            case 0: items += heading(block: block, before: Double(random.next(4)) * 7)
            case 1:
                var box = paragraph(random.next(12) + 1, block: block)
                for index in box.indices.dropLast() { box[index].hold(.whole) }
                box[0].before = 12
                items += box
            case 2:
                let key = "note\(block)"
                notes[key] = note(random.next(30) + 1)
                items += paragraph(random.next(8) + 1, block: block, notes: [0: key])
            default: items += paragraph(random.next(15) + 1, block: block, divided: [random.next(6)])
            }
        }
        let (plan, flow) = plan(items, notes: notes, isRecto: random.next(2) == 0)
        var next = 0
        for page in plan.pages {
            #expect(page.strips.lowerBound == next)
            next = page.strips.upperBound
            let walk = PageWalk(flow: flow, height: 200, grid: Self.grid)
            let foot = page.foot.reduce(0.0) { sum, part in
                sum + part.lines.reduce(0.0) { $0 + flow.notes[Int(part.note)].lines[Int($1)].height }
            }
            if !page.strips.isEmpty {
                #expect(walk.bottom(of: page.strips, y: 0) + Double(page.grown.count) * 10 + foot <= 200.01)
            }
        }
        #expect(next == flow.strips.count)
        // Each line of each note once, the first on the page of its mark.
        for (number, note) in flow.notes.enumerated() {
            let parts = plan.pages.flatMap(\.foot).filter { Int($0.note) == number }
            #expect(parts.flatMap { Array($0.lines) } == Array(0..<Int32(note.lines.count)))
            let mark = flow.strips.firstIndex { $0.calls.contains { Int(flow.calls[Int($0)]) == number } }
            let page = plan.pages.first { mark.map($0.strips.contains) ?? false }
            #expect(page?.foot.contains { Int($0.note) == number } == true)
        }
    }

    @Test("no line alone, no heading without two lines", arguments: 0..<60)
    func keepsCompany(seed: UInt64) {
        var random = Dice(seed)
        var items: [GalleyItem] = []
        for block in 0..<60 as Range<Int32> {
            if random.next(5) == 0 { items += heading(block: block) }
            items += paragraph(random.next(9) + 2, block: block)
        }
        let (plan, _) = plan(items)
        #expect(plan.pages.allSatisfy { $0.keep == .none })
    }

    @Test("facing pages end within a line of each other", arguments: 0..<40)
    func facingPagesAreEven(seed: UInt64) {
        var random = Dice(seed)
        var items: [GalleyItem] = []
        for block in 0..<80 as Range<Int32> { items += paragraph(random.next(12) + 3, block: block) }
        let (plan, _) = plan(items, lines: 40)
        let spreads = stride(from: 0, to: plan.pages.count - 2, by: 2)
        for left in spreads { #expect(abs(plan.pages[left].short - plan.pages[left + 1].short) <= 1) }
    }

    @Test("a divided word does not stand at a page turn if another break is near")
    func dividedWords() {
        // The second page, a recto, would end full with line 39, which is divided.
        let items = (0..<12).flatMap { paragraph(5, block: Int32($0), divided: $0 == 7 ? [4] : []) }
        let (plan, flow) = plan(items)
        #expect(plan.pages.count >= 3)
        let turn = plan.pages[1]
        #expect(!flow.strips[turn.strips.upperBound - 1].endsDivided)
    }

    @Test("a paragraph is set a line shorter where that saves a lonely line")
    func presses() {
        // 3 + 18 lines: the last line of the second paragraph would stand alone, and its last two leave the page short.
        let items = paragraph(3, block: 0) + paragraph(18, block: 1) + paragraph(10, block: 2)
        #expect(plan(items).plan.pages.first?.short == 1)
        let pressed = plan(items) { _ in (0, nil) }.plan
        #expect(pressed.pressed.values.map { $0 } == [-1])
        #expect(pressed.pages.first?.short == 0)
    }

    @Test("the last page of a section is not a line or two")
    func lastPageHasText() {
        for total in 21..<27 {
            let items = (0..<total / 3).flatMap { paragraph(3, block: Int32($0)) } + paragraph(total % 3 + 2, block: 99)
            let (plan, _) = plan(items)
            #expect(plan.pages.last.map { $0.strips.count >= 5 } == true)
        }
    }

    @Test("a callout stays whole where a page can hold it")
    func keepsWhole() {
        var box = paragraph(12, block: 1)
        for index in box.indices.dropLast() { box[index].hold(.whole) }
        let (plan, _) = plan(paragraph(12, block: 0) + box + paragraph(12, block: 2))
        #expect(plan.pages.contains { $0.strips.contains(12) && $0.strips.contains(23) })
    }

    @Test("a float without room stands on the next page, text goes on")
    func floats() {
        var float = GalleyItem()
        float.height = 95
        float.float = .top
        let (plan, flow) = plan(paragraph(15, block: 0) + [float] + paragraph(25, block: 1))
        #expect(flow.floats.count == 1)
        #expect(plan.pages[0].top.isEmpty && plan.pages[0].below.isEmpty)
        #expect(plan.pages[0].strips.count >= 18)
        #expect(plan.pages[1].top == [0])
    }
}

/// Reproducible random numbers: xorshift64*.
private struct Dice {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next(_ sides: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % sides
    }
}

@Suite("The way down a page")
struct DescentTests {
    private func strip(height: Double = 10, margin: Double = 0, isWide: Bool = false) -> Strip {
        var item = GalleyItem()
        item.height = height
        item.isWide = isWide
        item.marks = [
            .path(.rectangle(Rect(x: 0, y: 0, width: 1, height: 1)), .fill(swatch: 0), .artifact(.layout))
        ]
        if margin > 0 {
            var note = GalleyItem()
            note.height = margin
            item.margin = [note]
        }
        return Strip(item, calls: 0..<0, grid: 10)
    }

    @Test("wide rows follow one another closely; the first begins below the notes of the margin")
    func wideRows() {
        var descent = Descent(grid: 10, height: 200)
        #expect(descent.next(strip(margin: 45)) == 0)
        #expect(descent.next(strip(isWide: true)) == 55)
        #expect(descent.next(strip(isWide: true)) == 65)
        #expect(descent.next(strip(margin: 20)) == 75)
        #expect(descent.crowded == 0)
    }

    @Test("a note of the margin without room is counted")
    func crowded() {
        var descent = Descent(grid: 10, height: 100)
        _ = descent.next(strip(margin: 60))
        _ = descent.next(strip(margin: 60))
        #expect(descent.crowded == 1)
    }
}

extension PageBreakerTests {
    @Test("a page of its own comes soon after its place, however long the paragraphs are")
    func sheetsDoNotWait() {
        var sheet = GalleyItem()
        sheet.height = 100
        sheet.ownPage = 1
        var items = paragraph(3, block: 0) + [sheet]
        for block in 1..<40 as Range<Int32> { items += paragraph(11, block: block) }
        let flow = Flow(items, notes: [:], heads: [], grid: Self.grid)
        var own = PagePlan()
        own.pages = [PlannedPage(strips: 0..<1)]
        var breaker = PageBreaker(
            walk: PageWalk(flow: flow, height: 200, grid: Self.grid), merits: PageMerits(isFacing: true),
            sheets: [0: own])
        let plan = breaker.plan(isRecto: true)
        let place = plan.pages.firstIndex { $0.sheet == 0 }
        #expect(place.map { $0 <= 2 } == true)
    }
}
