// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Preflight
import Testing

@testable import Publishing

/// `pamphlet explain` from the manuscript to the overlay.
@Suite("The explanation of a page, told and drawn") struct ExplanationTests {
    private static func explain(
        _ sample: PublisherTests.Sample, _ page: String, _ change: (inout Request) -> Void = { _ in }
    ) async -> Outcome {
        await sample.publish {
            $0.explaining = page
            $0.formats = [.screen]
            change(&$0)
        }
    }

    @Test("tells ends, costs and places, and writes the page alone")
    func told() async throws {
        let sample = try PublisherTests.Sample()
        let outcome = await Self.explain(sample, "3")
        #expect(!outcome.diagnostics.hasErrors, outcome.said)
        #expect(outcome.files.isEmpty)
        let record = try #require(outcome.explanation)
        #expect(record.group == "guide, en-GB")
        #expect(record.text.contains("\n* after "))
        #expect(record.text.contains("Documents/guide/"))
        #expect(record.overlay == "guide/explain-guide-en-GB-p3.pdf")
        let inspection = try Inspection.inspect(bytes: sample.bytes("guide/explain-guide-en-GB-p3.pdf"))
        #expect(inspection.pages.count == 1)
        #expect(inspection.language == "en-GB")
        let object = try #require(JSON(record.json))
        #expect(object["page"]?.text == "3")
        guard case .array(let ends)? = object["ends"] else { return #expect(Bool(false), "no ends") }
        #expect(ends.count { $0["isChosen"] == .boolean(true) } == 1)
        #expect(!Disk.exists(sample.folder.path + "/Output/manifest.json"))
    }

    @Test("the same question has the same answer, in text and in bytes")
    func isDeterministic() async throws {
        let (first, second) = (try PublisherTests.Sample(), try PublisherTests.Sample())
        let (one, other) = (await Self.explain(first, "2"), await Self.explain(second, "2"))
        #expect(one.explanation?.json == other.explanation?.json)
        let path = "guide/explain-guide-en-GB-p2.pdf"
        #expect(try first.bytes(path) == second.bytes(path))
    }

    @Test("a page that there is not is the asker's mistake", arguments: ["0", "999", "ix", ""])
    func misuse(page: String) async throws {
        let outcome = await Self.explain(try PublisherTests.Sample(), page)
        #expect(outcome.misuse?.contains(" pages, ") == true, "\(outcome.misuse ?? "")")
        #expect(outcome.explanation == nil)
    }

    @Test("faults of the content are told, and nothing is drawn")
    func faults() async throws {
        let sample = try PublisherTests.Sample()
        let outcome = await Self.explain(sample, "2") { $0.isDraft = false }
        #expect(outcome.diagnostics.hasErrors)
        #expect(outcome.explanation != nil && outcome.explanation?.overlay == nil)
        #expect(!Disk.exists(sample.folder.path + "/Output/guide/explain-guide-en-GB-p2.pdf"))
    }
}
