// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Yams

/// A value of a YAML file with its place.
struct YAMLValue {
    let node: Node
    let file: SourceFile
    /// Lines before the YAML text in its file, less one: front matter begins on the second line.
    var lineOffset = 0
    /// What stands where this mapping says nothing.
    var lower: LowerLayer?

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

    /// What it is, for a message.
    var kind: String {
        switch node {
        case .mapping: return "a mapping"
        case .sequence: return "a list"
        case .scalar, .alias:
            let text = scalar ?? ""
            return text.isEmpty ? "empty" : "‘\(text.prefix(40))’"
        }
    }

    /// A key of a mapping with its value.
    struct Pair {
        var key: YAMLValue
        var name: String
        var value: YAMLValue

        func reportNoLanguage(_ diagnostics: inout Diagnostics) {
            diagnostics.error(
                "wrong-type", "‘\(name)’ is no language tag", hint: "write one such as en-GB or ru", at: key.origin)
        }
    }

    /// The pairs of a mapping in order; keys that are no scalars are left out.
    var pairs: [Pair]? {
        guard case .mapping(let mapping) = node else { return nil }
        let own = mapping.compactMap { key, value -> Pair? in
            guard case .scalar(let name) = key else { return nil }
            return Pair(
                key: YAMLValue(node: key, file: file, lineOffset: lineOffset), name: name.string,
                value: YAMLValue(node: value, file: file, lineOffset: lineOffset))
        }
        return merged(own)
    }

    /// The value of `text`, a YAML document in `file`; `nil` after a diagnostic. An empty document is an empty mapping.
    static func read(_ text: String, in file: SourceFile, lineOffset: Int = 0, _ diagnostics: inout Diagnostics)
        -> YAMLValue?
    {
        do {
            let node = try Yams.compose(yaml: text) ?? Node([(Node, Node)]())
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

    private static func describe(_ error: any Error) -> (line: Int, column: Int, problem: String) {
        switch error as? YamlError {
        // The parser's own limit of 1,000 levels is what keeps the composer, which recurses, from the stack's end.
        case .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
            (mark.line, mark.column, "it is nested too deeply")
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
}
