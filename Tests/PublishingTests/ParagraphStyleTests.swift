// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Preflight
import Testing

@testable import Publishing

/// The styles of paragraphs, from the manuscript to the bytes of the file.
@Suite struct ParagraphStyleTests {
    /// The structure of the sample in a language.
    private func tags(_ text: String, _ language: String) async throws -> [Inspection.Tag] {
        let sample = try PublisherTests.Sample()
        try Disk.replace(sample.folder.path + "/Documents/theme.yaml", with: Array(ParagraphSample.theme.utf8))
        let folder = sample.folder.path + "/Documents/styles"
        try Disk.makeFolder(folder)
        let publication = ParagraphSample.publication("Styles", language)
        try Disk.replace(folder + "/publication.yaml", with: Array(publication.utf8))
        try Disk.replace(folder + "/01.md", with: Array(text.utf8))
        let outcome = await sample.publish {
            $0.publications = ["styles"]
            $0.variants = ["default"]
            $0.formats = [.screen]
        }
        try #require(outcome.diagnostics.all.isEmpty, outcome.said)
        return try Inspection.inspect(bytes: sample.bytes("styles/styles-\(language)-screen.pdf")).tags
    }

    private func text(_ tags: [Inspection.Tag]) -> String {
        tags.map(\.text).joined(separator: "|").replacing("\u{AD}", with: "")
    }

    @Test func english() async throws {
        let tags = try await tags(ParagraphSample.english, "en-GB")
        let text = text(tags)
        // A drop cap and small capitals are read as what was written.
        #expect(
            tags.contains { $0.role == "P" && $0.text.hasPrefix("All of us know that a chapter begins somewhere, and") }
        )
        #expect(text.contains("or 7/8 of all. NATO and UNESCO are not words, but small capitals are."))
        let run = try #require(tags.firstIndex { $0.role == "H3" && $0.text.hasPrefix("A run-in heading.") })
        #expect(tags[run + 1].role == "P" && tags[run + 1].text.hasPrefix("It begins the paragraph"))
        let labels = tags.filter { $0.role == "Lbl" }.map(\.text).filter { !$0.isEmpty }
        #expect(labels.prefix(8) == ["1.", "2.", "a)", "b)", "–", "–", "c)", "3."])
        #expect(labels.contains("100.") && labels.contains("•") && labels.contains("·"))
        #expect(tags.contains { $0.role == "BlockQuote" } && text.contains("|Somebody, Somewhere, 1999"))
        #expect(text.contains("This is the first line of a poem and this is the second, which is so much longer"))
        #expect(text.contains("Some Organisation 12 Some Street London N1 2AB"))
        #expect(text.contains("The 1st, the 2nd, the 5a and the nth of March."))
        #expect(zip(tags, tags.dropFirst()).allSatisfy { $1.depth <= $0.depth + 1 })
    }

    @Test func russian() async throws {
        let tags = try await tags(ParagraphSample.russian, "ru")
        let text = text(tags)
        #expect(
            tags.contains { $0.role == "P" && $0.text.hasPrefix("Для того чтобы глаз знал, где начинается глава, её") })
        #expect(text.contains("[капитель]") == false && text.contains("а капитель — слово"))
        let labels = tags.filter { $0.role == "Lbl" }.map(\.text).filter { !$0.isEmpty }
        #expect(labels.prefix(8) == ["1.", "2.", "а)", "б)", "—", "—", "в)", "3."])
        #expect(tags.contains { $0.role == "H3" && $0.text.hasPrefix("Заголовок в подбор.") })
        #expect(text.contains("Какая-то организация Какая-то улица, 12 Алматы 050000"))
    }
}
