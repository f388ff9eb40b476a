// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// The rows, each a strip, or several where it may be divided. The first two hold together, and the last two.
    mutating func rows(of frame: TableFrame) -> [GalleyItem] {
        let group = tree.add(.tBody, below: frame.tag)
        let grid = frame.measured.body
        let units = grid.units
        var strips: [[GalleyItem]] = []
        var isShaded = false
        for (number, range) in units.enumerated() {
            let isGroup = grid.isGroupHeading(range.lowerBound)
            isShaded = isGroup ? true : !isShaded
            var unit = unit(range, of: frame, isHead: false, group: group)
            guard let last = unit.indices.last else { continue }
            let next = number + 1 < units.count ? units[number + 1].lowerBound : nil
            finish(&unit[last], isLast: next == nil, nextIsGroup: next.map(grid.isGroupHeading) ?? false, of: frame)
            if isGroup { unit[last].keepsWithNext = true }
            if !isGroup, !isShaded, let zebra = theme.table.zebra { shade(&unit, zebra, in: frame.place) }
            for index in unit.indices { unit[index].repeatedHead = frame.head }
            strips.append(unit)
        }
        holdEnds(&strips)
        return strips.flatMap { $0 }
    }

    /// The rule below a row.
    private func finish(_ strip: inout GalleyItem, isLast: Bool, nextIsGroup: Bool, of frame: TableFrame) {
        let rules = theme.table
        let width = isLast ? rules.heavyRule : nextIsGroup ? rules.lightRule : rules.zebra == nil ? rules.rowRule : 0
        guard width > 0 else { return }
        strip.marks.append(
            rule(
                width, from: frame.place.x, to: frame.place.x + frame.place.measure, at: strip.height + width / 2,
                colour: isLast || nextIsGroup ? rules.ruleColour : rules.rowRuleColour))
        strip.height += width
    }

    private mutating func shade(_ unit: inout [GalleyItem], _ colour: SwatchName, in place: Place) {
        groundCount += 1
        let ground = Ground(
            number: groundCount, x: place.x - 4, width: place.measure + 8, fill: swatch(colour), edge: nil,
            edgeWidth: 0)
        for index in unit.indices { unit[index].grounds.append(ground) }
    }

    /// The first row and the last one do not stand alone on a page, unless they are tall.
    private func holdEnds(_ strips: inout [[GalleyItem]]) {
        guard strips.count > 1 else { return }
        for row in Set([0, strips.count - 2]) {
            let height = strips[row].totalHeight + strips[row + 1].totalHeight
            guard height < theme.page.size.height / 4, let last = strips[row].indices.last else { continue }
            strips[row][last].hold(.lines)
        }
    }

    /// Rows that cells over several of them hold together, or a row alone: one strip, or one for each line of a row that may be divided.
    mutating func unit(_ range: Range<Int>, of frame: TableFrame, isHead: Bool, group: TagNode.ID) -> [GalleyItem] {
        let grid = isHead ? frame.measured.head : frame.measured.body
        let padding = theme.table.rowPadding
        var set: [SetCell] = []
        var heights = [Double](repeating: 0, count: range.count)
        for row in range {
            let isGroup = !isHead && grid.isGroupHeading(row)
            let tr = tree.add(.tr, below: group)
            for place in grid.rows[row] {
                let items = cell(place, of: frame, isHead: isHead, isGroup: isGroup, below: tr)
                let above = isGroup && row > 0 ? theme.table.groupSpace : 0
                let height = items.totalHeight + above
                if place.rows == 1 {
                    let index = row - range.lowerBound
                    heights[index] = max(heights[index], height + 2 * padding)
                }
                set.append(SetCell(place: place, items: items, height: height, above: above))
            }
        }
        for cell in set where cell.place.rows > 1 {
            let start = cell.place.row - range.lowerBound
            let end = min(start + cell.place.rows, range.count)
            let missing = cell.height + 2 * padding - heights[start..<end].reduce(0, +)
            if missing > 0 { heights[end - 1] += missing }
        }
        let limit = textHeight * theme.table.tallestRow
        if range.count == 1, !isHead, frame.splitsRows || heights[0] > limit {
            return lineStrips(set, padding: padding)
        }
        return [joined(set, range, heights, of: frame, isHead: isHead)]
    }

    /// Rows below one another in one strip, with the rules between them.
    private func joined(
        _ set: [SetCell], _ range: Range<Int>, _ heights: [Double], of frame: TableFrame, isHead: Bool
    ) -> GalleyItem {
        let padding = theme.table.rowPadding
        var strip = GalleyItem()
        var top = 0.0
        for (index, row) in range.enumerated() {
            for cell in set where cell.place.row == row {
                strip.take(cell.items.joined(), movedBy: Point(x: 0, y: top + padding + cell.above))
            }
            top += heights[index]
            if row + 1 < range.upperBound {
                let marks = borders(below: row, from: range.lowerBound, of: frame, isHead: isHead, at: top)
                strip.marks += marks
                if !marks.isEmpty { top += isHead ? theme.table.lightRule : theme.table.rowRule }
            }
        }
        strip.height = top
        return strip
    }

    /// The rules below a row that is not the last of its unit: below wide cells of the head, and where no cell goes on.
    private func borders(below row: Int, from first: Int, of frame: TableFrame, isHead: Bool, at y: Double)
        -> [GalleyItem.Mark]
    {
        let rules = theme.table
        let grid = isHead ? frame.measured.head : frame.measured.body
        let spans: [Range<Int>]
        if isHead {
            spans = grid.rows[row].filter { $0.columns > 1 && $0.rows == 1 }.map(\.range)
        } else {
            let covered = grid.covered(below: row, from: first)
            var open: [Range<Int>] = []
            for column in 0..<grid.columns where !covered.contains(column) {
                if let last = open.last, last.upperBound == column {
                    open[open.count - 1] = last.lowerBound..<column + 1
                } else {
                    open.append(column..<column + 1)
                }
            }
            spans = open
        }
        let width = isHead ? rules.lightRule : rules.rowRule
        guard width > 0 else { return [] }
        return spans.map { span in
            let (x, length) = frame.frame(of: span, gap: rules.columnGap)
            return rule(
                width, from: x, to: x + length, at: y + width / 2,
                colour: isHead ? rules.ruleColour : rules.rowRuleColour)
        }
    }

    /// A row in a strip for each line, cells side by side: lines of one height stay together.
    private func lineStrips(_ cells: [SetCell], padding: Double) -> [GalleyItem] {
        var lines: [(top: Double, item: GalleyItem)] = []
        for cell in cells {
            var y = padding + cell.above
            for (index, item) in cell.items.enumerated() {
                if index > 0 { y += item.before }
                lines.append((y, item))
                y += item.height
            }
        }
        lines.sort { $0.top < $1.top }
        var strips: [GalleyItem] = []
        var start = 0.0
        var bottom = 0.0
        var strip = GalleyItem()
        for (top, item) in lines {
            if !strip.marks.isEmpty, top >= bottom - 0.01 {
                strip.height = top - start
                strips.append(strip)
                strip = GalleyItem()
                start = top
            }
            strip.take(item, movedBy: Point(x: 0, y: top - start))
            bottom = max(bottom, top + item.height)
        }
        strip.height = max(bottom - start, 0) + padding
        strips.append(strip)
        // As in a paragraph: no line of a row stands alone.
        if strips.count > 1 {
            strips[0].hold(.lines)
            strips[strips.count - 2].hold(.lines)
        }
        return strips
    }
}

/// A cell's lines.
struct SetCell {
    let place: TableGrid.Place
    let items: [GalleyItem]
    /// With the white above.
    let height: Double
    /// White above it: that of a group of rows.
    let above: Double
}

extension Setter {
    /// The lines of a cell, x where they stand in the table.
    private mutating func cell(
        _ place: TableGrid.Place, of frame: TableFrame, isHead: Bool, isGroup: Bool, below tr: TagNode.ID
    ) -> [GalleyItem] {
        let outer = frame.place
        let cell = place.cell
        let isHeader = isHead || isGroup || (frame.table.hasHeaderColumn && place.column == 0)
        let tag = tree.add(
            isHeader ? .th : .td, below: tr, language: cell.language == outer.language ? nil : cell.language)
        if isHeader { tree[tag].scope = isHead ? .column : .row }
        tree[tag].columns = place.columns
        tree[tag].rows = place.rows
        let (x, width) = frame.frame(of: place.range, gap: theme.table.columnGap)
        var inner = outer
        inner.x = x
        inner.measure = width
        inner.language = cell.language ?? outer.language
        var style = cellStyle(place, of: frame.table, isHead: isHead, isGroup: isGroup)
        style.keepsWithNext = false
        if !isHead, place.column < frame.measured.axes.count, let axis = frame.measured.axes[place.column],
            let items = number(place, style, axis, tag: tag, of: frame, in: inner)
        {
            return items
        }
        return lines(cell.inlines, style: style, tag: tag, in: inner, indent: 0)
    }

    /// A number whose decimals stand below those of the others; `nil` if it is none, or its column has no room.
    private mutating func number(
        _ place: TableGrid.Place, _ style: Style, _ axis: (before: Double, after: Double), tag: TagNode.ID,
        of frame: TableFrame, in inner: Place
    ) -> [GalleyItem]? {
        guard axis.before + axis.after <= inner.measure + 0.01 else { return nil }
        let runs = runs(place.cell.inlines, style: style, language: inner.language, parent: tag)
        guard let before = decimalWidth(of: runs, in: place, frame.table, inner.language) else {
            return runs.isEmpty ? [] : items(runs, style: style, in: inner)
        }
        let paragraph = Paragraph(
            runs: runs, alignment: .start, hangsMarks: false, language: inner.language)
        guard let line = typesetter.set(paragraph, measure: 20_000).lines.first else { return nil }
        var item = GalleyItem()
        item.height = style.leading
        let x = inner.x + inner.measure - axis.after - before
        item.marks = [.line(line, Point(x: x, y: baseline(of: style)))]
        for anchor in line.anchors {
            if anchor.hasPrefix(Self.noteAnchor) {
                let key = String(anchor.dropFirst(Self.noteAnchor.count))
                if !key.isEmpty { item.notes.append(key) }
            } else {
                item.anchors.append(anchor)
            }
        }
        return [item]
    }
}
