// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension Resolver {
    /// Resolves running text.
    mutating func inlines(_ written: [Inline]) -> [Inline] {
        var result: [Inline] = []
        for inline in Gaps.cut(written) {
            var inline = inline
            switch inline.content {
            case .code(let text):
                if Gaps.mayOccur(in: text) {
                    for gap in Gaps.find(in: Array(text.utf8)) {
                        let anchor = report(gap, in: text, at: inline.origin, hasPlace: true)
                        result.append(Inline(.anchor(anchor ?? ""), at: inline.origin))
                    }
                }
            case .text, .lineBreak, .softBreak, .noteCall, .field, .anchor: break
            case .emphasis(let inner): inline.content = .emphasis(inlines(inner))
            case .strong(let inner): inline.content = .strong(inlines(inner))
            case .strikethrough(let inner): inline.content = .strikethrough(inlines(inner))
            case .span(let attributes, let inner):
                if let id = attributes.id { result.append(Inline(.anchor(id), at: inline.origin)) }
                result += indexAnchors(attributes, words: inner.plainText, at: inline.origin)
                if let form = attributes["ref"], inner.count == 1, case .link(let target, let text) = inner[0].content {
                    checkForm(form, at: inline.origin)
                    result += link(target, text, form: form, at: inner[0].origin)
                    continue
                }
                inline.content = .span(attributes, inlines(inner))
            case .image(let figure):
                for gap in Gaps.find(in: Array(figure.alternative.utf8)) {
                    let anchor = report(gap, in: figure.alternative, at: inline.origin, hasPlace: true)
                    result.append(Inline(.anchor(anchor ?? ""), at: inline.origin))
                }
            case .placeholder(let placeholder):
                let gap = Gaps.find(in: Array(placeholder.text.utf8)).first
                let anchor = report(placeholder.text, isExact: gap?.isExact ?? false, at: inline.origin, hasPlace: true)
                result.append(Inline(.anchor(anchor ?? ""), at: inline.origin))
            case .noteReference(let label):
                inline.content = call(label, at: inline.origin)
            case .link(let target, let inner):
                result += link(target, inner, at: inline.origin)
                continue
            }
            result.append(inline)
        }
        return result
    }

    private mutating func checkForm(_ form: String, at origin: Origin) {
        let forms = ["number", "title", "page", "folio"]
        guard !forms.contains(form) else { return }
        diagnostics.warning(
            "unknown-form", "a reference has no form ‘\(form)’", hint: "it has \(forms.joined(separator: ", "))",
            at: origin)
    }
}
