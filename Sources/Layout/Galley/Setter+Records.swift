// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A table for a narrow measure, or of more columns than any measure holds: each row a record, its first cell the title, a line for
    /// each other cell that names its column. It is a list for who listens.
    mutating func records(of table: Table, in place: Place) -> [GalleyItem] {
        var place = place
        place.parent = tree.add(.div, below: place.parent)
        var items: [GalleyItem] = []
        if !table.caption.isEmpty || !table.label.isEmpty {
            items += caption(table.label, table.caption, below: place.parent, in: place, role: .p)
            addAfter(4, to: &items)
            for index in items.indices { items[index].keepsWithNext = true }
        }
        items.append(recordRule(theme.table.heavyRule, theme.table.ruleColour, in: place))
        items[items.count - 1].keepsWithNext = true
        let count = TableGrid.columns(of: table)
        let grid = TableGrid(table.rows, columns: count)
        // What is called in the head is called once, in the first record.
        var names = names(of: table, columns: count)
        let later = names.map(\.withoutMarks)
        items += titlesName(names.first ?? [], in: place)
        var list: TagNode.ID?
        var open: [Int: TableGrid.Place] = [:]
        for (number, places) in grid.rows.enumerated() {
            if grid.isGroupHeading(number) {
                list = nil
                open = [:]
                items += groupTitle(places[0], isFirst: number == 0, in: place)
                continue
            }
            let parent = list ?? tree.add(.l, below: place.parent)
            tree[parent].numbering = TagNode.Numbering.none
            list = parent
            // A cell that goes on from a row above is part of this record too.
            for cell in places { open[cell.column] = cell }
            open = open.filter { $0.value.row + $0.value.rows > number }
            let cells = open.values.sorted { $0.column < $1.column }
            items += record(cells, names, below: parent, in: place)
            names = later
            let isLast = number == grid.rows.count - 1
            items.append(
                isLast
                    ? recordRule(theme.table.heavyRule, theme.table.ruleColour, in: place)
                    : recordRule(theme.table.rowRule, theme.table.rowRuleColour, in: place))
        }
        let notes = notes(of: table, in: place)
        if !notes.isEmpty, let last = items.indices.last { items[last].keepsWithNext = true }
        return spaced(items + notes, before: 15, after: 15)
    }

    /// What the columns are called: the head's cells below one another.
    private func names(of table: Table, columns: Int) -> [[Inline]] {
        var names = [[Inline]](repeating: [], count: columns)
        for places in TableGrid(table.head, columns: columns).rows {
            for place in places where !place.cell.inlines.isEmpty {
                for column in place.range {
                    if let origin = place.cell.inlines.first?.origin, !names[column].isEmpty {
                        names[column].append(Inline(.text(", "), at: origin))
                    }
                    names[column] += place.cell.inlines
                }
            }
        }
        return names
    }

    /// What the titles of the records are: the name of the first column, once above them.
    private mutating func titlesName(_ name: [Inline], in place: Place) -> [GalleyItem] {
        guard !name.isEmpty else { return [] }
        var style = recordStyle(isTitle: false)
        style.colour = self.style("table-note").colour
        style.keepsWithNext = true
        let tag = tree.add(.p, below: place.parent)
        var items = lines(name, style: style, tag: tag, in: place, indent: 0)
        if !items.isEmpty { items[0].before = theme.table.rowPadding }
        return items
    }

    private mutating func groupTitle(_ cell: TableGrid.Place, isFirst: Bool, in place: Place) -> [GalleyItem] {
        var inner = place
        inner.language = cell.cell.language ?? place.language
        var style = recordStyle(isTitle: true)
        style.keepsWithNext = true
        let tag = tree.add(.p, below: place.parent, language: inner.language == place.language ? nil : inner.language)
        var items = lines(cell.cell.inlines, style: style, tag: tag, in: inner, indent: 0)
        if !items.isEmpty { items[0].before = theme.table.rowPadding + (isFirst ? 0 : theme.table.groupSpace) }
        return items
    }

    private mutating func record(
        _ cells: [TableGrid.Place], _ names: [[Inline]], below list: TagNode.ID, in place: Place
    ) -> [GalleyItem] {
        let body = tree.add(.lBody, below: tree.add(.li, below: list))
        var items: [GalleyItem] = []
        var titleLines = 0
        for (index, cell) in cells.enumerated() {
            let isTitle = index == 0 && cell.column == 0
            let inlines = cell.cell.inlines
            guard !inlines.isEmpty else { continue }
            var inner = place
            inner.language = cell.cell.language ?? place.language
            let tag = tree.add(.p, below: body, language: inner.language == place.language ? nil : inner.language)
            var content = inlines
            if !isTitle, cell.column < names.count, !names[cell.column].isEmpty, let origin = inlines.first?.origin {
                // No name twice: what is cited or called is cited and called in its own place.
                content =
                    [Inline(.strong(names[cell.column]), at: origin), Inline(.text(": "), at: origin)] + inlines
            }
            var style = recordStyle(isTitle: isTitle)
            style.alignment = .start
            var lines = lines(content, style: style, tag: tag, in: inner, indent: 0)
            if !lines.isEmpty { lines[0].before = index == 0 ? theme.table.rowPadding : 1 }
            items += lines
            if isTitle { titleLines = items.count }
        }
        addAfter(theme.table.rowPadding, to: &items)
        let room = textHeight
        // A record stays whole unless it is long.
        let isShort = items.totalHeight < room * theme.table.tallestRow
        for index in items.indices.dropLast() where isShort { items[index].hold(.whole) }
        // Its title does not stand alone, nor its last line; the rule below it is its own.
        for index in items.indices where index < titleLines { items[index].hold(.firm) }
        for index in items.indices.suffix(2) { items[index].hold(.firm) }
        if items.count > 2 { items[items.count - 3].hold(.lines) }
        return items
    }

    private func recordStyle(isTitle: Bool) -> Style {
        isTitle
            ? theme.styles["table-record-title"] ?? style("table-head")
            : theme.styles["table-record"] ?? style("table-cell")
    }

    private func recordRule(_ width: Double, _ colour: SwatchName, in place: Place) -> GalleyItem {
        var item = GalleyItem()
        item.height = width
        guard width > 0 else { return item }
        item.marks = [
            rule(width, from: place.x, to: place.x + place.measure, at: width / 2, colour: colour)
        ]
        return item
    }
}

extension [Inline] {
    /// The text without calls of notes and anchors, which must not be there twice.
    fileprivate var withoutMarks: [Inline] {
        filter { inline in
            switch inline.content {
            case .noteCall, .noteReference, .anchor: false
            default: true
            }
        }
    }
}
