// SPDX-License-Identifier: GPL-3.0-or-later
import Finishing
import Groundwork
import PDFSyntax
import Rendering
import Testing

@Suite struct FinisherTests {
    private let drawing = Drawing()
    private let finisher = Finisher(
        screenProfile: Drawing.profile("mntr", "RGB "), pressProfile: Drawing.profile("prtr", "CMYK"),
        convert: { _ in nil })

    private func finish(isPrint: Bool, isDiscreet: Bool = false) throws -> PDFFile {
        try PDFFile(reading: finisher.finish(drawing.drawn, of: drawing.list, isPrint: isPrint, isDiscreet: isDiscreet))
    }

    private func kids(_ element: PDFObject) -> [PDFObject] { (0..<element["K"].count).map { element["K"][$0] } }

    @Test func theTreeHoldsWhatIsThere() throws {
        let file = try finish(isPrint: false)
        let document = file.catalogue["StructTreeRoot"]["K"]
        #expect(kids(document).map { $0["S"].name } == ["H1", "P", "Table"])
        let paragraph = kids(document)[1]
        #expect(paragraph["Lang"].text == "ru")
        // Two marks on the first page, one on the second, then the link.
        let parts = kids(paragraph)
        #expect(parts.map(\.integer) == [1, 2, nil, nil])
        #expect(parts[2]["MCID"].integer == 0 && parts[2]["Pg"].number == file.page(1).number)
        #expect(kids(parts[3]).last?["Type"].name == "OBJR")
        let row = kids(kids(document)[2])[0]
        #expect(kids(row).map { $0["S"].name } == ["TH", "TD"])
        #expect(kids(row)[0]["A"]["ColSpan"].integer == 2 && kids(row)[0]["A"]["Scope"].name == "Column")
    }

    @Test func marksAndAnnotationsLeadBackToTheirElements() throws {
        let file = try finish(isPrint: false)
        let nums = file.catalogue["StructTreeRoot"]["ParentTree"]["Kids"][0]["Nums"]
        #expect((0..<nums.count / 2).map { nums[2 * $0].integer } == [0, 1, 2])
        #expect((0..<nums[1].count).map { nums[1][$0]["S"].name } == ["H1", "P", "P"])
        #expect((0..<nums[3].count).map { nums[3][$0]["S"].name } == ["P", "Link", "TH"])
        let annotation = file.page(1)["Annots"][0]
        #expect(annotation["StructParent"].integer == 2 && nums[5]["S"].name == "Link")
        #expect(annotation["Contents"].text == "Back" && annotation["F"].integer == 4)
        // The union of both frames, upwards from the bottom of the media, which begins a bleed outside the page.
        #expect((0..<4).map { annotation["Rect"][$0].real } == [19, 273, 199, 299])
        #expect(annotation["QuadPoints"].count == 16 && file.page(1)["Tabs"].name == "S")
    }

    @Test func contentIsMarked() throws {
        let file = try finish(isPrint: false)
        let content = String(decoding: try file.content(of: file.page(0)), as: UTF8.self)
        #expect(content.contains("/Artifact<</Type/Pagination/Subtype/Header>>BDC"))
        #expect(content.contains("/H1<</MCID 0>>BDC") && content.contains("/P<</MCID 1>>BDC"))
        #expect(content.contains("/Span<</MCID 2/ActualText<FEFF00AD>>>BDC"))
        #expect(content.contains("/Artifact<</Type/Layout>>BDC") && content.contains("0.8 0.2 0.1 rg"))
    }

    @Test func placesAndLabels() throws {
        let file = try finish(isPrint: false)
        let leaf = file.catalogue["Names"]["Dests"]["Kids"][0]["Names"]
        #expect(leaf[1][0].number == file.page(0).number && leaf[1][3].real == 289)
        let labels = file.catalogue["PageLabels"]["Nums"]
        #expect(
            labels.count == 4 && labels[1]["S"].name == "r" && labels[1]["St"].integer == 2
                && labels[3]["S"].name == "D")
        #expect(file.catalogue["Outlines"]["First"]["Title"].text == "Начало")
        #expect(file.trailer["Info"]["CreationDate"].text == "D:20010909014640Z")
    }

    @Test func printIsInInks() throws {
        let file = try finish(isPrint: true)
        let page = file.page(0)
        let content = String(decoding: try file.content(of: page), as: UTF8.self)
        #expect(content.contains("0 0.9 0.8 0.05 k") && content.contains("0 1 1 0 k") && !content.contains("rg"))
        #expect(file.page(1)["Annots"].isNull && page["Group"].isNull)
        #expect((0..<4).map { page["TrimBox"][$0].real } == [9, 9, 209, 309])
        #expect((0..<4).map { page["BleedBox"][$0].real } == [0, 0, 218, 318])
        #expect(file.version == "1.6" && file.catalogue["OutputIntents"][0]["S"].name == "GTS_PDFX")
    }

    @Test func aDiscreetFileNamesNoProgram() throws {
        let file = try finish(isPrint: false, isDiscreet: true)
        #expect(file.trailer["Info"]["Producer"].isNull && file.trailer["Info"]["Creator"].isNull)
        let packet = String(decoding: file.catalogue["Metadata"].decodedData() ?? [], as: UTF8.self)
        #expect(packet.contains("pdfuaid:part") && !packet.contains("Pamphlet") && !packet.contains("cairo"))
    }

    @Test func twoRunsAreEqual() throws {
        let first = try finisher.finish(drawing.drawn, of: drawing.list, isPrint: true, isDiscreet: false)
        #expect(try first == finisher.finish(Drawing().drawn, of: drawing.list, isPrint: true, isDiscreet: false))
    }

    @Test func aDrawingOfOtherCarriersIsRefused() throws {
        var drawn = drawing.drawn
        drawn.carriers[1].removeLast()
        #expect(throws: StageFailure("page 2: carrier 2 was drawn, 2 are known")) {
            try finisher.finish(drawn, of: drawing.list, isPrint: false, isDiscreet: false)
        }
    }

    @Test func aProfileOfTheWrongKindIsRefused() {
        let wrong = Finisher(screenProfile: Drawing.profile("prtr", "CMYK"), pressProfile: [], convert: { _ in nil })
        #expect(throws: StageFailure.self) {
            try wrong.finish(drawing.drawn, of: drawing.list, isPrint: false, isDiscreet: false)
        }
        #expect(throws: StageFailure.self) {
            try wrong.finish(drawing.drawn, of: drawing.list, isPrint: true, isDiscreet: false)
        }
    }
}
