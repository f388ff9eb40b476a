// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Testing

@testable import Publishing

extension PublisherTests.Sample {
    static let text = "01-text.md"

    /// Writes a file of the publication.
    func write(_ file: String, _ text: String) throws { try write(file, bytes: Array(text.utf8)) }

    func write(_ file: String, bytes: [UInt8]) throws {
        let path = folder.path + "/Documents/guide/" + file
        try Disk.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        try Disk.replace(path, with: bytes)
    }

    /// Adds a block to the first chapter.
    func add(_ text: String, to file: String = Self.text) throws {
        let path = folder.path + "/Documents/guide/" + file
        try Disk.replace(path, with: try Disk.read(path) + Array(("\n" + text + "\n").utf8))
    }

    /// Adds a line to publication.yaml.
    func set(_ line: String) throws { try edit("publication.yaml", "kind: Handbook", line) }

    func remove(_ file: String) { Disk.remove(folder.path + "/Documents/guide/" + file) }

    /// Writes a picture and a block that shows it.
    func show(_ name: String, _ bytes: [UInt8]) throws {
        try write(name, bytes: bytes)
        try add("![A picture](\(name))")
    }

    /// Fills what the sample leaves open, so that a final edition can be built.
    func close() throws {
        try edit("02-components.md", "[TESTIMONY – consented quotation]", "A quotation.")
        try edit("publication.yaml", "[TO CONFIRM – publisher]", "A publisher")
        try edit("publication.yaml", "[TO CONFIRM – licence]", "A licence")
    }

    static let earlier = Array("%PDF-1.7 an earlier edition".utf8)
    static let edition = "guide/guide-en-GB-screen.pdf"

    /// Builds the screen edition where an earlier one stands.
    func build(isDraft: Bool = true) async throws -> Outcome {
        try Disk.makeFolder(folder.path + "/Output/guide")
        try Disk.replace(folder.path + "/Output/" + Self.edition, with: Self.earlier)
        return await publish {
            $0.formats = [.screen]
            $0.isDraft = isDraft
        }
    }

    /// That nothing was written, and that every fault says where it is, what is wrong and what to do.
    func expectRefusal(_ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(outcome.diagnostics.hasErrors, sourceLocation: sourceLocation)
        #expect(outcome.files.isEmpty, sourceLocation: sourceLocation)
        #expect(try bytes(Self.edition) == Self.earlier, sourceLocation: sourceLocation)
        #expect(
            !Disk.files(below: folder.path + "/Output").contains { $0.hasSuffix(".part") },
            sourceLocation: sourceLocation)
        for fault in outcome.diagnostics.all where fault.severity != .note {
            let comment = Comment(rawValue: fault.summary)
            #expect(!fault.message.isEmpty, comment, sourceLocation: sourceLocation)
            #expect(!fault.hint.isEmpty, comment, sourceLocation: sourceLocation)
            let path = fault.origin.map { ($0.catalogue ?? $0.source).file.path } ?? ""
            #expect(path.hasPrefix("Documents/"), comment, sourceLocation: sourceLocation)
            #expect(
                !fault.message.contains(folder.path) && !fault.hint.contains(folder.path), comment,
                sourceLocation: sourceLocation)
        }
    }
}

extension Outcome {
    /// The errors of kind `code`.
    func errors(_ code: DiagnosticCode) -> [Diagnostic] {
        diagnostics.all.filter { $0.severity == .error && $0.code == code }
    }

    /// Whether an error of kind `code` points to a line of `file` that holds `text`.
    func has(_ code: DiagnosticCode, in file: String, at text: String) -> Bool {
        errors(code).contains { fault in
            guard let place = fault.origin.map({ $0.catalogue ?? $0.source }) else { return false }
            return place.file.path == "Documents/" + file && place.file.line(place.start.line).contains(text)
        }
    }

    /// All that was said, for a failing test.
    var said: Comment { Comment(rawValue: diagnostics.all.map(\.summary).joined(separator: "\n")) }
}
