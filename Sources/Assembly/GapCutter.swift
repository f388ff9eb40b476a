// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension Gaps {
    /// `inlines` with the placeholders among them cut out of their text; one that reaches over several inlines swallows them, but
    /// gives back the calls of notes.
    static func cut(_ inlines: [Inline]) -> [Inline] {
        guard inlines.contains(where: mayOccur) else { return inlines }
        var bytes: [UInt8] = []
        var starts: [Int] = []
        for inline in inlines {
            starts.append(bytes.count)
            bytes += flat(inline).utf8
        }
        starts.append(bytes.count)
        let gaps = find(in: bytes)
        guard !gaps.isEmpty else { return inlines }
        var result: [Inline] = []
        var index = 0
        var offset = 0
        for gap in gaps {
            // Up to the gap.
            while index < inlines.count, starts[index + 1] <= gap.range.lowerBound {
                keep(inlines[index], bytes, max(offset, starts[index])..<starts[index + 1], starts[index], &result)
                index += 1
            }
            guard index < inlines.count, gap.range.lowerBound >= offset else { continue }
            // Within one emphasis or link: the walk down finds it there.
            if !isText(inlines[index]), gap.range.upperBound <= starts[index + 1] { continue }
            let origin = inlines[index].origin
            if isText(inlines[index]), max(offset, starts[index]) < gap.range.lowerBound {
                keep(inlines[index], bytes, max(offset, starts[index])..<gap.range.lowerBound, starts[index], &result)
            }
            var upper = gap.range.upperBound
            var calls: [Inline] = []
            while index < inlines.count, starts[index] < upper {
                if !isText(inlines[index]) {
                    upper = max(upper, starts[index + 1])
                    calls += noteReferences([inlines[index]])
                }
                if starts[index + 1] > upper { break }
                index += 1
            }
            let whole = trimmed(String(decoding: bytes[min(gap.range.lowerBound, upper)..<upper], as: UTF8.self))
            let placeholder = Placeholder(kind: gap.kind, instruction: gap.instruction, text: whole)
            result.append(Inline(.placeholder(placeholder), at: origin))
            result += calls
            offset = upper
        }
        while index < inlines.count {
            keep(
                inlines[index], bytes, max(offset, starts[index])..<max(offset, starts[index + 1]), starts[index],
                &result)
            index += 1
        }
        return result
    }

    /// Appends `inline`, or of a text what stands in `range`.
    private static func keep(
        _ inline: Inline, _ bytes: [UInt8], _ range: Range<Int>, _ start: Int, _ result: inout [Inline]
    ) {
        guard case .text(let text) = inline.content else { return result.append(inline) }
        guard !range.isEmpty else { return }
        if range.lowerBound == start, range.count == text.utf8.count { return result.append(inline) }
        result.append(Inline(.text(String(decoding: bytes[range], as: UTF8.self)), at: inline.origin))
    }

    private static func isText(_ inline: Inline) -> Bool {
        if case .text = inline.content { return true }
        return false
    }

    private static func flat(_ inline: Inline) -> String {
        switch inline.content {
        case .softBreak, .lineBreak: "\n"
        case .image: ""
        default: [inline].plainText
        }
    }

    private static func mayOccur(in inline: Inline) -> Bool {
        switch inline.content {
        case .text(let text), .code(let text): mayOccur(in: text)
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner),
            .span(_, let inner):
            inner.contains(where: mayOccur)
        default: false
        }
    }

    private static func noteReferences(_ inlines: [Inline]) -> [Inline] {
        inlines.flatMap { inline -> [Inline] in
            switch inline.content {
            case .noteReference: [inline]
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner),
                .span(_, let inner):
                noteReferences(inner)
            default: []
            }
        }
    }
}
