// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Publishing

/// `pamphlet check --typography` from the manuscript to the report.
@Suite("The quality report") struct TypographyTests {
    /// A paragraph that ends in a scrap, on line 3 of its file.
    private static func sample(_ settings: String = "") throws -> PublisherTests.Sample {
        let sample = try PublisherTests.Sample()
        let text =
            "Here are a few words that fill more than one line of the column, so that something is left, and it ends:"
        try sample.add(text + "\\\nso.")
        if !settings.isEmpty { try sample.set(settings) }
        return sample
    }

    private static func report(_ sample: PublisherTests.Sample) async throws -> TypographyRecord {
        let outcome = await sample.publish {
            $0.isWriting = false
            $0.isExamining = true
        }
        #expect(!outcome.diagnostics.hasErrors, outcome.said)
        #expect(outcome.files.isEmpty)
        #expect(outcome.typography.count == 1, "two formats, one setting")
        return try #require(outcome.typography.first)
    }

    @Test("tells place, page and totals, as text and as JSON")
    func places() async throws {
        let sample = try Self.sample("theme: {typography: {short-last-lines: 0}}")
        let record = try await Self.report(sample)
        #expect(record.group == "guide, en-GB")
        #expect(record.hasErrors)
        let line = try #require(record.lines(as: .text).first { $0.contains("[short-last-line]") })
        #expect(line.hasPrefix("Documents/guide/"))
        #expect(line.contains("note: page ") && line.contains("“so.”"))
        let object = try #require(
            record.lines(as: .json).compactMap { JSON($0) }.first { $0["kind"]?.text == "short-last-line" })
        #expect(object["words"]?.text == "so.")
        #expect(object["source"]?["file"]?.text == object["file"]?.text)
        guard case .integer(let page)? = object["pageNumber"] else { return #expect(Bool(false), "\(object)") }
        #expect(page > 1)
        let totals = try #require(JSON(record.totals(as: .json)))
        #expect(totals["findings"]?["short-last-line"] == .integer(1))
        #expect(totals["publication"]?.text == "guide")
        #expect(record.totals(as: .text).contains("1 short-last-line"))
    }

    @Test("an edition within its limits is no error, and tells its notes all the same")
    func limits() async throws {
        let loose =
            "typography: {word-space: [0.01, 99], short-last-lines: 1, rivers: 99, hyphens-at-turns: 99, overfull-lines: 99, ladder: 99, loose-lines-per-100: 100, uneven-lines-per-100: 100}"
        let record = try await Self.report(Self.sample("theme: {\(loose)}"))
        #expect(!record.hasErrors, "\(record.lines(as: .text))")
        #expect(!record.lines(as: .text).isEmpty)
        #expect(record.lines(as: .text, isBrief: true).isEmpty)
    }

    @Test("a build keeps no record")
    func build() async throws {
        let outcome = await (try Self.sample()).publish()
        #expect(outcome.typography.isEmpty)
        #expect(!outcome.files.isEmpty)
    }
}
