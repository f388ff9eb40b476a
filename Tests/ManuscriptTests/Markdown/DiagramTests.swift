// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Testing

/// Charts and flowcharts that are written as data.
@Suite struct DiagramTests {
    private func chart(_ reading: Reading) throws -> Chart {
        guard case .chart(let chart) = try #require(reading.document.blocks.first).content else {
            throw Unexpected(outline: reading.outline)
        }
        return chart
    }

    private func flow(_ reading: Reading) throws -> Flowchart {
        guard case .flow(let flow) = try #require(reading.document.blocks.first).content else {
            throw Unexpected(outline: reading.outline)
        }
        return flow
    }

    private struct Unexpected: Error {
        var outline: String
    }

    /// The text of the file at the place of each diagnostic.
    private func places(_ reading: Reading) -> [String] {
        reading.diagnostics.all.map { fault in
            guard let range = fault.origin?.source.utf8 else { return "" }
            return String(decoding: Array(reading.file.text.utf8)[range], as: UTF8.self)
        }
    }

    @Test func aChartIsRead() throws {
        let reading = Reading(
            """
            ```chart
            type: dot
            title: "Waits, *median*"
            unit: Weeks
            series: [Town, Village]
            data:
              - {label: First, values: [1.50, -2]}
              - {label: Second, values: [~, 30], note: few}
            source: "Source: [here](#x)"
            alt: In villages people wait longer.
            ```
            {#waits data wide float=top}

            """)
        #expect(reading.codes == [])
        #expect(reading.outline == "chart#waits<Waits, *median*>(2)")
        let chart = try chart(reading)
        #expect(chart.form == .dot)
        #expect(chart.printsData)
        #expect(chart.series.map(\.plainText) == ["Town", "Village"])
        #expect(chart.rows[0].values == [Chart.Value(1.5, written: "1.50"), Chart.Value(-2, written: "-2")])
        #expect(chart.rows[1].values[0] == nil)
        #expect(chart.rows[1].note.plainText == "few")
        #expect(chart.alternative == "In villages people wait longer.")
    }

    @Test func faultsStandAtTheirPlaceInTheFile() {
        let reading = Reading(
            """
            Some text.

            ```chart
            type: pie
            data:
              - {label: A, value: many}
              - {value: 2}
              - {label: B, value: 3, colour: red}
              - {label: C, values: [1, 2]}
            ```

            """)
        #expect(
            reading.codes == ["wrong-type", "wrong-type", "missing-key", "unknown-key", "chart-values"])
        #expect(places(reading).prefix(2) == ["pie", "many"])
        #expect(places(reading)[3] == "colour")
    }

    @Test(arguments: [
        ("```chart\ntype: bar\n```\n", "chart-without-data"), ("```flow\ntitle: x\n```\n", "flow-without-nodes"),
        ("```chart\n- [\n```\n", "yaml-syntax"), ("> ```chart\n> data: []\n> ```\n", "diagram-in-quote"),
    ])
    func whatCannotBeReadStaysVisible(_ text: String, _ code: String) {
        let reading = Reading(text)
        #expect(reading.codes == [code])
        #expect(reading.outline.contains("code:"))
    }

    @Test func inAListAChartIsReadToo() {
        let reading = Reading("- item\n\n  ```chart\n  data:\n    - {label: A, value: 1}\n  ```\n")
        #expect(reading.codes == [])
        #expect(reading.outline == "ul{[p(item) chart<>(1)]}")
    }

    @Test func otherCodeStaysCode() {
        #expect(Reading("```charts\ndata: 1\n```\n").outline == "code:charts(data: 1)")
    }

    @Test func boxesAreReadAfterAllThatLeadToThem() throws {
        let reading = Reading(
            """
            ```flow
            start: q
            nodes:
              - {id: z, text: Last}
              - {id: q, text: First?, answers: {yes: a, no: z}}
              - {id: a, text: Second, next: z}
            ```

            """)
        #expect(reading.codes == [])
        let flow = try flow(reading)
        #expect(flow.nodes.map(\.text.plainText) == ["First?", "Second", "Last"])
        #expect(flow.nodes.map(\.kind) == [.question, .action, .end])
        #expect(flow.nodes[0].answers.map(\.label.plainText) == ["yes", "no"])
        #expect(flow.nodes[0].answers.map(\.target) == [1, 2])
        #expect(!flow.isTangled)
    }

    @Test func aTangleIsReportedAndKept() throws {
        let reading = Reading(
            """
            ```flow
            nodes:
              - {id: a, text: A?, answers: {yes: b, no: nowhere}}
              - {id: b, text: B, next: a}
              - {id: c, text: C}
            ```

            """)
        #expect(reading.codes == ["flow-unknown-box", "flow-cycle", "flow-unreachable"])
        #expect(places(reading)[0] == "nowhere")
        let flow = try flow(reading)
        #expect(flow.isTangled)
        #expect(flow.nodes.map(\.text.plainText) == ["A?", "B", "C"])
        #expect(flow.nodes[1].answers.map(\.target) == [0])
    }

    @Test func aPlaceThatNoFigureCanHaveIsReported() {
        #expect(Reading("![a](x.svg)\n{float=tpo}\n").codes == ["bad-float"])
        #expect(Reading("![a](x.svg)\n{float=foot bleed}\n").codes == [])
        #expect(Reading("text\n{float=foot}\n").codes == ["kept-attribute"])
        #expect(Reading(":::note {float=foot}\ntext\n:::\n").codes == ["kept-attribute"])
        #expect(Reading(":::figure {float=foot}\n![a](x.svg)\n:::\n").codes == [])
    }
}
