// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import PDFSyntax
internal import Testing

@testable internal import Rendering

/// A JPEG's segments: enough for cairo, which passes them through.
private let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 30, 0, 60, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0] + [
        0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9,
    ]

/// One pixel, half transparent (RGBA, a stored block).
private let png: [UInt8] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 31, 21, 196,
    137,
    0, 0, 0, 16, 73, 68, 65, 84, 120, 1, 1, 5, 0, 250, 255, 0, 200, 100, 50, 128, 5, 53, 1, 223, 33, 83, 108, 72, 0, 0,
    0, 0, 73, 69, 78,
    68, 174, 66, 96, 130,
]

private func svg(_ body: String) -> [UInt8] {
    Array("<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20' viewBox='0 0 30 20'>\(body)</svg>".utf8)
}

@Suite struct PictureTests {
    private let whole = Rect(x: -9, y: -9, width: 318, height: 218)

    @Test func passesJPEGsThroughOnce() throws {
        var sheet = try Sheet()
        sheet.images["a.jpg"] = jpeg
        for _ in 0..<3 {
            sheet.add(.image(path: "a.jpg", frame: Rect(x: 10, y: 10, width: 60, height: 30)), owner: .tag(slot: 0))
            sheet.add(.image(path: "a.jpg", frame: Rect(x: 10, y: 80, width: 30, height: 15)), owner: .tag(slot: 1))
            sheet.pages.append([])
        }
        let drawn = try sheet.draw()
        let file = try PDFFile(reading: drawn.bytes)
        var numbers: Set<Int> = []
        for page in 0..<3 {
            for picture in drawn.pictures(page, in: file) {
                #expect(picture["Filter"].name == "DCTDecode")
                #expect(try picture.encodedData() == jpeg)
                numbers.insert(picture.number)
            }
        }
        #expect(numbers.count == 1)
    }

    @Test func flattensTransparency() throws {
        var sheet = try Sheet()
        sheet.images["a.png"] = png
        sheet.add(.image(path: "a.png", frame: Rect(x: 10, y: 10, width: 60, height: 30)))
        let drawn = try sheet.draw()
        let file = try PDFFile(reading: drawn.bytes)
        let picture = try #require(drawn.pictures(0, in: file).first)
        #expect(picture["SMask"].isNull)
        let pixel = try #require(picture.decodedData())
        #expect(pixel.count == 3 && pixel[0] > 220 && pixel[2] > 140)
    }

    /// cairo discards what stands before an opaque paint over the whole page; the marks must stay.
    @Test(arguments: ["a.jpg", "a.png", "a.svg", "b.svg", "c.svg"], [true, false])
    func keepsMarksUnderWholePages(path: String, isPrint: Bool) throws {
        var sheet = try Sheet()
        sheet.images = [
            "a.jpg": jpeg, "a.png": png,
            "a.svg": svg("<rect x='-50' y='-50' width='300' height='200' fill='#234'/>"),
            "b.svg": svg("<g opacity='0.5'><rect x='-50' y='-50' width='300' height='200'/><circle r='9'/></g>"),
            "c.svg": svg(
                "<linearGradient id='g'><stop stop-color='red'/></linearGradient><path d='M0 0h30v20h-30z' fill='url(#g)'/>"
            ),
        ]
        sheet.line(sheet.pieces("under"), owner: .tag(slot: 0))
        sheet.add(.image(path: path, frame: whole), owner: .artifact(.background))
        sheet.line(sheet.pieces("over"), owner: .tag(slot: 1))
        sheet.add(.path(.rectangle(whole), .fill(swatch: 1)), owner: .artifact(.background))
        sheet.add(.image(path: path, frame: Rect(x: 0, y: 0, width: 300, height: 200)), owner: .tag(slot: 2))
        sheet.line(sheet.pieces("last"), owner: .tag(slot: 3))
        let drawn = try sheet.draw(isPrint: isPrint)
        let marks = try drawn.marks(on: 0)
        #expect(marks == [0, 1, 2, 3, 4, 5])
    }

    @Test func saysWhichPictureCannotBeDrawn() throws {
        var sheet = try Sheet()
        sheet.images["figures/bad.png"] = Array(png.prefix(50))
        sheet.add(.image(path: "figures/bad.png", frame: whole))
        #expect(throws: StageFailure("cannot draw the picture ‘figures/bad.png’: the PNG is cut off")) {
            try sheet.draw()
        }
    }
}
