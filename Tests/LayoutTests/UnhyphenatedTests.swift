// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Hyphens
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// How justified styles are set in languages of which there is no hyphenation list.
@Suite("Without a hyphenation list")
struct UnhyphenatedTests {
    /// Where the lines of a long paragraph end, but for the last.
    private func ends(hyphenates: Bool, hasList: Bool, style: LanguageStyle = LanguageStyle()) throws -> [Double] {
        var specimen = Specimen()
        specimen.paragraph(words: 120)
        var body = Style()
        body.alignment = .justified
        body.hyphenates = hyphenates
        var book = specimen.book(styles: ["body": body])
        book.theme.languages = [book.language: style]
        let fonts = try Specimen.fonts()
        let language = book.language
        let hyphens = HyphenBook(sources: hasList ? [language: { .success(Array("UTF-8\na1b\n".utf8)) }] : [:])
        var diagnostics = Diagnostics()
        let list = Composer(
            book: book, typesetter: Typesetter(fonts: fonts, hyphens: hyphens), fonts: fonts
        ).compose(&diagnostics)
        var ends: [Double: Double] = [:]
        for fragment in list.pages[1].fragments {
            guard case .text(let origin, let pieces) = fragment.content, case .tag = fragment.owner else { continue }
            for piece in pieces {
                ends[origin.y] = max(ends[origin.y] ?? 0, origin.x + Double(piece.x) + piece.width)
            }
        }
        return ends.sorted { $0.key < $1.key }.dropFirst().dropLast().map(\.value)
    }

    private func isStraight(_ ends: [Double]) -> Bool {
        // Marks stick out by some points.
        ends.count > 4 && (ends.max() ?? 0) - (ends.min() ?? 0) < 8
    }

    @Test("text is set ragged, unless the theme wants it straight")
    func ragged() throws {
        #expect(try isStraight(ends(hyphenates: true, hasList: true)))
        #expect(try !isStraight(ends(hyphenates: true, hasList: false)))
        var straight = LanguageStyle()
        straight.unhyphenated = .spaces
        #expect(try isStraight(ends(hyphenates: true, hasList: false, style: straight)))
        // Who divides no words has chosen so.
        #expect(try isStraight(ends(hyphenates: false, hasList: false)))
    }
}
