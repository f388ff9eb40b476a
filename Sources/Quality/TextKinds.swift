// SPDX-License-Identifier: GPL-3.0-or-later
internal import Layout
internal import Typesetting

/// What a text is, as far as its place on a page depends on it.
enum TextKind: Hashable {
    /// A paragraph of running text.
    case body
    /// One in a list, a quotation, a component.
    case inset
    /// By its level, from 1.
    case heading(level: Int)
    case note, table, caption, figure, contents, code
    /// A running head, a folio, a mark: no part of the text.
    case furniture

    var isHeading: Bool { level != nil }

    /// A heading's level.
    var level: Int? { if case .heading(let level) = self { level } else { nil } }

    /// Whether a page break must leave two lines of it together.
    var isParagraph: Bool { self == .body || self == .inset }
}

/// The kind of each place for text, from the tag tree.
struct TextKinds {
    private var kinds: [TextKind]
    /// The names of notes by slot: what links to them name.
    private(set) var noteOfSlot: [Int: String] = [:]
    /// The names of the notes there are.
    private(set) var notes: Set<String> = []

    init(_ tree: TagTree) {
        kinds = Array(repeating: .furniture, count: tree.slotCount)
        var kindOfNode = Array(repeating: TextKind.body, count: tree.nodes.count)
        var noteOfNode: [TagNode.ID: String] = [:]
        // A walk from the root: what was set again has left elements that nothing holds.
        var waiting: [TagNode.ID] = [0]
        while let id = waiting.popLast() {
            let node = tree[id]
            if node.role == .note, let name = node.identifier {
                noteOfNode[id] = name
                notes.insert(name)
            }
            for child in node.children {
                switch child {
                case .link: continue
                case .content(let slot):
                    guard kinds.indices.contains(slot) else { continue }
                    kinds[slot] = kindOfNode[id]
                    if let name = noteOfNode[id] { noteOfSlot[slot] = name }
                case .node(let below):
                    kindOfNode[below] = Self.kind(tree[below].role, below: kindOfNode[id], in: node.role)
                    noteOfNode[below] = noteOfNode[id]
                    waiting.append(below)
                }
            }
        }
    }

    private static func kind(_ role: TagNode.Role, below kind: TextKind, in parent: TagNode.Role) -> TextKind {
        guard kind == .body || kind == .inset else { return kind }
        switch role {
        case .note: return .note
        case .h1: return .heading(level: 1)
        case .h2: return .heading(level: 2)
        case .h3: return .heading(level: 3)
        case .h4: return .heading(level: 4)
        case .h5: return .heading(level: 5)
        case .h6: return .heading(level: 6)
        case .table, .tHead, .tBody, .tr, .th, .td: return .table
        case .caption: return .caption
        case .figure: return .figure
        case .toc, .toci, .index: return .contents
        case .code: return .code
        case .l, .li, .lbl, .lBody, .blockQuote, .quote, .div: return .inset
        case .p, .span, .link, .reference, .sect, .document: return kind
        }
    }

    /// The kind of what `owner`, a slot or less than none, owns.
    subscript(owner: Int32) -> TextKind {
        kinds.indices.contains(Int(owner)) ? kinds[Int(owner)] : .furniture
    }

    /// The kind of a paragraph: that of its last run, since a heading may begin another paragraph's line.
    subscript(paragraph: SetParagraph) -> TextKind { self[paragraph.runs.last?.owner ?? -1] }
}
