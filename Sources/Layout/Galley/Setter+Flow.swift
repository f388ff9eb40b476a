// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

/// Flowcharts: boxes with arrows where they fit, else a list of steps.
///
/// In the tag tree both are a list, an item for each box: its number, its text, its answers with the number to go to. Boxes and arrows
/// are artifacts, since all that they say is said by that text.
extension Setter {
    /// A flowchart with its title above and its source below.
    mutating func flow(_ flow: Flowchart, _ block: Block, in place: Place) -> [GalleyItem] {
        var placement = placement(of: block, in: place)
        if placement.float == .margin { placement.float = .here }
        let group = tree.add(.div, below: place.parent)
        placement.place.parent = group
        let before = tree[group].children
        var drawn: GalleyItem?
        var titles: [GalleyItem] = []
        for measure in measures(placement, in: place) {
            tree[group].children = before
            if measure > placement.place.measure {
                placement.place.x = 0
                placement.place.measure = measure
            }
            titles = title(flow.label, flow.title, note: [], below: group, in: placement.place)
            drawn = drawing(of: flow, below: group, in: placement.place)
            if let height = drawn?.height, height + titles.totalHeight + 30 <= textHeight { break }
            drawn = nil
        }
        guard var drawn else {
            tree[group].children = before
            return steps(of: flow, block, below: group, in: place)
        }
        drawn.before = titles.isEmpty ? 0 : 9
        for index in titles.indices { titles[index].keepsWithNext = true }
        let source = sourceLine(flow.source, below: group, in: placement.place)
        drawn.keepsWithNext = !source.isEmpty
        return placed(titles + [drawn] + source, placement)
    }

    /// The measures to try: the one that it has, then the full one.
    private func measures(_ placement: Placement, in place: Place) -> [Double] {
        let own = placement.place.measure
        let full = theme.page.fullMeasure
        return place.isRunning && full > own ? [own, full] : [own]
    }

    /// The list of steps, each with links to those that may follow.
    private mutating func steps(
        of flow: Flowchart, _ block: Block, below group: TagNode.ID, in place: Place
    ) -> [GalleyItem] {
        var inner = place
        inner.parent = group
        inner.isRunning = false
        var items = title(flow.label, flow.title, note: [], below: group, in: inner)
        for index in items.indices { items[index].keepsWithNext = true }
        let name = "flow-\(block.id.number)-"
        let list = Manuscript.List(
            start: 1, isTight: false,
            items: flow.nodes.enumerated().map { index, node in
                let origin = node.text.first?.origin ?? block.origin
                var text = [Inline(.anchor("\(name)\(index + 1)"), at: origin)] + node.text
                for answer in node.answers {
                    text.append(Inline(.lineBreak, at: origin))
                    if !answer.label.isEmpty {
                        text.append(Inline(.strong(answer.label), at: origin))
                        text.append(Inline(.text(": "), at: origin))
                    }
                    let number = "\(answer.target + 1)"
                    let go = Inline(.text(string("flow-go", ["number": number])), at: origin)
                    text.append(Inline(.link(.anchor(name + number), [go]), at: origin))
                }
                return Manuscript.List.Item(blocks: [
                    Block(id: block.id, origin: origin, content: .paragraph(text))
                ])
            })
        var strips = self.list(list, in: inner)
        trimEnd(of: &strips)
        if !strips.isEmpty, !items.isEmpty { strips[0].before = 7 }
        items += strips
        items += sourceLine(flow.source, below: group, in: inner)
        return spaced(items, before: theme.figures.space, after: theme.figures.space)
    }

    /// The chart in one strip; `nil` where it does not fit its measure.
    private mutating func drawing(of flow: Flowchart, below group: TagNode.ID, in place: Place) -> GalleyItem? {
        guard !flow.isTangled, let layers = FlowLayers(targets: flow.nodes.map { $0.answers.map(\.target) }) else {
            return nil
        }
        let looks = theme.flow
        let words = flow.nodes.indices.map { node in flow.nodes[node].answers.map { label(of: $0, from: node, flow) } }
        let widths = words.map { $0.map { $0.isEmpty ? 0 : width(ofFlow: $0.plainText) + 1 } }
        guard let plan = plan(layers, widths, natural: boxWidth(of: flow), measure: place.measure) else { return nil }
        let list = tree.add(.l, below: group)
        tree[list].numbering = .decimal
        var texts: [GalleyItem] = []
        var bodies: [TagNode.ID] = []
        for node in flow.nodes.indices {
            guard let (text, body) = boxText(flow.nodes[node], number: node + 1, width: plan.boxWidth, list, in: place)
            else { return nil }
            texts.append(text)
            bodies.append(body)
        }
        let padding = looks.padding
        let answerStyle = style(looks.answerStyle)
        let drawing = plan.drawing(
            heights: texts.map { $0.height + 2 * padding }, labelHeight: answerStyle.leading)
        var whole = GalleyItem()
        whole.height = drawing.height
        for node in flow.nodes.indices { whole.marks += box(flow.nodes[node].kind, drawing.boxes[node], at: place.x) }
        for ways in drawing.ways { for way in ways { whole.marks += arrow(way, at: place.x) } }
        for node in flow.nodes.indices {
            whole.take(
                texts[node], movedBy: Point(x: place.x + drawing.boxes[node].x, y: drawing.boxes[node].y + padding))
            for (answer, words) in words[node].enumerated() where !words.isEmpty {
                guard let port = drawing.ways[node][answer].first else { continue }
                var inner = place
                inner.x = place.x + port.x + FlowPlan.labelGap
                inner.measure = widths[node][answer] + 4
                let tag = tree.add(.p, below: bodies[node])
                let said = said(flow.nodes[node].answers[answer])
                let strips = lines(words, style: answerStyle, tag: tag, in: inner, indent: 0)
                guard var strip = strips.first else { continue }
                strip.marks = strip.marks.map { mark in
                    if case .line(let line, let origin) = mark { .said(line, origin, said) } else { mark }
                }
                whole.take(strip, movedBy: Point(x: 0, y: port.y + 1))
            }
        }
        return whole
    }

    /// What stands at a way: its answer, or the number of the box to go to where that is not the next.
    private func label(of answer: Flowchart.Answer, from node: Int, _ flow: Flowchart) -> [Inline] {
        if !answer.label.isEmpty || answer.target == node + 1 { return answer.label }
        return [Inline(.text("\u{2192}\u{A0}\(answer.target + 1)"), at: flow.nodes[node].text.first?.origin ?? current)]
    }

    /// What is read of a way: `Yes: go to 3`.
    private func said(_ answer: Flowchart.Answer) -> String {
        let go = string("flow-go", ["number": "\(answer.target + 1)"])
        return answer.label.isEmpty ? go : "\(answer.label.plainText): \(go)"
    }

    /// A plan whose boxes are no wider than what they say needs, and wide enough for their answers below.
    private func plan(
        _ layers: FlowLayers, _ labels: [[Double]], natural: Double, measure: Double
    ) -> FlowPlan? {
        let widest = theme.flow.widest
        let least = min(max(natural, theme.flow.narrowest), widest)
        for share in [0.0, 0.25, 0.5, 0.75, 1] {
            var looks = theme.flow
            looks.widest = least + (widest - least) * share
            if let plan = FlowPlan(layers, labels: labels, style: looks, measure: measure) { return plan }
        }
        return nil
    }

    /// How wide boxes are whose texts stand on one line each.
    private mutating func boxWidth(of flow: Flowchart) -> Double {
        let looks = theme.flow
        let number = style(looks.numberStyle).size * (flow.nodes.count > 9 ? 1.9 : 1.3)
        let longest = flow.nodes.reduce(0) { max($0, width(ofFlow: $1.text.plainText, looks.textStyle)) }
        return longest + 2 * looks.padding + 8 + number + 4
    }

    private mutating func width(ofFlow text: String, _ name: String? = nil) -> Double {
        var style = self.style(name ?? theme.flow.answerStyle)
        style.alignment = .start
        return artifact(String(text.prefix(200)), style: style, measure: 5_000, owner: -1)?.width ?? 0
    }

    /// The number and the text of a box, from its left edge and the upper end of its white.
    private mutating func boxText(
        _ node: Flowchart.Node, number: Int, width: Double, _ list: TagNode.ID, in place: Place
    ) -> (GalleyItem, TagNode.ID)? {
        let looks = theme.flow
        let item = tree.add(.li, below: list)
        let label = tree.add(.lbl, below: item)
        let numberStyle = style(looks.numberStyle)
        let line = labelLine("\(number)", style: numberStyle, slot: tree.addSlot(below: label))
        let hang = max(line?.width ?? 0, numberStyle.size * 0.6) + numberStyle.size * 0.6
        let body = tree.add(.lBody, below: item)
        // The corners that a question has not are no room for text.
        let side = looks.padding + (node.kind == .question ? 4 : 0)
        var inner = place
        inner.parent = body
        inner.x = place.language.isRightToLeft ? side : side + hang
        inner.measure = width - 2 * side - hang
        inner.isRunning = false
        guard inner.measure > 30 else { return nil }
        let count = faults.count
        let tag = tree.add(.p, below: body)
        let strips = lines(node.text, style: style(looks.textStyle), tag: tag, in: inner, indent: 0)
        // A word that is wider than its box: it is better read in a list.
        if faults[count...].contains(where: { $0.code == "overfull-line" }) {
            faults.removeSubrange(count...)
            return nil
        }
        var text = strips.joined()
        if let line {
            let x = place.language.isRightToLeft ? width - side - line.width : side
            text.marks.insert(.line(line, Point(x: x, y: baseline(of: style(looks.textStyle)))), at: 0)
        }
        return (text, body)
    }

    /// The outline of a box: a question's corners are cut off, an end's are round.
    private func box(_ kind: Flowchart.Node.Kind, _ frame: Rect, at x: Double) -> [GalleyItem.Mark] {
        let looks = theme.flow
        let frame = frame.moved(by: Point(x: x, y: 0))
        let path: Path
        switch kind {
        case .question: path = .rectangle(frame, cutBy: min(8, frame.height / 3))
        case .action: path = .rectangle(frame)
        case .end: path = .rectangle(frame, roundedBy: min(10, frame.height / 2.2))
        }
        let box = looks.box(kind)
        var marks: [GalleyItem.Mark] = []
        if let ground = box.ground { marks.append(.path(path, .fill(swatch: swatch(ground)), .artifact(.layout))) }
        let width = kind == .end ? looks.rule * 1.8 : looks.rule
        marks.append(
            .path(path, .stroke(swatch: swatch(box.edge), width: width, dashes: []), .artifact(.layout)))
        return marks
    }

    /// A line with a head at its end.
    private func arrow(_ way: [Point], at x: Double) -> [GalleyItem.Mark] {
        guard way.count > 1, let first = way.first, let end = way.last else { return [] }
        let looks = theme.flow
        let head = 5.0
        var segments: [Path.Segment] = [.move(Point(x: first.x + x, y: first.y))]
        for (index, point) in way.enumerated().dropFirst() {
            let y = index == way.count - 1 ? point.y - head * 0.8 : point.y
            segments.append(.line(Point(x: point.x + x, y: y)))
        }
        let tip = Path([
            .move(Point(x: end.x + x, y: end.y)), .line(Point(x: end.x + x - head * 0.5, y: end.y - head)),
            .line(Point(x: end.x + x + head * 0.5, y: end.y - head)), .close,
        ])
        let colour = swatch(looks.ruleColour)
        return [
            .path(Path(segments), .stroke(swatch: colour, width: looks.rule, dashes: []), .artifact(.layout)),
            .path(tip, .fill(swatch: colour), .artifact(.layout)),
        ]
    }
}

extension Path {
    /// A rectangle whose corners are cut off.
    static func rectangle(_ frame: Rect, cutBy cut: Double) -> Path {
        Path([
            .move(Point(x: frame.x + cut, y: frame.y)), .line(Point(x: frame.maxX - cut, y: frame.y)),
            .line(Point(x: frame.maxX, y: frame.y + cut)), .line(Point(x: frame.maxX, y: frame.maxY - cut)),
            .line(Point(x: frame.maxX - cut, y: frame.maxY)), .line(Point(x: frame.x + cut, y: frame.maxY)),
            .line(Point(x: frame.x, y: frame.maxY - cut)), .line(Point(x: frame.x, y: frame.y + cut)), .close,
        ])
    }

    /// A rectangle with round corners.
    static func rectangle(_ frame: Rect, roundedBy r: Double) -> Path {
        let k = r * 0.4477
        let (l, t, e, b) = (frame.x, frame.y, frame.maxX, frame.maxY)
        return Path([
            .move(Point(x: l + r, y: t)), .line(Point(x: e - r, y: t)),
            .curve(Point(x: e - k, y: t), Point(x: e, y: t + k), Point(x: e, y: t + r)), .line(Point(x: e, y: b - r)),
            .curve(Point(x: e, y: b - k), Point(x: e - k, y: b), Point(x: e - r, y: b)), .line(Point(x: l + r, y: b)),
            .curve(Point(x: l + k, y: b), Point(x: l, y: b - k), Point(x: l, y: b - r)), .line(Point(x: l, y: t + r)),
            .curve(Point(x: l, y: t + k), Point(x: l + k, y: t), Point(x: l + r, y: t)), .close,
        ])
    }
}
