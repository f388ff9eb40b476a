// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// Whether `block` is a heading that begins the line of `next`.
    func runsIn(_ block: Block, before next: Block?) -> Bool {
        guard case .heading(let level, _) = block.content, let next, case .paragraph = next.content,
            !next.attributes.marks("attribution")
        else { return false }
        return block.attributes.marks("run-in") || style("h\(min(max(level, 1), 6))").runsIn
    }

    /// A paragraph whose first line begins with a heading: two elements, one after the other.
    mutating func paragraph(_ inlines: [Inline], after heading: Block, in place: Place) -> [GalleyItem] {
        guard case .heading(let depth, let title) = heading.content else { return [] }
        let level = min(max(depth, 1), 6)
        let body = style(place.body)
        let head = style("h\(level)")
        let language = heading.language ?? heading.attributes.language ?? book.language
        let headTag = tree.add(
            Self.headingRoles[level - 1], below: place.parent, language: language == book.language ? nil : language)
        let anchors = (heading.attributes.id.map { [$0] } ?? []) + heading.anchors
        // A wide gap that is no blank: the line does not end after the heading.
        let gap = [Inline(.text("\u{2002}"), at: heading.origin)]
        var runs = runs(title + gap, style: head, language: language, parent: headTag, anchors: anchors)
        for index in runs.indices { runs[index].style.hyphenates = false }
        let tag = tree.add(
            .p, below: place.parent, language: place.language == tree[place.parent].language ? nil : place.language)
        runs += self.runs(inlines, style: body, language: place.language, parent: tag)
        var whole = body
        whole.before = max(body.before, head.before)
        whole.dropCap = nil
        whole.smallCaps = .none
        var items = items(runs, style: whole, in: place)
        if place.isRunning { addAfter(body.after, to: &items) }
        return items
    }

    /// By level, from 1.
    static let headingRoles: [TagNode.Role] = [.h1, .h2, .h3, .h4, .h5, .h6]
}

extension Place {
    /// Learns that `block` was set here.
    mutating func follow(_ block: Block) {
        runIn = nil
        switch block.content {
        case .heading:
            isFirst = true
            isOpening = false
        case .paragraph:
            isFirst = false
            isOpening = false
        // A note on what follows, or a picture, is not yet the chapter's text.
        case .component, .figure, .contents, .index: isFirst = false
        default:
            isFirst = false
            isOpening = false
        }
    }
}
