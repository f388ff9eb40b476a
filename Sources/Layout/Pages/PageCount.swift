// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Manuscript

/// How many pages an edition has, and what each is called.
struct PageCount {
    let book: Book

    /// `pages` with blank ones and the back cover at their end, each with its label.
    func completed(_ pages: [PageDraft], back: GalleyItem?, _ linkOfSlot: [Int: Int]) -> [PageDraft] {
        var pages = pages
        let format = book.theme.page
        var multiple = max(format.multiple, 1)
        // A back cover is the outer side of the last leaf.
        if back != nil, format.isFacing, multiple % 2 == 1 { multiple *= 2 }
        while (pages.count + (back == nil ? 0 : 1)) % multiple != 0 {
            var blank = PageDraft(number: pages.count + 1, section: -1)
            blank.kind = .blank
            pages.append(blank)
        }
        if let back {
            var page = PageDraft(number: pages.count + 1, section: -1)
            page.kind = .back
            page.place(back, linkOfSlot: linkOfSlot)
            pages.append(page)
        }
        label(&pages)
        return pages
    }

    /// Roman numerals before the first chapter, by theme; Arabic from 1 after that.
    private func label(_ pages: inout [PageDraft]) {
        let body =
            book.theme.page.numerals == .arabic
            ? nil
            : pages.firstIndex { $0.section >= 0 && book.sections[$0.section].role == .chapter }
        for index in pages.indices {
            guard let body else {
                pages[index].label = "\(index + 1)"
                continue
            }
            pages[index].label = index < body ? Self.roman(index + 1) : "\(index - body + 1)"
        }
    }

    private static let numerals: [(Int, String)] = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]

    /// `iv` for 4; digits from 4000 on, which has no numeral.
    static func roman(_ number: Int) -> String {
        guard (1..<4000).contains(number) else { return "\(number)" }
        var left = number
        var text = ""
        for (worth, numeral) in numerals {
            while left >= worth {
                text += numeral
                left -= worth
            }
        }
        return text
    }
}
