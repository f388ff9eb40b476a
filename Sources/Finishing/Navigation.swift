// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import PDFSyntax

/// Bookmarks, named destinations and page labels.
enum Navigation {
    /// Writes the outline (ISO 32000-1:2008, 12.3.3) as object `root`: the first level shows, the rest is folded.
    /// It leads to named destinations, or, given `places`, straight to them.
    static func writeOutline(
        _ items: [OutlineItem], of list: PageList, _ places: PagePlaces?, as root: Int, to file: inout FileWriter
    ) {
        var waiting: [(items: [OutlineItem], parent: Int, first: Int)] = [(items, root, file.allocate(items.count))]
        let top = waiting[0].first
        file.object(root) { text in
            text.put("<</Type/Outlines/First")
            text.put(reference: top)
            text.put("/Last")
            text.put(reference: top + items.count - 1)
            text.put("/Count ")
            text.put(items.count)
            text.put(">>")
        }
        while let (items, parent, first) = waiting.popLast() {
            for (index, item) in items.enumerated() {
                let below = file.allocate(item.children.count)
                file.object(first + index) { text in
                    text.put("<</Title")
                    text.put(text: item.title)
                    text.put("/Parent")
                    text.put(reference: parent)
                    if index > 0 {
                        text.put("/Prev")
                        text.put(reference: first + index - 1)
                    }
                    if index + 1 < items.count {
                        text.put("/Next")
                        text.put(reference: first + index + 1)
                    }
                    if !item.children.isEmpty {
                        text.put("/First")
                        text.put(reference: below)
                        text.put("/Last")
                        text.put(reference: below + item.children.count - 1)
                        text.put("/Count ")
                        text.put(-item.children.count)
                    }
                    if let destination = list.destinations[item.destination] {
                        text.put("/Dest")
                        if let places {
                            write(destination, places, to: &text)
                        } else {
                            text.put(key: item.destination)
                        }
                    }
                    text.put(">>")
                }
                if !item.children.isEmpty { waiting.append((item.children, first + index, below)) }
            }
        }
    }

    /// Writes the named destinations as a name tree, object `root`.
    static func writeDestinations(
        _ destinations: [String: Destination], _ places: PagePlaces, as root: Int, to file: inout FileWriter
    ) {
        let sorted = destinations.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        SortedTree.write("Names", as: root, count: sorted.count, to: &file) { index, text in
            text.put(key: sorted[index].key)
        } value: { index, text in
            write(sorted[index].value, places, to: &text)
        }
    }

    private static func write(_ destination: Destination, _ places: PagePlaces, to text: inout ObjectText) {
        text.put("[")
        text.put(reference: places.number(of: destination.page))
        text.put("/XYZ ")
        text.put(places.x(destination.point.x))
        text.put(" ")
        text.put(places.y(destination.point.y, on: destination.page))
        text.put(" null]")
    }

    /// Writes the page labels (ISO 32000-1:2008, 12.4.2): a number tree in as few ranges as give these labels.
    static func writeLabels(_ labels: [String], to text: inout ObjectText) {
        text.put("<</Nums[")
        var expected: PageLabel?
        for (page, label) in labels.enumerated() {
            let label = PageLabel(label)
            if label != expected {
                text.put(" ")
                text.put(page)
                label.write(to: &text)
            }
            expected = label.next
        }
        text.put("]>>")
    }
}
