// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// Lists: what stands before their items, and where.
@Suite("Lists") struct ListTests {
    private func list(_ items: [String], start: Int? = 1, inner: [Block] = []) -> Block.Content {
        .list(
            Manuscript.List(
                start: start, isTight: true,
                items: items.enumerated().map { index, text in
                    let own = Block(
                        id: NodeID(50_000 + index), origin: Specimen.origin, content: .paragraph(Specimen.text(text)))
                    return Manuscript.List.Item(blocks: [own] + (index == items.count - 1 ? inner : []))
                }))
    }

    private func block(_ content: Block.Content) -> Block {
        Block(id: NodeID(90_000), origin: Specimen.origin, content: content)
    }

    /// The lines of the last page, their words with their left and right ends.
    private func lines(_ content: Block.Content, _ language: LanguageTag = .british) throws -> [[(
        String, Double, Double
    )]] {
        var specimen = Specimen()
        specimen.add(content)
        var diagnostics = Diagnostics()
        let page = try #require(
            try Specimen.compose(specimen.book(language: language), &diagnostics).pages.last)
        #expect(diagnostics.all == [])
        var lines: [Double: [(String, Double, Double)]] = [:]
        for fragment in page.fragments {
            guard case .text(let origin, let pieces) = fragment.content, case .tag = fragment.owner else { continue }
            for piece in pieces where piece.glyphs.text != "Specimen" {
                let x = origin.x + Double(piece.x)
                lines[origin.y, default: []].append((piece.glyphs.text, x, x + piece.width))
            }
        }
        return lines.sorted { $0.key < $1.key }.map(\.value)
    }

    @Test("numbers end below one another, and the text begins after the longest")
    func alignment() throws {
        let found = try lines(list((0..<5).map { "item\($0)" }, start: 98))
        #expect(found.map { $0[0].0 } == ["98.", "99.", "100.", "101.", "102."])
        let ends = found.map { $0[0].2 }
        #expect(ends.allSatisfy { ($0 - ends[0]).magnitude < 0.01 })
        let starts = found.map { $0[1].1 }
        #expect(starts.allSatisfy { ($0 - starts[0]).magnitude < 0.01 && $0 > ends[0] + 3 })
        // The longest hangs inside the column.
        #expect(found.allSatisfy { $0[0].1 >= 49.99 })
        // A thousand is wider still.
        let long = try lines(list(["a", "b"], start: 9_999))
        #expect(long[1][0].1 >= 49.99 && long[1][1].1 > starts[0] + 5)
    }

    @Test(
        "three depths are marked as the language has it",
        arguments: [
            ("en-GB", ["1.", "a)", "–"]), ("de", ["1.", "a)", "–"]), ("ru", ["1.", "а)", "—"]),
            ("uk", ["1.", "а)", "—"]), ("sr", ["1.", "а)", "–"]),
        ])
    func depths(tag: String, marks: [String]) throws {
        let language = try #require(LanguageTag(tag))
        let third = block(list(["three"]))
        let second = block(list(["two"], inner: [third]))
        let found = try lines(list(["one"], inner: [second]), language)
        #expect(found.map { $0[0].0 } == marks)
        // Each depth begins where the text of the one above does.
        for (outer, inner) in zip(found, found.dropFirst()) { #expect(inner[0].1 >= outer[1].1 - 0.01) }
    }

    @Test("Cyrillic letters leave out those that look like others; letters go on after the last")
    func letters() throws {
        let russian = ListMarkers(.russian)
        let level = russian.level(isNumbered: true, numbered: 1, bulleted: 3)
        let all = (1...25).map { level.text($0, alphabet: russian.alphabet) }
        #expect(all.joined() == "а)б)в)г)д)е)ж)и)к)л)м)н)п)р)с)т)у)ф)х)ц)ш)щ)э)ю)я)")
        #expect(level.text(26, alphabet: russian.alphabet) == "аа)")
        let latin = ListMarkers(.british).alphabet
        #expect(ListMarkers.letters(26, latin) == "z" && ListMarkers.letters(27, latin) == "aa")
        #expect(ListMarkers.letters(703, latin) == "aaa" && ListMarkers.letters(0, latin) == "0")
    }

    @Test("a theme may have other marks")
    func own() {
        let markers = ListMarkers(.british, numbers: "1) a. i) *", bullets: "– ›")
        let numbers = (0..<6).map {
            markers.level(isNumbered: true, numbered: $0, bulleted: 0).text(4, alphabet: markers.alphabet)
        }
        #expect(numbers == ["4)", "d.", "iv)", "*", "*", "*"])
        #expect(markers.level(isNumbered: false, numbered: 0, bulleted: 1).text(3, alphabet: []) == "›")
        #expect(ListMarkers.roman(1999) == "mcmxcix" && ListMarkers.roman(4000) == "4000")
    }

    @Test("marks below numbers begin with a dash, numbers below marks with 1")
    func mixed() throws {
        let inner = block(list(["two"], start: nil))
        #expect(try lines(list(["one"], inner: [inner])).map { $0[0].0 } == ["1.", "–"])
        let numbered = block(list(["two"]))
        #expect(try lines(list(["one"], start: nil, inner: [numbered])).map { $0[0].0 } == ["•", "1."])
    }

    @Test("a list in a list that stands close has no white round it")
    func closeness() throws {
        var specimen = Specimen()
        specimen.add(list(["one", "two"], inner: [block(list(["three", "four"]))]))
        var diagnostics = Diagnostics()
        let page = try #require(try Specimen.compose(specimen.book(), &diagnostics).pages.last)
        let ys = page.lines.filter { !$0.text.contains("Specimen") }.map(\.y)
        #expect(zip(ys, ys.dropFirst()).allSatisfy { ($1 - $0 - 15).magnitude < 0.01 })
    }
}
