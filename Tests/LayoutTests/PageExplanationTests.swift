// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Hyphens
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// What `pamphlet explain` tells of a small book.
@Suite("The explanation of a page")
struct PageExplanationTests {
    /// A book of a few pages with headings and notes.
    private static func book(isFacing: Bool = false) -> Book {
        var specimen = Specimen()
        for number in 0..<14 {
            if number % 4 == 1 {
                specimen.add(.heading(level: 2, Specimen.text("Heading \(number)")), id: "h\(number)")
            }
            specimen.paragraph(words: 40 + number * 13 % 50, note: number % 5 == 2 ? "n\(number)" : nil)
        }
        var book = specimen.book()
        book.theme.page.isFacing = isFacing
        return book
    }

    private static func compose(_ book: Book, explaining page: String?) throws -> PageList {
        var diagnostics = Diagnostics()
        let fonts = try Specimen.fonts()
        let typesetter = Typesetter(fonts: fonts, hyphens: try HyphenBook([:]))
        return Composer(book: book, typesetter: typesetter, fonts: fonts, explaining: page).compose(&diagnostics)
    }

    @Test("the pages' costs add up to the plan's, and the chosen end leads to it", arguments: [false, true])
    func costs(isFacing: Bool) throws {
        let book = Self.book(isFacing: isFacing)
        let count = try Self.compose(book, explaining: nil).pages.count
        #expect(count > 3)
        for page in 2...count {
            let explanation = try #require(try Self.compose(book, explaining: "\(page)").explanation)
            #expect(explanation.isChosen)
            #expect(explanation.pageCosts.count == explanation.place.count)
            #expect(abs(explanation.pageCosts.reduce(0, +) - explanation.planCost) < 0.001)
            let chosen = explanation.ends.filter(\.isChosen)
            #expect(chosen.count == 1)
            let end = try #require(chosen.first)
            #expect(abs(end.cost - explanation.pageCosts[explanation.place.number - 1]) < 0.001)
            #expect(abs((end.total ?? -1) - explanation.planCost) < 0.001)
            #expect(explanation.ends.allSatisfy { ($0.total ?? .infinity) >= explanation.planCost - 0.001 })
            #expect(explanation.costBefore <= explanation.planCost)
        }
    }

    @Test("the chosen end stands after the page's last words, the strips in the text area")
    func places() throws {
        let list = try Self.compose(Self.book(), explaining: "2")
        let explanation = try #require(list.explanation)
        let end = try #require(explanation.ends.first { $0.isChosen })
        let words = end.after.filter { $0 != "…" && $0 != " " }
        let last = try #require(list.pages[1].lines.last { $0.y < explanation.area.y + end.bottom })
        #expect(!words.isEmpty && last.text.filter { $0 != " " }.hasSuffix(words))
        let area = explanation.area
        for strip in explanation.strips {
            #expect(strip.frame.y >= area.y - 0.01 && strip.frame.maxY <= area.maxY + 0.01)
        }
        for (above, below) in zip(explanation.strips, explanation.strips.dropFirst()) {
            #expect(abs(above.frame.maxY + below.white - below.frame.y) < 0.01)
        }
        #expect(abs((explanation.strips.last?.frame.maxY ?? 0) - area.y - end.bottom) < 0.01)
        #expect(explanation.kept.contains { $0.hold == .firm && $0.text.hasPrefix("Heading") })
        #expect(explanation.notes.map(\.key) == ["n2"])
    }

    @Test("the parts of a cost are those of the merits")
    func parts() throws {
        let merits = PageMerits(isFacing: false)
        let explanation = try #require(try Self.compose(Self.book(), explaining: "3").explanation)
        for end in explanation.ends where end.total != nil && end.pressed == 0 {
            let white = end.parts.first { $0.kind == .white }?.cost ?? 0
            #expect(white == merits.white(max(end.short, 0) - end.grown))
            #expect((end.parts.first { $0.kind == .grown }?.cost ?? 0) == merits.grown(end.grown))
            #expect(end.parts.contains { $0.kind == .hold } == (end.hold != .none))
        }
    }

    @Test("an explained edition is set as any other, and shows its page alone")
    func overlay() throws {
        let book = Self.book()
        let plain = try Self.compose(book, explaining: nil)
        let list = try Self.compose(book, explaining: "3")
        #expect(plain.explanation == nil && plain.explained() == nil)
        #expect(list.pages.map(\.text) == plain.pages.map(\.text))
        let explained = try #require(list.explained())
        #expect(explained.pages.count == 1)
        #expect(explained.pages[0].text == plain.pages[2].text)
        let added = explained.pages[0].fragments.count - plain.pages[2].fragments.count
        #expect(added == list.explanation?.overlay.count && added > 20)
        for fragment in list.explanation?.overlay ?? [] {
            guard case .artifact = fragment.owner else { return #expect(Bool(false), "content") }
        }
    }

    @Test("a page that there is not, and one without a choice")
    func edges() throws {
        let book = Self.book()
        #expect(try Self.compose(book, explaining: "99").explanation == nil)
        #expect(try Self.compose(book, explaining: "two").explanation == nil)
        #expect(try Self.compose(book, explaining: "-1").explanation == nil)
        let cover = try #require(try Self.compose(book, explaining: "1").explanation)
        #expect(!cover.isChosen && cover.ends.isEmpty && cover.section.isEmpty)
    }
}
