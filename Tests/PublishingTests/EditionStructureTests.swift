// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import PDFSyntax
import Preflight
import Testing

@testable import Publishing

/// What stands in the files of a whole edition: text, tags, boxes, links, pictures.
@Suite struct EditionStructureTests {
    private static let screen = "guide/guide-en-GB-screen.pdf"
    private static let print = "guide/guide-en-GB-print.pdf"

    private func edition(
        _ change: (PublisherTests.Sample) throws -> Void = { _ in }, request: (inout Request) -> Void = { _ in }
    ) async throws -> PublisherTests.Sample {
        let sample = try PublisherTests.Sample()
        try change(sample)
        let outcome = await sample.publish(request)
        try #require(!outcome.diagnostics.hasErrors, "\(outcome.diagnostics.all.map(\.message))")
        return sample
    }

    @Test func textComesOnceAndInOrder() async throws {
        let sample = try await edition()
        let text = try Inspection.inspect(bytes: sample.bytes(Self.screen)).tags.map(\.text).joined(separator: " ")
            .replacing("\u{AD}", with: "")
        let written = [
            "A chapter is a file of Markdown.", "A heading with an id in braces", "A footnote stands at the foot",
            "A few words in", "autre langue", "A list with marks,", "and a list inside.", "counts by itself.",
            "A box to tick", "Its meaning, in a definition list.", "A quotation, set apart", "A container begins",
            "What a reader should remember.", "Text in two columns", "Formats of an edition", "with bleed",
            "A table’s notes stand below it.", "From text to paper.", "One language of a publication",
        ]
        var rest = text[...]
        for sentence in written {
            let sentence = sentence.replacing("’", with: text.contains("’s notes") ? "’" : "'")
            #expect(
                text.ranges(of: sentence).count == 1, "‘\(sentence)’ is there \(text.ranges(of: sentence).count) times")
            let place = try #require(rest.firstRange(of: sentence), "‘\(sentence)’ is out of its order")
            rest = rest[place.upperBound...]
        }
    }

    @Test func tagsSayWhatIsWhat() async throws {
        let sample = try await edition()
        let tags = try Inspection.inspect(bytes: sample.bytes(Self.screen)).tags
        #expect(tags.first?.role == "Document" && tags.filter { $0.depth == 0 }.count == 1)
        #expect(
            tags.contains { $0.role == "H1" } && tags.contains { $0.role == "H2" } && tags.contains { $0.role == "H3" })
        #expect(tags.contains { $0.role == "Span" && $0.language == "fr" && $0.text.contains("autre") })
        // Ticked and not, in a list and in a checklist, and the picture.
        let figures = tags.filter { $0.role == "Figure" }
        #expect(figures.count == 5 && figures.allSatisfy { !$0.alternative.isEmpty })
        #expect(tags.filter { $0.role == "TR" }.count == 3 && tags.filter { $0.role == "TH" }.count == 5)
        #expect(tags.filter { $0.role == "TD" }.count == 4)
        // The note follows the block of its mark, though page references made that block be set twice.
        let note = try #require(tags.firstIndex { $0.role == "Note" })
        let call = try #require(tags.firstIndex { $0.role == "Reference" && $0.depth > 2 && !$0.text.contains("…") })
        #expect(call < note && tags[note...].contains { $0.text.contains("A footnote stands") })
        #expect(tags.filter { $0.role == "Note" }.count == 1)
        #expect(zip(tags, tags.dropFirst()).allSatisfy { $1.depth <= $0.depth + 1 })
    }

    @Test func everyLinkStandsInTheTreeAndSaysWhereItLeads() async throws {
        let sample = try await edition()
        let file = try PDFFile(reading: sample.bytes(Self.screen))
        var count = 0
        for index in 0..<file.pageCount {
            let annotations = file.page(index)["Annots"]
            for position in 0..<annotations.count {
                count += 1
                #expect(annotations[position]["StructParent"].integer != nil)
                #expect(annotations[position]["Contents"].text?.isEmpty == false)
                let leads = !annotations[position]["Dest"].isNull || !annotations[position]["A"]["URI"].isNull
                #expect(leads)
            }
        }
        let inspection = try Inspection.inspect(bytes: sample.bytes(Self.screen))
        #expect(count > 10 && count >= inspection.tags.filter { $0.role == "Link" }.count)
        // A reference prints where it leads, and is read with it.
        let places = ["Lists, page", "Lists, overleaf", "Lists, opposite", "Lists, on this page"]
        #expect(inspection.links.contains { link in places.contains { link.contents.hasPrefix($0) } })
    }

    @Test func aPressGetsBoxesMarksAndInks() async throws {
        let sample = try await edition()
        let file = try PDFFile(reading: sample.bytes(Self.print))
        for index in 0..<file.pageCount {
            let page = file.page(index)
            let (media, bleed, trim) = (box(page["MediaBox"]), box(page["BleedBox"]), box(page["TrimBox"]))
            #expect(media[0] < bleed[0] && media[3] > bleed[3])
            #expect(abs(trim[0] - bleed[0] - 8.504) < 0.01 && abs(bleed[3] - trim[3] - 8.504) < 0.01)
            #expect(abs(trim[2] - trim[0] - 595.276) < 0.01 && abs(trim[3] - trim[1] - 841.89) < 0.01)
            #expect(page["Annots"].isNull)
            let content = String(decoding: try file.content(of: page), as: UTF8.self)
            #expect(content.contains("1 1 1 1 K") && !content.contains(" rg\n") && !content.contains(" RG\n"))
        }
        let screen = try PDFFile(reading: sample.bytes(Self.screen))
        #expect(abs(box(screen.page(0)["MediaBox"])[2] - 595.276) < 0.01)
    }

    private func box(_ box: PDFObject) -> [Double] { (0..<4).map { box[$0].real ?? -1 } }

    @Test func aPhotographTellsNothingAndIsPrintedInInks() async throws {
        let sample = try await edition { sample in
            let folder = sample.folder.path + "/Documents/guide/figures/"
            try Disk.replace(folder + "photograph.jpg", with: Photograph.bytes())
            try sample.edit("02-components.md", "figures/steps.svg", "figures/photograph.jpg")
        }
        for path in [Self.screen, Self.print] {
            let file = try PDFFile(reading: sample.bytes(path))
            let pictures = (0..<file.pageCount).flatMap { index -> [PDFObject] in
                let objects = file.page(index)["Resources"]["XObject"]
                return objects.keys.map { objects[$0] }.filter { $0["Subtype"].name == "Image" }
            }
            let picture = try #require(pictures.first)
            #expect(pictures.count == 1)
            #expect(try !String(decoding: picture.encodedData(), as: UTF8.self).contains(Photograph.place))
            let pixels = try #require(picture.decodedData())
            if path == Self.print {
                #expect(picture["ColorSpace"].name == "DeviceCMYK" && pixels.count == 8 * 8 * 4)
                // Red: magenta and yellow.
                #expect(pixels[0] < 80 && pixels[1] > 180 && pixels[2] > 150 && pixels[3] < 80)
            } else {
                #expect(picture["ColorSpace"].name == "DeviceRGB" && picture["Filter"].name == "DCTDecode")
                #expect(pixels[0] > 180 && pixels[1] < 60 && pixels[2] < 60)
            }
        }
    }

    @Test func aDiscreetFileNamesNothing() async throws {
        let sample = try await edition(request: { $0.isDiscreet = true })
        for format in ["screen", "print"] {
            let file = try PDFFile(reading: sample.bytes("notes/notes-en-GB-\(format).pdf"))
            #expect((0..<file.pageCount).allSatisfy { file.page($0)["Annots"].isNull })
            #expect(file.catalogue["Names"].isNull && file.catalogue["PageMode"].isNull)
            #expect(file.trailer["Info"]["Title"].text == "Notes")
            #expect(file.trailer["Info"].keys.allSatisfy { file.trailer["Info"][$0].text != "A guide" })
            let first = file.catalogue["Outlines"]["First"]
            #expect(first["Dest"].count == 5)
        }
        let tags = try Inspection.inspect(bytes: sample.bytes("notes/notes-en-GB-screen.pdf")).tags
        #expect(!tags.contains { $0.role == "Link" || $0.text.contains("A guide") })
    }

    @Test func twoRunsAreEqual() async throws {
        let (first, second) = (try await edition(), try await edition(request: { $0.jobs = 1 }))
        for path in [Self.screen, Self.print] { #expect(try first.bytes(path) == second.bytes(path)) }
    }
}
