// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Hyphens
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// Figures: how large they are, and where they stand.
@Suite("Figures") struct FigureTests {
    private static func svg(_ width: Int, _ height: Int) -> [UInt8] {
        let size = "width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
        return Array("<svg xmlns=\"http://www.w3.org/2000/svg\" \(size)><rect \(size)/></svg>".utf8)
    }

    private func list(
        _ size: (Int, Int), values: [String: String] = [:], caption: String = "", words: Int = 0, margin: Double = 0,
        codes: [String] = []
    ) throws -> PageList {
        var specimen = Specimen()
        specimen.paragraph(words: 30)
        var figure = Figure(path: "a.svg", alternative: "A figure")
        figure.caption = caption.isEmpty ? [] : Specimen.text(caption)
        specimen.add(.figure(figure), id: "fig", values: values)
        specimen.paragraph(words: 200)
        var book = specimen.book()
        book.theme.page.marginColumn = margin
        book.theme.page.gutter = margin > 0 ? 10 : 0
        if margin > 0 { book.theme.page.column -= margin + 10 }
        book.images["a.svg"] = ImageFile(path: "a.svg", bytes: Self.svg(size.0, size.1), origin: Specimen.origin)
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(book, &diagnostics)
        #expect(diagnostics.all.map(\.code.description) == codes)
        return list
    }

    /// The frame of the picture, and the number of its page from 0.
    private func frame(_ list: PageList) throws -> (page: Int, rect: Rect) {
        for (number, page) in list.pages.enumerated() {
            for fragment in page.fragments {
                if case .image(_, let frame) = fragment.content { return (number, frame) }
            }
        }
        throw Missing()
    }

    private struct Missing: Error {}

    @Test("what fits keeps its size; what is larger is reduced, in shape, with its caption on the page")
    func sizes() throws {
        let small = try frame(list((100, 40))).rect
        #expect(small.width == 100 && small.height == 40)
        let broad = try frame(list((900, 300))).rect
        #expect(abs(broad.width - 300) < 0.001 && abs(broad.height - 100) < 0.001)
        let list = try list((400, 4_000), caption: Array(repeating: "caption", count: 40).joined(separator: " "))
        let (number, tall) = try frame(list)
        #expect(tall.height > 200)
        #expect(abs(tall.height / tall.width - 10) < 0.001)
        let page = list.pages[number]
        #expect(page.text.components(of: "caption") == 40)
        let lowest = try #require(page.lines.map(\.y).max())
        #expect(lowest > tall.maxY && lowest <= 450)
    }

    @Test("a caption of any length below a picture larger than the page keeps its last line on the page")
    func captions() throws {
        for count in stride(from: 5, through: 60, by: 11) {
            let list = try list(
                (3_000, 5_000), caption: Array(repeating: "caption", count: count).joined(separator: " "))
            #expect(list.pages[try frame(list).page].text.components(of: "caption") == count)
        }
    }

    @Test("a picture of a line's thickness is reported, and the page is finished")
    func slivers() throws {
        for size in [(1, 14_000), (14_000, 1)] {
            let list = try list(size, codes: ["picture-sliver"])
            let rect = try frame(list).rect
            #expect(rect.maxX <= 350.01 && rect.maxY <= 450.01 && rect.width > 0 && rect.height > 0)
        }
    }

    @Test("a figure in the margin stands there with its caption and its frame; where there is none, in the text")
    func margin() throws {
        let list = try list((100, 40), values: ["float": "margin"], caption: "Beside", margin: 80)
        let (number, rect) = try frame(list)
        #expect(abs(rect.x - 270) < 0.01 && abs(rect.width - 80) < 0.01)
        let node = try #require(list.tags.nodes.first { $0.role == .figure })
        #expect(node.frame?.page == number)
        let without = try frame(self.list((100, 40), values: ["float": "margin"], caption: "Beside")).rect
        #expect(without.x == 50)
    }

    @Test("wide takes the margin column too; bleed goes over both edges")
    func widths() throws {
        let wide = try frame(list((900, 100), values: ["wide": ""], margin: 80)).rect
        #expect(abs(wide.width - 300) < 0.01)
        let bleed = try frame(list((900, 100), values: ["bleed": ""], margin: 80)).rect
        #expect(bleed.x <= -9 && bleed.maxX >= 409)
    }

    @Test("a float is one strip that says where it goes", arguments: [("top", 0), ("foot", 1), ("page", 2)])
    func floats(_ name: String, _ raw: UInt8) throws {
        var specimen = Specimen()
        specimen.add(.figure(Figure(path: nil, alternative: "A", caption: Specimen.text("C"))), values: ["float": name])
        let book = specimen.book()
        let fonts = try Specimen.fonts()
        var setter = Setter(
            book: book, typesetter: Typesetter(fonts: fonts, hyphens: try HyphenBook([:])), fonts: fonts, pictures: [:],
            folios: Folios(), tree: TagTree(language: .british))
        var place = Place(measure: 300, parent: 0, language: .british)
        let items = setter.block(specimen.blocks[0], in: &place)
        #expect(items.count == 1)
        #expect(items[0].float?.rawValue == raw)
        // In a box it stays where it is.
        place.isRunning = false
        #expect(setter.block(specimen.blocks[0], in: &place).allSatisfy { $0.float == nil })
    }
}

extension String {
    /// How often `word` stands in it.
    fileprivate func components(of word: String) -> Int { split(separator: " ").filter { $0 == word }.count }
}
