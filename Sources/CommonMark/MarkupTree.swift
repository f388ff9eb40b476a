// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCommonMark

/// A Markdown text as CommonMark with GFM tables, strikethrough, autolinks and task lists reads it.
///
/// The tree is flat, in the order of reading, so that no depth of nesting can overflow the stack: the children of node
/// `i` begin at `i + 1`, and the next sibling of a node is at its `end`.
public struct MarkupTree: Sendable {
    /// The nodes; the first is the document.
    public private(set) var nodes: [MarkupNode] = []

    private static let isRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// Reads `bytes`, which must be valid UTF-8; `nil` if they are more than CommonMark can count.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count < Int(Int32.max) / 4, Self.isRegistered,
            let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE)
        else { return nil }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = cmark_parser_finish(parser) else { return nil }
        defer { cmark_node_free(root) }
        nodes.reserveCapacity(bytes.count / 24 + 8)
        flatten(root)
    }

    /// Walks the tree without recursion; neighbouring texts become one node.
    private mutating func flatten(_ root: OpaquePointer) {
        var open: [Int] = []
        var node = root
        while true {
            open.append(nodes.count)
            if cmark_node_get_type(node) == CMARK_NODE_TEXT {
                node = joinTexts(from: node)
            } else {
                nodes.append(Self.node(node))
            }
            if let child = cmark_node_first_child(node) {
                node = child
                continue
            }
            while true {
                guard let index = open.popLast() else { return }
                nodes[index].end = nodes.count
                if node == root { return }
                if let next = cmark_node_next(node) {
                    node = next
                    break
                }
                guard let parent = cmark_node_parent(node) else { return }
                node = parent
            }
        }
    }

    /// Appends the run of texts that begins at `first`; gives the last of them.
    private mutating func joinTexts(from first: OpaquePointer) -> OpaquePointer {
        var last = first
        var literal = cmark_node_get_literal(first).map { String(cString: $0) } ?? ""
        while let next = cmark_node_next(last), cmark_node_get_type(next) == CMARK_NODE_TEXT {
            last = next
            if let more = cmark_node_get_literal(next) { literal += String(cString: more) }
        }
        var node = Self.place(first, .text)
        node.literal = literal
        node.last = (cmark_node_get_end_line(last), cmark_node_get_end_column(last))
        nodes.append(node)
        return last
    }

    private static func place(_ node: OpaquePointer, _ kind: MarkupNode.Kind) -> MarkupNode {
        MarkupNode(
            kind: kind, literal: "",
            start: (cmark_node_get_start_line(node), cmark_node_get_start_column(node)),
            last: (cmark_node_get_end_line(node), cmark_node_get_end_column(node)), end: 0)
    }

    private static func node(_ node: OpaquePointer) -> MarkupNode {
        var result = place(node, kind(of: node))
        switch result.kind {
        case .codeBlock, .htmlBlock, .code, .html:
            result.literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        default: break
        }
        return result
    }

    private static func kind(of node: OpaquePointer) -> MarkupNode.Kind {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: return .document
        case CMARK_NODE_BLOCK_QUOTE: return .quote
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return .list(
                start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
                isTight: cmark_node_get_list_tight(node) != 0)
        case CMARK_NODE_ITEM:
            guard typeName(node) == "tasklist" else { return .item(isChecked: nil) }
            return .item(isChecked: cmark_gfm_extensions_get_tasklist_item_checked(node))
        case CMARK_NODE_CODE_BLOCK:
            return .codeBlock(info: cmark_node_get_fence_info(node).map { String(cString: $0) } ?? "")
        case CMARK_NODE_HTML_BLOCK: return .htmlBlock
        case CMARK_NODE_PARAGRAPH: return .paragraph
        case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_THEMATIC_BREAK: return .divider
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_LINEBREAK: return .lineBreak
        case CMARK_NODE_CODE: return .code
        case CMARK_NODE_HTML_INLINE: return .html
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_LINK:
            let (destination, title) = address(node)
            return .link(destination: destination, title: title)
        case CMARK_NODE_IMAGE:
            let (destination, title) = address(node)
            return .image(destination: destination, title: title)
        default: return extensionKind(of: node)
        }
    }

    private static func extensionKind(of node: OpaquePointer) -> MarkupNode.Kind {
        switch typeName(node) {
        case "table": return .table(alignments(of: node))
        case "table_row": return .tableRow(isHead: false)
        case "table_header": return .tableRow(isHead: true)
        case "table_cell": return .tableCell
        case "strikethrough": return .strikethrough
        default: return .other
        }
    }

    private static func alignments(of table: OpaquePointer) -> [MarkupNode.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(table))
        guard let letters = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
        return (0..<count).map { column in
            switch letters[column] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .centre
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
    }

    private static func address(_ node: OpaquePointer) -> (String, String) {
        (
            cmark_node_get_url(node).map { String(cString: $0) } ?? "",
            cmark_node_get_title(node).map { String(cString: $0) } ?? ""
        )
    }

    private static func typeName(_ node: OpaquePointer) -> String {
        cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
    }
}
