// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension Resolver {
    /// Reports the gap `gap` of `text`; gives its anchor where it has a place.
    mutating func report(_ gap: Gap, in text: String, at origin: Origin, hasPlace: Bool) -> String? {
        let words = trimmed(String(decoding: Array(text.utf8)[gap.range], as: UTF8.self))
        return report(words, isExact: gap.isExact, at: origin, hasPlace: hasPlace)
    }

    /// Reports an open item: an error in a final edition, a line of the list in a draft.
    mutating func report(_ text: String, isExact: Bool, at origin: Origin, hasPlace: Bool) -> String? {
        let anchor = "open-\(openItems.count + 1)"
        let origin = origin.narrowed(to: text)
        openItems.append(OpenItem(kind: .placeholder, text: text, anchor: hasPlace ? anchor : nil, origin: origin))
        if !edition.isDraft {
            diagnostics.error(
                "open-item", "this is still to be filled: \(text)",
                hint: "fill it, or build with --draft", at: origin)
        } else if !isExact {
            diagnostics.warning(
                "placeholder-form", "a placeholder not in its agreed form: \(text)",
                hint: "write `[KIND – what to insert]` with capitals, blanks and an en dash, on one line", at: origin)
        }
        return hasPlace ? anchor : nil
    }

    /// Looks for gaps in text that can hold no anchor itself; the block gets one.
    mutating func checkPlain(_ text: String, at origin: Origin, of block: inout Block) {
        guard Gaps.mayOccur(in: text) else { return }
        for gap in Gaps.find(in: Array(text.utf8)) {
            _ = report(gap, in: text, at: origin, hasPlace: true)
            let made = "open-\(openItems.count)"
            if let id = block.attributes.id {
                openItems[openItems.count - 1].anchor = id
            } else {
                block.attributes.id = made
            }
        }
    }

    /// Looks for gaps in what stands on the cover or only in metadata.
    mutating func checkPlain(_ text: String, at origin: Origin) {
        guard Gaps.mayOccur(in: text) else { return }
        for gap in Gaps.find(in: Array(text.utf8)) { _ = report(gap, in: text, at: origin, hasPlace: false) }
    }

    /// A block that can do harm when it is wrong needs somebody's name under it.
    mutating func checkCritical(_ block: inout Block) {
        if let id = block.attributes.id, publication.settings.signedOff.contains(id) { return }
        let name = block.attributes.id.map { "‘\($0)’" } ?? "without an id"
        let anchor = block.attributes.id ?? "open-\(openItems.count + 1)"
        block.attributes.id = anchor
        openItems.append(
            OpenItem(
                kind: .critical, text: "critical block \(name) is not signed off", anchor: anchor, origin: block.origin)
        )
        guard !edition.isDraft else { return }
        diagnostics.error(
            "unsigned-critical", "the critical block \(name) is not signed off",
            hint: "give it an id, have it reviewed, and add the id to `sign-off` in publication.yaml", at: block.origin)
    }

    /// A cited resource of a grade that no edition prints.
    mutating func reportGrade(_ resource: Resource, at origin: Origin) {
        let message = "the resource ‘\(resource.id)’ has grade \(resource.grade) and is not printed"
        openItems.append(OpenItem(kind: .grade, text: message, anchor: nil, origin: origin))
        let severity: Severity = edition.isDraft ? .warning : .error
        diagnostics.report(
            Diagnostic(severity, "grade-v", message, hint: "verify the entry, or cite another", at: origin))
    }
}
