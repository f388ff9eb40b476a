// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// How paragraphs begin: drop caps, small capitals, headings that run in.
@Suite("Openings") struct OpeningTests {
    private static let text =
        "All of us know that a chapter begins somewhere, and that the eye wants to be told where. A large letter does that, and has done so since people wrote books by hand, for whoever opened one had to find the place again. "
    private static let russian =
        "Для того чтобы глаз знал, где начинается глава, её первую букву делают большой, а первую строку набирают капителью. Так делали в рукописях, так делают и теперь, и лучшего способа пока никто не придумал, хотя искали его многие. "

    private func style(_ change: (inout Style) -> Void) -> Style {
        var style = Style()
        style.alignment = .justified
        change(&style)
        return style
    }

    private func page(_ text: String, _ style: Style) throws -> Page {
        var specimen = Specimen()
        specimen.add(.paragraph(Specimen.text(text)))
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(
            specimen.book(role: .chapter, styles: ["opening": style]), &diagnostics)
        #expect(diagnostics.all == [])
        return try #require(list.pages.last)
    }

    private func pieces(_ page: Page) -> [(origin: Point, piece: Piece)] {
        page.fragments.flatMap { fragment -> [(origin: Point, piece: Piece)] in
            guard case .text(let origin, let pieces) = fragment.content, case .tag = fragment.owner else { return [] }
            // Not the chapter's title.
            return pieces.filter { $0.glyphs.text != "Specimen" }.map { (origin, $0) }
        }
    }

    @Test(
        "a drop cap stands on the baseline of its last line, its head level with the first line's capitals",
        arguments: [2, 3, 4], [text, russian.replacing("Для", with: "Когда")])
    func standsOnLines(lines: Int, text: String) throws {
        let page = try page(
            text,
            style {
                $0.dropCap = Style.DropCap(); $0.dropCap?.lines = lines
            })
        let all = pieces(page)
        let cap = try #require(all.map(\.piece).max { $0.size < $1.size })
        #expect(cap.glyphs.text == String(text.prefix(1)))
        #expect((Double(cap.rise) + 15 * Double(lines - 1)).magnitude < 0.01)
        // The tops of both are as high as an H of their size.
        let fonts = try Specimen.fonts()
        let face = try #require(fonts.face(named: "regular"))
        let glyph = try #require(fonts.shape("H", face: face, features: [], language: .british).glyphs.first)
        let capital = fonts.outline(of: glyph.id, face: face).top
        #expect((capital * Double(cap.size) + Double(cap.rise) - capital * 11).magnitude < 0.01)
        // Its ink begins at the column's edge, whatever white the face leaves before it.
        let own = fonts.outline(of: cap.glyphs.glyphs[0].id, face: face)
        let origin = try #require(all.first { $0.piece.size == cap.size }).origin
        #expect((origin.x + Double(cap.x) + own.left * Double(cap.size) - 50).magnitude < 0.01)
        // So many lines are moved, no others.
        let starts = Dictionary(grouping: all.filter { $0.piece.size == 11 }, by: \.origin.y)
            .mapValues { $0.map { $0.origin.x + Double($0.piece.x) }.min() ?? 0 }
        let moved = starts.sorted { $0.key < $1.key }.map { $0.value > 60 }
        #expect(moved.prefix(lines).allSatisfy { $0 } && moved.dropFirst(lines).allSatisfy { !$0 })
    }

    @Test("a letter whose feet reach down has one line more beside it")
    func feet() throws {
        let page = try page(Self.russian, style { $0.dropCap = Style.DropCap() })
        let starts = Dictionary(grouping: pieces(page).filter { $0.piece.size == 11 }, by: \.origin.y)
            .mapValues { $0.map { $0.origin.x + Double($0.piece.x) }.min() ?? 0 }
        #expect(starts.values.count { $0 > 60 } == 4)
    }

    @Test("the letter stays in its word, and quotation marks hang before it", arguments: ["All", "“All", "«All", "A"])
    func staysInItsWord(word: String) throws {
        let page = try page(word + Self.text.dropFirst(3), style { $0.dropCap = Style.DropCap() })
        let said = page.fragments.compactMap(\.actualText).filter { $0 != "\u{AD}" }
        #expect(said == [word == "A" ? "A of" : word])
        let first = try #require(page.fragments.first { $0.actualText != nil })
        guard case .text(let origin, let pieces) = first.content else { return }
        // The place of a word is that of its first glyph, its size that of its last.
        #expect(pieces.first?.size == 11 && pieces.first?.rise == 0 && pieces.last?.size == 11)
        if let mark = pieces.first(where: { "“«".contains($0.glyphs.text) }) {
            #expect(mark.size == 11 && origin.x + Double(mark.x) + mark.width < 50)
        }
        // A blank after it is text.
        let text = page.fragments.filter { if case .tag = $0.owner { true } else { false } }.map { fragment in
            guard case .text(_, let pieces) = fragment.content else { return "" }
            return fragment.actualText ?? pieces.map { $0.glyphs.text + ($0.blank >= 0 ? " " : "") }.joined()
        }.joined()
        #expect(text.contains(word + " of us know"), "\(text)")
    }

    @Test(
        "what begins with no capital letter, or is too short, has no drop cap",
        arguments: ["1984 was", "— Да", "tiny", "A."])
    func hasNone(text: String) throws {
        let page = try page(text, style { $0.dropCap = Style.DropCap() })
        #expect(pieces(page).allSatisfy { $0.piece.size == 11 || $0.piece.glyphs.text == "Specimen" })
        #expect(page.text.contains(text))
    }

    @Test(
        "the first line, all of it and nothing else, is in small capitals", arguments: [text, russian], 0..<12)
    func firstLine(text: String, number: Int) throws {
        let (skipped, hasCap) = (number / 2, number % 2 == 1)
        let words = text.split(separator: " ")
        let rest = words.dropFirst(skipped).joined(separator: " ")
        let text = rest.prefix(1).uppercased() + rest.dropFirst()
        let page = try page(
            text,
            style {
                $0.smallCaps = .firstLine
                if hasCap { $0.dropCap = Style.DropCap() }
            })
        let fonts = try Specimen.fonts()
        let face = try #require(fonts.face(named: "regular"))
        var lines: [Double: [Bool]] = [:]
        for (origin, piece) in pieces(page) where piece.size == 11 {
            for glyph in piece.glyphs.glyphs {
                let letter = String(decoding: Array(piece.glyphs.text.utf8)[Int(glyph.cluster)...], as: UTF8.self)
                    .prefix(1)
                guard letter.contains(where: { $0.isLowercase }) else { continue }
                let plain = fonts.shape(String(letter), face: face, features: [], language: .british).glyphs.first?.id
                let small = fonts.shape(String(letter), face: face, features: ["smcp"], language: .british).glyphs
                    .first?.id
                if glyph.id == small { lines[origin.y, default: []].append(true) }
                if glyph.id == plain { lines[origin.y, default: []].append(false) }
            }
        }
        let inOrder = lines.sorted { $0.key < $1.key }.map(\.value)
        #expect(inOrder.count > 2)
        #expect(inOrder.first?.allSatisfy { $0 } == true)
        #expect(inOrder.dropFirst().allSatisfy { $0.allSatisfy { !$0 } })
    }

    @Test("a chapter's first paragraph is its opening, also after a note; those after it are not")
    func onlyTheFirst() throws {
        var specimen = Specimen()
        specimen.add(.component(Component(name: "note", blocks: [])))
        specimen.add(.paragraph(Specimen.text(Self.text)))
        specimen.add(.paragraph(Specimen.text(Self.text)))
        var diagnostics = Diagnostics()
        let opening = style { $0.dropCap = Style.DropCap() }
        for (role, count) in [(Book.Section.Role.chapter, 1), (.back, 0)] {
            let list = try Specimen.compose(specimen.book(role: role, styles: ["opening": opening]), &diagnostics)
            let pages = list.pages.dropFirst()
            #expect(pages.flatMap { pieces($0) }.count { $0.piece.rise < 0 } == count)
        }
    }

    @Test("a heading that runs in begins its paragraph's line, in an element of its own")
    func runsIn() throws {
        var specimen = Specimen()
        specimen.add(.paragraph(Specimen.text("Before.")))
        specimen.add(.heading(level: 3, Specimen.text("Title.")), id: "here", classes: ["run-in"])
        specimen.add(.paragraph(Specimen.text("Its paragraph follows on the same line.")))
        specimen.add(.heading(level: 3, Specimen.text("Alone")), classes: ["run-in"])
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(specimen.book(), &diagnostics)
        let lines = try #require(list.pages.last).lines.map(\.text)
        #expect(lines.contains { $0.hasPrefix("Title.") && $0.hasSuffix("Its paragraph follows on the same line.") })
        #expect(lines.contains("Alone"))
        #expect(list.destinations["here"] != nil)
        let roles = list.tags.nodes.map(\.role).filter { $0 == .h3 || $0 == .p }
        #expect(roles.firstRange(of: [.p, .h3, .p, .h3]) != nil)
    }

    @Test("a heading that runs in stays when its paragraph is set again for a page reference")
    func runsInAgain() throws {
        var specimen = Specimen()
        specimen.add(.heading(level: 3, Specimen.text("Title.")), id: "here", classes: ["run-in"])
        specimen.add(
            .paragraph(Specimen.text("See page ") + [Inline(.field(.page(anchor: "goal")), at: Specimen.origin)]))
        for _ in 0..<40 { specimen.paragraph(words: 60) }
        specimen.add(.paragraph(Specimen.text("Goal.")), id: "goal")
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(specimen.book(), &diagnostics)
        let goal = try #require(list.destinations["goal"])
        let text = list.pages.dropFirst().map(\.text).joined(separator: " ")
        #expect(text.ranges(of: "Title.").count == 1)
        #expect(text.contains("See page \(goal.page + 1)"))
        #expect(list.destinations["here"]?.page == 1)
    }
}
