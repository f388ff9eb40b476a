// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Groundwork
import Manuscript
import Preflight
import Testing

@testable import Publishing

/// Documents of many shapes, through the whole line, their pages looked at.
@Suite struct ShapeTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Fixtures/shapes").standardized.path

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted()

    @Test func thereAreForty() { #expect(Self.names.count == 40) }

    @Test(arguments: Desk.formats.indices)
    func pagesOfEveryShapeAreWhole(format: Int) throws {
        let desk = try Desk()
        for name in Self.names {
            let text = String(decoding: try Disk.read(Self.folder + "/" + name), as: UTF8.self)
            let language = name.contains("russian") ? "ru" : "en-GB"
            let made = try desk.make(text, language: language, variant: Desk.formats[format])
            let place = "\(name), \(Desk.formats[format] ?? "default")"
            let errors = made.diagnostics.all.filter { $0.severity == .error }.map(\.summary)
            #expect(errors.isEmpty, "\(place): \(errors.joined(separator: "\n"))")
            #expect(made.faults.isEmpty, "\(place): \(made.faults.joined(separator: "\n"))")
            let lost = Self.words(of: text).filter { !made.letters.contains($0) }
            #expect(lost.isEmpty, "\(place) has lost: \(lost)")
        }
    }

    /// What is drawn and finished is a whole file.
    @Test func everyShapeBecomesAFile() async throws {
        let sample = try PublisherTests.Sample()
        for name in Self.names { try sample.write(name, bytes: try Disk.read(Self.folder + "/" + name)) }
        let contents = Self.names.map { "  - \($0)" }.joined(separator: "\n")
        try sample.write(
            "publication.yaml", "title: Shapes\nlanguage: en-GB\ndate: 2026-01-01\ncontents:\n\(contents)\n")
        let outcome = await sample.publish { $0.formats = [.screen] }
        #expect(!outcome.diagnostics.hasErrors, outcome.said)
        let inspection = try Inspection.inspect(bytes: sample.bytes("guide/guide-en-GB-screen.pdf"))
        #expect(inspection.pages.count > 80)
    }

    /// The words of a text as far as they can be told without reading its signs.
    private static func words(of text: String) -> Set<String> {
        let lines = text.split(separator: "\n").map { line -> Substring in
            guard line.hasPrefix(":::") else { return line }
            return line.drop { $0 == ":" }.drop { $0 != " " }
        }
        let bare = lines.joined(separator: " ").replacing(/\{[^}]*\}|\[\^\w+\]|\]\(#[^)]*\)/, with: " ")
        return Set(
            bare.split { !$0.isLetter && $0 != "’" && $0 != "'" }.map { String($0).bareLetters }.filter { $0.count > 3 }
        )
    }
}
