// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Groundwork
internal import Manuscript
internal import Publishing

/// `pamphlet explain`.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell why a page looks as it does.",
        discussion: """
            Lists where the page might have ended and what each end costs, alone and for the pages of its section together; what is kept \
            together, which paragraphs are a line longer or shorter, where white grew. Writes \
            Output/PUBLICATION/explain-PUBLICATION-LANG-pN.pdf: the page with its strips, its white and its grid.
            """)

    @Argument(help: "A folder below Documents/.")
    var publication: String

    @Option(name: .long, help: ArgumentHelp("The page: what is printed on it, or its number.", valueName: "n"))
    var page: String

    @Option(
        name: .long, help: ArgumentHelp("The language. The source's, if not given.", valueName: "lang"))
    var language: String?

    @Option(name: .long, help: ArgumentHelp("The variant of the theme.", valueName: "name"))
    var variant: String?

    @Flag(name: .long, help: "Allow what is still open, as `build --draft` does.")
    var draft = false

    @Flag(name: .long, help: "One JSON object in place of text.")
    var json = false

    @Option(
        name: .long, help: ArgumentHelp("Write the overlay to this file.", valueName: "file.pdf"),
        completion: .file(extensions: ["pdf"]))
    var output: String?

    func validate() throws {
        if page.isEmpty { throw ValidationError("--page takes the label or the number of a page.") }
        if let language, LanguageTag(language) == nil {
            throw ValidationError("“\(language)” is not a language tag such as en-GB or ru.")
        }
    }

    func run() async throws {
        var request = Request()
        request.publications = [publication]
        request.languages = language.flatMap { LanguageTag($0) }.map { [$0] } ?? []
        request.variants = [variant ?? "default"]
        request.formats = [.screen]
        request.isDraft = draft
        request.explaining = page
        request.overlay = output.map { $0.hasPrefix("/") ? $0 : Console.workingFolder + "/" + $0 }
        try await Session(request: request, diagnostics: .text, isJSON: json).run()
    }
}
