// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

/// Charts: bars or dots, each with its label and its number beside it.
///
/// What is drawn is a `Figure` whose alternative text says what the chart shows; the labels and numbers are real text and stand in the
/// tag tree as a `Table`, a header cell for each label. Who listens has the picture in a sentence and can then walk through the data
/// cell by cell, which no alternative text allows. Where a table of the data is printed below, all of the chart is the figure.
extension Setter {
    /// A chart with its title above and its source below.
    mutating func chart(_ chart: Chart, _ block: Block, in place: Place) -> [GalleyItem] {
        var placement = placement(of: block, in: place)
        if placement.float == .margin {
            placement.place = place
            placement.place.x = 0
            placement.place.measure = theme.page.marginColumn
            placement.place.isRunning = false
        }
        placement.place.body = "table-note"
        let group = tree.add(.div, below: place.parent)
        placement.place.parent = group
        var items = title(chart.label, chart.title, note: chart.unit, below: group, in: placement.place)
        var drawn = drawing(of: chart, below: group, in: placement.place)
        let source = sourceLine(chart.source, below: group, in: placement.place)
        for index in items.indices { items[index].keepsWithNext = true }
        if !items.isEmpty, !drawn.isEmpty { drawn[0].before = 7 }
        if !source.isEmpty { drawn[drawn.count - 1].keepsWithNext = true }
        items += drawn + source
        if chart.printsData {
            var table = self.table(data(of: chart), Attributes(), at: current, in: placement.place)
            trimEnd(of: &table)
            for index in items.indices { items[index].keepsWithNext = true }
            items += table
        }
        return placement.float == .margin ? inMargin(items) : placed(items, placement)
    }

    /// A caption that stands above what it names.
    mutating func title(
        _ label: String, _ title: [Inline], note: [Inline], below group: TagNode.ID, in place: Place
    ) -> [GalleyItem] {
        guard !label.isEmpty || !title.isEmpty || !note.isEmpty else { return [] }
        var items = label.isEmpty && title.isEmpty ? [] : caption(label, title, below: group, in: place)
        if !note.isEmpty {
            let tag = tree.add(.p, below: group)
            items += lines(note, style: style(theme.charts.noteStyle), tag: tag, in: place, indent: 0)
        }
        items[0].before = 0
        return items
    }

    /// The line that says where something comes from.
    mutating func sourceLine(_ source: [Inline], below group: TagNode.ID, in place: Place) -> [GalleyItem] {
        guard !source.isEmpty else { return [] }
        let tag = tree.add(.p, below: group)
        return lines(source, style: style("caption"), tag: tag, in: place, indent: 0)
    }

    /// The strips of bars or dots: one strip where it fits a page.
    private mutating func drawing(of chart: Chart, below group: TagNode.ID, in place: Place) -> [GalleyItem] {
        let figure = tree.add(.figure, below: group)
        describe(chart, figure: figure, in: place)
        let owner = Owner.tag(slot: tree.addSlot(below: figure))
        var ground = ChartGround(
            chart: chart, scale: ChartScale(chart), place: place,
            marks: ChartMarks(fills: theme.charts.fills.map(swatch), owner: owner), figure: figure)
        arrange(&ground)
        var strips: [GalleyItem] = []
        let table = chart.printsData ? nil : tree.add(.table, below: group)
        if chart.form == .dot, chart.series.count > 1 {
            strips.append(chartHead(ground, below: table.map { tree.add(.tHead, below: $0) }))
        }
        ground.rows = table.map { tree.add(.tBody, below: $0) }
        for row in chart.rows { strips.append(chartRow(row, ground)) }
        for index in strips.indices.dropFirst() { strips[index].before = theme.charts.gap }
        addZeroLine(to: &strips, ground)
        guard strips.totalHeight > textHeight * 0.8 else {
            var whole = strips.joined()
            // The picture first, then what it says: so it is read.
            whole.marks = whole.marks.filter { $0.isOwned(by: owner) } + whole.marks.filter { !$0.isOwned(by: owner) }
            whole.figures = [(figure, frame(of: whole, ground))]
            return [whole]
        }
        // Over several pages a figure has no frame: it is what stands on the first.
        for index in strips.indices.dropFirst() {
            strips[index].marks = strips[index].marks.map { $0.isOwned(by: owner) ? $0.asArtifact() : $0 }
        }
        strips[0].figures = [(figure, frame(of: strips[0], ground))]
        return strips
    }

    private func frame(of strip: GalleyItem, _ ground: ChartGround) -> Rect {
        Rect(x: ground.place.x, y: 0, width: ground.place.measure, height: strip.height)
    }

    /// Gives the figure of `chart` its alternative text: what is written, or what the numbers say.
    private mutating func describe(_ chart: Chart, figure: TagNode.ID, in place: Place) {
        if !chart.alternative.isEmpty {
            tree[figure].alternative = chart.alternative
            if chart.alternativeLanguage != place.language { tree[figure].language = chart.alternativeLanguage }
            return
        }
        var all: [(name: String, value: Chart.Value)] = []
        for row in chart.rows {
            for (index, value) in row.values.enumerated() {
                guard let value else { continue }
                let series = chart.series.count > 1 ? ", \(chart.series[index].plainText)" : ""
                all.append((row.label.plainText + series, value))
            }
        }
        func said(_ one: (name: String, value: Chart.Value)?) -> String {
            one.map { "\($0.name): \($0.value.shown)" } ?? ""
        }
        let key = chart.form == .bar ? "chart-bar" : "chart-dot"
        var text = string(
            key,
            [
                "count": "\(all.count)", "most": said(all.max { $0.value.number < $1.value.number }),
                "least": said(all.min { $0.value.number < $1.value.number }),
            ])
        if chart.printsData { text = all.map(said).joined(separator: "; ") }
        tree[figure].alternative = text
        if book.borrowedStrings.contains(key) { tree[figure].language = .british }
    }

    /// The numbers of `chart` as a table.
    private func data(of chart: Chart) -> Table {
        func cell(_ text: String) -> Table.Cell { Table.Cell([Inline(.text(text), at: current)]) }
        let unit = chart.unit.isEmpty ? [Inline(.text(string("chart-value")), at: current)] : chart.unit
        let names = chart.series.isEmpty ? [unit] : chart.series
        let heading = chart.heading.isEmpty ? [Inline(.text(string("chart-item")), at: current)] : chart.heading
        return Table(
            alignments: [.start] + names.map { _ in .end }, head: [([heading] + names).map { Table.Cell($0) }],
            rows: chart.rows.map { row in
                [Table.Cell(row.label)] + row.values.map { cell($0?.shown ?? Self.nothing) }
            }, hasHeaderColumn: true)
    }

    /// Where there is no number.
    static let nothing = "\u{2013}"
}

extension GalleyItem.Mark {
    /// Whether it is a path of `owner`.
    func isOwned(by owner: Owner) -> Bool {
        if case .path(_, _, owner) = self { true } else { false }
    }

    /// A path that is no part of the tag tree.
    func asArtifact() -> GalleyItem.Mark {
        if case .path(let path, let paint, _) = self { .path(path, paint, .artifact(.layout)) } else { self }
    }
}
