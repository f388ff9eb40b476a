// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// What a reader meets first: what this is, and a page of text.
extension ProofWriter {
    mutating func writeAbout() {
        paragraph("about-text", ["language": languageName])
        if !sheet.isReviewed { paragraph("draft", isStrong: true) }
    }

    /// The sample at the measure of the page, in half of it, and ragged.
    mutating func writeSample(measure: Double, divides: Bool) {
        heading("sample")
        func millimetres(_ points: Double) -> String { "\(Int((points * 25.4 / 72).rounded()))" }
        var ignored = Diagnostics()
        let sample = MarkdownReader.inlines(sheet.sample, in: sheet.origin("sample"), diagnostics: &ignored)
        caption(label("justified", ["measure": millimetres(measure)]))
        specimen(sample, "proof-justified")
        let half = (measure - 18) / 2
        // In a narrow column, whole words alone cannot fill the lines.
        let alignment = divides ? "justified" : "ragged"
        caption(label(alignment, ["measure": millimetres(half)]))
        let column = styled(sample, "proof-" + alignment)
        add(.component(Component(name: "columns", blocks: [column])))
        caption(label("ragged", ["measure": millimetres(measure)]))
        specimen(sample, "proof-ragged")
        guard !sheet.lookAt.isEmpty else { return }
        caption(label("look-at"))
        remark(sheet.lookAt, "proof-of-caption")
    }

    /// Sentences as typed, beside what the rules of the language make of them.
    mutating func writeTyped(_ key: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        heading(key)
        let head = [Table.Cell(label("typed")), Table.Cell(label("set"))]
        let rows = texts.map { [Table.Cell(code($0, key)), Table.Cell(text($0, key))] }
        table(Table(alignments: [.start, .start], head: [head], rows: rows, widths: [1, 1]))
    }

    /// A numbered list with a lettered one in it, long enough to show which letters are left out, and a list with marks.
    mutating func writeLists() {
        guard !sheet.words.isEmpty else { return }
        heading("lists")
        func item(_ word: String, _ within: [Block] = []) -> List.Item {
            List.Item(blocks: [block(.paragraph(text(word, "words")))] + within)
        }
        let words = sheet.words
        let marked = block(.list(List(start: nil, isTight: true, items: words.prefix(2).map { item($0) })))
        let lettered = words.enumerated().map { index, word in item(word, index == 0 ? [marked] : []) }
        let letters = block(.list(List(start: 1, isTight: true, items: lettered)))
        add(.list(List(start: 1, isTight: true, items: [item(sheet.motto, [letters]), item(sheet.motto)])))
    }

    /// Every word with its points, and all of them in a narrow column.
    mutating func writeDivision(_ means: Proof.Means) {
        guard !sheet.words.isEmpty else { return }
        heading("division")
        guard means.hasList else { return paragraph("no-list") }
        caption(label("division-text"))
        let shown = sheet.words.map { word in Self.pointed(word, means.divide(word)) }
        let list = shown.map { styled(text($0, "words"), "proof-words") }
        add(.component(Component(name: "columns", blocks: list)))
        caption(label("division-narrow"))
        let words = styled(text(sheet.words.joined(separator: ", ") + ".", "words"), "proof-justified")
        add(.component(Component(name: "columns", blocks: [words])))
    }

    /// `word` with a point at each of `offsets`.
    static func pointed(_ word: String, _ offsets: [Int]) -> String {
        var text: [UInt8] = []
        for (offset, byte) in word.utf8.enumerated() {
            if offsets.contains(offset) { text += Array("·".utf8) }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Boxes to tick, room for remarks, a name, a date, a signature: on a page of its own.
    mutating func writeSignOff(hasLocal: Bool) {
        let checks = [
            "check-letters", hasLocal ? "check-local" : nil, "check-marks", "check-numbers",
            sheet.words.isEmpty ? nil : "check-division",
            "check-words",
        ]
        let boxes = checks.compactMap { $0 }.map { key in
            List.Item(isChecked: false, blocks: [block(.paragraph(label(key)))])
        }
        let fields = [("remarks", 9), ("name", 1), ("language-of-reader", 1), ("date-signature", 1)].map { key, lines in
            List.Item(blocks: [block(.paragraph(label(key)), values: ["lines": "\(lines)"])])
        }
        let intro = block(.paragraph(label("sign-off-text")))
        let ticked = block(.list(List(start: nil, isTight: true, items: boxes)))
        let written = block(.list(List(start: nil, isTight: true, items: fields)))
        add(.component(Component(name: "worksheet", title: label("sign-off"), blocks: [intro, ticked, written])))
    }
}
