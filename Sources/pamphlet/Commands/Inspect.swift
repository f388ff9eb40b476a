// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Groundwork
internal import Preflight
internal import Publishing

/// `pamphlet inspect`.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what a PDF holds: title, language, pages, outline, fonts, links, tag tree.",
        discussion: "Works outside a project and on files of other programs too.")

    @Argument(help: ArgumentHelp("The PDF.", valueName: "file.pdf"), completion: .file(extensions: ["pdf"]))
    var file: String

    func run() throws {
        do throws(StageFailure) {
            Console.print(try Inspection.inspect(bytes: try Disk.read(file)).description)
        } catch {
            Console.print("\(file): error: \(error) [unreadable]", to: .errors)
            throw ExitCode.failure
        }
    }
}
