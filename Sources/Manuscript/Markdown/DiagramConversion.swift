// SPDX-License-Identifier: GPL-3.0-or-later
internal import CommonMark
internal import Groundwork

/// Code blocks that are data: ` ```chart ` and ` ```flow `.
extension Conversion {
    /// The chart or flowchart that the code block `node` describes; `nil` for code, and after a diagnostic for what cannot be read.
    mutating func diagram(_ node: MarkupNode, info: String, at origin: Origin) -> Block.Content? {
        guard info == "chart" || info == "flow" else { return nil }
        guard case .file(let file) = ground, let part = yamlRange(of: node) else {
            diagnostics.error(
                "diagram-in-quote", "this ‘\(info)’ cannot be read here",
                hint: "put it on lines of its own, outside of quotations and notes", at: origin)
            return nil
        }
        guard let value = YAMLValue.read(file, part: part, &diagnostics) else { return nil }
        return info == "chart"
            ? ChartReader(at: origin).read(value, &diagnostics).map { .chart($0) }
            : FlowReader(at: origin).read(value, &diagnostics).map { .flow($0) }
    }

    /// The lines between the fences of `node`, in the source; `nil` where something stands before them on their lines.
    private func yamlRange(of node: MarkupNode) -> Range<Int>? {
        let whole = range(of: node)
        guard let first = source[whole].firstIndex(of: 10) else { return whole.upperBound..<whole.upperBound }
        let start = first + 1
        var end = whole.upperBound
        while end > start, source[end - 1] == 10 || source[end - 1] == 13 { end -= 1 }
        let last = source[start..<end].lastIndex(of: 10).map { $0 + 1 } ?? start
        let line = source[last..<end].drop { $0 == 32 || $0 == UInt8(ascii: ">") }
        if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { end = last }
        let isQuoted = source[start..<end].split(separator: 10).contains { line in
            line.first { $0 != 32 && $0 != 9 } == UInt8(ascii: ">")
        }
        return isQuoted ? nil : start..<end
    }
}
