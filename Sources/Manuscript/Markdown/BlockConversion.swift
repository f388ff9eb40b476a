// SPDX-License-Identifier: GPL-3.0-or-later
internal import CommonMark
internal import Groundwork

extension Conversion {
    /// The blocks of the siblings in `range`.
    mutating func blocks(in range: Range<Int>, depth: Int) -> [Block] {
        guard depth < Self.depthLimit else { return cutOff(range) }
        var nest = ContainerNest()
        var place = range.lowerBound
        while place < range.upperBound {
            let node = nodes[place]
            if let token = blockToken(node) {
                apply(token, to: &nest, depth: depth)
            } else {
                for block in convert(
                    place, depth: depth + nest.frames.count, isTop: depth == 0 && nest.frames.count == 1)
                {
                    nest.append(block)
                }
            }
            place = node.end
        }
        while nest.frames.count > 1 {
            let frame = nest.top
            diagnostics.error(
                "unclosed-container", "the container :::\(frame.name) is never closed",
                hint: "end it with a line of \(String(repeating: ":", count: frame.colons))", at: frame.origin)
            close(&nest)
        }
        return nest.frames[0].blocks
    }

    /// The bare text of what is nested too deeply.
    private mutating func cutOff(_ range: Range<Int>) -> [Block] {
        guard !range.isEmpty else { return [] }
        let origin = origin(self.range(of: nodes[range.lowerBound]))
        reportDepth(at: origin)
        let inlines = [Inline(.text(bareText(in: range)), at: origin)]
        return [Block(id: ids.next(), origin: origin, content: .paragraph(inlines))]
    }

    mutating func reportDepth(at origin: Origin) {
        diagnostics.error(
            "too-deep", "this is nested too deeply", hint: "at most \(Self.depthLimit) levels; its text is kept",
            at: origin)
    }

    /// All the text in `range`, without marks.
    func bareText(in range: Range<Int>) -> String {
        var result = ""
        for node in nodes[range] {
            switch node.kind {
            case .text, .code, .codeBlock: result += plain(node.literal)
            case .softBreak, .lineBreak: result += " "
            case .paragraph where !result.isEmpty: result += " "
            default: break
            }
        }
        return result
    }

    private mutating func apply(_ token: PreparedText.Token, to nest: inout ContainerNest, depth: Int) {
        let origin = origin(token.source)
        switch token.kind {
        case .opening(let name, let title, let attributes, let colons):
            var frame = ContainerNest.Frame(name: name, colons: colons, origin: origin)
            frame.isTransparent = depth + nest.frames.count >= Self.depthLimit
            if frame.isTransparent, !nest.top.isTransparent { reportDepth(at: origin) }
            frame.attributes = checked(attributes, at: origin)
            if name != "figure", name != "table" { checkFloat(frame.attributes, isFigure: false, at: origin) }
            frame.title = inlines(ofSource: title)
            frame.id = ids.next()
            nest.frames.append(frame)
        case .closing(let colons):
            guard nest.frames.count > 1 else {
                diagnostics.error(
                    "unopened-container", "this line closes a container, but none is open", hint: "delete it",
                    at: origin)
                return
            }
            // More colons close the container that was opened with as many, and with it those left open inside.
            if colons > nest.top.colons, nest.frames.dropFirst().contains(where: { $0.colons == colons }) {
                while nest.top.colons != colons {
                    diagnostics.error(
                        "unclosed-container", "the container :::\(nest.top.name) is never closed",
                        hint: "end it before the one around it", at: nest.top.origin)
                    close(&nest)
                }
            }
            close(&nest)
        case .blockAttributes(let attributes):
            attach(attributes, to: &nest, at: origin, source: token.source)
        default: break
        }
    }

    private mutating func attach(
        _ attributes: Attributes, to nest: inout ContainerNest, at origin: Origin, source range: Range<Int>
    ) {
        let top = nest.frames.count - 1
        guard let last = nest.frames[top].blocks.indices.last else {
            diagnostics.error(
                "stray-attributes", "these attributes follow no block", hint: "put them on the line after a block",
                at: origin)
            let text = String(decoding: source[range], as: UTF8.self)
            let inlines = [Inline(.text(text), at: origin)]
            nest.append(Block(id: ids.next(), origin: origin, content: .paragraph(inlines)))
            return
        }
        let attributes = checked(attributes, at: origin)
        nest.frames[top].blocks[last].attributes.merge(attributes)
        let all = nest.frames[top].blocks[last].attributes
        nest.frames[top].blocks[last].language = language(of: all)
        nest.frames[top].blocks[last].content = adjusted(
            nest.frames[top].blocks[last].content, by: attributes, at: origin)
    }

    /// Closes the innermost container.
    private mutating func close(_ nest: inout ContainerNest) {
        let frame = nest.frames.removeLast()
        if frame.isTransparent {
            for block in frame.blocks { nest.append(block) }
            return
        }
        switch frame.name {
        case "figure": for block in figureBlocks(frame) { nest.append(block) }
        case "table": for block in tableBlocks(frame) { nest.append(block) }
        case "verse", "address":
            var frame = frame
            // Their lines are kept: a line end is one in print, and in the text that translators get.
            for index in frame.blocks.indices { frame.blocks[index].keepLines() }
            nest.append(component(frame))
        default: nest.append(component(frame))
        }
    }

    func component(_ frame: ContainerNest.Frame) -> Block {
        Block(
            id: frame.id, origin: frame.origin, attributes: frame.attributes, language: language(of: frame.attributes),
            content: .component(Component(name: frame.name, title: frame.title, blocks: frame.blocks)))
    }

    /// The blocks that node `place` makes.
    private mutating func convert(_ place: Int, depth: Int, isTop: Bool) -> [Block] {
        let node = nodes[place]
        let inner = place + 1..<node.end
        let origin = origin(range(of: node))
        switch node.kind {
        case .paragraph: return paragraph(inner, at: origin)
        case .heading(let level): return heading(level, inner, at: origin, isTop: isTop).map { [$0] } ?? []
        case .quote: return [quote(inner, at: origin, depth: depth)]
        case .list(let start, let isTight):
            let id = ids.next()
            var list = List(start: start, isTight: isTight, items: [])
            var item = inner.lowerBound
            while item < inner.upperBound {
                var isChecked: Bool?
                if case .item(let state) = nodes[item].kind { isChecked = state }
                var blocks = blocks(in: item + 1..<nodes[item].end, depth: depth + 1)
                if !blocks.isEmpty { blocks[0].takeTrailingAttributes() }
                list.items.append(List.Item(isChecked: isChecked, blocks: blocks))
                item = nodes[item].end
            }
            return [Block(id: id, origin: origin, content: .list(list))]
        case .codeBlock(let info):
            if let content = diagram(node, info: restored(info), at: origin) {
                return [Block(id: ids.next(), origin: origin, content: content)]
            }
            var code = cleaned(restored(node.literal), at: origin)
            if code.utf8.last == 10 { code.removeLast() }
            return [Block(id: ids.next(), origin: origin, content: .code(info: restored(info), code))]
        case .divider: return [Block(id: ids.next(), origin: origin, content: .divider)]
        case .table(let alignments):
            return [Block(id: ids.next(), origin: origin, content: .table(table(alignments, inner)))]
        case .htmlBlock: return rawHTML(node, at: origin)
        default: return blocks(in: inner, depth: depth + 1)
        }
    }

    private mutating func heading(_ level: Int, _ inner: Range<Int>, at origin: Origin, isTop: Bool) -> Block? {
        acceptsTrailing = true
        trailing = Attributes()
        var inlines = inlines(in: inner, depth: 0)
        acceptsTrailing = false
        let attributes = checked(trailing, at: origin)
        inlines.trimEnd()
        if level == 1, ladder.isEmpty, isTop, !isInNotes {
            ladder.takeTitle()
            title = MarkdownDocument.Title(inlines: inlines, attributes: attributes, origin: origin)
            return nil
        }
        let (mended, skipped) = ladder.level(level)
        if let skipped {
            diagnostics.error(
                "heading-skip", "a heading of level \(level) where level \(skipped) is expected",
                hint: "no level may be left out", at: origin)
        }
        return Block(
            id: ids.next(), origin: origin, attributes: attributes, language: language(of: attributes),
            content: .heading(level: mended, inlines))
    }
}

extension Attributes {
    /// Adds what `other` declares; its values win.
    mutating func merge(_ other: Attributes) {
        id = other.id ?? id
        classes += other.classes
        values.merge(other.values) { $1 }
    }
}
