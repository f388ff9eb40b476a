// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript

/// Where the boxes and the ways of a flowchart stand. Points from the chart's top left.
struct FlowPlan {
    let layers: FlowLayers
    let style: FlowStyle
    let measure: Double
    /// The width of all boxes.
    let boxWidth: Double
    /// The widths of answers, by box.
    let labels: [[Double]]
    /// The left edges of items.
    private var lefts: [Double]

    /// Between lines beside one another.
    private static let track = 6.0
    /// The width of a place where a way passes.
    private static let lane = 4.0
    /// Between a line and its answer.
    static let labelGap = 4.0

    /// A plan on `measure` points; `nil` where it cannot be drawn so narrow. `labels` are the widths of answers.
    init?(_ layers: FlowLayers, labels: [[Double]], style: FlowStyle, measure: Double) {
        self.layers = layers
        self.style = style
        self.measure = measure
        self.labels = labels
        var width = min(style.widest, measure)
        for layer in layers.layers {
            let boxes = layer.filter { layers.items[$0].node != nil }.count
            guard boxes > 0 else { continue }
            let lanes = Double(layer.count - boxes)
            let room = measure - Double(layer.count - 1) * style.gap - lanes * Self.lane
            width = min(width, room / Double(boxes))
        }
        guard width >= style.narrowest else { return nil }
        boxWidth = width
        lefts = [Double](repeating: 0, count: layers.items.count)
        guard labels.allSatisfy({ ports(of: $0) != nil }) else { return nil }
        place()
    }

    private func width(_ item: Int) -> Double { layers.items[item].node == nil ? Self.lane : boxWidth }

    /// Where answers of such widths leave their box, from its left edge; `nil` where they find no room beside one another.
    private func ports(of widths: [Double]) -> [Double]? {
        guard !widths.isEmpty else { return [] }
        let share = boxWidth / Double(widths.count)
        for shift in [0.5, 0.3, 0.12] {
            let fits = widths.enumerated().allSatisfy { index, width in
                let room =
                    index + 1 < widths.count
                    ? share - 4 : share * (1 - shift) + style.gap - 4
                return width + Self.labelGap <= room
            }
            if fits { return widths.indices.map { (Double($0) + shift) * share } }
        }
        return nil
    }

    /// Moves items of each layer towards what they are connected with.
    private mutating func place() {
        for layer in layers.layers {
            let total = layer.reduce(0) { $0 + width($1) } + Double(layer.count - 1) * style.gap
            var x = (measure - total) / 2
            for item in layer {
                lefts[item] = x
                x += width(item) + style.gap
            }
        }
        for round in 0..<10 {
            let isDown = round % 2 == 0
            let order = isDown ? Array(layers.layers.indices) : layers.layers.indices.reversed()
            for layer in order { move(layer, isDown: isDown) }
        }
    }

    private mutating func move(_ layer: Int, isDown: Bool) {
        var sums: [Int: (sum: Double, count: Double)] = [:]
        for step in layers.steps {
            let own = isDown ? step.to : step.from
            guard layers.items[own].layer == layer else { continue }
            let wish: Double
            if isDown {
                wish = leaving(step) - width(own) / 2
            } else {
                // The box stands so that its port is above the middle of what it leads to.
                wish = lefts[step.to] + width(step.to) / 2 - (leaving(step) - lefts[own])
            }
            let before = sums[own] ?? (0, 0)
            sums[own] = (before.sum + wish, before.count + 1)
        }
        let items = layers.layers[layer]
        let wishes = items.map { item in sums[item].map { $0.sum / $0.count } ?? lefts[item] }
        for (item, left) in zip(items, resolved(wishes, items)) { lefts[item] = left }
    }

    /// Left edges near `wishes` that keep all apart and within the measure: the mean of pushing to the right and to the left.
    private func resolved(_ wishes: [Double], _ items: [Int]) -> [Double] {
        var right = wishes
        for index in right.indices {
            let least = index == 0 ? 0 : right[index - 1] + width(items[index - 1]) + style.gap
            right[index] = max(right[index], least)
        }
        right = fitted(right, items)
        var left = wishes
        for index in left.indices.reversed() {
            let most =
                index == left.count - 1
                ? measure - width(items[index]) : left[index + 1] - style.gap - width(items[index])
            left[index] = min(left[index], most)
        }
        left = fitted(left, items)
        return zip(left, right).map { ($0 + $1) / 2 }
    }

    private func fitted(_ wishes: [Double], _ items: [Int]) -> [Double] {
        var lefts = wishes
        var most = measure
        for index in lefts.indices.reversed() {
            lefts[index] = min(lefts[index], most - width(items[index]))
            most = lefts[index] - style.gap
        }
        var least = 0.0
        for index in lefts.indices {
            lefts[index] = max(lefts[index], least)
            least = lefts[index] + width(items[index]) + style.gap
        }
        return lefts
    }

    /// Where a step leaves what is above.
    private func leaving(_ step: FlowLayers.Step) -> Double {
        guard let node = layers.items[step.from].node else { return lefts[step.from] + Self.lane / 2 }
        let ports = ports(of: labels[node]) ?? []
        return lefts[step.from] + (ports.indices.contains(step.answer) ? ports[step.answer] : boxWidth / 2)
    }
}

// MARK: - Drawing

extension FlowPlan {
    /// What is drawn.
    struct Drawing {
        /// The boxes by number.
        var boxes: [Rect]
        /// The ways by box and answer: lines from a box's lower edge to another's upper edge.
        var ways: [[[Point]]]
        /// The height of all.
        var height: Double
    }

    /// The chart with boxes of `heights`, with room for answers of `labelHeight`.
    func drawing(heights: [Double], labelHeight: Double) -> Drawing {
        var drawing = Drawing(
            boxes: heights.map { Rect(x: 0, y: 0, width: boxWidth, height: $0) },
            ways: labels.map { $0.map { _ in [] } }, height: 0)
        var top = 0.0
        for (number, layer) in layers.layers.enumerated() {
            var height = 0.0
            for item in layer {
                guard let node = layers.items[item].node else { continue }
                drawing.boxes[node] = Rect(x: lefts[item], y: top, width: boxWidth, height: heights[node])
                height = max(height, heights[node])
            }
            top += height
            let steps = layers.steps.filter { layers.items[$0.from].layer == number }
            guard !steps.isEmpty else { continue }
            let hasLabels = steps.contains { step in
                layers.items[step.from].node.map {
                    labels[$0].indices.contains(step.answer) && labels[$0][step.answer] > 0
                }
                    ?? false
            }
            let routes = routes(of: steps)
            let tracks = Double((routes.map(\.track).max() ?? -1) + 1)
            let first = top + (hasLabels ? labelHeight + 2 : style.drop * 0.3)
            let next = first + max(tracks * Self.track, 0) + style.drop * 0.7
            for route in routes {
                let step = route.step
                let start = layers.items[step.from].node.map { drawing.boxes[$0].maxY } ?? top - height
                var points = [Point(x: route.start, y: start)]
                if route.track >= 0 {
                    let y = first + Double(route.track) * Self.track + 2
                    points += [Point(x: route.start, y: y), Point(x: route.end, y: y)]
                }
                points.append(Point(x: route.end, y: next))
                drawing.ways[step.node][step.answer] += points
            }
            top = next
        }
        drawing.height = top
        return drawing
    }

    /// A step with the track on which it goes sideways; −1 for one that goes straight down.
    private struct Route {
        var step: FlowLayers.Step
        var start: Double
        var end: Double
        var track = -1
    }

    private func routes(of steps: [FlowLayers.Step]) -> [Route] {
        var routes = steps.map { Route(step: $0, start: leaving($0), end: 0) }
        enter(&routes)
        // Those that go to the right begin with the rightmost, those that go to the left with the leftmost: so they do not cross.
        let right = routes.indices.filter { routes[$0].end > routes[$0].start + 0.5 }
            .sorted { (routes[$1].start, $0) < (routes[$0].start, $1) }
        let left = routes.indices.filter { routes[$0].end < routes[$0].start - 0.5 }
            .sorted { (routes[$0].start, $0) < (routes[$1].start, $1) }
        var taken: [[ClosedRange<Double>]] = []
        for group in [right, left] {
            var lowest = 0
            for index in group {
                let span =
                    min(routes[index].start, routes[index].end) - 5...max(routes[index].start, routes[index].end) + 5
                var track = 0
                // Below those of its direction that it would cross; beside others where there is room.
                for (number, spans) in taken.enumerated() where spans.contains(where: { $0.overlaps(span) }) {
                    track = number + 1
                }
                lowest = max(lowest, track)
                while taken.count <= track { taken.append([]) }
                taken[track].append(span)
                routes[index].track = track
            }
        }
        return routes
    }

    /// Gives each step the place where it meets what is below: straight down where it can.
    private func enter(_ routes: inout [Route]) {
        let groups = Dictionary(grouping: routes.indices) { routes[$0].step.to }
        for (item, indices) in groups.sorted(by: { $0.key < $1.key }) {
            let middle = lefts[item] + width(item) / 2
            guard layers.items[item].node != nil else {
                for index in indices { routes[index].end = middle }
                continue
            }
            let inset = 12.0
            if indices.count == 1, let only = indices.first,
                routes[only].start >= lefts[item] + inset, routes[only].start <= lefts[item] + boxWidth - inset
            {
                routes[only].end = routes[only].start
                continue
            }
            let sorted = indices.sorted { (routes[$0].start, $0) < (routes[$1].start, $1) }
            let spacing = min(14, (boxWidth - 2 * inset) / Double(max(sorted.count - 1, 1)))
            for (place, index) in sorted.enumerated() {
                var x = middle + (Double(place) - Double(sorted.count - 1) / 2) * spacing
                // Not in line with another's way down, with which it would seem to be one.
                if routes.contains(where: { abs($0.start - x) < 4 && $0.step != routes[index].step }) { x += 6 }
                routes[index].end = x
            }
        }
    }
}
