// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Preflight
import Testing

@testable import Publishing

/// `pamphlet proof` from the sheet to the bytes of the file.
@Suite("Proofs as files") struct ProofTests {
    private static func tag(_ text: String) throws -> LanguageTag { try #require(LanguageTag(text)) }

    @Test("a proof is a tagged file like any other, and current when nothing has changed")
    func file() async throws {
        let sample = try PublisherTests.Sample()
        let french = try Self.tag("fr")
        let outcome = await sample.publish { $0.proofs = [french, french] }
        #expect(!outcome.diagnostics.hasErrors, outcome.said)
        #expect(outcome.files.map(\.path) == ["proofs/proof-fr.pdf"])
        let inspection = try Inspection.inspect(bytes: sample.bytes("proofs/proof-fr.pdf"))
        // An English title: no space before the colon.
        #expect(inspection.title == "Proof: French")
        #expect(inspection.language == "fr")
        #expect(!inspection.tags.isEmpty)
        let again = await sample.publish { $0.proofs = [french] }
        #expect(again.current == ["proofs/proof-fr.pdf"])
        #expect(again.files.isEmpty)
    }

    @Test("a language of which there is no proof is told with those that there are")
    func unknown() async throws {
        let sample = try PublisherTests.Sample()
        let klingon = try Self.tag("tlh")
        let outcome = await sample.publish { $0.proofs = [klingon] }
        #expect(outcome.diagnostics.all.map(\.code) == ["unknown-proof"])
        #expect(outcome.diagnostics.all.first?.hint.contains("sr-Cyrl") == true)
    }

    @Test("a missing hyphenation list is said")
    func noList() async throws {
        let sample = try PublisherTests.Sample()
        let kyrgyz = try Self.tag("ky")
        let outcome = await sample.publish { $0.proofs = [kyrgyz] }
        #expect(outcome.diagnostics.all.contains { $0.code == "no-hyphenation" && $0.severity == .warning })
        #expect(outcome.files.count == 1, outcome.said)
    }
}
