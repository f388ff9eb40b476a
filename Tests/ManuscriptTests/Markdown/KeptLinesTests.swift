// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Manuscript

/// Containers whose line ends are lines in print, and marks on spans and blocks.
@Suite struct KeptLinesTests {
    @Test(arguments: ["verse", "address"])
    func lineEndsAreLines(name: String) {
        let reading = Reading(":::\(name) Title\nOne *and\ntwo*\nthree\n\nfour\nfive\n:::\n\nsix\nseven\n")
        #expect(reading.codes == [])
        #expect(reading.outline == "\(name):Title[p(One *and\\\ntwo*\\\nthree) p(four\\\nfive)] p(six seven)")
    }

    @Test func marksStandAsClassesAndAsWords() throws {
        let reading = Reading(
            "[a]{.name} [b]{name} [1/2]{frac} [c]{.smallcaps} [d]{.ordinal} [e]{sup}\n\n## H {.run-in}\n")
        #expect(reading.codes == [])
        guard case .paragraph(let inlines) = try #require(reading.document.blocks.first).content else { return }
        let marks = inlines.compactMap { inline -> String? in
            guard case .span(let attributes, _) = inline.content else { return nil }
            return ["name", "frac", "smallcaps", "ordinal", "sup"].first { attributes.marks($0) }
        }
        #expect(marks == ["name", "name", "frac", "smallcaps", "ordinal", "sup"])
        #expect(reading.document.blocks.last?.attributes.marks("run-in") == true)
    }

    @Test func anAttributionIsAParagraphOfItsQuotation() throws {
        let reading = Reading("> Words.\n>\n> Name\n> {.attribution}\n")
        #expect(reading.codes == [])
        guard case .quote(let blocks) = try #require(reading.document.blocks.first).content else { return }
        #expect(blocks.map { $0.attributes.marks("attribution") } == [false, true])
    }
}
