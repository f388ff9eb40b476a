// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Layout
internal import PDFSyntax
internal import Testing
internal import Typesetting

@testable internal import Rendering

@Suite struct CarrierTests {
    @Test func gathersNeighboursAndNumbersThemInOrder() throws {
        var sheet = try Sheet()
        sheet.line(sheet.pieces("one two"), owner: .artifact(.header))
        sheet.line(sheet.pieces("three"), owner: .tag(slot: 4))
        sheet.line(sheet.pieces("four"), owner: .tag(slot: 4))
        sheet.line(sheet.pieces("-"), owner: .tag(slot: 4), actualText: "\u{AD}")
        sheet.add(.path(.rectangle(Rect(x: 1, y: 1, width: 9, height: 9)), .fill(swatch: 1)), owner: .artifact(.layout))
        sheet.line(sheet.pieces("five"), owner: .tag(slot: 4))
        sheet.pages.append([])
        sheet.pages.append([])
        sheet.line(sheet.pieces("six"), owner: .tag(slot: 5))
        let drawn = try sheet.draw()
        let slot = Carrier(owner: .tag(slot: 4))
        #expect(
            drawn.carriers == [
                [
                    Carrier(owner: .artifact(.header)), slot, Carrier(owner: .tag(slot: 4), actualText: "\u{AD}"),
                    Carrier(owner: .artifact(.layout)), slot,
                ], [], [Carrier(owner: .tag(slot: 5))],
            ])
        for page in 0..<3 { #expect(try drawn.marks(on: page) == Array(drawn.carriers[page].indices)) }
    }

    /// Empty carriers and what lies outside the page keep their numbers.
    @Test func keepsCountOfMarksWithoutPaint() throws {
        var sheet = try Sheet()
        sheet.line(sheet.pieces("one"), owner: .tag(slot: 0))
        sheet.line([], owner: .tag(slot: 1))
        sheet.line(sheet.pieces("far"), at: Point(x: 900, y: 900), owner: .tag(slot: 2))
        sheet.add(.image(path: "nowhere.png", frame: Rect(x: 0, y: 0, width: 10, height: 10)), owner: .tag(slot: 3))
        sheet.line(sheet.pieces("two"), owner: .tag(slot: 4))
        let drawn = try sheet.draw()
        #expect(drawn.carriers[0].count == 5)
        let marks = try drawn.marks(on: 0)
        #expect(marks == [0, 1, 2, 3, 4])
    }

    @Test(arguments: [true, false]) func sizesPages(isPrint: Bool) throws {
        var sheet = try Sheet()
        sheet.add(.path(.rectangle(Rect(x: 0, y: 0, width: 30, height: 20)), .fill(swatch: 0)))
        let drawn = try sheet.draw(isPrint: isPrint)
        let file = try PDFFile(reading: drawn.bytes)
        let box = file.page(0)["MediaBox"]
        let extra = 2 * drawn.margin
        #expect((0..<4).map { box[$0].real } == [0, 0, 300 + extra, 200 + extra])
        #expect(isPrint ? drawn.margin > Sheet.bleed : drawn.margin == 0)
        let content = try drawn.content(of: 0)
        #expect(content.contains(" 30 20 re"), "\(content)")
    }

    @Test func writesColoursThatCanBeFoundAgain() throws {
        var sheet = try Sheet()
        let line = Path.line(from: Point(x: 1, y: 5), to: Point(x: 90, y: 5))
        sheet.add(.path(line, .stroke(swatch: 1, width: 0.5, dashes: [2, 1])))
        sheet.add(.path(line, .stroke(swatch: 1, width: 0.5, dashes: [0, 0])))
        sheet.line(sheet.pieces("text"))
        let content = try sheet.draw().content(of: 0)
        #expect(content.contains("0.75 0.25 0.125 RG") && content.contains("0.125 0.25 0.5 rg"))
        #expect(content.contains("[ 2 1] 0 d") || content.contains("[2 1] 0 d") || content.contains("[ 2 1 ] 0 d"))
    }
}

@Suite struct GlyphOrderTests {
    /// The widths that cairo wrote for its codes are those of the glyphs that the ledger names.
    private func expectOrder(_ sheet: Sheet, page: Int = 0) throws {
        let drawn = try sheet.draw()
        let widths = try drawn.widths(on: page)
        for (index, name) in ["Vollkorn-Regular", "Inter-Regular"].enumerated() {
            guard let texts = drawn.glyphTexts[name] else { continue }
            let face = FaceKey(index: UInt16(index))
            let found = try #require(widths[name])
            #expect(found.count == texts.count + 1, "\(name): \(texts)")
            for (code, text) in texts.enumerated() where text.unicodeScalars.count == 1 && code + 1 < found.count {
                let glyphs = sheet.fonts.shape(text, face: face, features: [], language: .russian)
                #expect(abs(glyphs.advance * 1000 - found[code + 1]) < 2, "\(name) \(code + 1): ‘\(text)’")
            }
        }
    }

    @Test func namesGlyphsInCairosOrder() throws {
        var sheet = try Sheet()
        sheet.line(sheet.pieces("Жизнь, 12 words и ещё слова"))
        sheet.line(sheet.pieces("WiMl другой шрифт", face: Sheet.sans, size: 8), at: Point(x: 20, y: 60))
        sheet.line(sheet.pieces("Wi again жизнь", size: 14, swatch: 1), at: Point(x: 20, y: 90))
        try expectOrder(sheet)
        let texts = try sheet.draw().glyphTexts["Vollkorn-Regular"] ?? []
        #expect(texts.prefix(7) == ["Ж", "и", "з", "н", "ь", ",", " "])
    }

    @Test func countsOnAcrossPages() throws {
        var sheet = try Sheet()
        sheet.line(sheet.pieces("first"))
        sheet.pages.append([])
        sheet.line(sheet.pieces("Second"))
        sheet.line(sheet.pieces("third", face: Sheet.sans))
        try expectOrder(sheet, page: 1)
    }

    /// cairo leaves out glyphs outside the page, and operations of which nothing shows.
    @Test func leavesOutWhatCairoLeavesOut() throws {
        for point in [
            Point(x: 900, y: 40), Point(x: -400, y: 40), Point(x: 20, y: 900), Point(x: 20, y: -4),
            Point(x: 20, y: 215),
            Point(x: -8, y: 40), Point(x: 299, y: 40), Point(x: 250, y: 40), Point(x: 20, y: -300),
        ] {
            var sheet = try Sheet()
            sheet.line(sheet.pieces("abcdefghij klmnopqrst WiMl"), at: point)
            sheet.line(sheet.pieces("tsWiMlxyz Ж"), at: Point(x: 20, y: 90))
            try expectOrder(sheet)
        }
    }

    /// A blank without a word is an operation of which nothing shows.
    @Test func leavesOutBlanksThatStandAlone() throws {
        var sheet = try Sheet()
        let blank = sheet.fonts.shape(" ", face: Sheet.serif, features: [], language: .british)
        let hard = sheet.fonts.shape("\u{A0}", face: Sheet.serif, features: [], language: .british)
        for glyphs in [blank, hard] {
            sheet.line([Piece(glyphs: glyphs, x: 0, size: 10, owner: 0, swatch: 0)], owner: .tag(slot: 1))
        }
        sheet.line(sheet.pieces("Wi"), at: Point(x: 20, y: 90))
        try expectOrder(sheet)
    }

    @Test func tellsWhatLigaturesSay() throws {
        var sheet = try Sheet()
        let glyphs = sheet.fonts.shape("ffi", face: Sheet.serif, features: ["liga"], language: .british)
        sheet.line([Piece(glyphs: glyphs, x: 0, size: 10, owner: 0, swatch: 0)])
        let texts = try sheet.draw().glyphTexts["Vollkorn-Regular"] ?? []
        #expect(texts.joined() == "ffi" && texts.count < 3)
    }
}
