// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

extension PageList {
    /// A list of the explained page alone, with what explains it drawn over it; `nil` if no page was explained.
    public func explained() -> PageList? {
        guard let explanation, pages.indices.contains(explanation.page) else { return nil }
        var list = self
        var page = pages[explanation.page]
        // Below the first words, above grounds and tints: what is filled must not hide the text.
        let text = page.fragments.firstIndex { if case .text = $0.content { true } else { false } }
        page.fragments.insert(contentsOf: explanation.overlay.filter(\.isFilled), at: text ?? page.fragments.count)
        page.size.width += PageExplanation.margin
        page.fragments += explanation.overlay.filter { !$0.isFilled }
        list.destinations = destinations.compactMapValues { place in
            place.page == explanation.page ? Destination(page: 0, point: place.point) : nil
        }
        page.links.removeAll { link in
            guard case .destination(let name) = link.target else { return false }
            return list.destinations[name] == nil
        }
        list.pages = [page]
        list.outline = outline.flatMap { $0.kept { list.destinations[$0] != nil } }
        list.record = nil
        list.palette = explanation.palette ?? palette
        list.tags = tags.reduced(toPage: explanation.page, links: Set(page.links.map(\.id)))
        list.information.title += " – \(explanation.label)"
        return list
    }
}

extension OutlineItem {
    /// The item with what is kept below it, or only that. Bookmarks are no deeper than headings.
    fileprivate func kept(_ isKept: (String) -> Bool) -> [OutlineItem] {
        let below = children.flatMap { $0.kept(isKept) }
        guard isKept(destination) else { return below }
        return [OutlineItem(title: title, destination: destination, children: below)]
    }
}

extension Fragment {
    fileprivate var isFilled: Bool {
        guard case .path(_, .fill) = content else { return false }
        return true
    }
}

extension TagTree {
    /// The tree for one page: what leads elsewhere is no link any more, and what has its place elsewhere none.
    fileprivate func reduced(toPage page: Int, links: Set<Int>) -> TagTree {
        var tree = self
        for node in nodes {
            let isLost = node.children.contains { if case .link(let id) = $0 { !links.contains(id) } else { false } }
            if isLost {
                tree[node.id].children.removeAll { if case .link = $0 { true } else { false } }
                tree[node.id].role = .span
            }
            if let frame = node.frame { tree[node.id].frame = frame.page == page ? (0, frame.rect) : nil }
        }
        return tree
    }
}
