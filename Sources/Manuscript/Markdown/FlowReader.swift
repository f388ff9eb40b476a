// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// Reads the YAML of a ` ```flow ` block.
struct FlowReader {
    /// Where the block stands.
    let origin: Origin
    /// More is a book.
    private static let mostNodes = 60

    init(at origin: Origin) { self.origin = origin }

    /// A box as written.
    private struct Written {
        var id: String
        var node: Flowchart.Node
        var origin: Origin
        /// Where its answers lead, by name.
        var targets: [(name: String, origin: Origin)]
    }

    func read(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> Flowchart? {
        guard
            let fields = Fields(
                value, "a flowchart", keys: ["title", "start", "nodes", "source"], &diagnostics)
        else { return nil }
        var written = nodes(fields, &diagnostics)
        guard !written.isEmpty else {
            if fields.items("nodes", &diagnostics).isEmpty {
                diagnostics.error(
                    "flow-without-nodes", "this flowchart has no boxes",
                    hint: "write `nodes:` and below it lines such as `- {id: a, text: …}`", at: origin)
            }
            return nil
        }
        let places = Dictionary(written.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in written.indices { connect(&written[index], places, &diagnostics) }
        var start = 0
        if let name = fields.string("start", &diagnostics) {
            if let place = places[name] {
                start = place
            } else {
                reportUnknown(name, places, at: fields["start"]?.origin ?? origin, &diagnostics)
            }
        }
        let (order, hasCycle) = Self.order(written.map(\.node), from: start)
        var flow = Flowchart(nodes: [])
        flow.title = fields.text("title", &diagnostics)?.inlines ?? []
        flow.source = fields.text("source", &diagnostics)?.inlines ?? []
        if let back = hasCycle {
            diagnostics.warning(
                "flow-cycle", "from the box ‘\(written[back].id)’ a way leads back to where it came from",
                hint: "it is set as a list of steps; say what to do next instead to have it drawn",
                at: written[back].origin)
            flow.isTangled = true
        }
        let reached = Set(order)
        let lost = written.indices.filter { !reached.contains($0) }
        for index in lost {
            diagnostics.warning(
                "flow-unreachable", "no way leads to the box ‘\(written[index].id)’",
                hint: "name it in an answer, or remove it", at: written[index].origin)
            flow.isTangled = true
        }
        let sequence = order + lost
        var positions = [Int](repeating: 0, count: written.count)
        for (position, index) in sequence.enumerated() { positions[index] = position }
        flow.nodes = sequence.map { index in
            var node = written[index].node
            for answer in node.answers.indices { node.answers[answer].target = positions[node.answers[answer].target] }
            return node
        }
        return flow
    }

    private func nodes(_ fields: Fields, _ diagnostics: inout Diagnostics) -> [Written] {
        var written: [Written] = []
        var seen: Set<String> = []
        let items = fields.items("nodes", &diagnostics)
        for item in items.prefix(Self.mostNodes) {
            guard let node = node(item, &diagnostics) else { continue }
            if seen.insert(node.id).inserted {
                written.append(node)
            } else {
                diagnostics.error(
                    "duplicate-id", "two boxes have the id ‘\(node.id)’", hint: "give one another id", at: node.origin)
            }
        }
        if items.count > Self.mostNodes {
            diagnostics.error(
                "flow-too-long", "this flowchart has \(items.count) boxes; the first \(Self.mostNodes) are set",
                hint: "divide it into several", at: fields.place(of: "nodes"))
        }
        return written
    }

    private func node(_ item: YAMLValue, _ diagnostics: inout Diagnostics) -> Written? {
        guard
            let fields = Fields(
                item, "a box of a flowchart", keys: ["id", "text", "kind", "answers", "next"], &diagnostics)
        else { return nil }
        guard let id = fields.string("id", &diagnostics), let text = fields.text("text", &diagnostics) else {
            diagnostics.error(
                "missing-key", "a box needs id and text", hint: "write `- {id: a, text: …}`", at: item.origin)
            return nil
        }
        var written = Written(
            id: id, node: Flowchart.Node(kind: .end, text: text.inlines), origin: item.origin, targets: [])
        for pair in fields.pairs("answers", &diagnostics) {
            guard let target = pair.value.scalar, let label = pair.key.text(&diagnostics) else {
                diagnostics.error(
                    "wrong-type", "an answer needs the id of a box", hint: "write `yes: id`", at: pair.key.origin)
                continue
            }
            written.node.answers.append(Flowchart.Answer(label: label.inlines, target: 0))
            written.targets.append((target, pair.value.origin))
        }
        if let next = fields.string("next", &diagnostics) {
            written.node.answers.append(Flowchart.Answer(label: [], target: 0))
            written.targets.append((next, fields["next"]?.origin ?? item.origin))
        }
        let usual: Flowchart.Node.Kind =
            fields["answers"] != nil ? .question : written.targets.isEmpty ? .end : .action
        written.node.kind = fields.choice("kind", Flowchart.Node.Kind.self, &diagnostics) ?? usual
        if written.node.kind == .question, written.targets.isEmpty {
            diagnostics.warning(
                "flow-no-answers", "the question ‘\(id)’ has no answers", hint: "write `answers: {yes: …, no: …}`",
                at: item.origin)
        }
        return written
    }

    /// Finds the boxes that the answers of `written` name; those that are not there are left out.
    private func connect(_ written: inout Written, _ places: [String: Int], _ diagnostics: inout Diagnostics) {
        var answers: [Flowchart.Answer] = []
        for (answer, target) in zip(written.node.answers, written.targets) {
            if let place = places[target.name] {
                answers.append(Flowchart.Answer(label: answer.label, target: place))
            } else {
                reportUnknown(target.name, places, at: target.origin, &diagnostics)
            }
        }
        written.node.answers = answers
    }

    private func reportUnknown(
        _ name: String, _ places: [String: Int], at origin: Origin, _ diagnostics: inout Diagnostics
    ) {
        diagnostics.error(
            "flow-unknown-box", "this flowchart has no box ‘\(name)’",
            hint: Fields.hint(name, among: places.keys.sorted()), at: origin)
    }

    /// The boxes that can be reached from `start`, each after all that lead to it, and a box from which a way leads back.
    ///
    /// A depth-first walk with a stack of its own: input decides how deep it goes.
    private static func order(_ nodes: [Flowchart.Node], from start: Int) -> (order: [Int], back: Int?) {
        var state = [UInt8](repeating: 0, count: nodes.count)
        var next = [Int](repeating: 0, count: nodes.count)
        var stack = [start]
        var finished: [Int] = []
        var back: Int?
        state[start] = 1
        while let node = stack.last {
            // The last answer first, so that in reverse the first comes first.
            let answers = nodes[node].answers
            guard next[node] < answers.count else {
                state[node] = 2
                finished.append(node)
                stack.removeLast()
                continue
            }
            let target = answers[answers.count - 1 - next[node]].target
            next[node] += 1
            if state[target] == 1 {
                back = back ?? node
            } else if state[target] == 0 {
                state[target] = 1
                stack.append(target)
            }
        }
        return (finished.reversed(), back)
    }
}
