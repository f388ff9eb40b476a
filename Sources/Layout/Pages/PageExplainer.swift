// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript

/// Says why a page looks as it does: goes again through the pages of its section to its start, then looks at every end it might have had.
struct PageExplainer {
    let setter: Setter
    let ledger: PageLedger

    private var book: Book { setter.book }
    private var grid: Double { setter.style("body").leading }
    private var notes: [String: [GalleyItem]] { setter.notes }
    private var heads: [GalleyItem] { setter.heads }
    private var format: PageFormat { book.theme.page }
    private var height: Double { max(format.size.height - format.head - format.foot, 1) }

    /// The explanation of page `index`, from 0.
    func explain(pageAt index: Int, label: String, of count: Int) -> PageExplanation {
        var explanation = PageExplanation(page: index, label: label, pageCount: count)
        explanation.isRecto = format.isFacing && index % 2 == 0
        explanation.height = height
        explanation.grid = grid
        explanation.baseline = setter.baseline(of: setter.style("body"))
        let isLeft = (!format.isFacing || index % 2 == 0) == book.language.isRightToLeft
        let x = isLeft ? format.size.width - format.inner - format.column : format.inner
        explanation.area = Rect(x: x, y: format.head, width: format.column, height: height)
        guard let entry = ledger.entry(of: index + 1) else { return explanation }
        let number = index + 1 - entry.firstPage
        let page = entry.plan.pages[number]
        explanation.section = book.sections[entry.section].title.plainText
        explanation.place = (number + 1, entry.plan.pages.count)
        explanation.planCost = entry.basis.plan.cost
        let lines = StripLines(book: book, section: entry.section, paragraphs: setter.recorded ?? [])
        addFloats(of: page, in: entry, lines, to: &explanation)
        addNotes(of: page, in: entry, to: &explanation)
        weigh(entry, number: number, lines, &explanation)
        guard page.sheet == nil else { return explanation }
        addStrips(of: page, number: number, in: entry, lines, to: &explanation)
        return explanation
    }

    /// Follows the plan page by page, as the breaker counted it.
    private func weigh(
        _ entry: PageLedger.Entry, number: Int, _ lines: StripLines, _ explanation: inout PageExplanation
    ) {
        let basis = entry.basis
        let walk = PageWalk(flow: basis.flow, height: height, grid: grid)
        var breaker = PageBreaker(
            walk: walk, merits: PageMerits(isFacing: format.isFacing), sheets: basis.sheets, presser: basis.presser)
        var opening = PageBreaker.Opening(isFirst: true, isRecto: basis.isRecto, y: basis.y)
        var spent = 0.0
        for (position, page) in basis.plan.pages.enumerated() {
            // Pages of their own, and those for what the text leaves, are nobody's choice.
            guard page.sheet == nil, opening.strip < basis.flow.strips.count else {
                explanation.pageCosts.append(0)
                continue
            }
            let ways = breaker.ways(from: opening)
            guard let way = Self.way(of: page, in: basis.plan, among: ways) else { return }
            explanation.pageCosts.append(way.cost)
            if position == number {
                explanation.isChosen = true
                explanation.costBefore = spent
                explanation.facingShort = format.isFacing && opening.isRecto && opening.verso >= 0 ? opening.verso : nil
                var weighing = EndWeighing(
                    breaker: breaker, opening: opening, spent: spent, chosen: way, items: basis.items,
                    grown: page.grown, lines: lines)
                let shift = page.top.reduce(0.0) { $0 + basis.flow.floats[Int($1)].height }
                explanation.ends = weighing.ends(among: ways, below: shift)
                if way.pressedBy != 0 {
                    explanation.pressed = [pressed(way, from: opening, in: basis, lines)]
                }
            }
            spent += way.cost
            opening = way.next
        }
    }

    /// The way that the plan takes.
    static func way(of page: PlannedPage, in plan: PagePlan, among ways: [PageBreaker.Way]) -> PageBreaker.Way? {
        let there = ways.filter { $0.strip == page.strips.upperBound && $0.short == page.short }
        return there.filter { $0.pressedBy == 0 || plan.pressed[$0.pressed] == $0.pressedBy }
            .filter { $0.grown >= page.grown.count }.min { $0.cost < $1.cost }
    }

    private func pressed(
        _ way: PageBreaker.Way, from opening: PageBreaker.Opening, in basis: PageLedger.Basis, _ lines: StripLines
    ) -> PageExplanation.Pressed {
        let found = basis.presser?.cheapest(in: opening.strip..<way.strip, by: way.pressedBy)
        return PageExplanation.Pressed(
            lines: way.pressedBy, demerits: found?.demerits ?? 0, origin: lines.origin(ofBlock: way.pressed))
    }

    private func addNotes(of page: PlannedPage, in entry: PageLedger.Entry, to explanation: inout PageExplanation) {
        let flow = flow(of: page, in: entry)
        explanation.notes = page.foot.compactMap { part in
            guard flow.notes.indices.contains(Int(part.note)) else { return nil }
            let note = flow.notes[Int(part.note)]
            return PageExplanation.Note(
                key: note.key, lines: part.lines.count, count: note.lines.count,
                isContinued: part.lines.lowerBound > 0, runsOn: Int(part.lines.upperBound) < note.lines.count)
        }
    }

    private func addFloats(
        of page: PlannedPage, in entry: PageLedger.Entry, _ lines: StripLines, to explanation: inout PageExplanation
    ) {
        let floats = entry.basis.flow.floats
        func float(_ number: Int32, _ place: PageExplanation.Float.Place) -> PageExplanation.Float? {
            guard floats.indices.contains(Int(number)) else { return nil }
            let float = floats[Int(number)]
            let block = entry.basis.items[float.items].first?.block ?? -1
            return PageExplanation.Float(place: place, height: float.height, origin: lines.origin(ofBlock: block))
        }
        explanation.floats = page.top.compactMap { float($0, .top) } + page.below.compactMap { float($0, .foot) }
        explanation.floats += page.sheet.flatMap { float($0, .page) }.map { [$0] } ?? []
    }

    private func flow(of page: PlannedPage, in entry: PageLedger.Entry) -> Flow {
        guard let sheet = page.sheet, entry.basis.flow.floats.indices.contains(Int(sheet)) else {
            return entry.basis.flow
        }
        let own = Galleys.own(entry.basis.items[entry.basis.flow.floats[Int(sheet)].items])
        return Flow(own, notes: notes, heads: entry.basis.flow.heads, grid: grid)
    }
}

extension PageExplainer {
    /// The strips as they stand: the way that `PageBuilder` goes down the page.
    private func addStrips(
        of page: PlannedPage, number: Int, in entry: PageLedger.Entry, _ lines: StripLines,
        to explanation: inout PageExplanation
    ) {
        let items = entry.items.filter { $0.ownPage == nil && $0.float == nil }
        let flow = Flow(entry.items, notes: notes, heads: heads.map(\.height), grid: grid)
        let y = number == 0 ? entry.basis.y : 0
        let opening = PageWalk(flow: flow, height: height, grid: grid).opening(at: page.strips.lowerBound, y: y)
        let end = min(page.strips.upperBound, items.count, flow.strips.count)
        guard opening.strip < end else { return }
        let shift = page.top.reduce(0.0) { $0 + entry.basis.flow.floats[Int($1)].height }
        var descent = Descent(grid: grid, height: height, from: opening.y)
        for index in opening.strip..<end {
            let strip = flow.strips[index]
            let isGrown = page.grown.contains(index)
            let above = descent.position
            let top = descent.next(strip, extra: isGrown ? grid : 0)
            guard !strip.isBlank else { continue }
            let width = items[index].isWide ? format.fullMeasure : format.column
            let x =
                explanation.area.x > format.inner + 0.01 ? format.size.width - format.inner - width : format.inner
            explanation.strips.append(
                PageExplanation.Strip(
                    text: lines.opening(of: items[index]), origin: lines.origin(of: items[index]),
                    frame: Rect(x: x, y: format.head + shift + top, width: width, height: strip.height),
                    white: top - above, isElastic: strip.isElastic && index > opening.strip, isGrown: isGrown,
                    hold: PageExplanation.Hold(strip.keep)))
        }
        for (index, strip) in explanation.strips.enumerated() where strip.isGrown {
            var strip = strip
            strip.text = Self.words(explanation.strips[index...])
            explanation.grown.append(strip)
        }
        addKept(to: &explanation)
    }

    /// The first words of strips: a box begins with its edge.
    private static func words(_ strips: ArraySlice<PageExplanation.Strip>) -> String {
        strips.first { !$0.text.isEmpty }?.text ?? ""
    }

    private func addKept(to explanation: inout PageExplanation) {
        let strips = explanation.strips
        var start = 0
        while start < strips.count {
            var end = start
            var hold = PageExplanation.Hold.none
            while end < strips.count - 1, strips[end].hold != .none {
                if strips[end].hold.rank > hold.rank { hold = strips[end].hold }
                end += 1
            }
            if end > start {
                explanation.kept.append(
                    PageExplanation.Kept(
                        hold: hold, strips: start...end, text: Self.words(strips[start...end]),
                        origin: strips[start].origin))
            }
            start = end + 1
        }
    }
}

extension PageExplanation.Hold {
    init(_ keep: GalleyItem.Keep) {
        self =
            switch keep {
            case .none: .none
            case .whole: .whole
            case .lines: .lines
            case .firm: .firm
            }
    }

    /// The weakest 0.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
