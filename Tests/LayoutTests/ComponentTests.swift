// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// Components: what the theme says of them is what stands on the page.
@Suite("Components") struct ComponentTests {
    static func paragraph(_ text: String, _ number: Int = 0, classes: [String] = []) -> Block {
        Block(
            id: NodeID(60_000 + number), origin: Specimen.origin, attributes: Attributes(classes: classes),
            content: .paragraph(Specimen.text(text)))
    }

    static let words = "people work together and look after one another whatever the weather brings"

    static func compose(
        _ name: String, _ look: ComponentStyle, title: String = "", values: [String: String] = [:], id: String? = nil,
        language: LanguageTag = .british, palette: Palette? = nil, before: Int = 12, after: Int = 12, _ blocks: [Block],
        codes: [String] = []
    ) throws -> PageList {
        var specimen = Specimen()
        if before > 0 { specimen.paragraph(words: before) }
        specimen.add(
            .component(Component(name: name, title: title.isEmpty ? [] : Specimen.text(title), blocks: blocks)),
            id: id, values: values)
        if after > 0 { specimen.paragraph(words: after) }
        var diagnostics = Diagnostics()
        let book =
            palette.map { specimen.book(language: language, components: [name: look], palette: $0) }
            ?? specimen.book(language: language, components: [name: look])
        let list = try Specimen.compose(book, &diagnostics)
        #expect(diagnostics.all.map(\.code.description) == codes)
        return list
    }

    @Test("the text after a box stands on the grid again, with like white above and below")
    func grid() throws {
        for count in 1...6 {
            let text = Array(repeating: Self.words, count: count).joined(separator: " ")
            let list = try Self.compose("box", ComponentStyle(), before: 40, after: 40, [Self.paragraph(text)])
            let lines = try #require(list.pages.last).lines.filter { $0.text.contains("people") || $0.y > 0 }
            let grid = Style().leading
            // The first and the last line are running text.
            let distance = try #require(lines.last).y - lines[2].y
            #expect((distance / grid - (distance / grid).rounded()).magnitude < 0.01, "\(count) lines")
        }
    }

    @Test("a box holds lists, tables and boxes, and nothing is lost")
    func nested() throws {
        let list = Block(
            id: NodeID(61_000), origin: Specimen.origin,
            content: .list(
                Manuscript.List(
                    start: nil, isTight: true,
                    items: [Manuscript.List.Item(isChecked: true, blocks: [Self.paragraph("item")])])))
        let table = Block(
            id: NodeID(61_001), origin: Specimen.origin,
            content: .table(
                Table(
                    alignments: [.start], head: [[Table.Cell(Specimen.text("head"))]],
                    rows: [[Table.Cell(Specimen.text("cell"))]])))
        let inner = Block(
            id: NodeID(61_002), origin: Specimen.origin,
            content: .component(Component(name: "box", blocks: [Self.paragraph("inner")])))
        var look = ComponentStyle()
        look.ground = "ink"
        let pages = try Self.compose("box", look, [list, table, inner, Self.paragraph("end")]).pages
        let text = pages.map(\.text).joined(separator: " ")
        for word in ["item", "head", "cell", "inner", "end"] { #expect(text.contains(word)) }
        let page = try #require(pages.last)
        let grounds = page.fragments.compactMap { fragment -> Rect? in
            guard case .path(let path, .fill) = fragment.content, fragment.owner == .artifact(.layout) else {
                return nil
            }
            return path.frame
        }.filter { $0.width > 100 }
        #expect(grounds.count == 2)
        // The inner one stands within the outer.
        #expect(grounds[0].x < grounds[1].x && grounds[0].maxX > grounds[1].maxX)
        #expect(grounds[0].y < grounds[1].y && grounds[0].maxY > grounds[1].maxY)
    }

    @Test("an edge stands at the fore-edge, at the fold, where lines begin, or above")
    func edges() {
        let frame = Rect(x: 100, y: 100, width: 200, height: 90)
        var ground = Ground(number: 1, x: 0, width: 200, fill: nil, edge: 1, edgeWidth: 6)
        func strips(_ isRecto: Bool) -> [Rect] {
            ground.marks(in: frame, isRecto: isRecto).compactMap { mark in
                if case .path(let path, _, _) = mark { path.frame } else { nil }
            }
        }
        #expect(strips(true) == [Rect(x: 294, y: 100, width: 6, height: 90)])
        #expect(strips(false) == [Rect(x: 100, y: 100, width: 6, height: 90)])
        ground.side = .inner
        #expect(strips(true) == [Rect(x: 100, y: 100, width: 6, height: 90)])
        ground.side = .right
        #expect(strips(false) == [Rect(x: 294, y: 100, width: 6, height: 90)])
        ground.side = .top
        #expect(strips(true) == [Rect(x: 100, y: 100, width: 200, height: 6)])
        ground.side = .left
        ground.form = .double
        #expect(strips(true).map(\.width) == [2, 2])
        ground.form = .dashed
        let bars = strips(true)
        #expect(bars.count > 3 && bars.first?.y == 100 && ((bars.last?.maxY ?? 0) - 190).magnitude < 0.01)
        ground.form = .frame
        #expect(strips(true).count == 1)
    }

    @Test("a band reaches over both edges of the page, into the bleed")
    func band() throws {
        var look = ComponentStyle()
        look.ground = "ink"
        look.edgeWidth = 0
        look.bleed = .both
        let page = try #require(try Self.compose("band", look, [Self.paragraph(Self.words)]).pages.last)
        let frames = page.fragments.compactMap { fragment -> Rect? in
            if case .path(let path, .fill) = fragment.content { path.frame } else { nil }
        }
        let band = try #require(frames.first { $0.width > 400 })
        #expect((band.x + 9).magnitude < 0.01 && (band.maxX - 409).magnitude < 0.01)
        // The text keeps the column.
        let origins = page.fragments.compactMap { fragment -> Double? in
            if case .text(let origin, _) = fragment.content, case .tag = fragment.owner { origin.x } else { nil }
        }
        #expect(Set(origins).count == 1)
    }

    @Test("a page of its own has its edge from top to bottom, over the fore-edge")
    func ownPage() throws {
        var look = ComponentStyle()
        look.hasOwnPage = true
        look.bleed = .outer
        look.edgeWidth = 20
        let list = try Self.compose("sheet", look, title: "Sheet", [Self.paragraph(Self.words)])
        let page = try #require(list.pages.first { $0.text.contains("Sheet") })
        let edge = try #require(
            page.fragments.compactMap { fragment -> Rect? in
                if case .path(let path, .fill) = fragment.content { path.frame } else { nil }
            }.first { $0.height > 400 })
        #expect(edge.y <= -8.9 && edge.maxY >= 508.9)
        #expect((edge.maxX - 409).magnitude < 0.01 && (edge.x - 380).magnitude < 0.01)
    }

    @Test("right to left, the edge where lines begin stands on the right")
    func rightToLeft() throws {
        var look = ComponentStyle()
        look.edgeSide = .start
        let arabic = try #require(LanguageTag("ar"))
        for (language, isRight) in [(LanguageTag.british, false), (arabic, true)] {
            let page = try #require(
                try Self.compose("box", look, language: language, [Self.paragraph(Self.words)]).pages.last)
            let edge = try #require(
                page.fragments.compactMap { fragment -> Rect? in
                    if case .path(let path, .fill) = fragment.content { path.frame } else { nil }
                }.first { $0.width == 3 })
            #expect((edge.x > 200) == isRight)
        }
    }

    @Test("recommendations say whom they are for, what, and why, under their number")
    func recommendation() throws {
        var look = ComponentStyle()
        look.form = .recommendation
        let written = try Self.compose(
            "rec", look, values: ["number": "7", "to": "Everybody"],
            [Self.paragraph("Sentence.", 1), Self.paragraph("Reason.", 2)])
        let first = try #require(written.pages.last).text
        let parts = ["7", "Everybody", "Sentence.", "Reason."].compactMap { first.range(of: $0)?.lowerBound }
        #expect(parts.count == 4 && parts == parts.sorted())
        // Counted where no number is given; the first of several paragraphs names them.
        let counted = try Self.compose(
            "rec", look,
            [Self.paragraph("Everybody", 1), Self.paragraph("Sentence.", 2), Self.paragraph("Reason.", 3)])
        #expect(try #require(counted.pages.last).text.contains("Everybody"))
    }

    @Test("a telephone number is larger than the text, and languages are tags that are read by their names")
    func contact() throws {
        var look = ComponentStyle()
        look.form = .contact
        var languages = Self.paragraph("English, Russian", 2, classes: ["languages"])
        languages.attributes.values["codes"] = "en ru"
        let page = try #require(
            try Self.compose(
                "contact", look, title: "Line",
                [Self.paragraph("116 123 (inside)", 1, classes: ["phone"]), languages]
            ).pages.last)
        #expect(page.text.contains("EN") && page.text.contains("RU") && page.text.contains("(inside)"))
        let said = page.fragments.compactMap(\.actualText)
        #expect(said.contains("English, ") && said.contains("Russian"))
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<String.Index>? { firstRange(of: part) }
}
