// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript
internal import Quality

/// How well one language in one variant is set: places and totals, ready to be printed.
public struct TypographyRecord: Sendable {
    /// The group: `briefing-paper, ru`.
    public let group: String
    /// Whether a limit of the theme is not kept.
    public let hasErrors: Bool
    private let publication: String
    private let language: String
    private let variant: String?
    private let report: QualityReport
    private let places: [(diagnostic: Diagnostic, finding: Finding)]
    private let breaches: [Diagnostic]

    init(_ group: EditionGroup, _ report: QualityReport) {
        self.group = group.label
        self.report = report
        publication = group.publication.name
        language = group.language.description
        variant = group.variant
        places = report.findings.map { finding in
            let severity: Severity = finding.isBeyond ? .error : .note
            let code = DiagnosticCode(finding.kind.rawValue)
            return (Diagnostic(severity, code, finding.message, at: finding.origin), finding)
        }
        let origin = group.publication.settings.origin
        let label = group.label
        breaches = report.breaches.map { breach in
            let (value, allowed) = (Self.rounded(breach.value), Self.rounded(breach.allowed))
            return Diagnostic(
                .error, DiagnosticCode(breach.limit),
                "\(label): \(breach.limit) is \(value); the theme allows \(allowed)",
                hint: "change the text at the places told, or the limit: `typography: {\(breach.limit): …}`",
                at: origin)
        }
        hasErrors = (places.map(\.diagnostic) + breaches).contains { $0.severity == .error }
    }

    /// The places, if `isBrief` only those beyond a limit, then the limits that the whole edition is beyond: a text for each.
    public func lines(as format: DiagnosticFormat, isBrief: Bool = false) -> [String] {
        let told = places.filter { !isBrief || $0.diagnostic.severity == .error }
        let found = told.map { place in
            format == .json ? json(place.diagnostic, place.finding).line : format.text(place.diagnostic)
        }
        return found + breaches.map { format.text($0) }
    }

    /// The edition in numbers: a few lines of text, or an object.
    public func totals(as format: DiagnosticFormat) -> String {
        format == .json ? totalsObject.line : totalsText
    }

    private func json(_ diagnostic: Diagnostic, _ finding: Finding) -> JSON {
        guard case .object(var members) = DiagnosticFormat.object(diagnostic) else { return .null }
        members["kind"] = .string(finding.kind.rawValue)
        members["page"] = .string(finding.label)
        members["pageNumber"] = .integer(finding.page + 1)
        members["lineOnPage"] = .integer(finding.line)
        members["value"] = .number(Self.hundredths(finding.value))
        members["words"] = .string(finding.words)
        if let origin = finding.origin {
            members["source"] = Self.place(origin.source)
            members["catalogue"] = origin.catalogue.map { Self.place($0) }
        }
        return .object(members.merging(edition) { $1 })
    }

    private var edition: [String: JSON] {
        var members: [String: JSON] = ["publication": .string(publication), "edition": .string(language)]
        if let variant { members["variant"] = .string(variant) }
        return members
    }

    private static func place(_ range: SourceRange) -> JSON {
        let (line, column) = range.start
        return .object(["file": .string(range.file.path), "line": .integer(line), "column": .integer(column)])
    }

    private var totalsObject: JSON {
        let totals = report.totals
        var members = edition
        members["totals"] = .object([
            "pages": .integer(totals.pages), "paragraphs": .integer(totals.paragraphs),
            "lines": .integer(totals.lines), "justifiedLines": .integer(totals.justified),
            "hyphens": .integer(totals.hyphens), "hyphensPer100": .number(Self.hundredths(hyphensPer100)),
            "hyphenPairs": .integer(totals.hyphenPairs), "stackPairs": .integer(totals.stackPairs),
            "looseLines": .integer(totals.looseLines), "looseLinesPer100": .number(Self.hundredths(looseLinesPer100)),
            "wordSpaceMean": .number(Self.hundredths(totals.meanWordSpace)),
            "wordSpaceLeast": .number(Self.hundredths(totals.narrowestWordSpace)),
            "wordSpaceGreatest": .number(Self.hundredths(totals.widestWordSpace)),
            "wordSpaceSpread": .number((totals.wordSpaceSpread * 1000).rounded() / 1000),
        ])
        members["findings"] = .object(
            Dictionary(uniqueKeysWithValues: Finding.Kind.allCases.map { ($0.rawValue, .integer(totals[$0])) }))
        members["beyond"] = .array(
            report.breaches.map {
                .object([
                    "limit": .string($0.limit), "value": .number(Self.hundredths($0.value)),
                    "allowed": .number($0.allowed),
                ])
            })
        return .object(members)
    }

    private var totalsText: String {
        let totals = report.totals
        var text = "\(group): \(totals.pages) pages, \(totals.lines) lines, \(totals.justified) of them justified"
        if totals.justified > 0 {
            let (least, most) = (Self.rounded(totals.narrowestWordSpace), Self.rounded(totals.widestWordSpace))
            text +=
                "\n    word spaces \(least) to \(most) times their natural width, spread \(Self.rounded(totals.wordSpaceSpread, 3))"
            text += "; \(Self.rounded(looseLinesPer100)) loose or tight lines of 100"
        }
        text += "\n    \(Self.rounded(hyphensPer100)) divided words at 100 line ends"
        text += "; \(totals.hyphenPairs) pairs of them, \(totals.stackPairs) pairs of the same word"
        let kinds = Finding.Kind.allCases.filter { totals[$0] > 0 }.map { "\(totals[$0]) \($0.rawValue)" }
        return text + "\n    " + (kinds.isEmpty ? "nothing that stops the eye" : kinds.joined(separator: ", "))
    }

    private var hyphensPer100: Double { QualityReport.Totals.per100(report.totals.hyphens, of: report.totals.lines) }
    private var looseLinesPer100: Double {
        QualityReport.Totals.per100(report.totals.looseLines, of: report.totals.justified)
    }

    private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    /// With as many decimals as it needs, at most `places`.
    static func rounded(_ value: Double, _ places: Int = 2) -> String {
        let scale = places == 3 ? 1000.0 : 100.0
        let text = "\((value * scale).rounded() / scale)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension Finding {
    /// What a person is told.
    fileprivate var message: String {
        let number = TypographyRecord.rounded(value)
        let count = Int(value.rounded())
        let what =
            switch kind {
            case .wideWordSpace, .narrowWordSpace: "word spaces \(number) times their natural width: “\(words)”"
            case .looseLine: "set too loose, badness \(count): “\(words)”"
            case .tightLine: "set too tight, badness \(count): “\(words)”"
            case .unevenLines: "much looser or tighter than the line above: “\(words)”"
            case .ladder: "\(count) lines in a row end in divided words: \(words)"
            case .hyphenAtTurn: "a divided word at the turn of a page or column: \(words)"
            case .stack: "“\(words)” at the same edge of \(count) lines in a row"
            case .river: "a river through \(count) lines, down to “\(words)”"
            case .shortLastLine: "a paragraph ends in a scrap of a line: “\(words)”"
            case .overfullLine: "\(number) pt longer than its measure: “\(words)”"
            }
        return "page \(label), line \(line): \(what)"
    }
}
