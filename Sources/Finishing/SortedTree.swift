// SPDX-License-Identifier: GPL-3.0-or-later
internal import PDFSyntax

/// Name trees and number trees (ISO 32000-1:2008, 7.9.6 and 7.9.7): two levels, so that a reader need not load all entries for one.
enum SortedTree {
    private static let leafSize = 64

    /// Writes a tree of `count` entries in `order` as object `root`; `kind` is `Names` or `Nums`.
    static func write(
        _ kind: StaticString, as root: Int, count: Int, to file: inout FileWriter, key: (Int, inout ObjectText) -> Void,
        value: (Int, inout ObjectText) -> Void
    ) {
        let leafCount = (count + leafSize - 1) / leafSize
        let first = file.allocate(leafCount)
        for leaf in 0..<leafCount {
            let range = leaf * leafSize..<min((leaf + 1) * leafSize, count)
            file.object(first + leaf) { text in
                text.put("<</Limits[")
                key(range.lowerBound, &text)
                text.put(" ")
                key(range.upperBound - 1, &text)
                text.put("]/")
                text.put(kind)
                text.put("[")
                for entry in range {
                    text.put(" ")
                    key(entry, &text)
                    value(entry, &text)
                }
                text.put("]>>")
            }
        }
        file.object(root) { text in
            if leafCount == 0 {
                text.put("<</")
                text.put(kind)
                text.put("[]>>")
                return
            }
            text.put("<</Kids[")
            for leaf in 0..<leafCount { text.put(reference: first + leaf) }
            text.put("]>>")
        }
    }
}
