// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Testing

@testable import Proofs

@Suite("Sheets of proofs") struct ProofSheetTests {
    @Test("each is complete and understood", arguments: ProofShelf.codes)
    func complete(_ code: String) throws {
        let sheet = try #require(ProofShelf.sheet(code))
        #expect(sheet.faults.isEmpty, "\(sheet.faults)")
        #expect(ProofShelf.code(for: sheet.language) == code)
        for text in [sheet.name, sheet.native, sheet.motto, sheet.alphabet, sheet.sample, sheet.lookAt] {
            #expect(!text.isEmpty)
        }
        #expect(!sheet.quotes.isEmpty && !sheet.numbers.isEmpty)
        // In Arabic letters no word is divided.
        #expect(sheet.words.count >= 10 || code == "ar")
        let english = try #require(ProofShelf.sheet("en"))
        for key in sheet.labels.keys { #expect(english.labels[key] != nil, "English has no ‘\(key)’") }
    }

    @Test("the sample uses letters of the alphabet alone", arguments: ProofShelf.codes.filter { $0 != "ar" })
    func letters(_ code: String) throws {
        let sheet = try #require(ProofShelf.sheet(code))
        let alphabet = Set(sheet.alphabet)
        let others = Set((sheet.sample + sheet.motto + sheet.words.joined()).filter(\.isLetter)).subtracting(alphabet)
        // Stress marks and marks on vowels that are no letters of their own.
        #expect(others.allSatisfy { $0.unicodeScalars.count > 1 || "éâîû".contains($0) }, "\(others)")
    }

    @Test("a tag finds the nearest sheet, of its own script")
    func nearest() {
        func code(_ tag: String) -> String? { LanguageTag(tag).flatMap { Proof(of: $0)?.name } }
        #expect(code("en") == "proof-en")
        #expect(code("de-AT") == "proof-de")
        #expect(code("sr") == "proof-sr-Cyrl")
        #expect(code("sr-Latn") == nil)
        #expect(code("ka") == nil)
        #expect(Proof(of: .british)?.language == .british)
        #expect(LanguageTag("en").flatMap { Proof(of: $0)?.language } == .british)
    }

    @Test("division points are shown between letters")
    func points() {
        #expect(ProofWriter.pointed("подъезд", [6]) == "под·ъезд")
        #expect(ProofWriter.pointed("so", []) == "so")
    }
}

@Suite("Proofs as publications") struct ProofTests {
    private static func publication(_ tag: String, hasList: Bool = true, hasSmallCapitals: Bool = true) throws
        -> Publication
    {
        let proof = try #require(LanguageTag(tag).flatMap { Proof(of: $0) })
        let means = Proof.Means(
            divide: { _ in [2] }, hasList: hasList, hasSmallCapitals: hasSmallCapitals, hasLocalForms: true)
        return proof.publication(theme: .builtIn, means: means)
    }

    private static func text(_ blocks: [Block]) -> String {
        blocks.map { block in
            switch block.content {
            case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
            case .component(let component): component.title.plainText + "\n" + text(component.blocks)
            case .list(let list): text(list.items.flatMap(\.blocks))
            case .table(let table):
                (table.head + table.rows).flatMap { $0 }.map(\.inlines.plainText).joined(separator: "\n")
            default: ""
            }
        }.joined(separator: "\n")
    }

    private static func blocks(_ publication: Publication) -> [Block] {
        guard case .document(let document)? = publication.parts.first else { return [] }
        return document.blocks
    }

    @Test("every style of the theme stands there by its name, set in itself")
    func styles() throws {
        let publication = try Self.publication("ru")
        let text = Self.text(Self.blocks(publication))
        for name in Theme.builtIn.styles.keys where name != "link" && name != "ornament" {
            #expect(text.contains("\(name) · "), "\(name)")
            #expect(publication.theme.components["in-proof-of-\(name)"]?.style == "proof-of-\(name)")
        }
        #expect(publication.theme.styles["proof-of-h2"]?.size == Theme.builtIn.styles["h2"]?.size)
    }

    @Test("words are shown divided, or it is said that there is no list")
    func division() throws {
        let text = Self.text(Self.blocks(try Self.publication("de")))
        #expect(text.contains("Be·ratungsangebote"))
        let without = Self.text(Self.blocks(try Self.publication("kk", hasList: false)))
        #expect(!without.contains("·ратуу") && without.contains("no hyphenation list"))
    }

    @Test("nothing is imitated that the face has not")
    func smallCapitals() throws {
        let text = Self.text(Self.blocks(try Self.publication("de", hasSmallCapitals: false)))
        #expect(text.contains("None are imitated"))
        #expect(!Self.text(Self.blocks(try Self.publication("ar"))).contains("imitated"), "no capitals, none small")
    }

    @Test("local forms stand beside those of another language")
    func local() throws {
        let blocks = Self.blocks(try Self.publication("bg"))
        let spans = blocks.flatMap { block -> [Inline] in
            guard case .component(let component) = block.content else { return [] }
            return component.blocks.flatMap { inner -> [Inline] in
                guard case .paragraph(let inlines) = inner.content else { return [] }
                return inlines
            }
        }
        #expect(
            spans.contains {
                guard case .span(let attributes, _) = $0.content else { return false }
                return attributes.language == .russian
            })
        #expect(!Self.text(Self.blocks(try Self.publication("de"))).contains("Local forms"))
    }

    @Test("every rule of the language stands there with its example")
    func rules() throws {
        let text = Self.text(Self.blocks(try Self.publication("ru")))
        #expect(text.contains("dialogue-dash") && text.contains("мы идём в_дом") == false)
        #expect(text.contains("мы идём в‿дом"))
    }

    @Test("English words in a proof are marked as English")
    func english() throws {
        let blocks = Self.blocks(try Self.publication("fr"))
        let first = try #require(blocks.first)
        #expect(first.language == .british)
        #expect(Self.blocks(try Self.publication("en")).first?.language == nil)
        #expect(Self.blocks(try Self.publication("ru")).first?.language == nil, "Russian has words of its own")
    }

    @Test("it ends with a page to sign")
    func signOff() throws {
        let last = try #require(Self.blocks(try Self.publication("es")).last)
        guard case .component(let component) = last.content else { return #expect(Bool(false)) }
        #expect(component.name == "worksheet")
        #expect(Self.text([last]).contains("Date and signature"))
    }
}
