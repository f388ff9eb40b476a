// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// Reads the YAML of a ` ```chart ` block.
struct ChartReader {
    /// Where the block stands.
    let origin: Origin

    init(at origin: Origin) { self.origin = origin }

    private static let keys = [
        "type", "title", "unit", "heading", "series", "data", "to", "source", "alt",
    ]
    /// More cannot be told apart.
    private static let mostSeries = 4
    /// More is a table.
    private static let mostRows = 200

    func read(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> Chart? {
        guard let fields = Fields(value, "a chart", keys: Self.keys, &diagnostics) else { return nil }
        var chart = Chart(form: fields.choice("type", Chart.Form.self, &diagnostics) ?? .bar)
        chart.title = fields.text("title", &diagnostics)?.inlines ?? []
        chart.unit = fields.text("unit", &diagnostics)?.inlines ?? []
        chart.heading = fields.text("heading", &diagnostics)?.inlines ?? []
        chart.source = fields.text("source", &diagnostics)?.inlines ?? []
        chart.alternative = fields.string("alt", &diagnostics) ?? ""
        chart.end = fields["to"].flatMap { number($0, &diagnostics)?.number }
        chart.series = series(fields, &diagnostics)
        let items = fields.items("data", &diagnostics)
        for item in items.prefix(Self.mostRows) {
            if let row = row(item, series: max(chart.series.count, 1), &diagnostics) { chart.rows.append(row) }
        }
        if items.count > Self.mostRows {
            diagnostics.error(
                "chart-too-long", "this chart has \(items.count) rows; the first \(Self.mostRows) are drawn",
                hint: "a table can be as long as you like", at: fields.place(of: "data"))
        }
        checkEnd(of: chart, at: fields.place(of: "to"), &diagnostics)
        guard !chart.rows.isEmpty else {
            if items.isEmpty {
                diagnostics.error(
                    "chart-without-data", "this chart has no data",
                    hint: "write `data:` and below it lines such as `- {label: Bread, value: 12}`", at: origin)
            }
            return nil
        }
        return chart
    }

    /// A scale that ends below a number of the chart goes on to that number.
    private func checkEnd(of chart: Chart, at origin: Origin, _ diagnostics: inout Diagnostics) {
        guard let end = chart.end else { return }
        let values = chart.rows.flatMap { $0.values.compactMap { $0 } }
        guard let most = values.max(by: { $0.number < $1.number }), most.number > end else { return }
        diagnostics.warning(
            "chart-scale",
            "this chart's scale is to end below its greatest number, \(most.shown): it ends there instead",
            hint: "leave `to` out, or write a greater one", at: origin)
    }

    private func series(_ fields: Fields, _ diagnostics: inout Diagnostics) -> [[Inline]] {
        let items = fields.items("series", &diagnostics)
        if items.count > Self.mostSeries {
            diagnostics.error(
                "chart-series",
                "this chart has \(items.count) series; more than \(Self.mostSeries) cannot be told apart",
                hint: "make two charts of it, or a table", at: fields.place(of: "series"))
        }
        return items.prefix(Self.mostSeries).map { item in
            if let text = item.text(&diagnostics) { return text.inlines }
            diagnostics.error("wrong-type", "a series is named by a text", hint: item.kind, at: item.origin)
            return []
        }
    }

    private func row(_ item: YAMLValue, series count: Int, _ diagnostics: inout Diagnostics) -> Chart.Row? {
        guard
            let fields = Fields(item, "a row of a chart", keys: ["label", "value", "values", "note"], &diagnostics)
        else { return nil }
        guard let label = fields.text("label", &diagnostics) else {
            if fields["label"] == nil {
                diagnostics.error(
                    "missing-key", "this row of the chart has no label", hint: "write `label: …`", at: item.origin)
            }
            return nil
        }
        var written = fields.items("values", &diagnostics)
        if let one = fields["value"] { written = one.items ?? [one] }
        if written.count != count {
            diagnostics.error(
                "chart-values", "this row has \(written.count) numbers for \(count) series",
                hint: count == 1 ? "write `value: 12`" : "write `values: [12, 30]`, and ~ where there is none",
                at: item.origin)
        }
        var values = written.prefix(count).map { $0.isNull ? nil : number($0, &diagnostics) }
        while values.count < count { values.append(nil) }
        return Chart.Row(
            label: label.inlines, values: values, note: fields.text("note", &diagnostics)?.inlines ?? [])
    }

    private func number(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> Chart.Value? {
        if let text = value.scalar, text.utf8.count <= 24, let number = Double(text), number.isFinite,
            abs(number) < 1e15, text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 || $0 == 46 })
        {
            return Chart.Value(number, written: text)
        }
        diagnostics.error(
            "wrong-type", "this must be a number; \(value.kind)", hint: "write 1234.5: no blanks, a full stop",
            at: value.origin)
        return nil
    }
}
