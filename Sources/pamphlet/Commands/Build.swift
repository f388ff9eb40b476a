// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Publishing

/// `pamphlet build`.
struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the PDF editions of publications.",
        discussion: """
            Writes Output/PUBLICATION/PUBLICATION-LANG[-VARIANT]-FORMAT.pdf and Output/manifest.json. Every file of a run is written, or \
            none: after an error the earlier ones are whole. Editions of which nothing has changed are not made again.
            """)

    @OptionGroup var options: EditionOptions

    @Option(
        name: .long, help: ArgumentHelp("Write into this folder instead of Output.", valueName: "dir"),
        completion: .directory)
    var output: String?

    func run() async throws {
        var request = options.request
        request.output = output.map { $0.hasPrefix("/") ? $0 : Console.workingFolder + "/" + $0 }
        try await Session(request: request, diagnostics: options.diagnostics).run()
    }
}

/// `pamphlet check`.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Do all that build does, but write nothing.",
        discussion:
            """
            Reports every fault of the chosen editions. With --draft, what is still open is listed, not a fault.

            With --typography the editions are set and looked at, not drawn: each place at which the eye would stop is listed with its page \
            and line, then the totals of each edition. A place, or an edition, beyond the limits of the theme's `typography:` is an error.

            With --pages the pages are looked at in the same way. Single lines of paragraphs, headings without their text, notes away from \
            their marks, and what overlaps or is cut off are errors; uneven, short or empty pages are told.
            """)

    @OptionGroup var options: EditionOptions

    @Flag(name: .long, help: "List where lines are set badly, and hold the editions to the theme's limits.")
    var typography = false

    @Flag(name: .long, help: "List what is wrong with pages: where they break, what overlaps or is cut off.")
    var pages = false

    @Flag(name: .long, help: "With --typography or --pages: leave out the places within the limits.")
    var brief = false

    func validate() throws {
        if brief, !typography, !pages { throw ValidationError("--brief goes with --typography or --pages.") }
    }

    func run() async throws {
        var request = options.request
        request.isWriting = false
        request.isExamining = typography
        request.isExaminingPages = pages
        try await Session(request: request, diagnostics: options.diagnostics, isBrief: brief).run()
    }
}
