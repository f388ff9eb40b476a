// SPDX-License-Identifier: GPL-3.0-or-later
internal import PDFSyntax

/// What a reader calls a page, as a prefix and a number: `A-12` is `A-` and 12, `iv` is 4 in small Roman numerals.
struct PageLabel: Equatable {
    enum Style: Equatable {
        case none, decimal, smallRoman, greatRoman
    }

    private(set) var prefix: String
    private(set) var style: Style
    private(set) var number: Int

    /// The label that reads `label`.
    init(_ label: String) {
        let digits = label.utf8.reversed().prefix { $0 >= 48 && $0 <= 57 }.count
        if digits > 0, digits < 9, let number = Int(label.suffix(digits)), number > 0,
            label.utf8.suffix(digits).first != 48
        {
            (prefix, style, self.number) = (String(label.dropLast(digits)), .decimal, number)
        } else if let number = Self.value(ofRoman: label) {
            (prefix, style, self.number) = ("", .smallRoman, number)
        } else if label == label.uppercased(), let number = Self.value(ofRoman: label.lowercased()) {
            (prefix, style, self.number) = ("", .greatRoman, number)
        } else {
            (prefix, style, number) = (label, .none, 1)
        }
    }

    /// The label that follows if nothing is said.
    var next: PageLabel {
        var next = self
        if style != .none { next.number += 1 }
        return next
    }

    /// Writes the label dictionary of a range that begins with this label.
    func write(to text: inout ObjectText) {
        text.put("<<")
        switch style {
        case .none: break
        case .decimal: text.put("/S/D")
        case .smallRoman: text.put("/S/r")
        case .greatRoman: text.put("/S/R")
        }
        if !prefix.isEmpty || style == .none {
            text.put("/P")
            text.put(text: prefix)
        }
        if number != 1 {
            text.put("/St ")
            text.put(number)
        }
        text.put(">>")
    }

    private static let numerals: [(Int, String)] = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]

    /// The value of a well-formed numeral below 4000.
    private static func value(ofRoman text: String) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 15 else { return nil }
        var value = 0
        var rest = Substring(text)
        for (worth, numeral) in numerals {
            var times = 0
            while rest.hasPrefix(numeral), times < 3 {
                rest = rest.dropFirst(numeral.count)
                value += worth
                times += 1
            }
        }
        guard rest.isEmpty else { return nil }
        var left = value
        var again = ""
        for (worth, numeral) in numerals {
            while left >= worth {
                again += numeral
                left -= worth
            }
        }
        return again == text ? value : nil
    }
}
