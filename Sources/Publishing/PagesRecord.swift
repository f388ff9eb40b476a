// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript
internal import Quality

/// How well the pages of one language in one variant are made: places and totals, ready to be printed.
public struct PagesRecord: Sendable {
    /// The group: `briefing-paper, ru`.
    public let group: String
    /// Whether a page has what no page may have.
    public let hasErrors: Bool
    private let edition: [String: JSON]
    private let report: PageReport
    private let places: [(diagnostic: Diagnostic, finding: PageFinding)]

    init(_ group: EditionGroup, _ report: PageReport) {
        self.group = group.label
        self.report = report
        hasErrors = report.hasFaults
        var edition: [String: JSON] = [
            "publication": .string(group.publication.name), "edition": .string(group.language.description),
        ]
        if let variant = group.variant { edition["variant"] = .string(variant) }
        self.edition = edition
        places = report.findings.map { finding in
            let severity: Severity = finding.kind.isFault ? .error : .note
            return (
                Diagnostic(severity, DiagnosticCode(finding.kind.rawValue), finding.message, at: finding.origin),
                finding
            )
        }
    }

    /// The places, if `isBrief` only those that are faults: a text for each.
    public func lines(as format: DiagnosticFormat, isBrief: Bool = false) -> [String] {
        places.filter { !isBrief || $0.finding.kind.isFault }.map { place in
            format == .json ? json(place.diagnostic, place.finding).line : format.text(place.diagnostic)
        }
    }

    /// The edition in numbers: a few lines of text, or an object.
    public func totals(as format: DiagnosticFormat) -> String {
        format == .json ? totalsObject.line : totalsText
    }

    private func json(_ diagnostic: Diagnostic, _ finding: PageFinding) -> JSON {
        guard case .object(var members) = DiagnosticFormat.object(diagnostic) else { return .null }
        members["kind"] = .string(finding.kind.rawValue)
        members["page"] = .string(finding.label)
        members["pageNumber"] = .integer(finding.page + 1)
        members["y"] = .number((finding.y * 100).rounded() / 100)
        members["value"] = .number((finding.value * 100).rounded() / 100)
        members["words"] = .string(finding.words)
        return .object(members.merging(edition) { $1 })
    }

    private var totalsObject: JSON {
        var members = edition
        members["pages"] = .object([
            "pages": .integer(report.pages), "spreads": .integer(report.spreads),
            "evenSpreads": .integer(report.evenSpreads), "bodyLines": .integer(report.bodyLines),
            "linesOnGrid": .integer(report.linesOnGrid),
        ])
        members["findings"] = .object(
            Dictionary(uniqueKeysWithValues: PageFinding.Kind.allCases.map { ($0.rawValue, .integer(report[$0])) }))
        return .object(members)
    }

    private var totalsText: String {
        let even = Self.percent(PageReport.share(report.evenSpreads, of: report.spreads))
        let onGrid = Self.percent(PageReport.share(report.linesOnGrid, of: report.bodyLines))
        let kinds = PageFinding.Kind.allCases.filter { report[$0] > 0 }.map { "\(report[$0]) \($0.rawValue)" }
        return """
            \(group): \(report.pages) pages; \(even) of \(report.spreads) spreads of running text end within a line; \
            \(onGrid) of \(report.bodyLines) lines of it on the grid
                \(kinds.isEmpty ? "nothing wrong with a page" : kinds.joined(separator: ", "))
            """
    }

    private static func percent(_ share: Double) -> String { "\(TypographyRecord.rounded(share * 100, 2)) %" }
}

extension PageFinding {
    /// What a person is told.
    fileprivate var message: String {
        let number = TypographyRecord.rounded(value)
        let share = "\(Int((value * 100).rounded())) %"
        let quoted = words.isEmpty ? "" : ": “\(words)”"
        let what =
            switch kind {
            case .clipped: "\(number) pt beyond the area where it may stand\(quoted)"
            case .overlap: "stands \(number) pt deep on something else\(quoted)"
            case .widow: "a paragraph's last line alone at the top\(quoted)"
            case .orphan: "a paragraph's first line alone at the foot\(quoted)"
            case .strandedHeading: "a heading with \(Int(value)) lines of its text below it\(quoted)"
            case .noteOffPage: "a note \(Int(value)) pages from its mark\(quoted)"
            case .dividedAtTurn: "a divided word where the page is turned\(quoted)"
            case .shortPage: "\(share) of the page is empty\(quoted)"
            case .unevenSpread: "facing pages end \(number) lines apart\(quoted)"
            case .offGrid: "\(Int(value)) lines off the baseline grid\(quoted)"
            case .shortLastPage: "the last page of a chapter is \(share) full\(quoted)"
            }
        return "page \(label): \(what)"
    }
}
