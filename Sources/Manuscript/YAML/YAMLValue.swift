// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Yams

/// A value of a YAML file with its place.
struct YAMLValue {
    let node: Node
    let file: SourceFile
    /// Lines before the YAML text in its file, less one: front matter begins on the second line.
    var lineOffset = 0

    var origin: Origin { Origin(source: SourceRange(file: file, utf8: range)) }

    private var range: Range<Int> {
        guard let mark = node.mark else { return 0..<0 }
        let line = mark.line + lineOffset
        // Yams counts columns in Unicode scalars, from 1.
        let scalars = file.line(line).unicodeScalars.prefix(max(mark.column - 1, 0))
        let offset = file.offset(ofLine: line) + scalars.reduce(0) { $0 + UTF8.width($1) }
        let end = min(offset + max(scalar?.utf8.count ?? 1, 1), file.text.utf8.count)
        return min(offset, end)..<end
    }

    /// The text of a scalar as written; `nil` for lists and mappings, and for `null`.
    var scalar: String? {
        guard case .scalar(let scalar) = node, !isNull else { return nil }
        return scalar.string
    }

    var isNull: Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    var items: [YAMLValue]? {
        guard case .sequence(let sequence) = node else { return nil }
        return sequence.map { YAMLValue(node: $0, file: file, lineOffset: lineOffset) }
    }

    /// The pairs of a mapping in order; keys that are no scalars are left out.
    var pairs: [(key: YAMLValue, name: String, value: YAMLValue)]? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.compactMap { key, value in
            guard case .scalar(let name) = key else { return nil }
            return (
                YAMLValue(node: key, file: file, lineOffset: lineOffset), name.string,
                YAMLValue(node: value, file: file, lineOffset: lineOffset)
            )
        }
    }

    /// The value of `text`, a YAML document in `file`; `nil` after a diagnostic. An empty document is an empty mapping.
    static func read(_ text: String, in file: SourceFile, lineOffset: Int = 0, _ diagnostics: inout Diagnostics)
        -> YAMLValue?
    {
        guard depth(of: text) <= 100 else {
            diagnostics.error(
                "yaml-syntax", "the YAML is nested too deep", hint: "100 levels are allowed",
                at: Origin(source: SourceRange(file: file, utf8: 0..<0)))
            return nil
        }
        do {
            // Scalars are read by those who know what they expect: the library would match each with regular expressions.
            let node = try Yams.compose(yaml: text, Resolver.basic) ?? Node([(Node, Node)]())
            return YAMLValue(node: node, file: file, lineOffset: lineOffset)
        } catch {
            let (line, column, problem) = describe(error)
            let offset = min(file.offset(ofLine: line + lineOffset) + max(column - 1, 0), file.text.utf8.count)
            diagnostics.error(
                "yaml-syntax", "the YAML cannot be read: \(problem)",
                hint: "check quotes, indentation and colons on this line and the one before",
                at: Origin(source: SourceRange(file: file, utf8: offset..<offset)))
            return nil
        }
    }

    /// How deep brackets nest: the parser recurses, and input must not choose how far.
    private static func depth(of text: String) -> Int {
        var depth = 0
        var deepest = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth = max(depth - 1, 0) }
            deepest = max(deepest, depth)
        }
        return deepest
    }

    private static func describe(_ error: any Error) -> (line: Int, column: Int, problem: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark.line, mark.column, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (
                context.mark.line, context.mark.column,
                "the key ‘\(duplicates.first.map { String(describing: $0) } ?? "")’ stands twice"
            )
        case let other?: (1, 1, "\(other)")
        case nil: (1, 1, "\(error)")
        }
    }

    /// This mapping with the pairs of `other` over its own, mappings within mappings too. What comes of it counts as `other`'s.
    func overlaid(by other: YAMLValue) -> YAMLValue {
        YAMLValue(node: Self.overlay(node, other.node), file: other.file, lineOffset: other.lineOffset)
    }

    private static func overlay(_ base: Node, _ top: Node) -> Node {
        guard case .mapping(var result) = base, case .mapping(let mapping) = top else { return top }
        for (key, value) in mapping {
            if let old = result[key] { result[key] = overlay(old, value) } else { result[key] = value }
        }
        return .mapping(result)
    }
}
