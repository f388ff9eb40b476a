// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// Running heads, folios, blank pages, covers: what pages have besides their text.
@Suite("Page masters") struct MasterTests {
    /// A book of front matter, chapters and back matter, with masters such as the built-in theme's.
    private func book(chapters: Int = 2, words: Int = 500, _ change: (inout Book) -> Void = { _ in }) -> Book {
        var specimen = Specimen()
        specimen.paragraph(words: 30)
        let front = specimen.book(role: .front).sections[0]
        var book = specimen.book(role: .front)
        book.sections = [front]
        for number in 1...chapters {
            var text = Specimen()
            text.add(.heading(level: 2, Specimen.text("First part of \(number)")), id: "first-\(number)")
            text.paragraph(words: words)
            text.add(
                .heading(level: 2, Specimen.text("Second part of \(number)")), id: "second-\(number)",
                values: ["short": "Second \(number)"])
            text.paragraph(words: words)
            var chapter = text.book(role: .chapter).sections[0]
            chapter.anchor = "chapter-\(number)"
            chapter.number = "\(number)"
            chapter.short = "Chapter \(number)"
            book.sections.append(chapter)
        }
        var body = PageMaster()
        body.verso.head = .title
        body.recto.head = .section
        book.theme.masters = ["body": body, "opening": PageMaster()]
        book.theme.page.isFacing = true
        book.theme.page.numerals = .roman
        change(&book)
        return book
    }

    private func artifacts(_ page: Page, _ kind: Owner.Artifact) -> String {
        page.fragments.compactMap { fragment -> String? in
            guard case .text(_, let pieces) = fragment.content, fragment.owner == .artifact(kind) else { return nil }
            return pieces.map { $0.glyphs.text + ($0.blank >= 0 ? " " : "") }.joined()
        }.joined()
    }

    private func compose(_ book: Book) throws -> PageList {
        var diagnostics = Diagnostics()
        let list = try Specimen.compose(book, &diagnostics)
        #expect(!diagnostics.hasErrors)
        return list
    }

    @Test("front matter is counted in Roman numerals, the first chapter begins with 1 on a right-hand page")
    func labels() throws {
        let list = try compose(book())
        let first = try #require(list.destinations["chapter-1"]?.page)
        #expect(first % 2 == 0, "page 1 is a recto")
        #expect(list.pages[first].label == "1")
        #expect(list.pages[..<first].map(\.label) == (1...first).map(PageCount.roman))
        #expect(list.pages[first...].map(\.label) == (1...(list.pages.count - first)).map(String.init))
        #expect(artifacts(list.pages[0], .footer).isEmpty, "a cover has no folio")
        #expect(artifacts(list.pages[1], .footer) == "ii")
        #expect(artifacts(list.pages[first + 1], .footer) == "2")
    }

    @Test("counted from the cover, pages have their number in the file")
    func arabic() throws {
        let list = try compose(book { $0.theme.page.numerals = .arabic })
        #expect(list.pages.map(\.label) == (1...list.pages.count).map(String.init))
    }

    @Test("a chapter opens on the right after a blank page without head and folio")
    func rectos() throws {
        for words in [120, 300, 500] {
            let list = try compose(book(chapters: 4, words: words) { $0.theme.page.openings = .recto })
            for number in 1...4 { #expect(try #require(list.destinations["chapter-\(number)"]?.page) % 2 == 0) }
            for page in list.pages.dropFirst()
            where !page.fragments.contains(where: { fragment in
                if case .tag = fragment.owner { return true }
                return false
            }) {
                #expect(page.fragments.isEmpty)
            }
        }
    }

    @Test("a recto names the section that begins on it or goes on, by its short title; a verso the publication")
    func heads() throws {
        let list = try compose(book(chapters: 1, words: 900))
        let first = try #require(list.destinations["chapter-1"]?.page)
        let second = try #require(list.destinations["second-1"]?.page)
        for (index, page) in list.pages.enumerated() where index > first {
            let head = artifacts(page, .header)
            if index % 2 == 1 {
                #expect(head == "Specimen")
            } else {
                #expect(head == (index < second ? "First part of 1" : "Second 1"), "page \(index + 1)")
            }
        }
    }

    @Test("a long head is shortened at a word")
    func longHeads() throws {
        let long = String(repeating: "exceedingly long words ", count: 2000)
        let list = try compose(
            book(chapters: 1, words: 900) {
                $0.theme.masters["body"]?.recto.head = .chapter
                $0.sections[1].short = long
            })
        let first = try #require(list.destinations["chapter-1"]?.page)
        let head = artifacts(list.pages[first + 2], .header)
        #expect(head.hasSuffix("words…") || head.hasSuffix("long…") || head.hasSuffix("exceedingly…"), "\(head)")
        for fragment in list.pages[first + 2].fragments where fragment.owner == .artifact(.header) {
            guard case .text(let origin, let pieces) = fragment.content else { continue }
            for piece in pieces { #expect(origin.x + Double(piece.x) + piece.width <= 351) }
        }
    }

    @Test("a heading chooses another master until the next of its level")
    func partOfAPage() throws {
        var tinted = PageMaster()
        tinted.recto.tint = "ink"
        tinted.verso.tint = "ink"
        let list = try compose(
            book(chapters: 1, words: 900) { book in
                book.theme.masters["crisis"] = tinted
                for index in book.sections[1].blocks.indices
                where book.sections[1].blocks[index].attributes.id == "second-1" {
                    book.sections[1].blocks[index].attributes.values["master"] = "crisis"
                }
            })
        let second = try #require(list.destinations["second-1"]?.page)
        for (index, page) in list.pages.enumerated() {
            let isTinted = page.fragments.contains { $0.owner == .artifact(.background) }
            #expect(isTinted == (index >= second), "page \(index + 1)")
        }
    }

    @Test("each chapter's tab stands a step lower and bleeds off the edge away from the binding")
    func thumbs() throws {
        let list = try compose(
            book(chapters: 3) {
                $0.theme.masters["body"]?.recto.hasThumb = true
                $0.theme.masters["body"]?.verso.hasThumb = true
            })
        var tops: [Double] = []
        for number in 1...3 {
            let page = try #require(list.destinations["second-\(number)"]?.page)
            let tabs = list.pages[page].fragments.compactMap { fragment -> Rect? in
                guard case .path(let path, .fill) = fragment.content, fragment.owner == .artifact(.footer) else {
                    return nil
                }
                return path.frame
            }
            let tab = try #require(tabs.first)
            #expect(page % 2 == 0 ? abs(tab.maxX - 409) < 0.01 : abs(tab.x + 9) < 0.01)
            tops.append(tab.y)
        }
        #expect(tops == tops.sorted() && Set(tops).count == 3)
    }

    @Test("a title of thousands of words is cut and told, and stays on the page")
    func longTitles() throws {
        for title in [String(repeating: "word ", count: 5000), String(repeating: "w", count: 3000), "Short"] {
            var diagnostics = Diagnostics()
            let list = try Specimen.compose(
                book(chapters: 1, words: 30) {
                    $0.cover.title = title
                    $0.cover.flag = "Draft"
                }, &diagnostics)
            #expect(diagnostics.all.contains { $0.code == "long-cover" } == (title != "Short"))
            for line in list.pages[0].lines { #expect(line.y > 0 && line.y < 500) }
            #expect(list.pages[0].lines.contains { $0.text.contains("Draft") })
        }
    }

    @Test("a back cover is the outer side of the last leaf, and its code says its address")
    func backCover() throws {
        for words in [100, 300, 500, 700] {
            let list = try compose(
                book(chapters: 1, words: words) {
                    $0.backCover = Book.BackCover(
                        text: Specimen.text("A few lines."), address: "https://example.org/", at: Specimen.origin)
                    $0.strings["qr-code"] = "QR code with the address {address}"
                })
            #expect(list.pages.count % 2 == 0)
            let figure = list.tags.nodes.first { $0.alternative?.contains("https://example.org/") ?? false }
            #expect(figure?.role == .figure)
            #expect(list.pages.last?.lines.contains { $0.text.contains("A few lines") } ?? false)
        }
    }

    @Test("Roman numerals") func roman() {
        #expect(
            [1, 4, 9, 14, 40, 90, 400, 1999, 4000].map(PageCount.roman)
                == ["i", "iv", "ix", "xiv", "xl", "xc", "cd", "mcmxcix", "4000"])
    }

    @Test("areas to tap grow, and share what lies between them")
    func taps() {
        var areas = [
            LinkArea(
                id: 0, frames: [Rect(x: 0, y: 100, width: 50, height: 10)], target: .destination("a"), contents: ""),
            LinkArea(
                id: 1, frames: [Rect(x: 0, y: 116, width: 50, height: 10)], target: .destination("b"), contents: ""),
        ]
        areas.grow(to: 26, within: Size(width: 200, height: 300))
        #expect(areas[0].frames[0] == Rect(x: 0, y: 92, width: 50, height: 21))
        #expect(areas[1].frames[0] == Rect(x: 0, y: 113, width: 50, height: 21))
    }
}
