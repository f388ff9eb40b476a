// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Glibc
internal import Publishing

/// The command `pamphlet`.
struct Pamphlet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pamphlet",
        abstract: "Sets structured content as tagged, print-ready PDF editions in several languages.",
        discussion: """
            Works from anywhere inside a project: a folder that holds Documents/. Each folder below it with a publication.yaml is a \
            publication; its editions are its languages × the theme's variants × the formats screen and print.

            Exit status: 0 when all went well, 1 when something was found in the content or a file could not be used, 2 when the \
            command was not understood.
            """,
        version: "pamphlet \(Release.version)",
        subcommands: [Build.self, Check.self, Explain.self, New.self, MakeProof.self, Inspect.self, InstallFonts.self])
}

/// The entry: maps what the argument parser makes of a command line to the program's exit statuses.
@main struct Main {
    static func main() async {
        do {
            var command = try await Pamphlet.parseCommand()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let status = Pamphlet.exitCode(for: error)
            let message = Pamphlet.fullMessage(for: error)
            if !message.isEmpty { Console.print(message, to: status.isSuccess ? .output : .errors) }
            // The parser's own status for a usage error is 64.
            exit(status == .validationFailure ? 2 : status.rawValue)
        }
    }
}

extension Pamphlet {
    static func parseCommand() async throws -> any ParsableCommand { try parseAsRoot() }
}
