// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A table in the manner of booktabs: caption, head, rows, notes. Where its columns do not fit, its type is reduced within the theme's
    /// limit; then it is turned if that is wanted; else it is reported, and pressed or set as records: nothing is clipped.
    mutating func table(_ table: Table, _ attributes: Attributes, at origin: Origin, in place: Place) -> [GalleyItem] {
        defer { tableScale = 1 }
        var inner = place
        let isWide = attributes.has("wide") && place.isRunning
        if isWide {
            inner.measure = theme.page.fullMeasure
            inner.x = 0
        }
        inner.isRunning = false
        guard TableGrid.columns(of: table) > 0 else { return [] }
        if table.head.count == 1, table.head[0].count >= theme.table.stackFrom, inner.measure < theme.table.stackBelow {
            return Self.wide(records(of: table, in: inner), isWide)
        }
        let mayTurn = place.isRunning && theme.page.size.height > theme.page.fullMeasure
        if mayTurn, attributes.has("turned") { return turned(table, attributes, at: origin, in: inner) }
        switch fit(table, measure: inner.measure + theme.table.columnGap, in: inner) {
        case .columns(let widths, let measured):
            return Self.wide(upright(table, widths, measured, attributes, in: inner), isWide)
        case .none where mayTurn && theme.table.wideTables == .turn:
            return turned(table, attributes, at: origin, in: inner)
        case .none(let measured):
            return Self.wide(pressed(table, measured, attributes, at: origin, in: inner), isWide)
        }
    }

    /// Of no setter: one that is read here while it changes in the arguments would be copied, with its tree.
    private static func wide(_ items: [GalleyItem], _ isWide: Bool) -> [GalleyItem] {
        var items = items
        for index in items.indices { items[index].isWide = isWide }
        return items
    }

    /// A column narrower than this holds no words, however they are divided: its table becomes records.
    private static let narrowestColumn = 26.0

    func isPressable(_ measured: MeasuredTable, into measure: Double) -> Bool {
        measure / Double(max(measured.least.count, 1)) >= Self.narrowestColumn
    }

    /// A table that does not fit: reported, its words divided where no rule allows it, or each row a record.
    mutating func pressed(
        _ table: Table, _ measured: MeasuredTable, _ attributes: Attributes, at origin: Origin, in place: Place
    ) -> [GalleyItem] {
        let count = measured.least.count
        let isPressable = isPressable(measured, into: place.measure)
        let wider = [("wide", "{wide}"), ("turned", "{turned}")].filter { !attributes.has($0.0) }.map(\.1)
        let offer = wider.isEmpty ? "" : "add \(wider.joined(separator: " or ")), "
        // As records all of it can be read: the pages are sound.
        faults.append(
            Diagnostic(
                isPressable ? .error : .warning, "wide-table",
                "the table is wider than its column: \(count) columns do not fit"
                    + (isPressable ? "" : "; each row is set as a record"),
                hint: "\(offer)shorten the longest words, or split the table", at: origin))
        guard isPressable else {
            tableScale = 1
            return records(of: table, in: place)
        }
        let widths = widths(of: table, measured, measure: place.measure + theme.table.columnGap)
        return upright(table, widths, measured, attributes, in: place)
    }

    /// A table of columns of `widths`, between white.
    mutating func upright(
        _ table: Table, _ widths: [Double], _ measured: MeasuredTable, _ attributes: Attributes, in place: Place
    ) -> [GalleyItem] {
        var items = strips(of: table, widths, measured, attributes, in: place)
        let room = textHeight
        if items.totalHeight <= room {
            for index in items.indices.dropLast() { items[index].hold(.whole) }
        }
        return spaced(items, before: 15, after: 15)
    }

    /// Caption, head, rows and notes.
    mutating func strips(
        of table: Table, _ widths: [Double], _ measured: MeasuredTable, _ attributes: Attributes, in place: Place
    ) -> [GalleyItem] {
        let tag = tree.add(.table, below: place.parent)
        var items: [GalleyItem] = []
        if !table.caption.isEmpty || !table.label.isEmpty {
            items += caption(table.label, table.caption, below: tag, in: place)
            addAfter(4, to: &items)
            for index in items.indices { items[index].keepsWithNext = true }
        }
        var frame = TableFrame(
            table: table, measured: measured, widths: widths, tag: tag, place: place,
            splitsRows: attributes.has("split"))
        items += head(of: &frame)
        items += rows(of: frame)
        let notes = notes(of: table, in: place)
        if !notes.isEmpty, let last = items.indices.last { items[last].keepsWithNext = true }
        return items + notes
    }

    /// The first line of a table's part on another page: "Table 2 (continued)".
    private mutating func continuedLine(_ table: Table, in place: Place) -> [GalleyItem] {
        let title = table.label.isEmpty ? table.caption.plainText : table.label
        guard !title.isEmpty else { return [] }
        var style = style("caption")
        let text = string("table-continued", ["label": title])
        style.alignment = .start
        guard let line = artifact(text, style: style, measure: place.measure, owner: -2) else { return [] }
        var item = GalleyItem()
        item.height = style.leading + 4
        item.marks = [.line(line, Point(x: place.x, y: baseline(of: style)))]
        return [item]
    }

    /// Rule, head and rule as one strip; it is kept to be set again on other pages.
    private mutating func head(of frame: inout TableFrame) -> [GalleyItem] {
        let rules = theme.table
        let place = frame.place
        var items = [rule(rules.heavyRule, in: place)]
        if !frame.table.head.isEmpty {
            let group = tree.add(.tHead, below: frame.tag)
            let rows = 0..<frame.measured.head.rows.count
            var strip = unit(rows, of: frame, isHead: true, group: group).joined()
            strip.before = 0
            items += [strip, rule(rules.lightRule, in: place)]
        }
        var whole = items.joined()
        whole.keepsWithNext = true
        var again = continuedLine(frame.table, in: place)
        if !frame.table.head.isEmpty || !again.isEmpty {
            again += items
            var strip = again.joined().asArtifact(without: noteSlots)
            strip.isWide = place.measure > theme.page.column
            frame.head = heads.count
            heads.append(strip)
        }
        return [whole]
    }

    /// A rule over the whole measure.
    private func rule(_ width: Double, in place: Place) -> GalleyItem {
        var item = GalleyItem()
        item.height = width
        item.marks = [
            rule(width, from: place.x, to: place.x + place.measure, at: width / 2, colour: theme.table.ruleColour)
        ]
        return item
    }

    func rule(_ width: Double, from start: Double, to end: Double, at y: Double, colour: SwatchName) -> GalleyItem.Mark
    {
        .path(
            .line(from: Point(x: start, y: y), to: Point(x: end, y: y)),
            .stroke(swatch: swatch(colour), width: width, dashes: []), .artifact(.layout))
    }

    /// What stands below a table: notes, and sources (`{.source}`) in the style of captions.
    mutating func notes(of table: Table, in place: Place) -> [GalleyItem] {
        guard !table.notes.isEmpty else { return [] }
        var inner = place
        var items: [GalleyItem] = []
        for note in table.notes {
            inner.body = note.attributes.marks("source") ? "caption" : "table-note"
            items += block(note, in: &inner)
        }
        trimEnd(of: &items)
        if !items.isEmpty { items[0].before = 5 }
        for index in items.indices.dropLast() { items[index].hold(.lines) }
        return items
    }
}

/// A table as it is being set.
struct TableFrame {
    let table: Table
    let measured: MeasuredTable
    let widths: [Double]
    let tag: TagNode.ID
    let place: Place
    /// Whether rows may be divided between their lines.
    let splitsRows: Bool
    /// Its head among those that are set again.
    var head: Int?

    /// The left edge of `columns` and their width without the gap; on the right first in languages that are written so.
    func frame(of columns: Range<Int>, gap: Double) -> (x: Double, width: Double) {
        let before = widths[..<columns.lowerBound].reduce(0, +)
        // The last column has no gap after it: it ends where the rules end.
        let full = widths[columns].reduce(0, +)
        let width = max(full - gap, 4)
        let x = place.language.isRightToLeft ? place.x + place.measure - before - width : place.x + before
        return (x, width)
    }
}

extension GalleyItem {
    /// The same marks, outside the tag tree: for a head that is set again. It comes with pagination, as a running head does. Text of
    /// `slots`, marks of notes that are not on the page, is left out.
    func asArtifact(without slots: Set<Int32> = []) -> GalleyItem {
        var copy = self
        copy.anchors = []
        copy.notes = []
        copy.figures = []
        copy.marks = marks.map { mark in
            guard case .line(var line, let origin) = mark else { return mark }
            line.pieces.removeAll { slots.contains($0.owner) }
            for index in line.pieces.indices { line.pieces[index].owner = -2 }
            line.paragraph = -1
            return .line(line, origin)
        }
        return copy
    }
}
