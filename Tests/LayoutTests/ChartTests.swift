// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Testing

@testable import Layout

/// Charts: what is drawn, what is text, what is tagged.
@Suite("Charts") struct ChartTests {
    private func chart(
        _ form: Chart.Form = .bar, _ rows: [(String, [Double?])], series: [String] = []
    ) -> Chart {
        var chart = Chart(form: form)
        chart.title = Specimen.text("Title")
        chart.series = series.map { Specimen.text($0) }
        chart.rows = rows.map { label, values in
            Chart.Row(
                label: Specimen.text(label),
                values: values.map { $0.map { Chart.Value($0, written: "\(Int($0))") } })
        }
        return chart
    }

    private func list(_ chart: Chart, id: String? = nil, _ language: LanguageTag = .british) throws -> PageList {
        var specimen = Specimen()
        specimen.add(.chart(chart), id: id)
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(specimen.book(language: language), &diagnostics)
        #expect(diagnostics.all == [])
        return list
    }

    /// The filled rectangles of the last page, the highest first.
    private func bars(_ list: PageList) throws -> [Rect] {
        try #require(list.pages.last).fragments.compactMap { fragment in
            guard case .path(let path, .fill) = fragment.content, case .tag = fragment.owner else { return nil }
            return path.frame
        }.sorted { $0.y < $1.y }
    }

    private func roles(_ list: PageList, _ role: TagNode.Role) -> [TagNode] {
        list.tags.nodes.filter { $0.role == role }
    }

    @Test("bars are as long as their numbers, from one line")
    func lengths() throws {
        let bars = try bars(list(chart(.bar, [("A", [10]), ("B", [40]), ("C", [20])])))
        try #require(bars.count == 3)
        #expect(abs(bars[1].width / bars[0].width - 4) < 0.001)
        #expect(abs(bars[1].width / bars[2].width - 2) < 0.001)
        #expect(bars.allSatisfy { abs($0.x - bars[0].x) < 0.001 })
        #expect(bars.allSatisfy { $0.x >= 50 && $0.maxX <= 350 })
    }

    @Test("what is less than zero goes the other way")
    func negatives() throws {
        let bars = try bars(list(chart(.bar, [("A", [-10]), ("B", [40])])))
        try #require(bars.count == 2)
        #expect(abs(bars[0].maxX - bars[1].x) < 0.001)
        #expect(bars[0].x > 50)
    }

    @Test("where lines begin at the right, bars do")
    func mirrored() throws {
        let hebrew = try #require(LanguageTag("he"))
        let bars = try bars(list(chart(.bar, [("A", [10]), ("B", [40])]), hebrew))
        try #require(bars.count == 2)
        #expect(abs(bars[0].maxX - bars[1].maxX) < 0.001)
        #expect(bars[1].x >= 50 && bars[1].x < bars[0].x)
    }

    @Test("labels and numbers are a table, the drawing is a figure")
    func tags() throws {
        let list = try list(chart(.bar, [("Alpha", [10]), ("Beta", [40])]))
        #expect(roles(list, .figure).count == 1)
        #expect(roles(list, .figure)[0].alternative?.isEmpty == false)
        #expect(roles(list, .figure)[0].frame != nil)
        #expect(roles(list, .tr).count == 2)
        #expect(roles(list, .th).allSatisfy { $0.scope == .row })
        #expect(roles(list, .td).count == 2)
        let text = try #require(list.pages.last).text
        for word in ["Alpha", "10", "Beta", "40"] { #expect(text.contains(word)) }
    }

    @Test("series differ by more than colour")
    func series() throws {
        let list = try list(chart(.bar, [("A", [10, 20, 30])], series: ["One", "Two", "Three"]))
        let page = try #require(list.pages.last)
        let strokes = page.fragments.filter { fragment in
            guard case .path(_, .stroke) = fragment.content, case .tag = fragment.owner else { return false }
            return true
        }
        // The first is solid, the second an outline with hatching, the third an outline.
        #expect(try bars(list).count == 1)
        #expect(strokes.count == 3)
        for name in ["One", "Two", "Three"] { #expect(page.text.contains(name)) }
    }

    @Test("dots have numbers in the columns of their series")
    func dots() throws {
        let list = try list(chart(.dot, [("A", [10, 20]), ("B", [nil, 30])], series: ["One", "Two"]))
        #expect(roles(list, .tHead).count == 1)
        #expect(roles(list, .tr).count == 3)
        let counts = roles(list, .tr).map(\.children.count)
        #expect(counts == [3, 3, 3])
    }

    @Test("numbers of several series never leave a narrow measure: they stand one below the other")
    func narrowDots() throws {
        let list = try list(
            chart(
                .dot, [("A", [12, 30, nil, 123_456_789_012])],
                series: ["Year 2024 of all", "Year 2025 of all", "Year 2026 of all", "Year 2027 of all"]))
        let page = try #require(list.pages.last)
        for word in ["12", "30", "123456789012", "2024", "2027"] { #expect(page.text.contains(word)) }
        for fragment in page.fragments {
            guard case .text(let origin, _) = fragment.content else { continue }
            #expect(origin.x >= 49)
        }
    }

    @Test("more rows than a page holds go on over the next")
    func tall() throws {
        let list = try list(chart(.bar, (0..<60).map { ("Row\($0)", [Double($0)]) }))
        #expect(list.pages.count > 3)
        let text = list.pages.map(\.text).joined(separator: " ")
        for row in 0..<60 { #expect(text.contains("Row\(row)\(row)")) }
    }

    @Test("its data are kept, in a form that other programs read")
    func data() throws {
        var chart = chart(.bar, [("A, \"b\"", [10, nil])], series: ["One", "Two"])
        chart.heading = Specimen.text("What")
        let list = try list(chart, id: "waits")
        #expect(list.chartData == [ChartData(chart, name: "waits")])
        #expect(list.chartData[0].csv == "What,One,Two\r\n\"A, \"\"b\"\"\",10,\r\n")
    }

    @Test("a table of the data is printed where it is wanted; all of the chart is then a figure")
    func printed() throws {
        var chart = chart(.bar, [("Alpha", [10])])
        chart.printsData = true
        let list = try list(chart)
        #expect(roles(list, .table).count == 1)
        #expect(roles(list, .tHead).count == 1)
        #expect(roles(list, .figure)[0].alternative == "Alpha: 10")
    }
}
