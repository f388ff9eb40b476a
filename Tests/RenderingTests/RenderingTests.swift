// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Layout
import PDFSyntax
import Testing
import Typesetting

@testable import Rendering

/// Pages drawn by cairo and read again by libqpdf.
@Suite struct RenderingTests {
    private let fonts: FontBook
    private let face: FaceKey

    init() throws {
        fonts = try FontBook([
            FontFile(name: "regular", path: "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf")
        ])
        face = try #require(fonts.face(named: "regular"))
    }

    private func text(_ string: String, slot: Int, y: Double = 50, actualText: String? = nil) -> Fragment {
        let piece = Piece(
            glyphs: fonts.shape(string, face: face, features: [], language: .british), x: 0, size: 12,
            owner: Int32(slot), swatch: 0)
        return Fragment(
            owner: .tag(slot: slot), content: .text(origin: Point(x: 20, y: y), pieces: [piece]), actualText: actualText
        )
    }

    private func list(_ pages: [[Fragment]], images: [String: [UInt8]] = [:]) -> PageList {
        let ink = Swatch(
            name: "ink", screen: RGB(red: 0, green: 0, blue: 0),
            print: CMYK(cyan: 0, magenta: 0, yellow: 0, black: 100))
        return PageList(
            pages: pages.enumerated().map {
                Page(size: Size(width: 200, height: 100), fragments: $0.element, label: "\($0.offset + 1)")
            },
            tags: TagTree(language: .british), outline: [], destinations: [:],
            information: DocumentInformation(
                title: "", author: "", summary: "", language: .british, date: 0, isDiscreet: false),
            palette: Palette([ink]), images: images, bleed: 9)
    }

    private func draw(_ list: PageList, isPrint: Bool = false) throws -> (drawn: DrawnPDF, file: PDFFile) {
        let drawn = try Renderer(fonts: fonts).draw(list, isPrint: isPrint)
        return (drawn, try PDFFile(reading: drawn.bytes))
    }

    private func content(_ file: PDFFile, _ page: Int) throws -> String {
        String(decoding: try file.content(of: file.page(page)), as: UTF8.self)
    }

    /// The numbers after `/MCID`, in order.
    private func marks(_ content: String) -> [Int] {
        content.split(separator: "/MCID").dropFirst().compactMap { Int($0.drop { $0 == " " }.prefix { $0.isNumber }) }
    }

    @Test func neighboursOfOneOwnerShareACarrierNumberedByPage() throws {
        let rule = Fragment(
            owner: .artifact(.layout),
            content: .path(
                .line(from: Point(x: 0, y: 10), to: Point(x: 50, y: 10)), .stroke(swatch: 0, width: 1, dashes: [])))
        let (drawn, file) = try draw(
            list([
                [text("one", slot: 0), text("more", slot: 0, y: 70), rule, text("two", slot: 1)],
                [text("-", slot: 1, actualText: "\u{AD}"), text("three", slot: 1)],
            ]))
        #expect(drawn.carriers[0].map(\.owner) == [.tag(slot: 0), .artifact(.layout), .tag(slot: 1)])
        #expect(drawn.carriers[1].map(\.actualText) == ["\u{AD}", nil])
        #expect(try marks(content(file, 0)) == [0, 1, 2])
        #expect(try marks(content(file, 1)) == [0, 1])
    }

    /// The contract by which a font's map is written: code n is the n-th glyph noted.
    @Test func codesAreInTheOrderOfTheLedger() throws {
        let (drawn, file) = try draw(list([[text("affix", slot: 0), text("fad", slot: 1, y: 70)]]))
        let texts = try #require(drawn.glyphTexts["Vollkorn-Regular"])
        #expect(texts.joined().contains("a") && texts.joined().contains("x"))
        #expect(file.page(0)["Resources"]["Font"].keys.count == 1)
        var firstUses: [Int] = []
        for part in try content(file, 0).split(separator: "<").dropFirst() {
            let digits = Array(part.prefix { $0.isHexDigit })
            for start in stride(from: 0, to: digits.count - 3, by: 4) {
                let code = try #require(Int(String(digits[start..<start + 4]), radix: 16))
                if !firstUses.contains(code) { firstUses.append(code) }
            }
        }
        #expect(firstUses == Array(1...texts.count))
        #expect(Set(texts).count == texts.count)
    }

    @Test func aGroundOverTheWholePageKeepsTheTagsBeforeIt() throws {
        for isPrint in [false, true] {
            let bleed = isPrint ? 9.0 : 0
            let page = Rect(x: 0, y: 0, width: 200, height: 100).outset(by: bleed)
            let ground = Fragment(
                owner: .artifact(.background), content: .path(.rectangle(page), .fill(swatch: 0)))
            let (drawn, file) = try draw(
                list([[text("before", slot: 0), ground, text("after", slot: 1)]]), isPrint: isPrint)
            #expect(drawn.carriers[0].count == 3)
            #expect(try marks(content(file, 0)) == [0, 1, 2])
        }
    }

    @Test func aPressGetsASheetRoundThePage() throws {
        let (drawn, file) = try draw(list([[text("a", slot: 0)]]), isPrint: true)
        #expect(drawn.margin == 9 + Renderer.sheetMargin)
        #expect(file.page(0)["MediaBox"][2].real == 200 + 2 * drawn.margin)
    }

    @Test func aPictureThatCannotBeDrawnStopsTheStage() {
        let frame = Rect(x: 0, y: 0, width: 10, height: 10)
        let fragment = Fragment(owner: .tag(slot: 0), content: .image(path: "a", frame: frame))
        #expect(throws: StageFailure.self) { try draw(list([[fragment]], images: ["a": [0xFF, 0xD8, 1, 2]])) }
    }

    @Test func aDrawingKeepsWhatStandsBeforeIt() throws {
        let svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\" opacity=\"0.5\"/></svg>"
        let image = Fragment(
            owner: .tag(slot: 1), content: .image(path: "a", frame: Rect(x: 0, y: 0, width: 200, height: 100)))
        let (drawn, file) = try draw(
            list([[text("before", slot: 0), image, text("after", slot: 2)]], images: ["a": Array(svg.utf8)]))
        #expect(drawn.carriers[0].map(\.owner) == [.tag(slot: 0), .tag(slot: 1), .tag(slot: 2)])
        #expect(try marks(content(file, 0)) == [0, 1, 2])
    }

    @Test func twoRunsAreEqual() throws {
        let list = list([[text("equal", slot: 0)]])
        #expect(try draw(list).drawn.bytes == draw(list).drawn.bytes)
    }
}
