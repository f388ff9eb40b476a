// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// The containers that are open at a place among siblings; the first frame is the siblings' own.
struct ContainerNest {
    /// An open container.
    struct Frame {
        var name = ""
        var colons = 0
        var origin: Origin
        var attributes = Attributes()
        var title: [Inline] = []
        var id = NodeID(0)
        var blocks: [Block] = []
        /// Too deep: its blocks go to the container around it.
        var isTransparent = false
    }

    var frames: [Frame]
    var top: Frame { frames[frames.count - 1] }

    init() {
        let nowhere = Origin(source: SourceRange(file: SourceFile(path: "", text: ""), utf8: 0..<0))
        frames = [Frame(origin: nowhere)]
    }

    /// Adds `block` to the innermost container; a `: meaning` joins the term before it.
    mutating func append(_ block: Block) {
        let top = frames.count - 1
        guard case .definitions(let new) = block.content else { return frames[top].blocks.append(block) }
        switch frames[top].blocks.last?.content {
        case .definitions(var old):
            if new.first?.term.isEmpty == true, let end = old.indices.last {
                old[end].meanings += new[0].meanings
                old += new.dropFirst()
            } else {
                old += new
            }
            frames[top].blocks[frames[top].blocks.count - 1].content = .definitions(old)
        case .paragraph(let term) where new.first?.term.isEmpty == true && !term.contains(where: \.isBreak):
            var all = new
            all[0].term = term
            var list = frames[top].blocks.removeLast()
            list.content = .definitions(all)
            append(list)
        default:
            guard new.first?.term.isEmpty == true else { return frames[top].blocks.append(block) }
            frames[top].blocks += Self.undefined(new)
        }
    }

    /// A meaning without a term is a paragraph that begins with a colon.
    private static func undefined(_ definitions: [Definition]) -> [Block] {
        definitions.flatMap { $0.meanings.flatMap { $0 } }.map { block in
            guard case .paragraph(let inlines) = block.content else { return block }
            var block = block
            block.content = .paragraph([Inline(.text(": "), at: block.origin)] + inlines)
            return block
        }
    }
}

extension Inline {
    /// Whether it ends a line.
    var isBreak: Bool { content == .softBreak || content == .lineBreak }
}
