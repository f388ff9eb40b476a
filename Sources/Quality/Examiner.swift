// SPDX-License-Identifier: GPL-3.0-or-later
public import Layout
public import Manuscript
internal import Typesetting

/// Looks at how the paragraphs of an edition were set.
public struct Examiner {
    let record: SettingRecord
    let labels: [String]
    let limits: TypographyLimits
    private let numbers: LineNumbers
    private(set) var report = QualityReport()
    /// Sums over the word spaces of justified lines.
    private var spaces = (count: 0, sum: 0.0, squares: 0.0)

    /// An examiner of `list`, which was composed with a record of its setting.
    public init(_ list: PageList, limits: TypographyLimits) {
        self.init(list.record ?? SettingRecord(), labels: list.pages.map(\.label), limits: limits)
    }

    init(_ record: SettingRecord, labels: [String], limits: TypographyLimits) {
        self.record = record
        self.labels = labels
        self.limits = limits
        numbers = LineNumbers(record)
    }

    /// What the eye would stop at, and whether the limits are kept.
    public consuming func examine() -> QualityReport {
        // What stands in the margin may come between the lines of a paragraph.
        let order = record.lines.indices.sorted {
            (record.lines[$0].line.paragraph, $0) < (record.lines[$1].line.paragraph, $1)
        }
        for (number, range) in order.rows({ record.lines[$0].line.paragraph }) {
            guard record.paragraphs.indices.contains(Int(number)) else { continue }
            let paragraph = record.paragraphs[Int(number)]
            examine(SetLines(order[range].map { record.lines[$0] }, of: paragraph))
        }
        report.findings.sort {
            ($0.page, $0.line, $0.kind.rawValue, $0.words) < ($1.page, $1.line, $1.kind.rawValue, $1.words)
        }
        conclude()
        return report
    }

    private mutating func examine(_ lines: SetLines) {
        report.totals.paragraphs += 1
        report.totals.lines += lines.placed.count
        examineSpaces(lines)
        examineLadders(lines)
        examineStacks(lines)
        examineRivers(lines)
        examineEnds(lines)
    }

    /// Adds a finding at the line `index` of `lines`.
    mutating func find(
        _ kind: Finding.Kind, at index: Int, of lines: SetLines, value: Double, words: String? = nil,
        isBeyond: Bool = false
    ) {
        let placed = lines.placed[index]
        report.findings.append(
            Finding(
                kind: kind, page: placed.page,
                label: labels.indices.contains(placed.page) ? labels[placed.page] : "\(placed.page + 1)",
                line: numbers.number(of: placed), origin: lines.paragraph.origin(of: placed.line.start), value: value,
                words: words ?? lines.texts[index].excerpt, isBeyond: isBeyond))
        report.totals.findings[kind, default: 0] += 1
    }

    /// Counts what is no finding.
    mutating func count(_ counter: WritableKeyPath<QualityReport.Totals, Int>, _ number: Int = 1) {
        report.totals[keyPath: counter] += number
    }

    /// Takes the word space of a justified line into the edition's numbers.
    mutating func measure(_ space: Double) {
        spaces.count += 1
        spaces.sum += space
        spaces.squares += space * space
        report.totals.widestWordSpace = max(report.totals.widestWordSpace, space)
        report.totals.narrowestWordSpace = min(report.totals.narrowestWordSpace, space)
    }

    private mutating func conclude() {
        report.totals.pages = labels.count
        if spaces.count > 0 {
            let mean = spaces.sum / Double(spaces.count)
            let variance = max(spaces.squares / Double(spaces.count) - mean * mean, 0)
            report.totals.meanWordSpace = mean
            report.totals.wordSpaceSpread = mean > 0 ? variance.squareRoot() / mean : 0
        }
        let totals = report.totals
        hold("rivers", Double(totals[.river]), Double(limits.rivers))
        hold("short-last-lines", Double(totals[.shortLastLine]), Double(limits.shortLastLines))
        hold("hyphens-at-turns", Double(totals[.hyphenAtTurn]), Double(limits.hyphensAtTurns))
        hold("overfull-lines", Double(totals[.overfullLine]), Double(limits.overfullLines))
        // One line of a short text is no habit.
        let loose = totals.looseLines < 2 ? 0 : QualityReport.Totals.per100(totals.looseLines, of: totals.justified)
        hold("loose-lines-per-100", loose, limits.looseLinesPer100)
        let uneven =
            totals[.unevenLines] < 2 ? 0 : QualityReport.Totals.per100(totals[.unevenLines], of: totals.justified)
        hold("uneven-lines-per-100", uneven, limits.unevenLinesPer100)
    }

    private mutating func hold(_ limit: String, _ value: Double, _ allowed: Double) {
        if value > allowed {
            report.breaches.append(QualityReport.Breach(limit: limit, value: value, allowed: allowed))
        }
    }
}
