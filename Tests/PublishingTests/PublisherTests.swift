// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Preflight
import Testing

@testable import Publishing

/// Whole publications, from `pamphlet new` to the bytes of the files. The fonts come from the machine's packages, as `make test` has them.
@Suite struct PublisherTests {
    /// A project of its own with the sample publication.
    struct Sample {
        let folder: TemporaryFolder
        let project: Project

        init() throws {
            folder = try TemporaryFolder()
            _ = try SamplePublication(name: "guide", title: "A guide", language: "en-GB").write(into: folder.path)
            project = try #require(Project.find(from: folder.path + "/Documents/guide"))
            try Self.fonts.get().copy(into: folder.path)
        }

        /// What the sample's fonts.yaml declares, put in place once for all tests.
        private static let fonts = Result { try PreparedFonts() }

        private final class PreparedFonts: Sendable {
            private let folder: TemporaryFolder

            init() throws {
                folder = try TemporaryFolder()
                _ = try SamplePublication(name: "guide", title: "A guide", language: "en-GB").write(into: folder.path)
                let project = try #require(Project.find(from: folder.path + "/Documents/guide"))
                var diagnostics = Diagnostics()
                let manifest = try #require(ManuscriptReader(project: project).fontManifest(diagnostics: &diagnostics))
                _ = FontStore(root: folder.path, manifest: manifest).install(&diagnostics)
                try #require(diagnostics.all.isEmpty)
            }

            func copy(into path: String) throws { try folder.copy("Fonts", into: path) }
        }

        func publish(_ change: (inout Request) -> Void = { _ in }) async -> Outcome {
            var request = Request()
            request.isDraft = true
            change(&request)
            return await Publisher(project: project, request: request).publish()
        }

        func edit(_ file: String, _ old: String, _ new: String) throws {
            let path = folder.path + "/Documents/guide/" + file
            let text = String(decoding: try Disk.read(path), as: UTF8.self)
            let parts = try #require(text.contains(old) ? text : nil)
            try Disk.replace(path, with: Array(replaced(parts, old, new).utf8))
        }

        private func replaced(_ text: String, _ old: String, _ new: String) -> String {
            guard let range = text.firstRange(of: old) else { return text }
            return text[..<range.lowerBound] + new + text[range.upperBound...]
        }

        func bytes(_ path: String) throws -> [UInt8] { try Disk.read(folder.path + "/Output/" + path) }
    }

    @Test func theSampleBuildsAtOnce() async throws {
        let sample = try Sample()
        let outcome = await sample.publish()
        #expect(!outcome.diagnostics.hasErrors, "\(outcome.diagnostics.all.map(\.message))")
        #expect(outcome.files.map(\.path) == ["guide/guide-en-GB-print.pdf", "guide/guide-en-GB-screen.pdf"])
        #expect(outcome.open.contains { $0.text.contains("TESTIMONY") && !$0.pages.isEmpty })
        let inspection = try Inspection.inspect(bytes: sample.bytes("guide/guide-en-GB-screen.pdf"))
        #expect(inspection.title == "A guide")
        #expect(inspection.language == "en-GB")
        #expect(inspection.links.contains { $0.target == "https://www.example.org/" })
        let manifest = try #require(JSON(String(decoding: sample.bytes("manifest.json"), as: UTF8.self)))
        #expect(!manifest.pretty.contains(sample.folder.path))
    }

    @Test func whatHasNotChangedIsNotMadeAgain() async throws {
        let sample = try Sample()
        _ = await sample.publish()
        let again = await sample.publish()
        #expect(again.files.isEmpty)
        #expect(again.current.count == 2)
        try sample.edit("01-text.md", "set apart", "kept apart")
        #expect(await sample.publish().files.count == 2)
    }

    @Test func equalContentMakesEqualBytes() async throws {
        let (first, second) = (try Sample(), try Sample())
        _ = await first.publish()
        _ = await second.publish { $0.jobs = 1 }
        for path in ["guide/guide-en-GB-print.pdf", "guide/guide-en-GB-screen.pdf", "manifest.json"] {
            #expect(try first.bytes(path) == second.bytes(path))
        }
    }

    @Test(arguments: [
        ("01-text.md", "[](#lists)", "[](#nowhere)"), ("01-text.md", "{#lists}", "{#headings}"),
        ("02-components.md", "(term:", "(term:un"), ("02-components.md", "(resource:", "(resource:un"),
        ("02-components.md", "figures/steps.svg", "figures/absent.svg"),
        ("02-components.md", "figures/steps.svg", "../../../../etc/passwd"),
        ("02-components.md", "should remember.\n:::\n", "should remember.\n"), ("publication.yaml", "kind:", "kin:"),
        ("publication.yaml", "title: \"A guide\"", "title: [1"),
    ])
    func faultsAreToldAndLeaveTheEarlierFileWhole(_ file: String, _ old: String, _ new: String) async throws {
        let sample = try Sample()
        _ = await sample.publish()
        let before = try sample.bytes("guide/guide-en-GB-screen.pdf")
        try sample.edit(file, old, new)
        let outcome = await sample.publish()
        let errors = outcome.diagnostics.all.filter { $0.severity == .error }
        #expect(!errors.isEmpty)
        #expect(errors.allSatisfy { $0.origin?.source.file.path.hasPrefix("Documents/") == true })
        #expect(try sample.bytes("guide/guide-en-GB-screen.pdf") == before)
        #expect(!Disk.files(below: sample.folder.path + "/Output").contains { $0.hasSuffix(".part") })
    }

    @Test func aFinalBuildFailsOnWhatIsOpen() async throws {
        let sample = try Sample()
        let outcome = await sample.publish { $0.isDraft = false }
        let errors = outcome.diagnostics.all.filter { $0.severity == .error }
        #expect(errors.contains { $0.origin?.source.file.path == "Documents/guide/02-components.md" })
        #expect(errors.contains { $0.origin?.source.file.path == "Documents/guide/publication.yaml" })
        #expect(outcome.files.isEmpty)
    }

    @Test func aDiscreetEditionDoesNotSayWhatItIs() async throws {
        let sample = try Sample()
        let outcome = await sample.publish {
            $0.isDiscreet = true
            $0.formats = [.screen]
        }
        #expect(outcome.files.map(\.path) == ["notes/notes-en-GB-screen.pdf"])
        let inspection = try Inspection.inspect(bytes: sample.bytes("notes/notes-en-GB-screen.pdf"))
        #expect(inspection.title == "Notes")
        #expect(!inspection.links.contains { $0.target.hasPrefix("http") })
    }

    @Test func checkingWritesNothing() async throws {
        let sample = try Sample()
        let outcome = await sample.publish { $0.isWriting = false }
        #expect(outcome.files.count == 2)
        #expect(!Disk.exists(sample.folder.path + "/Output"))
    }

    @Test func unknownNamesAreTold() async throws {
        let sample = try Sample()
        let outcome = await sample.publish {
            $0.publications = ["guide", "absent"]
            $0.languages = [.russian]
            $0.variants = ["giant"]
        }
        let codes = Set(outcome.diagnostics.all.map(\.code))
        #expect(codes.isSuperset(of: ["unknown-publication", "unknown-edition"]))
    }
}
