// SPDX-License-Identifier: GPL-3.0-or-later

/// The boxes of a flowchart in layers, each below all that lead to it, ordered so that few ways cross.
///
/// K. Sugiyama, S. Tagawa, M. Toda, “Methods for Visual Understanding of Hierarchical System Structures”, IEEE Transactions on
/// Systems, Man, and Cybernetics 11 (1981): layers by longest paths, a stand-in on each layer that a way passes, then the order by the
/// means of neighbours, down and up.
struct FlowLayers {
    /// A box, or the place where a way passes a layer.
    struct Item: Hashable {
        /// The box; `nil` for a place where a way passes.
        var node: Int?
        /// Its layer.
        var layer: Int
    }
    /// A piece of a way from one layer to the next.
    struct Step: Hashable {
        /// The box that the way leaves.
        var node: Int
        /// Which of its answers it is.
        var answer: Int
        /// Positions in `items`.
        var from: Int
        var to: Int
    }

    /// Boxes first, by number; then the places where ways pass.
    private(set) var items: [Item]
    /// The pieces of all ways; those of one way stand together, from the top.
    private(set) var steps: [Step] = []
    /// Positions in `items` from left to right, by layer.
    private(set) var layers: [[Int]]

    /// More ways are not drawn.
    private static let mostSteps = 240

    /// Layers of boxes whose ways lead to `targets`, all with larger numbers; `nil` where they are too many to be drawn.
    init?(targets: [[Int]]) {
        var depth = [Int](repeating: 0, count: targets.count)
        for (node, answers) in targets.enumerated() {
            for target in answers {
                guard target > node, target < targets.count else { return nil }
                depth[target] = max(depth[target], depth[node] + 1)
            }
        }
        items = depth.enumerated().map { Item(node: $0, layer: $1) }
        layers = Array(repeating: [], count: (depth.max() ?? 0) + 1)
        for node in items.indices { layers[depth[node]].append(node) }
        for (node, answers) in targets.enumerated() {
            for (answer, target) in answers.enumerated() {
                var from = node
                for layer in depth[node] + 1..<max(depth[target], depth[node] + 1) {
                    items.append(Item(node: nil, layer: layer))
                    let passing = items.count - 1
                    layers[layer].append(passing)
                    steps.append(Step(node: node, answer: answer, from: from, to: passing))
                    from = passing
                }
                steps.append(Step(node: node, answer: answer, from: from, to: target))
                guard steps.count <= Self.mostSteps else { return nil }
            }
        }
        order()
    }

    /// The order with the fewest crossings that some sweeps find.
    private mutating func order() {
        var best = layers
        var fewest = crossings()
        for sweep in 0..<12 where fewest > 0 {
            let isDown = sweep % 2 == 0
            for layer in isDown ? Array(1..<max(layers.count, 1)) : Array(0..<max(layers.count - 1, 0)).reversed() {
                sort(layer, isDown: isDown)
            }
            let count = crossings()
            if count < fewest {
                fewest = count
                best = layers
            }
        }
        layers = best
    }

    private mutating func sort(_ layer: Int, isDown: Bool) {
        let places = places()
        var sums: [Int: (sum: Double, count: Double)] = [:]
        for step in steps {
            let (own, other) = isDown ? (step.to, step.from) : (step.from, step.to)
            guard items[own].layer == layer else { continue }
            // Answers leave a box side by side: the first is a little to the left.
            let place = places[other] + (isDown ? Double(step.answer) * 0.1 : 0)
            let before = sums[own] ?? (0, 0)
            sums[own] = (before.sum + place, before.count + 1)
        }
        let keys = layers[layer].enumerated().map { index, item -> (mean: Double, index: Int, item: Int) in
            guard let (sum, count) = sums[item] else { return (Double(index), index, item) }
            return (sum / count, index, item)
        }
        layers[layer] = keys.sorted { ($0.mean, $0.index) < ($1.mean, $1.index) }.map(\.item)
    }

    private func places() -> [Double] {
        var places = [Double](repeating: 0, count: items.count)
        for layer in layers { for (index, item) in layer.enumerated() { places[item] = Double(index) } }
        return places
    }

    /// How many ways cross.
    func crossings() -> Int {
        let places = places()
        var count = 0
        for (index, first) in steps.enumerated() {
            for second in steps[(index + 1)...] where items[first.from].layer == items[second.from].layer {
                let top =
                    first.from == second.from
                    ? Double(first.answer - second.answer) : places[first.from] - places[second.from]
                if top * (places[first.to] - places[second.to]) < 0 { count += 1 }
            }
        }
        return count
    }
}
