// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Groundwork
internal import Manuscript
internal import Publishing

/// What `build` and `check` have in common.
struct EditionOptions: ParsableArguments {
    @Argument(help: "Publications: folders below Documents/. All, if none is named.")
    var publications: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Only editions in this language; may be repeated.",
            discussion:
                "`en` means `en-GB` too. Without it: the source's language and that of each catalogue po/LANG.po.",
            valueName: "lang"))
    var language: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Only this variant of the theme; may be repeated.", discussion: "`default` is the theme itself.",
            valueName: "name"))
    var variant: [String] = []

    @Option(name: .long, help: "Only this format; may be repeated.")
    var format: [Format] = []

    @Flag(
        name: .long,
        help: "Allow what is still open: it is set visibly, listed with its pages, and every page says “Draft”.")
    var draft = false

    @Flag(
        name: .long,
        help:
            "Make editions that do not show what they are: plain cover, the declared neutral title everywhere, no links."
    )
    var discreet = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How many editions are made at once. As many as there are cores, if not given.", valueName: "n"))
    var jobs: Int?

    @Flag(name: .long, help: "Tell how long each stage took, here and in the manifest.")
    var timings = false

    @Option(name: .long, help: "How diagnostics are written.")
    var diagnostics: DiagnosticFormat = .text

    /// What a file is for.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case screen
        case print
    }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
        for tag in language where LanguageTag(tag) == nil {
            throw ValidationError("“\(tag)” is not a language tag such as en-GB or ru.")
        }
    }

    /// The request that these options make.
    var request: Request {
        var request = Request()
        request.publications = publications
        request.languages = language.compactMap { LanguageTag($0) }
        request.variants = variant
        request.formats = format.map { $0 == .screen ? .screen : .print }
        request.isDraft = draft
        request.isDiscreet = discreet
        request.jobs = jobs
        request.isTimed = timings
        return request
    }
}
