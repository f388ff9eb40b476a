// SPDX-License-Identifier: GPL-3.0-or-later

/// What the choice of page breaks must know of a strip: numbers alone, so that a book is paginated without touching its marks. Points.
struct Strip {
    /// White above it; dropped at the top of a page.
    var before: Double
    /// Its own height.
    var height: Double
    /// The height of what stands beside it in the margin column; 0 for nothing.
    var margin: Double
    /// Whether it takes the margin column too.
    var isWide: Bool
    /// How firmly it holds on to what follows.
    var keep: GalleyItem.Keep
    /// Whether its top comes to the baseline grid.
    var snaps: Bool
    /// White alone.
    var isBlank: Bool
    /// Whether its last word is divided.
    var endsDivided: Bool
    /// Whether a block of the section begins with it.
    var beginsBlock: Bool
    /// Whether white above it may grow by a line to fill a page: above headings, boxes, tables.
    var isElastic: Bool
    /// The head that is set again when a page begins with it: a position in `Flow.heads`; −1 for none.
    var head: Int32
    /// The notes that are called in it: positions in `Flow.calls`.
    var calls: Range<Int32>
    /// The block that it belongs to.
    var block: Int32
}

extension Strip {
    /// The numbers of `item`, whose notes are called at `calls`.
    init(_ item: GalleyItem, calls: Range<Int32>, grid: Double) {
        before = item.before
        height = item.height
        margin = item.margin.lazy.map(\.height).reduce(0, +)
        isWide = item.isWide
        keep = item.keep
        snaps = item.snaps
        isBlank = item.isBlank
        endsDivided = item.endsDivided
        beginsBlock = item.beginsBlock
        isElastic = item.beginsBlock && item.before >= grid * 0.4 && !item.isBlank
        head = Int32(item.repeatedHead ?? -1)
        self.calls = calls
        block = item.block
    }
}

/// The way down a page: where each strip stands below the one before, and what stands beside it in the margin.
struct Descent {
    /// The distance of baselines of running text.
    let grid: Double
    /// The height of the text area.
    let height: Double
    /// The lower edge of the last strip, from the top of the text area.
    private(set) var position: Double
    /// How many notes of the margin found no room.
    private(set) var crowded = 0
    private var white = 0.0
    /// Where the next note of the margin may stand.
    private var free = 0.0
    /// The lower edge of the last note of the margin, with white below it.
    private var marginEnd = 0.0

    init(grid: Double, height: Double, from position: Double = 0) {
        self.grid = grid
        self.height = height
        self.position = position
    }

    /// The top of `strip`, which stands next; `extra` is white beyond its own.
    mutating func next(_ strip: Strip, extra: Double = 0) -> Double {
        let gap = position > 0 ? max(strip.before, white) + extra : 0
        guard !strip.isBlank else {
            white = gap
            return position
        }
        white = 0
        var top = strip.snaps ? snapped(position + gap, gap: gap) : position + gap
        if strip.isWide {
            // What stands in the margin above ends before what takes the margin too.
            top = max(top, marginEnd)
            free = max(free, top + strip.height + grid / 2)
        }
        if strip.margin > 0 { placeInMargin(strip.margin, beside: top) }
        position = top + strip.height
        return top
    }

    /// The nearest line of the grid where white gives way, else the next below.
    private func snapped(_ top: Double, gap: Double) -> Double {
        let lines = (top - 0.01) / grid
        let nearest = lines.rounded() * grid
        return top - nearest <= gap * 0.45 ? max(nearest, 0) : lines.rounded(.up) * grid
    }

    private mutating func placeInMargin(_ needed: Double, beside top: Double) {
        guard free == 0 || free + needed <= height else {
            crowded += 1
            return
        }
        free = max(min(max(top, free), height - needed), free) + needed + grid
        marginEnd = free
    }
}
