// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Manuscript

@Suite("Notes of a theme") struct NoteStyleTests {
    private static let path = "Documents/theme.yaml"

    @Test("notes stand at the foot and are counted by chapter where a theme says nothing; a variant may differ")
    func layers() throws {
        let house = """
            footnotes: {number: page}
            variants:
              phone:
                footnotes: {place: chapter-end, number: chapter}
            """
        let read = TemporaryProject([Self.path: house]).read()
        #expect(read.faults.isEmpty)
        let theme = try #require(read.publication).theme
        #expect(theme.footnotes.place == .foot && theme.footnotes.number == .page)
        let phone = try #require(theme.variant("phone")).footnotes
        #expect(phone.place == .chapterEnd && phone.number == .chapter)
        #expect(theme.variant("large-print")?.footnotes == theme.footnotes)
        #expect(Theme.builtIn.footnotes == NoteStyle())
    }

    @Test(
        "what cannot be is told",
        arguments: ["place: margin", "number: book", "place: chapter-end, number: page", "where: foot"])
    func faults(_ style: String) {
        let faults = TemporaryProject([Self.path: "footnotes: {\(style)}"]).faults()
        #expect(faults.count == 1, "\(faults)")
    }
}
