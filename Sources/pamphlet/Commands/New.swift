// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Groundwork
internal import Manuscript
internal import Publishing

/// `pamphlet new`.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lay out a new publication that builds at once and shows each construct in use.",
        discussion: """
            Makes Documents/NAME with publication.yaml, two chapters, a figure and a folder for catalogues; outside a project it begins one \
            here. Nothing that exists is changed.
            """)

    @Argument(
        help: "The folder's name below Documents/, and the stem of the files' names: small letters, digits, hyphens.")
    var name: String

    @Option(name: .long, help: ArgumentHelp("The language of the text.", valueName: "lang"))
    var language = "en-GB"

    @Option(name: .long, help: "The title. Made of the name, if not given.")
    var title: String?

    func validate() throws {
        let isPlain = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard isPlain, !name.isEmpty, !name.hasPrefix("-"), name.utf8.count <= 100 else {
            throw ValidationError("“\(name)” cannot name a publication: small letters, digits and hyphens do.")
        }
        guard LanguageTag(language) != nil else {
            throw ValidationError("“\(language)” is not a language tag such as en-GB or ru.")
        }
    }

    func run() throws {
        let root = Project.find(from: Console.workingFolder)?.root ?? Console.workingFolder
        let sample = SamplePublication(
            name: name, title: title ?? name.split(separator: "-").joined(separator: " ").capitalisedFirst,
            language: language)
        do throws(StageFailure) {
            for path in try sample.write(into: root) { Console.print(path) }
        } catch {
            Console.print("pamphlet: error: \(error) [new]", to: .errors)
            throw ExitCode.failure
        }
        Console.print("\nBuild it: pamphlet fonts && pamphlet build \(name) --draft")
    }
}

extension String {
    /// With a capital letter at its beginning.
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
