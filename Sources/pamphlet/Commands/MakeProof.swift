// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Groundwork
internal import Publishing

/// `pamphlet proof`.
struct MakeProof: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "Make the proof of a language: what a native reader signs off.",
        discussion: """
            Writes Output/proofs/proof-LANG.pdf: running text, the rules of the language at work, letters, figures, divided words, local \
            forms and every paragraph style of the house's theme, with a page to sign.
            """)

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The language; may be repeated. Without it: all of which there is a proof.", valueName: "lang"))
    var language: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("Write into this folder instead of Output.", valueName: "dir"),
        completion: .directory)
    var output: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How many proofs are made at once. As many as there are cores, if not given.", valueName: "n"))
    var jobs: Int?

    @Option(name: .long, help: "How diagnostics are written.")
    var diagnostics: DiagnosticFormat = .text

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
        for tag in language where LanguageTag(tag) == nil {
            throw ValidationError("“\(tag)” is not a language tag such as en-GB or ru.")
        }
    }

    func run() async throws {
        var request = Request()
        request.proofs = language.isEmpty ? Request.allProofs : language.compactMap { LanguageTag($0) }
        request.output = output.map { $0.hasPrefix("/") ? $0 : Console.workingFolder + "/" + $0 }
        request.jobs = jobs
        try await Session(request: request, diagnostics: diagnostics).run()
    }
}
