// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import PDFSyntax
import Preflight
import Testing

@Suite struct InspectionTests {
    /// A page that says "Hi" with a ligature, a replaced text, and a tree that holds itself.
    private func sample() throws -> [UInt8] {
        var writer = try FileWriter(version: "1.7")
        let first = writer.allocate(9)
        let objects: [String] = [
            "<</Type/Catalog/Pages 2 0 R/Lang(en)/StructTreeRoot 5 0 R/PageLabels<</Nums[0<</S/r/St 4>>]>>>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 144]/Contents 8 0 R/Resources<</Font<</f 7 0 R>>>>/Annots[<</Subtype/Link/A<</S/URI/URI(https://example.org)>>>>]>>",
            "<</Title(T)>>", "<</Type/StructTreeRoot/K 6 0 R>>",
            "<</S/P/Pg 3 0 R/Lang(ru)/K[0<</Type/MCR/MCID 1>>6 0 R]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Face/ToUnicode 9 0 R>>",
        ]
        for (index, object) in objects.enumerated() { writer.object(first + index) { $0.put(verbatim: object) } }
        let content =
            "/P<</MCID 0>>BDC BT /f 1 Tf [<0001>-3<0003>] TJ ET EMC /P<</ActualText<FEFF00AD>/MCID 1>>BDC <0001> Tj EMC"
        writer.stream(first + 7, Array(content.utf8))
        let map = "1 beginbfchar <0001><0048> endbfchar 1 beginbfrange <0002><0003><00660068> endbfrange"
        writer.stream(first + 8, Array(map.utf8))
        return writer.finish(root: first, information: first + 3)
    }

    @Test func everythingIsTold() throws {
        let inspection = try Inspection.inspect(bytes: sample())
        #expect(inspection.title == "T" && inspection.language == "en")
        #expect(
            inspection.pages.map(\.label) == ["iv"] && inspection.pages[0].width == 72
                && inspection.pages[0].height == 144)
        #expect(inspection.fonts.map(\.name) == ["Face"])
        #expect(inspection.fonts[0].isSubset && !inspection.fonts[0].isEmbedded && inspection.fonts[0].isReadable)
        #expect(inspection.links.map(\.target) == ["https://example.org"])
        #expect(inspection.tags.map(\.role) == ["P"])
        #expect(inspection.tags[0].text == "Hfi\u{AD}" && inspection.tags[0].language == "ru")
        #expect(inspection.description.contains("iv: 25.4 × 50.8 mm"))
    }

    @Test func aDamagedFileIsReadOrRefused() throws {
        let whole = try sample()
        var state: UInt64 = 5
        for _ in 0..<200 {
            var bytes = whole
            for _ in 0..<6 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            _ = try? Inspection.inspect(bytes: bytes)
        }
        #expect(throws: StageFailure.self) { try Inspection.inspect(bytes: [1, 2, 3]) }
    }
}
