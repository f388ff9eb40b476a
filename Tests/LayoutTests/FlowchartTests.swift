// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Testing

@testable import Layout

/// Flowcharts: nothing overlaps, nothing is cut off, all is read.
@Suite("Flowcharts") struct FlowchartTests {
    /// Numbers that are the same each time.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    /// A chart in which every box but the first is led to.
    private func targets(_ dice: inout Dice) -> [[Int]] {
        let count = 2 + dice.roll(12)
        var targets = [[Int]](repeating: [], count: count)
        for node in 1..<count {
            var from = dice.roll(node)
            if targets[from].count > 2 { from = node - 1 }
            targets[from].append(node)
        }
        for node in 0..<count - 1 where dice.roll(4) == 0 && targets[node].count < 3 {
            let other = node + 1 + dice.roll(count - node - 1)
            if !targets[node].contains(other) { targets[node].append(other) }
        }
        return targets
    }

    @Test("in 400 charts no boxes overlap, no way passes through a box, all stay within the measure")
    func random() throws {
        var dice = Dice(state: 7)
        var drawn = 0
        for _ in 0..<400 {
            let targets = targets(&dice)
            let layers = try #require(FlowLayers(targets: targets))
            let labels = targets.map { $0.map { _ in Double(10 + dice.roll(12)) } }
            guard let plan = FlowPlan(layers, labels: labels, style: FlowStyle(), measure: 465) else { continue }
            drawn += 1
            let heights = targets.map { _ in Double(20 + dice.roll(60)) }
            let drawing = plan.drawing(heights: heights, labelHeight: 11)
            check(drawing, targets)
        }
        #expect(drawn > 200)
    }

    private func check(_ drawing: FlowPlan.Drawing, _ targets: [[Int]]) {
        for (index, box) in drawing.boxes.enumerated() {
            #expect(box.x >= -0.01 && box.maxX <= 465.01 && box.maxY <= drawing.height + 0.01)
            for other in drawing.boxes[(index + 1)...] {
                let isApart =
                    box.maxX <= other.x || other.maxX <= box.x || box.maxY <= other.y || other.maxY <= box.y
                #expect(isApart)
            }
        }
        for (node, ways) in drawing.ways.enumerated() {
            for (answer, way) in ways.enumerated() {
                let target = drawing.boxes[targets[node][answer]]
                #expect(abs((way.first?.y ?? -1) - drawing.boxes[node].maxY) < 0.01)
                #expect(abs((way.last?.y ?? -1) - target.y) < 0.01)
                #expect((way.last?.x ?? -1) > target.x && (way.last?.x ?? 1e9) < target.maxX)
                for (start, end) in zip(way, way.dropFirst()) {
                    // A line goes down or sideways, and through no box.
                    #expect(end.y >= start.y - 0.01)
                    #expect(abs(end.x - start.x) < 0.6 || abs(end.y - start.y) < 0.01)
                    let line = Rect(
                        x: min(start.x, end.x), y: min(start.y, end.y), width: abs(end.x - start.x),
                        height: abs(end.y - start.y))
                    for box in drawing.boxes {
                        let isApart =
                            line.maxX <= box.x + 0.01 || box.maxX - 0.01 <= line.x || line.maxY <= box.y + 0.01
                            || box.maxY - 0.01 <= line.y
                        #expect(isApart)
                    }
                }
            }
        }
    }

    @Test("ways that need not cross do not")
    func crossings() throws {
        // As written, the boxes of the second layer would stand crosswise over those of the third.
        let layers = try #require(FlowLayers(targets: [[1, 2], [4], [3], [], []]))
        #expect(layers.crossings() == 0)
    }

    @Test("what leads back, and what is too much, is not drawn")
    func refused() {
        #expect(FlowLayers(targets: [[1], [0]]) == nil)
        #expect(FlowLayers(targets: [[5]]) == nil)
        let wide = FlowLayers(targets: [Array(1...9)] + (1...9).map { _ in [] })
        #expect(wide.flatMap { FlowPlan($0, labels: [[]], style: FlowStyle(), measure: 329) } == nil)
    }

    private func flow(_ isTangled: Bool = false) -> Flowchart {
        var flow = Flowchart(nodes: [
            .init(
                kind: .question, text: Specimen.text("Hurt?"),
                answers: [
                    .init(label: Specimen.text("Yes"), target: 1), .init(label: Specimen.text("No"), target: 2),
                ]),
            .init(kind: .end, text: Specimen.text("Stop")), .init(kind: .end, text: Specimen.text("Walk")),
        ])
        flow.isTangled = isTangled
        return flow
    }

    @Test("it is read as a list, with the numbers to go to", arguments: [false, true])
    func tags(isTangled: Bool) throws {
        var specimen = Specimen()
        specimen.add(.flow(flow(isTangled)))
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(specimen.book(), &diagnostics)
        #expect(diagnostics.all == [])
        let roles = list.tags.nodes.map(\.role)
        #expect(roles.filter { $0 == .li }.count == 3)
        #expect(roles.filter { $0 == .lbl }.count == 3)
        #expect(!roles.contains(.figure))
        let page = try #require(list.pages.last)
        for word in ["Hurt?", "Yes", "No", "Stop", "Walk"] { #expect(page.text.contains(word)) }
        let boxes = page.fragments.filter { if case .path = $0.content { true } else { false } }
        #expect(boxes.isEmpty == isTangled)
        #expect(boxes.allSatisfy { $0.owner == .artifact(.layout) })
        #expect(page.links.count == (isTangled ? 2 : 0))
        let said = page.fragments.compactMap(\.actualText)
        #expect(said.contains { $0.hasPrefix("Yes: ") } == !isTangled)
    }
}
