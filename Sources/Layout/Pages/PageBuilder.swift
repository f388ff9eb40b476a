// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript

/// Fills pages with the strips of galleys: breaks where it is allowed, sets notes at the foot of the page of their mark.
///
/// A page takes as many strips as fit; of the legal places to end it the last is chosen. Where there is none, the page ends
/// before the strip that does not fit, so that nothing is lost and nothing hangs.
struct PageBuilder {
    let format: PageFormat
    /// The distance of baselines of running text.
    let grid: Double
    let notes: [String: [GalleyItem]]
    let heads: [GalleyItem]
    let linkOfSlot: [Int: Int]
    private(set) var pages: [PageDraft]
    /// Where the next strip may stand, from the top of the text area.
    private var y = 0.0
    /// The notes of the page, in order.
    private var foot: [GalleyItem] = []
    /// Notes of the margin that found no room on their page: they stand on the next.
    private var marginWaiting: [GalleyItem] = []
    /// Worksheets whose page has not come.
    private var waiting: [[GalleyItem]] = []
    /// Keys of notes that have been set.
    private var setNotes: Set<String> = []
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

    var height: Double { format.size.height - format.head - format.foot }

    /// Sets a section's strips, on a new page unless it may and can run on.
    mutating func add(_ items: [GalleyItem], section: Int, mayRunOn: Bool) {
        var items = items
        if items.contains(where: { $0.height > height }) {
            items = items.flatMap { item in
                item.cut(into: height - (item.repeatedHead.map { heads[$0].height } ?? 0) - grid)
            }
        }
        while let last = items.last, last.height == 0, last.marks.isEmpty, last.anchors.isEmpty, last.margin.isEmpty {
            items.removeLast()
        }
        if mayRunOn, y > 0, y < height * 0.7 {
            let saved = y
            y = (y + grid * 2).rounded(.up)
            if plan(items, from: 0).end < items.count {
                y = saved
                newPage(section)
            }
        } else {
            newPage(section)
        }
        flow(items, section: section)
    }

    /// Ends the last page.
    mutating func finish() {
        while !marginWaiting.isEmpty { newPage(pages.last?.section ?? 0) }
        while !foot.isEmpty {
            let rest = setFoot()
            guard !rest.isEmpty else { break }
            pages.append(PageDraft(number: pages.count + 1, section: pages.last?.section ?? 0))
            foot = rest
        }
    }

    /// Leaves a page blank where the next one would be a verso.
    mutating func openOnRecto() {
        finish()
        if pages.count % 2 == 1 {
            var page = PageDraft(number: pages.count + 1, section: -1)
            page.kind = .blank
            pages.append(page)
        }
        y = 0
    }

    private mutating func newPage(_ section: Int) {
        let rest = setFoot()
        pages.append(PageDraft(number: pages.count + 1, section: section))
        y = 0
        foot = rest
        let notes = marginWaiting
        marginWaiting = []
        for note in notes { placeInMargin(note, at: 0) }
    }

    /// Sets strips; a worksheet waits until the page on which it is called is full, so that text goes on before it.
    private mutating func flow(_ items: [GalleyItem], section: Int) {
        var start = 0
        while start < items.count {
            let sheet = items[start].ownPage
            var end = start + 1
            while end < items.count, items[end].ownPage == sheet { end += 1 }
            let part = Array(items[start..<end])
            if sheet == nil { fill(part, section: section) } else { waiting.append(part) }
            start = end
        }
        setWaiting(section)
    }

    /// Sets each worksheet that waits on a page of its own.
    private mutating func setWaiting(_ section: Int) {
        let sheets = waiting
        waiting = []
        for sheet in sheets {
            if y > 0 { newPage(section) }
            fill(sheet, section: section)
            y = height
        }
    }

    private mutating func fill(_ items: [GalleyItem], section: Int) {
        var start = 0
        while start < items.count {
            if y == 0 {
                while start < items.count, items[start].isBlank { start += 1 }
                if start < items.count, let number = items[start].repeatedHead {
                    place(heads[number], at: 0)
                    y = heads[number].height
                    if items[start].keepsWithNext { start += 1 }
                }
                guard start < items.count else { break }
            }
            let plan = plan(items, from: start)
            for (offset, top) in plan.tops.enumerated() { y = top + items[start + offset].height }
            drawGrounds(items[start..<plan.end], tops: plan.tops)
            for (offset, top) in plan.tops.enumerated() { place(items[start + offset], at: top) }
            start = plan.end
            if start < items.count {
                // Not in the middle of a block: who listens would meet its end after the worksheet.
                if items[start...].first(where: { !$0.isBlank })?.beginsBlock ?? true { setWaiting(section) }
                newPage(section)
            }
        }
    }

    /// How far the page reaches, and where each strip stands.
    private func plan(_ items: [GalleyItem], from start: Int) -> (end: Int, tops: [Double]) {
        var tops: [Double] = []
        var position = y
        var white = 0.0
        var footHeight = height(ofNotes: foot)
        var counted: Set<String> = []
        var legal = start
        var index = start
        while index < items.count {
            let item = items[index]
            let gap = position > 0 ? max(item.before, white) : 0
            white = item.isBlank ? gap : 0
            let top = item.isBlank ? position : snapped(position + gap, gap: gap, item)
            var added = 0.0
            for key in item.notes where !setNotes.contains(key) && counted.insert(key).inserted {
                added += (notes[key] ?? []).totalHeight + (footHeight + added == 0 ? Self.noteGap : 2)
            }
            let limit = height - min(footHeight + added, height * 0.6)
            if top + item.height > limit + 0.01, index > start || y > 0 { break }
            footHeight += added
            tops.append(top)
            position = top + item.height
            if item.keep == .none, !item.endsDivided { legal = index + 1 }
            index += 1
        }
        if index == items.count { legal = index }
        if legal == start, y == 0 {
            // Everything holds on to what follows: a page that is too small for that ends before a block, not within a heading.
            let block = (start + 1..<max(index + 1, start + 1)).last { $0 < items.count && items[$0].beginsBlock }
            legal = block ?? max(index, start + 1)
        }
        return (legal, Array(tops.prefix(legal - start)))
    }

    /// The place on the baseline grid for an item that comes to it: the nearest where white gives way, else the next below.
    private func snapped(_ top: Double, gap: Double, _ item: GalleyItem) -> Double {
        guard item.snaps else { return top }
        let lines = (top - 0.01) / grid
        let nearest = lines.rounded() * grid
        return top - nearest <= gap * 0.45 ? max(nearest, 0) : lines.rounded(.up) * grid
    }

    /// White and rule above the notes.
    private static let noteGap = 14.0

    private func height(ofNotes items: [GalleyItem]) -> Double {
        items.isEmpty ? 0 : Self.noteGap + items.reduce(0) { $0 + $1.height + $1.before }
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
        for note in item.margin { placeInMargin(note, at: top) }
        for key in item.notes where setNotes.insert(key).inserted {
            var lines = notes[key] ?? []
            if !foot.isEmpty, !lines.isEmpty { lines[0].before = 2 }
            foot += lines
        }
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
        pages[page].marginY = position + note.height + grid
    }

    /// Draws the notes of the page and gives those lines that find no room.
    private mutating func setFoot() -> [GalleyItem] {
        guard let page = pages.indices.last, !foot.isEmpty else { return [] }
        var room = max(height - y, grid * 3) - Self.noteGap + 0.01
        var count = 0
        while count < foot.count, room >= foot[count].height + foot[count].before || count == 0 {
            room -= foot[count].height + foot[count].before
            count += 1
        }
        let set = foot.prefix(count)
        var top = height - set.reduce(0) { $0 + $1.height + $1.before }
        let x = left(isWide: false)
        let ruleY = format.head + top - 6
        let length = format.column * 0.4
        let ruleX = isRightToLeft ? x + format.column - length : x
        pages[page].draw(
            .path(
                .line(from: Point(x: ruleX, y: ruleY), to: Point(x: ruleX + length, y: ruleY)), noteRule,
                .artifact(.layout)), at: Point(x: 0, y: 0), linkOfSlot: linkOfSlot)
        for item in set {
            top += item.before
            let offset = Point(x: x, y: format.head + top)
            for mark in item.marks { pages[page].draw(mark, at: offset, linkOfSlot: linkOfSlot) }
            for anchor in item.anchors { pages[page].anchors.append((anchor, offset.y)) }
            top += item.height
        }
        let rest = Array(foot.dropFirst(count))
        foot = []
        return rest
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
                for mark in ground.marks(
                    in: Rect(x: x, y: top, width: ground.width, height: bottom - top), isRecto: isRecto)
                {
                    pages[page].draw(mark, at: Point(x: 0, y: 0), linkOfSlot: linkOfSlot)
                }
                start = end
            }
        }
    }
}

extension Ground {
    /// The area and its edge, on the fore-edge side, or its dashed frame.
    func marks(in frame: Rect, isRecto: Bool) -> [GalleyItem.Mark] {
        var marks: [GalleyItem.Mark] = []
        if let fill { marks.append(.path(.rectangle(frame), .fill(swatch: fill), .artifact(.layout))) }
        if let edge, isDashed {
            marks.append(
                .path(
                    .rectangle(frame.outset(by: -0.4)), .stroke(swatch: edge, width: 0.8, dashes: [4, 2.5]),
                    .artifact(.layout)))
        } else if let edge, edgeWidth > 0 {
            let x = isRecto ? frame.maxX - edgeWidth : frame.x
            let strip = Rect(x: x, y: frame.y, width: edgeWidth, height: frame.height)
            marks.append(.path(.rectangle(strip), .fill(swatch: edge), .artifact(.layout)))
        }
        return marks
    }
}

extension GalleyItem {
    /// White alone.
    var isBlank: Bool {
        height == 0 && marks.isEmpty && anchors.isEmpty && margin.isEmpty && notes.isEmpty && composition == nil
    }
}
