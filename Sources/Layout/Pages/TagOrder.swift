// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Puts elements in the order of their pages where something was set on a later page than its place in the text: who listens meets
/// a worksheet where who turns pages meets it.
struct TagOrder {
    /// The first page of each slot.
    private var firstPage: [Int: Int] = [:]

    init(_ pages: [PageDraft]) {
        for page in pages {
            for fragment in page.fragments {
                if case .tag(let slot) = fragment.owner, firstPage[slot] == nil { firstPage[slot] = page.number }
            }
        }
    }

    /// Sorts the children of `parents` by their first pages; those of one page keep their order.
    func apply(below parents: Set<TagNode.ID>, in tree: inout TagTree) {
        for parent in parents.sorted() {
            var last = 0
            let placed = tree[parent].children.enumerated().map {
                index, child -> (page: Int, index: Int, child: TagNode.Child) in
                last = page(of: child, in: tree) ?? last
                return (last, index, child)
            }
            tree[parent].children = placed.sorted { ($0.page, $0.index) < ($1.page, $1.index) }.map(\.child)
        }
    }

    private func page(of child: TagNode.Child, in tree: TagTree) -> Int? {
        switch child {
        case .content(let slot): firstPage[slot]
        case .link: nil
        case .node(let id): tree[id].children.lazy.compactMap { page(of: $0, in: tree) }.min()
        }
    }
}
