// SPDX-License-Identifier: GPL-3.0-or-later

extension Sheet {
    /// Makes quotation marks and apostrophes of straight ones.
    mutating func setQuotes(_ faults: inout [UnbalancedQuote]) {
        var reader = QuoteReader(self)
        for index in cells.indices { reader.read(index) }
        faults = reader.finish()
        make(reader.edits)
    }
}

/// Goes along a paragraph and keeps count of the quotations that are open.
private struct QuoteReader {
    /// An open quotation.
    private struct Level {
        var close: String
        /// The mark of `close` without its space.
        var mark: Unicode.Scalar
        /// The straight mark that opened it; `nil` for one that was typed as it should be.
        var straight: Unicode.Scalar?
        var place: Int
    }

    private let sheet: Sheet
    private var levels: [Level] = []
    /// How many of them straight double marks opened.
    private var openDoubles = 0
    private var faults: [UnbalancedQuote] = []
    private(set) var edits: [Sheet.Edit] = []
    /// The last mark that opened a quotation.
    private var lastOpening = -2
    /// The last single mark that may close one.
    private let lastSingleClosing: Int

    init(_ sheet: Sheet) {
        self.sheet = sheet
        lastSingleClosing =
            sheet.cells.indices.last { index in
                guard sheet.cells[index].scalar == "'", let before = sheet[index - 1] else { return false }
                return !before.isBlank && !(sheet[index + 1]?.isWord ?? false)
            } ?? -1
    }

    mutating func read(_ index: Int) {
        let scalar = sheet.cells[index].scalar
        switch scalar {
        case "\"" where sheet.holds(.quotes, at: index): readDouble(index)
        case "'" where sheet.holds([.quotes, .apostrophe], at: index): readSingle(index)
        case "«", "»", "„", "“", "”", "‘", "’", "‚", "‹", "›": readTyped(scalar, index)
        default: break
        }
    }

    mutating func finish() -> [UnbalancedQuote] {
        for level in levels where level.straight == "\"" { report(level.place) }
        return faults
    }

    private mutating func report(_ index: Int) { faults.append(UnbalancedQuote(span: Int(sheet.cells[index].span))) }

    // MARK: What stands round a mark

    /// Whether a quotation may begin after what stands before `index`.
    private func opens(_ index: Int) -> Bool {
        guard let before = sheet[index - 1] else { return true }
        if before.isBlank || before.isDash || lastOpening == index - 1 { return true }
        switch before {
        case "(", "[", "{", "/", "«", "„", "‚", "‹": return true
        // Either opens somewhere and closes elsewhere.
        case "“", "‘": return levels.last.map { $0.place == index - 1 } ?? false
        default: return false
        }
    }

    /// Whether a quotation may end before what stands after `index`.
    private func closes(_ index: Int) -> Bool {
        guard let after = sheet[index + 1] else { return true }
        if after.isBlank || after.isDash { return true }
        switch after {
        case ")", "]", "}", ",", ".", ";", ":", "!", "?", "…", "»", "”", "’", "›", "/": return true
        case "\"", "'": return sheet[index + 2].map { !$0.isWord } ?? true
        default: return false
        }
    }

    // MARK: Straight marks

    private mutating func readDouble(_ index: Int) {
        let (opens, closes) = (opens(index), closes(index))
        let isOpen = levels.last?.straight == "\""
        if opens, !closes || (!isOpen && lastOpening == index - 1 && sheet[index + 1] == "'") { return open(index) }
        if isOpen, !opens || !(sheet[index - 1]?.isBlank ?? true) { return close(index) }
        // An inch or a second: no quotation.
        if !opens, sheet[index - 1]?.isFigure ?? false { return }
        if opens, sheet[index + 1] == "'" || sheet[index + 1] == "\"" { return open(index) }
        if openDoubles > 0, !opens {
            // A single mark within was no quotation, or was left open.
            while let level = levels.last, level.straight != "\"" { levels.removeLast() }
            return close(index)
        }
        report(index)
    }

    private mutating func readSingle(_ index: Int) {
        let before = sheet[index - 1]
        let after = sheet[index + 1]
        if before?.isWord ?? false, after?.isWord ?? false { return apostrophe(index) }
        if opens(index) {
            if isElision(after: index) { return apostrophe(index) }
            guard after.map({ !$0.isBlank }) ?? false, lastSingleClosing > index else { return }
            return open(index)
        }
        if levels.last?.straight == "'" { return close(index) }
        // Six feet, or a minute.
        if before?.isFigure ?? false { return }
        if before?.isWord ?? false { apostrophe(index) }
    }

    /// `'90s`, `'tis`.
    private func isElision(after index: Int) -> Bool {
        var end = index + 1
        while end < sheet.cells.count, sheet.cells[end].scalar.isWord, end < index + 12 { end += 1 }
        let word = sheet.text(index + 1..<end).lowercased()
        let scalars = Array(word.unicodeScalars)
        if scalars.count >= 2, scalars[0].isFigure, scalars[1].isFigure {
            return scalars.count == 2 || (scalars.count == 3 && scalars[2] == "s")
        }
        return sheet.forms(at: index).elisions.contains(word)
    }

    private mutating func apostrophe(_ index: Int) {
        guard sheet.holds(.apostrophe, at: index) else { return }
        edits.append(.init(range: index..<index + 1, scalars: ["’"], owner: index))
    }

    private mutating func open(_ index: Int) {
        guard sheet.holds(.quotes, at: index) else { return }
        let quotes = sheet.customs[Int(sheet.cells[index].span)].quotes
        let pair = levels.count.isMultiple(of: 2) ? quotes.outer : quotes.inner
        let scalars = Array(pair.open.unicodeScalars)
        edits.append(.init(range: index..<index + 1, scalars: scalars, owner: index))
        push(pair.close, straight: sheet.cells[index].scalar, at: index)
        lastOpening = index
    }

    private mutating func push(_ close: String, straight: Unicode.Scalar?, at index: Int) {
        let mark = close.unicodeScalars.first { !$0.isBlank } ?? "\""
        levels.append(Level(close: close, mark: mark, straight: straight, place: index))
        if straight == "\"" { openDoubles += 1 }
    }

    private mutating func close(_ index: Int) {
        guard let level = levels.popLast() else { return }
        if level.straight == "\"" { openDoubles -= 1 }
        edits.append(.init(range: index..<index + 1, scalars: Array(level.close.unicodeScalars), owner: index))
    }

    // MARK: Marks that are there already

    private mutating func readTyped(_ scalar: Unicode.Scalar, _ index: Int) {
        if let level = levels.last, level.straight == nil, level.mark == scalar {
            // In words it is an apostrophe.
            if scalar == "’", sheet[index + 1]?.isWord ?? false { return }
            levels.removeLast()
            return
        }
        let quotes = sheet.customs[Int(sheet.cells[index].span)].quotes
        for pair in [quotes.outer, quotes.inner] where pair.open.unicodeScalars.contains(scalar) {
            push(pair.close, straight: nil, at: index)
            lastOpening = index
            return
        }
        let others: [Unicode.Scalar: String] = ["«": "»", "„": "“", "“": "”", "‘": "’", "‚": "‘", "‹": "›"]
        if let close = others[scalar], sheet[index - 1].map({ !$0.isWord }) ?? true {
            push(close, straight: nil, at: index)
            lastOpening = index
        }
    }
}
