// SPDX-License-Identifier: GPL-3.0-or-later
internal import Assembly
internal import Manuscript

/// The numbers of a chart as a file that other programs can read (RFC 4180), in the edition's language.
public struct ChartData: Hashable, Sendable {
    /// What the file may be called: the chart's id, or its place in the edition.
    public let name: String
    /// The rows, the names of columns first; numbers with a full stop.
    public let csv: String

    /// The data of every chart in `book`, in the order of reading.
    static func all(in book: Book) -> [ChartData] {
        var found: [ChartData] = []
        // A stack and no recursion: content decides how deep blocks stand in blocks.
        var stack = book.sections.reversed().flatMap { $0.blocks.reversed() }
        while let block = stack.popLast() {
            if case .chart(let chart) = block.content {
                found.append(ChartData(chart, name: block.attributes.id ?? "chart-\(found.count + 1)"))
            }
            stack += block.innerBlocks.reversed()
        }
        return found
    }

    init(_ chart: Chart, name: String) {
        self.name = name
        let unit = chart.unit.plainText
        let names = chart.series.isEmpty ? [unit.isEmpty ? "value" : unit] : chart.series.map(\.plainText)
        let heading = chart.heading.plainText
        var rows = [[heading.isEmpty ? "label" : heading] + names + ["note"]]
        for row in chart.rows {
            rows.append([row.label.plainText] + row.values.map { $0?.written ?? "" } + [row.note.plainText])
        }
        if !chart.rows.contains(where: { !$0.note.isEmpty }) { rows = rows.map { Array($0.dropLast()) } }
        csv = rows.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension Block {
    /// The blocks right within this one.
    fileprivate var innerBlocks: [Block] {
        switch content {
        case .list(let list): list.items.flatMap(\.blocks)
        case .definitions(let definitions): definitions.flatMap { $0.meanings.flatMap { $0 } }
        case .table(let table): table.notes
        case .quote(let blocks): blocks
        case .component(let component): component.blocks
        case .heading, .paragraph, .figure, .chart, .flow, .code, .divider, .contents, .index: []
        }
    }
}
