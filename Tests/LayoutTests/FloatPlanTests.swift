// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Layout

/// What leaves the flow, and what a page leaves to the next.
extension PageBreakerTests {
    private func float(_ height: Double, at place: GalleyItem.FloatPlace, notes: [String] = []) -> GalleyItem {
        var float = GalleyItem()
        float.height = height
        float.float = place
        float.notes = notes
        return float
    }

    /// A worksheet of `lines` lines.
    private func sheet(_ lines: Int, block: Int32) -> [GalleyItem] {
        paragraph(lines, block: block).map { item in
            var item = item
            item.ownPage = Int(block)
            return item
        }
    }

    @Test("a section of nothing but a worksheet and a figure has their pages")
    func floatsWithoutText() {
        let items = [float(50, at: .top)] + sheet(3, block: 0)
        let flow = Flow(items, notes: [:], heads: [], grid: Self.grid)
        var own = PagePlan()
        own.pages = [PlannedPage(strips: 0..<3)]
        var breaker = PageBreaker(
            walk: PageWalk(flow: flow, height: 200, grid: Self.grid), merits: PageMerits(isFacing: true),
            sheets: [1: own])
        let plan = breaker.plan(isRecto: true)
        #expect(plan.pages.map(\.top) == [[0], []])
        #expect(plan.pages.map(\.sheet) == [nil, 1])
    }

    @Test("white alone before a figure does not lose the figure")
    func floatsAfterWhite() {
        var white = GalleyItem()
        white.before = 20
        let (plan, _) = plan([white, float(50, at: .top)])
        #expect(plan.pages.flatMap { $0.top + $0.below } == [0])
    }

    @Test("a note that is called in a figure's caption stands at the foot of the figure's page")
    func notesOfFloats() {
        let notes = ["one": note(2), "two": note(3)]
        let items =
            paragraph(15, block: 0, notes: [0: "one"]) + [float(95, at: .top, notes: ["two"])]
            + paragraph(25, block: 1)
        let (plan, flow) = plan(items, notes: notes)
        #expect(flow.notes.map(\.key) == ["one", "two"])
        for page in plan.pages {
            #expect((page.top + page.below).contains(0) == page.foot.contains { $0.note == 1 })
        }
        #expect(plan.pages.flatMap(\.foot).count == 2)
    }

    @Test("a figure that fills a page stands alone, and no text below the page")
    func tallFloats() {
        let (plan, flow) = plan(paragraph(15, block: 0) + [float(196, at: .top)] + paragraph(25, block: 1))
        let page = plan.pages.first { $0.top == [0] }
        #expect(page?.strips.isEmpty == true)
        #expect(!plan.pages.contains { $0.isForced })
        #expect(plan.pages.reduce(0) { $0 + $1.strips.count } == flow.strips.count)
    }

    @Test("a row as high as a page leaves its note to the next page")
    func notesOfTallRows() {
        var row = paragraph(1, block: 0, notes: [0: "one"])
        row[0].height = 195
        let (plan, _) = plan(row + paragraph(5, block: 1), notes: ["one": note(2)])
        #expect(plan.pages[0].foot.isEmpty)
        #expect(plan.pages[1].foot.map(\.lines) == [0..<2])
    }

    @Test("a worksheet does not come between a note and its rest", arguments: [false, true])
    func sheetsAfterNotes(hasTextAfter: Bool) {
        let items =
            paragraph(10, block: 0, notes: [9: "one"]) + sheet(3, block: 1)
            + (hasTextAfter ? paragraph(30, block: 2) : [])
        let flow = Flow(items, notes: ["one": note(30)], heads: [], grid: Self.grid)
        var own = PagePlan()
        own.pages = [PlannedPage(strips: 0..<3)]
        var breaker = PageBreaker(
            walk: PageWalk(flow: flow, height: 200, grid: Self.grid), merits: PageMerits(isFacing: true),
            sheets: [0: own])
        let plan = breaker.plan(isRecto: true)
        let position = plan.pages.firstIndex { $0.sheet == 0 }
        let lastNote = plan.pages.lastIndex { !$0.foot.isEmpty }
        #expect(plan.pages.count { $0.sheet == 0 } == 1)
        #expect(position.flatMap { sheet in lastNote.map { $0 < sheet } } == true)
    }

    @Test("white that holds a block's height holds on as the heading above it")
    func whiteAfterHeadings() {
        var block = Galleys.BlockGalley(
            items: heading(block: 0), children: [], usedFields: [:], notes: [], recommendations: 0)
        block.keep(30)
        #expect(block.items.count == 2)
        #expect(block.items.last?.keep == .firm)
    }

    @Test("fields of a row that is cut go where they stand")
    func fieldsOfTallRows() {
        var row = GalleyItem()
        row.height = 300
        for y in [0.0, 100, 200] {
            row.marks.append(
                .path(.rectangle(Rect(x: 0, y: y, width: 1, height: 1)), .fill(swatch: 0), .artifact(.layout)))
            row.fields.append(
                FormField(
                    name: "f", kind: .text, tooltip: "", frame: Rect(x: 0, y: y + 5, width: 10, height: 10), order: 0,
                    tag: 0))
        }
        let pieces = row.cut(into: 120)
        #expect(pieces.map(\.fields.count) == [1, 1, 1])
        #expect(pieces.flatMap(\.fields).allSatisfy { $0.frame.y == 5 })
    }

    @Test("what a page gives up is told by the label that stands on it, and by its block")
    func faults() {
        var plan = PagePlan()
        plan.pages = [
            PlannedPage(strips: 0..<4, keep: .lines, lastBlock: 2),
            PlannedPage(strips: 4..<8, isDivided: true, lastBlock: 3),
            PlannedPage(strips: 8..<9, isForced: true, lastBlock: 4),
        ]
        var drafts = (1...4).map { PageDraft(number: $0, section: 0) }
        for (index, label) in ["i", "ii", "iii", "1"].enumerated() { drafts[index].label = label }
        let faults = PageFault.all(in: plan, section: 0, first: 1, of: drafts)
        #expect(faults.map(\.page) == ["ii", "iii", "1"])
        #expect(faults.map(\.block) == [2, 3, 4])
    }

    @Test("a plan that was made can be asked for its pages again, with what they leave")
    func askedAgain() {
        let items = paragraph(10, block: 0, notes: [9: "one"]) + paragraph(60, block: 1, notes: [30: "two"])
        let flow = Flow(items, notes: ["one": note(30), "two": note(12)], heads: [], grid: Self.grid)
        var breaker = PageBreaker(
            walk: PageWalk(flow: flow, height: 200, grid: Self.grid), merits: PageMerits(isFacing: true))
        let plan = breaker.plan(isRecto: true)
        let opening = PageBreaker.Opening(isFirst: true, isRecto: true)
        #expect(breaker.costOfRest(from: opening).map { abs($0 - plan.cost) < 0.001 } == true)
        let ways = breaker.ways(from: opening)
        #expect(ways.contains { !$0.next.carry.notes.isEmpty })
        #expect(ways.allSatisfy { $0.next.carry.notes.count < 3 })
    }
}
