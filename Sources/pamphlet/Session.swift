// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Groundwork
internal import Manuscript
internal import Publishing

/// One run of the publisher with what is said about it.
struct Session {
    let request: Request
    /// How diagnostics are written.
    let diagnostics: DiagnosticFormat
    /// Whether only what is beyond a limit is listed of what `check --typography` finds.
    var isBrief = false
    /// Whether an explained page is told for programs.
    var isJSON = false

    func run() async throws {
        let project = try Session.project()
        let display = ProgressDisplay(isShown: Console.isTerminal && diagnostics == .text)
        let outcome = await Publisher(project: project, request: request).publish { display.report($0) }
        display.end()
        if let misuse = outcome.misuse {
            Console.print("pamphlet: error: \(misuse) [usage]", to: .errors)
            throw ExitCode(2)
        }
        report(outcome)
        if outcome.diagnostics.hasErrors || outcome.typography.contains(where: \.hasErrors)
            || outcome.pages.contains(where: \.hasErrors)
        {
            throw ExitCode.failure
        }
    }

    /// The project round the working folder; says so if there is none.
    static func project() throws -> Project {
        guard let project = Project.find(from: Console.workingFolder) else {
            Console.print(
                "pamphlet: error: this folder is not inside a project [no-project]\n"
                    + "    hint: a project is a folder that holds Documents/ and Fonts/; `pamphlet new NAME` begins one",
                to: .errors)
            throw ExitCode.failure
        }
        return project
    }

    /// Prints `diagnostics` in the chosen form, then how many there are.
    static func report(_ diagnostics: Diagnostics, as format: DiagnosticFormat) {
        for diagnostic in diagnostics.all { Console.print(format.text(diagnostic), to: format.stream) }
        let errors = diagnostics.all.count { $0.severity == .error }
        let warnings = diagnostics.all.count { $0.severity == .warning }
        guard errors + warnings > 0, format == .text else { return }
        Console.print("\(count(errors, "error")), \(count(warnings, "warning"))", to: .errors)
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private func report(_ outcome: Outcome) {
        Session.report(outcome.diagnostics, as: diagnostics)
        // Only diagnostics on the output when a program reads them.
        let stream: Console.Stream = diagnostics == .text ? .output : .errors
        if !request.isExamining, !request.isExaminingPages, request.explaining == nil {
            reportOpenItems(outcome.open, to: stream)
        }
        if let record = outcome.explanation { Console.print(isJSON ? record.json : record.text) }
        reportTypography(outcome.typography)
        reportPages(outcome.pages)
        let hasErrors = outcome.diagnostics.hasErrors
        for file in outcome.files where !hasErrors {
            let size = (file.size + 512) / 1024
            Console.print("\(file.path)  \(Session.count(file.pages, "page")), \(size) KB", to: stream)
            guard request.isTimed else { continue }
            for (stage, seconds) in file.seconds.sorted(by: { $0.key < $1.key }) {
                Console.print("    \(stage) \(seconds) s", to: stream)
            }
        }
        if hasErrors, request.isWriting, request.explaining == nil {
            Console.print("nothing was written: earlier files are as they were", to: .errors)
        }
        guard !outcome.current.isEmpty, !hasErrors else { return }
        let isAll = outcome.files.isEmpty
        Console.print(
            isAll
                ? "Nothing has changed: \(Session.count(outcome.current.count, "file")) up to date."
                : "\(Session.count(outcome.current.count, "other file")) up to date.", to: stream)
    }

    /// Places and totals, on the output in every form: they are what was asked for.
    private func reportTypography(_ records: [TypographyRecord]) {
        for record in records {
            for line in record.lines(as: diagnostics, isBrief: isBrief) { Console.print(line) }
        }
        for record in records { Console.print(record.totals(as: diagnostics)) }
    }

    private func reportPages(_ records: [PagesRecord]) {
        for record in records {
            for line in record.lines(as: diagnostics, isBrief: isBrief) { Console.print(line) }
        }
        for record in records { Console.print(record.totals(as: diagnostics)) }
    }

    private func reportOpenItems(_ items: [OpenRecord], to stream: Console.Stream) {
        guard !items.isEmpty else { return }
        Console.print("Open until release:", to: stream)
        var group = ""
        for item in items {
            if item.group != group {
                group = item.group
                Console.print("  \(group)", to: stream)
            }
            let place = item.origin.map { "  (\($0.source.file.path):\($0.source.start.line))" } ?? ""
            let pages = item.pages.isEmpty ? "" : "page \(item.pages.joined(separator: ", ")): "
            Console.print("    \(pages)\(item.text)\(place)", to: stream)
        }
    }
}
