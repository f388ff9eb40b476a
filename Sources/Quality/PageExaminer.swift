// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
public import Layout
public import Manuscript
internal import Typesetting

/// Looks at the pages of an edition: what stands on them and where they end.
public struct PageExaminer {
    let list: PageList
    let record: SettingRecord
    let format: PageFormat
    let body: Style
    let kinds: TextKinds
    /// The positions of each page's lines in the record.
    let lines: [Int: Range<Int>]
    /// Pages with which a section begins.
    let beginnings: Set<Int>
    /// Pages before which the text does not go on: theirs is the end of a section.
    let ends: Set<Int>
    private let paragraphOfSlot: [Int32: Int]
    private(set) var report = PageReport()
    /// Whether notes stand at the foot of the page of their mark.
    let hasFootnotes: Bool

    /// An examiner of `list`, which was composed by `theme` with a record of its setting.
    public init(_ list: PageList, theme: Theme) {
        self.init(
            list, format: theme.page, body: theme.styles["body"] ?? Style(),
            hasFootnotes: theme.footnotes.place == .foot)
    }

    init(_ list: PageList, format: PageFormat, body: Style, hasFootnotes: Bool = true) {
        self.list = list
        self.hasFootnotes = hasFootnotes
        record = list.record ?? SettingRecord()
        self.format = format
        self.body = body
        kinds = TextKinds(list.tags)
        var lines: [Int: Range<Int>] = [:]
        for (page, range) in record.lines.rows({ $0.page }) { lines[page] = range }
        self.lines = lines
        beginnings = Set(list.outline.compactMap { list.destinations[$0.destination]?.page })
        ends = Set(beginnings.map { $0 - 1 } + [list.pages.count - 1])
        var paragraphs: [Int32: Int] = [:]
        for (number, paragraph) in record.paragraphs.enumerated() {
            for run in paragraph.runs where run.owner >= 0 && paragraphs[run.owner] == nil {
                paragraphs[run.owner] = number
            }
        }
        paragraphOfSlot = paragraphs
    }

    /// All that is wrong, and the edition in numbers.
    public consuming func examine() -> PageReport {
        report.pages = list.pages.count
        examineBreaks()
        for page in list.pages.indices {
            let boxes = PageBoxes(list.pages[page])
            examineEdges(boxes, on: page)
            examineOverlaps(boxes, on: page)
            examineHeadings(boxes, on: page)
            examineGrid(on: page)
        }
        examineFill()
        if hasFootnotes { examineNotes() }
        report.findings.sort {
            ($0.page, $0.y, $0.kind.rawValue, $0.words) < ($1.page, $1.y, $1.kind.rawValue, $1.words)
        }
        return report
    }

    mutating func find(
        _ kind: PageFinding.Kind, on page: Int, y: Double, value: Double, words: String = "", at origin: Origin? = nil
    ) {
        let label = list.pages.indices.contains(page) ? list.pages[page].label : "\(page + 1)"
        report.findings.append(
            PageFinding(kind: kind, page: page, label: label, y: y, origin: origin, value: value, words: words))
    }

    /// Finds `kind` at a line of the record.
    mutating func find(_ kind: PageFinding.Kind, at line: PlacedLine, value: Double) {
        let paragraph = paragraph(of: line)
        find(
            kind, on: line.page, y: line.origin.y, value: value, words: line.excerpt,
            at: paragraph?.origin(of: line.line.start))
    }

    mutating func count(_ counter: WritableKeyPath<PageReport, Int>, _ number: Int = 1) {
        report[keyPath: counter] += number
    }

    func paragraph(of line: PlacedLine) -> SetParagraph? {
        let number = Int(line.line.paragraph)
        return record.paragraphs.indices.contains(number) ? record.paragraphs[number] : nil
    }

    func kind(of line: PlacedLine) -> TextKind { paragraph(of: line).map { kinds[$0] } ?? .furniture }

    /// Where the text of a slot is written.
    func origin(ofSlot slot: Int32) -> Origin? {
        guard let number = paragraphOfSlot[slot] else { return nil }
        let runs = record.paragraphs[number].runs
        let own = runs.first { $0.owner == slot }?.origin ?? runs.lazy.compactMap(\.origin).first
        return own.flatMap { $0.source.file.path.isEmpty ? nil : $0 }
    }

    /// The lines of the flow on `page`: neither notes nor what stands in the margin.
    func flow(on page: Int) -> [PlacedLine] {
        (lines[page] ?? 0..<0).lazy.map { record.lines[$0] }.filter { line in
            let kind = kind(of: line)
            return kind != .note && kind != .furniture && !isInMargin(line)
        }
    }

    /// Whether `line` stands beside the column.
    func isInMargin(_ line: PlacedLine) -> Bool {
        guard format.marginColumn > 0, let paragraph = paragraph(of: line), paragraph.measure <= format.marginColumn + 1
        else { return false }
        let left = columnLeft(line.page)
        return line.origin.x > left + format.column || line.origin.x < left - format.gutter
    }

    private func columnLeft(_ page: Int) -> Double {
        let isRight = (!format.isFacing || page % 2 == 0) != list.information.language.isRightToLeft
        return isRight ? format.inner : format.size.width - format.inner - format.column
    }
}

extension PlacedLine {
    /// Its first words.
    var excerpt: String { line.pieces.prefix(8).map(\.glyphs.text).joined(separator: " ") }
}
