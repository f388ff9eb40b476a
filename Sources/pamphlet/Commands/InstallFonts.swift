// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Groundwork
internal import Manuscript
internal import Publishing

/// `pamphlet fonts`.
struct InstallFonts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fonts",
        abstract: "Put the fonts, hyphenation lists and ICC profiles of Fonts/fonts.yaml into the project.",
        discussion: """
            Takes each file from the Debian package that fonts.yaml names and verifies its SHA-256. Lists go into Fonts/hyphenation in UTF-8, \
            profiles into Fonts/profiles. A build uses these files and nothing else of the kind on the machine. Hyphenation lists and \
            fonts for other scripts whose package is not installed are passed over: a build names them when a text needs one.
            """)

    @Flag(name: .long, help: "Print the Debian packages that fonts.yaml names, each once, and do nothing.")
    var packages = false

    @Option(name: .long, help: "How diagnostics are written.")
    var diagnostics: DiagnosticFormat = .text

    func run() throws {
        let project = try Session.project()
        var found = Diagnostics()
        guard let manifest = ManuscriptReader(project: project).fontManifest(diagnostics: &found) else {
            Session.report(found, as: diagnostics)
            throw ExitCode.failure
        }
        if packages {
            for package in Set(manifest.entries.map(\.package)).sorted() { Console.print(package) }
            return
        }
        let result = FontStore(root: project.root, manifest: manifest).install(&found)
        Session.report(found, as: diagnostics)
        for path in result.written { Console.print(path, to: diagnostics == .text ? .output : .errors) }
        if found.hasErrors { throw ExitCode.failure }
        if result.written.isEmpty {
            Console.print("Fonts are in place: \(result.kept) files.", to: diagnostics == .text ? .output : .errors)
        }
    }
}
