// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Galleys {
    /// A section whose page breaks are chosen.
    private struct PlannedSection {
        var plan: PagePlan
        /// How far down the last page of the section before it begins; 0 for a new page.
        var y = 0.0
        /// What its pages are made of, pressed paragraphs and all.
        var items: [GalleyItem]
        /// What chose where they end, if that is to be explained.
        var basis: PageLedger.Basis?
    }

    private var grid: Double { setter.style("body").leading }

    private var textHeight: Double { max(book.theme.page.textHeight, 1) }

    /// The pages, cover first, and what had to be given up to fill them.
    mutating func pages() -> (pages: [PageDraft], faults: [PageFault]) {
        var planned: [PlannedSection] = []
        var count = 1
        // How far down the last page reaches, if something may run on below it.
        var reached: Double?
        ledger?.entries = []
        for index in sections.indices {
            if opensOnRecto(index), count % 2 == 1 {
                count += 1
                reached = nil
            }
            let section = plan(sectionAt: index, pages: count, below: mayRunOn(index) ? reached : nil)
            let first = section.y > 0 ? count - 1 : count
            count = first + section.plan.pages.count
            if let last = section.plan.pages.last {
                let isOpen = last.foot.isEmpty && last.below.isEmpty && last.sheet == nil
                reached = isOpen ? section.plan.depth : nil
            }
            if let basis = section.basis {
                ledger?.entries.append(
                    PageLedger.Entry(
                        section: index, firstPage: first + 1, basis: basis, plan: section.plan, items: section.items))
            }
            planned.append(section)
        }
        return placed(planned)
    }

    /// Whether the section must begin on a right-hand page: a chapter by theme, and page 1.
    private func opensOnRecto(_ index: Int) -> Bool {
        let format = book.theme.page
        guard format.isFacing, book.sections[index].role == .chapter else { return false }
        return format.openings == .recto
            || format.numerals == .roman && book.sections.firstIndex { $0.role == .chapter } == index
    }

    /// Whether short front or back matter may begin where the one before it ends.
    private func mayRunOn(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        // Lists of tables and figures follow the contents.
        if [index - 1, index].allSatisfy({ book.sections[$0].role == .contents }) { return true }
        return [index - 1, index].allSatisfy { [.front, .back, .imprint].contains(book.sections[$0].role) }
    }

    private mutating func plan(sectionAt index: Int, pages count: Int, below reached: Double?) -> PlannedSection {
        let items = prepared(sections[index].blocks.flatMap(\.items))
        let flow = flow(of: items, section: index)
        if let reached, reached > 0, reached < textHeight * 0.7 {
            let y = (reached + grid * 2).rounded(.up)
            let plan = plan(of: flow, items: items, isRecto: count % 2 == 1, y: y, presser: nil)
            if plan.pages.count == 1 {
                return PlannedSection(
                    plan: plan, y: y, items: items, basis: basis(flow, plan, items, isRecto: count % 2 == 1, y: y))
            }
        }
        let isRecto = count % 2 == 0
        let plan = plan(of: flow, items: items, isRecto: isRecto, y: 0, presser: nil)
        let plain = PlannedSection(plan: plan, items: items, basis: basis(flow, plan, items, isRecto: isRecto))
        guard plan.cost > PageMerits.content, !flow.pliable.isEmpty else { return plain }
        let presser = presser(of: flow, section: index)
        let better = self.plan(of: flow, items: items, isRecto: isRecto, y: 0, presser: presser)
        guard better.cost < plan.cost, !better.pressed.isEmpty else { return plain }
        guard var section = pressed(better, of: flow, items, section: index) else { return plain }
        section.basis = basis(flow, better, items, isRecto: isRecto, presser: presser)
        return section
    }

    /// What chose a plan, if somebody asks why a page looks as it does.
    private func basis(
        _ flow: Flow, _ plan: PagePlan, _ items: [GalleyItem], isRecto: Bool, y: Double = 0, presser: Presser? = nil
    ) -> PageLedger.Basis? {
        guard ledger != nil else { return nil }
        return PageLedger.Basis(
            flow: flow, plan: plan, items: items, isRecto: isRecto, y: y, presser: presser,
            sheets: sheets(of: flow, items))
    }

    /// Presses paragraphs of a section a line longer or shorter.
    private func presser(of flow: Flow, section: Int) -> Presser {
        let places = sections[section].places
        let blocks = book.sections[section].blocks
        var setter = setter
        // A second holder of the tree would make a copy of it with each paragraph that is pressed.
        setter.tree = TagTree(language: book.language)
        return Presser(flow.pliable) { setter.costsOfPressing(blocks[Int($0)], in: places[Int($0)]) }
    }

    /// Strips that no page can hold are cut, and white at the end is dropped.
    private func prepared(_ items: [GalleyItem]) -> [GalleyItem] {
        var items = items
        let height = textHeight
        if items.contains(where: { $0.height > height }) {
            items = items.flatMap { item in
                item.cut(into: height - (item.repeatedHead.map { setter.heads[$0].height } ?? 0) - grid)
            }
        }
        while let last = items.last, last.isBlank { items.removeLast() }
        setter.fitOpener(of: &items, height: height)
        return items
    }

    private func flow(of items: [GalleyItem], section: Int) -> Flow {
        let blocks = section >= 0 ? book.sections[section].blocks : []
        return Flow(
            items, notes: setter.notes, heads: setter.heads.map(\.height), grid: grid
        ) { block in
            let number = Int(block)
            guard blocks.indices.contains(number), case .paragraph = blocks[number].content,
                sections[section].places[number].runIn == nil
            else { return nil }
            return sections[section].blocks[number + 1].lastFill
        }
    }

    /// The pages of each float that takes pages of its own.
    private func sheets(of flow: Flow, _ items: [GalleyItem]) -> [Int32: PagePlan] {
        var sheets: [Int32: PagePlan] = [:]
        for (number, float) in flow.floats.enumerated() where float.place == .page {
            let own = self.flow(of: Galleys.own(items[float.items]), section: -1)
            sheets[Int32(number)] = plan(of: own, items: [], isRecto: true, y: 0, presser: nil)
        }
        return sheets
    }

    private func plan(of flow: Flow, items: [GalleyItem], isRecto: Bool, y: Double, presser: Presser?) -> PagePlan {
        var breaker = PageBreaker(
            walk: PageWalk(flow: flow, height: textHeight, grid: grid),
            merits: PageMerits(isFacing: book.theme.page.isFacing), sheets: sheets(of: flow, items), presser: presser)
        return breaker.plan(isRecto: isRecto, y: y)
    }

    /// The strips of a float as a flow of its own.
    static func own(_ items: ArraySlice<GalleyItem>) -> [GalleyItem] {
        items.map { item in
            var item = item
            item.ownPage = nil
            item.float = nil
            return item
        }
    }

    /// Sets the paragraphs that a plan presses, if they come out as it wants.
    private mutating func pressed(_ plan: PagePlan, of flow: Flow, _ items: [GalleyItem], section: Int)
        -> PlannedSection?
    {
        let base = sections[section].blocks
        var isAsPlanned = true
        for (block, lines) in plan.pressed.sorted(by: { $0.key < $1.key }) {
            press(block, by: lines, section: section)
            let number = Int(block) + 1
            // Two that come out otherwise may make up for each other, and no strip would be where the plan has it.
            if sections[section].blocks[number].items.count != base[number].items.count + lines { isAsPlanned = false }
        }
        let newItems = prepared(sections[section].blocks.flatMap(\.items))
        sections[section].pressedFrom = base
        rebuildChildren(of: section)
        let lines = plan.pressed.values.reduce(0, +)
        guard isAsPlanned, newItems.count == items.count + lines else {
            sections[section].blocks = base
            sections[section].pressedFrom = nil
            rebuildChildren(of: section)
            return nil
        }
        return PlannedSection(plan: plan.moved(to: flow), items: newItems)
    }

    private mutating func press(_ block: Int32, by lines: Int, section: Int) {
        let number = Int(block) + 1
        var place = sections[section].places[Int(block)]
        let content = book.sections[section].blocks[Int(block)]
        let old = sections[section].blocks[number]
        setter.looseness = lines
        var new = record(below: sections[section].tag, again: old) { $0.block(content, in: &place) }
        setter.looseness = 0
        new.belong(to: block)
        sections[section].blocks[number] = new
    }

    /// Makes the pages that the plans describe.
    private mutating func placed(_ planned: [PlannedSection]) -> (pages: [PageDraft], faults: [PageFault]) {
        var cover = PageDraft(number: 1, section: -1)
        cover.kind = .cover
        // Before the setter is lent to the builder: a second holder of the tree would make a copy of it.
        let front = setter.cover()
        let setter = setter
        cover.place(front, linkOfSlot: setter.linkOfSlot)
        let format = book.theme.page
        var builder = PageBuilder(
            format: format, grid: grid, notes: setter.notes, heads: setter.heads,
            linkOfSlot: setter.linkOfSlot, pages: [cover],
            noteRule: .stroke(swatch: setter.swatch("ink"), width: 0.4, dashes: []),
            isRightToLeft: book.language.isRightToLeft,
            compositions: {
                setter.composition($0, on: format.size, bleed: format.bleed, isMirrored: $1 || setter.mirrorsAll)
            })
        var firsts: [Int] = []
        for (index, section) in planned.enumerated() {
            if opensOnRecto(index) { builder.openOnRecto() }
            firsts.append(builder.pages.count - (section.y > 0 ? 1 : 0))
            let flow = flow(of: section.items, section: -1)
            builder.place(section.plan, flow: flow, items: section.items, section: index, y: section.y)
        }
        builder.finish()
        let pages = PageCount(book: book).completed(builder.pages, back: back?.block.items.first, setter.linkOfSlot)
        // Told by the labels that the pages have got, blank pages and late notes of the margin counted.
        let faults = planned.indices.flatMap { index in
            PageFault.all(in: planned[index].plan, section: index, first: firsts[index], of: pages)
        }
        return (pages, faults)
    }
}

extension Galleys {
    /// The section's element holds what its blocks hold now.
    private mutating func rebuildChildren(of section: Int) {
        setter.tree[sections[section].tag].children = sections[section].blocks.flatMap(\.children)
    }
}

extension Galleys.BlockGalley {
    /// How full its last line is, 0…1, if it is a paragraph of running text that may be pressed.
    var lastFill: Double? {
        guard notes.isEmpty, items.allSatisfy({ $0.grounds.isEmpty && $0.notes.isEmpty }) else { return nil }
        let widths = items.compactMap { item -> Double? in
            guard case .line(let line, _) = item.marks.first else { return nil }
            return line.width
        }
        guard let last = widths.last, let longest = widths.max(), longest > 0 else { return nil }
        return last / longest
    }
}

extension PagePlan {
    /// The plan for the flow in which its pressed paragraphs are set: its strips counted anew.
    func moved(to flow: Flow) -> PagePlan {
        var plan = self
        let ends = flow.pliable.compactMap { paragraph in
            pressed[paragraph.block].map { (end: paragraph.strips.upperBound, lines: $0) }
        }
        var shift = 0
        var next = 0
        for index in plan.pages.indices where plan.pages[index].sheet == nil {
            let page = plan.pages[index]
            let lower = page.strips.lowerBound + shift
            var grown: [Int] = []
            var waiting = page.grown[...]
            while next < ends.count, ends[next].end <= page.strips.upperBound {
                while let strip = waiting.first, strip < ends[next].end {
                    grown.append(strip + shift)
                    waiting.removeFirst()
                }
                shift += ends[next].lines
                next += 1
            }
            plan.pages[index].grown = grown + waiting.map { $0 + shift }
            plan.pages[index].strips = lower..<page.strips.upperBound + shift
        }
        return plan
    }
}
