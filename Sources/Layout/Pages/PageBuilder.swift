// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript

/// Makes pages of strips where a plan says: text, floats above and below it, notes at the foot, what stands in the margin.
struct PageBuilder {
    let format: PageFormat
    /// The distance of baselines of running text.
    let grid: Double
    let notes: [String: [GalleyItem]]
    let heads: [GalleyItem]
    let linkOfSlot: [Int: Int]
    private(set) var pages: [PageDraft]
    /// Notes of the margin that found no room on their page: they stand on the next.
    private var marginWaiting: [GalleyItem] = []
    private let compositions: (Composition, Bool) -> [GalleyItem.Mark]
    private let noteRule: Fragment.Paint
    /// Whether the book is bound on the right.
    private let isRightToLeft: Bool

    init(
        format: PageFormat, grid: Double, notes: [String: [GalleyItem]], heads: [GalleyItem], linkOfSlot: [Int: Int],
        pages: [PageDraft], noteRule: Fragment.Paint, isRightToLeft: Bool,
        compositions: @escaping (Composition, Bool) -> [GalleyItem.Mark]
    ) {
        self.format = format
        self.grid = grid
        self.notes = notes
        self.heads = heads
        self.linkOfSlot = linkOfSlot
        self.pages = pages
        self.noteRule = noteRule
        self.isRightToLeft = isRightToLeft
        self.compositions = compositions
    }

    var height: Double { max(format.textHeight, 1) }

    /// Makes the pages of a section; the first begins `y` points down the page before if that is not 0.
    mutating func place(_ plan: PagePlan, flow: Flow, items: [GalleyItem], section: Int, y: Double) {
        let main = items.filter { $0.ownPage == nil && $0.float == nil }
        var open: (sheet: Int32, items: [GalleyItem], flow: Flow)?
        for (number, page) in plan.pages.enumerated() {
            let isRunningOn = number == 0 && y > 0
            if !isRunningOn {
                // Notes that wait do not come between strips that take the margin too.
                newPage(section, hasMargin: page.sheet == nil && !page.strips.contains { flow.strips[$0].isWide })
            }
            if let sheet = page.sheet {
                if open?.sheet != sheet {
                    let own = Galleys.own(items[flow.floats[Int(sheet)].items])
                    open = (sheet, own, Flow(own, notes: notes, heads: flow.heads, grid: grid))
                }
                if let open { place(page, flow: open.flow, strips: open.items, items: open.items, from: 0) }
            } else {
                place(page, flow: flow, strips: main, items: items, from: isRunningOn ? y : 0)
            }
        }
    }

    /// Notes of the margin that still wait get pages.
    mutating func finish() {
        while !marginWaiting.isEmpty { newPage(pages.last?.section ?? 0, hasMargin: true) }
    }

    /// Leaves a page blank where the next one would be a verso.
    mutating func openOnRecto() {
        finish()
        if pages.count % 2 == 1 {
            var page = PageDraft(number: pages.count + 1, section: -1)
            page.kind = .blank
            pages.append(page)
        }
    }

    private mutating func newPage(_ section: Int, hasMargin: Bool) {
        pages.append(PageDraft(number: pages.count + 1, section: section))
        guard hasMargin else { return }
        let notes = marginWaiting
        marginWaiting = []
        for note in notes { placeInMargin(note, at: 0) }
    }

    private mutating func place(
        _ page: PlannedPage, flow: Flow, strips: [GalleyItem], items: [GalleyItem], from y: Double
    ) {
        var top = 0.0
        for number in page.top {
            let float = flow.floats[Int(number)]
            for item in items[float.items] { place(item, at: top) }
            top += float.height
        }
        placeText(page, flow: flow, strips: strips, from: y, below: top)
        placeFoot(page, flow: flow, items: items)
    }

    private mutating func placeText(
        _ page: PlannedPage, flow: Flow, strips: [GalleyItem], from y: Double, below shift: Double
    ) {
        guard !page.strips.isEmpty else { return }
        let walk = PageWalk(flow: flow, height: height, grid: grid)
        let opening = walk.opening(at: page.strips.lowerBound, y: y)
        if opening.head >= 0 { place(heads[Int(opening.head)], at: shift) }
        guard opening.strip < page.strips.upperBound else { return }
        let range = opening.strip..<page.strips.upperBound
        var descent = Descent(grid: grid, height: height, from: opening.y)
        var grown = page.grown[...]
        let tops = range.map { index in
            let isGrown = grown.first == index
            if isGrown { grown.removeFirst() }
            return shift + descent.next(flow.strips[index], extra: isGrown ? grid : 0)
        }
        drawGrounds(strips[range], tops: tops)
        for (index, top) in zip(range, tops) { place(strips[index], at: top) }
    }

    private mutating func place(_ item: GalleyItem, at top: Double) {
        guard let page = pages.indices.last else { return }
        let offset = Point(x: left(isWide: item.isWide), y: format.head + top)
        if let composition = item.composition {
            pages[page].hasHead = false
            for mark in compositions(composition, format.isFacing && isRecto) {
                pages[page].draw(mark, at: Point(x: 0, y: 0), linkOfSlot: linkOfSlot)
            }
        }
        for mark in item.marks { pages[page].draw(mark, at: offset, linkOfSlot: linkOfSlot) }
        for anchor in item.anchors { pages[page].anchors.append((anchor, offset.y)) }
        for figure in item.figures { pages[page].figures.append((figure.tag, figure.frame.moved(by: offset))) }
        pages[page].fields += item.fields.map { $0.moved(by: offset) }
        if item.isWide, item.height > 0 {
            pages[page].marginY = max(pages[page].marginY, top + item.height + grid / 2)
        }
        for note in item.margin { placeInMargin(note, at: top) }
    }

    private mutating func placeInMargin(_ note: GalleyItem, at top: Double) {
        guard let page = pages.indices.last else { return }
        let free = pages[page].marginY
        guard marginWaiting.isEmpty, free == 0 || free + note.height <= height else {
            marginWaiting.append(note)
            return
        }
        let position = max(min(max(top, free), height - note.height), free)
        let offset = Point(x: marginLeft, y: format.head + position)
        for mark in note.marks { pages[page].draw(mark, at: offset, linkOfSlot: linkOfSlot) }
        for figure in note.figures { pages[page].figures.append((figure.tag, figure.frame.moved(by: offset))) }
        pages[page].marginY = position + note.height + grid
    }

    /// Notes at the foot of the page, floats above them.
    private mutating func placeFoot(_ page: PlannedPage, flow: Flow, items: [GalleyItem]) {
        let lines = footLines(page.foot, flow)
        let footHeight = lines.reduce(0) { $0 + $1.before + $1.item.height }
        var top = height - footHeight
        var bottom = top
        for number in page.below.reversed() {
            let float = flow.floats[Int(number)]
            for item in items[float.items] { place(item, at: bottom - item.height) }
            bottom -= float.height
        }
        guard !lines.isEmpty, let last = pages.indices.last else { return }
        drawNoteRule(at: top + Foot.gap - 6)
        let x = left(isWide: false)
        for line in lines {
            top += line.before
            let offset = Point(x: x, y: format.head + top)
            for mark in line.item.marks { pages[last].draw(mark, at: offset, linkOfSlot: linkOfSlot) }
            for anchor in line.item.anchors { pages[last].anchors.append((anchor, offset.y)) }
            for figure in line.item.figures {
                pages[last].figures.append((figure.tag, figure.frame.moved(by: offset)))
            }
            top += line.item.height
        }
    }

    private func footLines(_ parts: [NotePart], _ flow: Flow) -> [(before: Double, item: GalleyItem)] {
        var lines: [(before: Double, item: GalleyItem)] = []
        for part in parts {
            let items = notes[flow.notes[Int(part.note)].key] ?? []
            for index in part.lines where Int(index) < items.count {
                let isFirst = index == part.lines.lowerBound
                let above = isFirst ? (lines.isEmpty ? Foot.gap : Foot.space) : 0
                lines.append((above + items[Int(index)].before, items[Int(index)]))
            }
        }
        return lines
    }

    private mutating func drawNoteRule(at y: Double) {
        guard let page = pages.indices.last else { return }
        let x = left(isWide: false)
        let length = format.column * 0.4
        let start = isRightToLeft ? x + format.column - length : x
        pages[page].draw(
            .path(
                .line(from: Point(x: start, y: format.head + y), to: Point(x: start + length, y: format.head + y)),
                noteRule, .artifact(.layout)), at: Point(x: 0, y: 0), linkOfSlot: linkOfSlot)
    }
}

extension PageBuilder {
    /// Whether the page stands on the right of its spread; those of a book that is bound on the right stand the other way round.
    private var isRecto: Bool { (!format.isFacing || pages.count % 2 == 1) != isRightToLeft }

    private func left(isWide: Bool) -> Double {
        if isRecto { return format.inner }
        return format.size.width - format.inner - (isWide ? format.fullMeasure : format.column)
    }

    private var marginLeft: Double {
        isRecto
            ? format.inner + format.column + format.gutter
            : format.size.width - format.inner - format.column - format.gutter - format.marginColumn
    }

    /// One area for each run of neighbours that stand on the same ground.
    private mutating func drawGrounds(_ items: ArraySlice<GalleyItem>, tops: [Double]) {
        guard let page = pages.indices.last else { return }
        let strips = Array(items)
        let deepest = strips.map(\.grounds.count).max() ?? 0
        for level in 0..<deepest {
            var start = 0
            while start < strips.count {
                guard strips[start].grounds.count > level else {
                    start += 1
                    continue
                }
                let ground = strips[start].grounds[level]
                var end = start + 1
                while end < strips.count, strips[end].grounds.count > level, strips[end].grounds[level] == ground {
                    end += 1
                }
                let top = format.head + tops[start]
                let bottom = format.head + tops[end - 1] + strips[end - 1].height
                let x = left(isWide: strips[start].isWide) + ground.x
                // A box begins and ends with an empty strip.
                for mark in ground.marks(
                    in: Rect(x: x, y: top, width: ground.width, height: bottom - top), isRecto: isRecto,
                    begins: strips[start].marks.isEmpty, ends: strips[end - 1].marks.isEmpty)
                {
                    pages[page].draw(mark, at: Point(x: 0, y: 0), linkOfSlot: linkOfSlot)
                }
                start = end
            }
        }
    }
}
