// SPDX-License-Identifier: GPL-3.0-or-later
internal import PDFSyntax

/// The page labels of a file (ISO 32000-1:2008, 12.4.2).
struct PageLabels {
    private var ranges: [(first: Int, style: String, prefix: String, start: Int)] = []

    /// The labels of a number tree.
    init(_ tree: PDFObject) {
        var waiting = [tree]
        var seen: Set<Int> = []
        while let node = waiting.popLast() {
            guard node.number == 0 || seen.insert(node.number).inserted, seen.count < 100_000 else { continue }
            let kids = node["Kids"]
            for index in 0..<kids.count where kids[index].isIndirect { waiting.append(kids[index]) }
            let entries = node["Nums"]
            for index in stride(from: 0, to: entries.count - 1, by: 2) {
                guard let first = entries[index].integer else { continue }
                let label = entries[index + 1]
                ranges.append((first, label["S"].name ?? "", label["P"].text ?? "", label["St"].integer ?? 1))
            }
        }
        ranges.sort { $0.first < $1.first }
    }

    /// The label of page `index`; its number where the file says nothing.
    subscript(index: Int) -> String {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].first <= index { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return String(index + 1) }
        let range = ranges[low - 1]
        let (number, isTooBig) = range.start.addingReportingOverflow(index - range.first)
        guard !isTooBig else { return range.prefix }
        switch range.style {
        case "D": return range.prefix + String(number)
        case "r": return range.prefix + Self.roman(number)
        case "R": return range.prefix + Self.roman(number).uppercased()
        case "A", "a":
            let letter = Character(UnicodeScalar(UInt8((range.style == "A" ? 65 : 97) + max(number - 1, 0) % 26)))
            return range.prefix + String(repeating: letter, count: min(max(number - 1, 0) / 26 + 1, 100))
        default: return range.prefix
        }
    }

    private static func roman(_ number: Int) -> String {
        let numerals = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
            (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = min(max(number, 0), 100_000)
        var text = ""
        for (worth, numeral) in numerals {
            while rest >= worth {
                text += numeral
                rest -= worth
            }
        }
        return text
    }
}
