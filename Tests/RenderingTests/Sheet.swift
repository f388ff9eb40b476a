// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Glibc
internal import Groundwork
internal import Layout
internal import PDFSyntax
internal import Rendering
internal import Testing
internal import Typesetting

/// Pages to be drawn, with two faces and two swatches.
struct Sheet {
    let fonts: FontBook
    var pages: [[Fragment]] = [[]]
    var images: [String: [UInt8]] = [:]
    static let size = Size(width: 300, height: 200)
    static let bleed = 9.0
    static let serif = FaceKey(index: 0)
    static let sans = FaceKey(index: 1)

    init() throws {
        fonts = try FontBook([
            FontFile(name: "serif", path: "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf"),
            FontFile(name: "sans", path: "/usr/share/fonts/opentype/inter/Inter-Regular.otf"),
        ])
    }

    /// The words of `text`, a blank after each but the last.
    func pieces(_ text: String, face: FaceKey = serif, size: Float = 10, swatch: Int16 = 0) -> [Piece] {
        var x: Float = 0
        let words = text.split(separator: " ")
        return words.indices.map { index in
            let glyphs = fonts.shape(String(words[index]), face: face, features: [], language: .russian)
            var piece = Piece(
                glyphs: glyphs, x: x, size: size, blank: index + 1 < words.count ? 3 : -1, owner: 0, swatch: swatch)
            x += Float(piece.width) + 3
            if glyphs.text.isEmpty { piece.blank = -1 }
            return piece
        }
    }

    /// Adds a line to the last page.
    mutating func line(
        _ pieces: [Piece], at point: Point = Point(x: 20, y: 40), owner: Owner = .tag(slot: 0),
        actualText: String? = nil
    ) {
        pages[pages.count - 1].append(
            Fragment(owner: owner, content: .text(origin: point, pieces: pieces[...]), actualText: actualText))
    }

    /// Adds anything else to the last page.
    mutating func add(_ content: Fragment.Content, owner: Owner = .artifact(.layout)) {
        pages[pages.count - 1].append(Fragment(owner: owner, content: content))
    }

    var list: PageList {
        let inks = CMYK(cyan: 0, magenta: 0, yellow: 0, black: 100)
        return PageList(
            pages: pages.map { Page(size: Self.size, fragments: $0, label: "1") }, tags: TagTree(language: .british),
            outline: [], destinations: [:],
            information: DocumentInformation(
                title: "Title", author: "House", summary: "", language: .british, date: 0, isDiscreet: false),
            palette: Palette([
                Swatch(name: "ink", screen: RGB(red: 0.125, green: 0.25, blue: 0.5), print: inks),
                Swatch(name: "red", screen: RGB(red: 0.75, green: 0.25, blue: 0.125), print: inks),
            ]), images: images, bleed: Self.bleed)
    }

    func draw(isPrint: Bool = false) throws -> DrawnPDF { try Renderer(fonts: fonts).draw(list, isPrint: isPrint) }
}

extension DrawnPDF {
    /// The MCIDs of a page's marks in the order of the content. Fails if marks nest or stay open.
    func marks(on page: Int) throws -> [Int] {
        let file = try PDFFile(reading: bytes)
        let words = String(decoding: try file.content(of: file.page(page)), as: UTF8.self)
            .split(whereSeparator: { $0 == " " || $0.isNewline })
        var marks: [Int] = []
        var depth = 0
        for (index, word) in words.enumerated() {
            if word == "BDC" {
                depth += 1
                let number = try #require(words[..<index].lastIndex { $0.hasSuffix("MCID") })
                marks.append(try #require(Int(words[number + 1])))
            }
            if word == "EMC" { depth -= 1 }
            #expect((0...1).contains(depth), "marks nest")
        }
        #expect(depth == 0, "a mark stays open")
        return marks
    }

    /// The page's content.
    func content(of page: Int) throws -> String {
        let file = try PDFFile(reading: bytes)
        return String(decoding: try file.content(of: file.page(page)), as: UTF8.self)
    }

    /// By PostScript name: the widths of CIDs 0, 1, 2, … in 1/1000 em.
    func widths(on page: Int) throws -> [String: [Double]] {
        let file = try PDFFile(reading: bytes)
        let fonts = file.page(page)["Resources"]["Font"]
        var widths: [String: [Double]] = [:]
        for key in fonts.keys {
            let descendant = fonts[key]["DescendantFonts"][0]
            let name = try #require(descendant["BaseFont"].name?.split(separator: "+").last.map(String.init))
            #expect(widths[name] == nil, "two subsets of one face")
            let array = descendant["W"][1]
            widths[name] = (0..<array.count).compactMap { array[$0].real }
        }
        return widths
    }

    /// The pictures of a page.
    func pictures(_ page: Int, in file: PDFFile) -> [PDFObject] {
        let objects = file.page(page)["Resources"]["XObject"]
        return objects.keys.map { objects[$0] }.filter { $0["Subtype"].name == "Image" }
    }
}
