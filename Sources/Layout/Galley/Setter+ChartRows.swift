// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// The names of series that are dots, each with its mark, above their columns of numbers.
    mutating func chartHead(_ ground: ChartGround, below head: TagNode.ID?) -> GalleyItem {
        let looks = theme.charts
        let style = self.style(looks.noteStyle)
        let row = head.map { tree.add(.tr, below: $0) }
        _ = chartCell(.th, scope: .column, below: row, ground)
        var item = GalleyItem()
        for (index, name) in ground.chart.series.enumerated() {
            let tag = chartCell(.th, scope: .column, below: row, ground)
            let room = looks.dot * 2 + 4
            let x = ground.listsNumbers ? 0 : columnStart(index, ground)
            let top = ground.listsNumbers ? item.height : 0
            let end = ground.listsNumbers ? ground.place.measure : x + ground.scale.columns[index] - ChartScale.gap
            let column = ground.column(x + room, width: end - x - room)
            let text = lines(name, style: style, tag: tag, in: column, indent: 0).joined()
            let centre = Point(x: ground.left(x + looks.dot, width: 0), y: top + style.leading / 2)
            let key = ChartMarks(fills: ground.marks.fills, owner: .artifact(.layout))
            item.marks += key.dot(centre, radius: looks.dot, series: index)
            item.take(text, movedBy: Point(x: 0, y: top))
            item.height = max(item.height, top + text.height)
        }
        item.keepsWithNext = true
        return item
    }

    /// Where the numbers of a series begin.
    private func columnStart(_ series: Int, _ ground: ChartGround) -> Double {
        let scale = ground.scale
        return ground.place.measure - scale.columns[series...].reduce(0, +) + ChartScale.gap
    }

    /// An element of the table, or the figure's where that has all texts.
    private mutating func chartCell(
        _ role: TagNode.Role, scope: TagNode.Scope? = nil, columns: Int = 1, below row: TagNode.ID?,
        _ ground: ChartGround
    ) -> TagNode.ID {
        guard let row else { return ground.figure }
        let tag = tree.add(role, below: row)
        tree[tag].scope = scope
        tree[tag].columns = columns
        return tag
    }

    /// A row: its label, then its marks with their numbers.
    mutating func chartRow(_ row: Chart.Row, _ ground: ChartGround) -> GalleyItem {
        if ground.chart.form == .bar, ground.chart.series.count > 1 { return chartGroup(row, ground) }
        let looks = theme.charts
        let tr = ground.rows.map { tree.add(.tr, below: $0) }
        let header = chartCell(.th, scope: .row, below: tr, ground)
        let column =
            ground.isStacked ? ground.place : ground.column(0, width: ground.scale.labels)
        var item = chartLabel(row.label, row.note, style: looks.labelStyle, tag: header, in: column)
        let top = ground.isStacked ? item.height : 0
        let middle = top + style(looks.valueStyle).leading / 2
        if ground.chart.form == .bar {
            if let value = row.values.first {
                setBar(value, series: 0, middle: middle, on: &item, row: tr, ground)
            }
        } else {
            setDots(row, middle: middle, on: &item, row: tr, ground)
        }
        item.height = max(item.height, top + style(looks.valueStyle).leading, middle + looks.bar / 2)
        if ground.listsNumbers { item.height = middle + looks.bar / 2 + numbersHeight(row.values.count) }
        return item
    }

    /// A group of bars: its label on a line of its own, then a bar for each series with the series' name before it.
    private mutating func chartGroup(_ row: Chart.Row, _ ground: ChartGround) -> GalleyItem {
        let looks = theme.charts
        let tr = ground.rows.map { tree.add(.tr, below: $0) }
        let header = chartCell(.th, scope: .row, columns: 2, below: tr, ground)
        var label = chartLabel(row.label, row.note, style: looks.labelStyle, tag: header, in: ground.place)
        label.height += 1
        var strips = [label]
        for (index, value) in row.values.enumerated() {
            let tr = ground.rows.map { tree.add(.tr, below: $0) }
            let name = chartCell(.th, scope: .row, below: tr, ground)
            var item = chartLabel(
                ground.chart.series[index], [], style: looks.noteStyle, tag: name,
                in: ground.column(0, width: ground.scale.labels))
            let middle = style(looks.noteStyle).leading / 2
            setBar(value, series: index, middle: middle, on: &item, row: tr, ground)
            item.height = max(item.height, looks.bar + 2)
            strips.append(item)
        }
        return strips.joined()
    }

    /// A label with its note below.
    private mutating func chartLabel(
        _ label: [Inline], _ note: [Inline], style name: String, tag: TagNode.ID, in place: Place
    ) -> GalleyItem {
        // Two paragraphs of a cell: one text would run into the other when it is read.
        let isCell = !note.isEmpty && tree[tag].role == .th
        var strips = lines(
            label, style: style(name), tag: isCell ? tree.add(.p, below: tag) : tag, in: place, indent: 0)
        if !note.isEmpty {
            let tag = isCell ? tree.add(.p, below: tag) : tag
            strips += lines(note, style: style(theme.charts.noteStyle), tag: tag, in: place, indent: 0)
        }
        for index in strips.indices { strips[index].before = 0 }
        return strips.joined()
    }

    /// A bar from zero, and its number where it ends.
    private mutating func setBar(
        _ value: Chart.Value?, series: Int, middle: Double, on item: inout GalleyItem, row: TagNode.ID?,
        _ ground: ChartGround
    ) {
        let scale = ground.scale
        let cell = chartCell(.td, below: row, ground)
        let number = value?.number ?? 0
        let (start, end) = (min(scale.x(0), scale.x(number)), max(scale.x(0), scale.x(number)))
        if value != nil {
            let thickness = theme.charts.bar
            let frame = Rect(
                x: ground.left(start, width: end - start), y: middle - thickness / 2, width: end - start,
                height: thickness)
            item.marks.insert(contentsOf: ground.marks.bar(frame, series: series), at: 0)
        }
        let width = scale.values + 1
        if number < 0 {
            setNumber(value, x: start - ChartScale.reach - width, width: width, ends: true, middle, cell, &item, ground)
        } else {
            setNumber(value, x: end + ChartScale.reach, width: width, ends: false, middle, cell, &item, ground)
        }
    }

    private mutating func setNumber(
        _ value: Chart.Value?, x: Double, width: Double, ends: Bool, _ middle: Double, _ cell: TagNode.ID,
        _ item: inout GalleyItem, _ ground: ChartGround
    ) {
        var style = self.style(theme.charts.valueStyle)
        style.alignment = ends ? .end : .start
        let text = lines(
            [Inline(.text(value?.shown ?? Self.nothing), at: current)], style: style, tag: cell,
            in: ground.column(x, width: width), indent: 0
        ).joined()
        item.take(text, movedBy: Point(x: 0, y: middle - style.leading / 2))
    }

    /// The dots of a row on a thin line, and its numbers: after the last dot, or in the columns of their series.
    private mutating func setDots(
        _ row: Chart.Row, middle: Double, on item: inout GalleyItem, row tr: TagNode.ID?, _ ground: ChartGround
    ) {
        let looks = theme.charts
        let scale = ground.scale
        let places = row.values.map { $0.map { scale.x($0.number) } }
        let known = places.compactMap { $0 }
        var marks: [GalleyItem.Mark] = []
        if let last = known.max(), let first = known.min() {
            let from = ground.chart.series.count > 1 ? first : min(scale.x(0), first)
            let to = ground.chart.series.count > 1 ? last : max(scale.x(0), last)
            if to - from > 0.1 {
                marks.append(
                    .path(
                        .line(
                            from: Point(x: ground.left(from, width: 0), y: middle),
                            to: Point(x: ground.left(to, width: 0), y: middle)),
                        .stroke(swatch: swatch(looks.ruleColour), width: max(looks.lightRule, 0.1), dashes: []),
                        ground.marks.owner))
            }
        }
        for (index, x) in places.enumerated() {
            guard let x else { continue }
            marks += ground.marks.dot(
                Point(x: ground.left(x, width: 0), y: middle), radius: looks.dot, series: index)
        }
        item.marks.insert(contentsOf: marks, at: 0)
        for (index, value) in row.values.enumerated() {
            let cell = chartCell(.td, below: tr, ground)
            if ground.listsNumbers {
                let leading = style(looks.valueStyle).leading
                let line = middle + looks.bar / 2 + (Double(index) + 0.5) * leading
                let room = looks.dot * 2 + 4
                let key = ChartMarks(fills: ground.marks.fills, owner: .artifact(.layout))
                item.marks += key.dot(
                    Point(x: ground.left(looks.dot, width: 0), y: line), radius: looks.dot, series: index)
                setNumber(
                    value, x: room, width: ground.place.measure - room, ends: false, line, cell, &item, ground)
            } else if ground.chart.series.count > 1 {
                let x = columnStart(index, ground)
                setNumber(
                    value, x: x, width: scale.columns[index] - ChartScale.gap, ends: false, middle, cell, &item, ground)
            } else {
                let x = max(places[index] ?? scale.x(0), scale.x(0)) + looks.dot + ChartScale.reach - 1
                setNumber(value, x: x, width: scale.values + 1, ends: false, middle, cell, &item, ground)
            }
        }
    }

    /// The height of `count` numbers one below the other.
    func numbersHeight(_ count: Int) -> Double { Double(count) * style(theme.charts.valueStyle).leading }

    /// A thin line at zero along all rows.
    func addZeroLine(to strips: inout [GalleyItem], _ ground: ChartGround) {
        guard theme.charts.zeroRule > 0 else { return }
        let x = ground.left(ground.scale.x(0), width: 0)
        for index in strips.indices where !(index == 0 && strips[0].keepsWithNext) {
            let top = index == 0 || (index == 1 && strips[0].keepsWithNext) ? 0 : -strips[index].before
            var from = top
            if ground.chart.form == .bar, ground.chart.series.count > 1 {
                // Beside the bars of a group, and not through its label.
                from = strips[index].height - ground.barsHeight(style(theme.charts.noteStyle).leading, theme.charts.bar)
            }
            var foot = strips[index].height
            if ground.listsNumbers { foot -= numbersHeight(ground.chart.series.count) }
            if ground.isStacked { from = max(top, foot - theme.charts.bar - 1) }
            strips[index].marks.insert(
                .path(
                    .line(from: Point(x: x, y: from), to: Point(x: x, y: foot)),
                    .stroke(swatch: swatch(theme.charts.ruleColour), width: theme.charts.zeroRule, dashes: []),
                    .artifact(.layout)), at: 0)
        }
    }
}
