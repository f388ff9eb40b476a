// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Testing
internal import Typesetting

@Suite struct AddressTests {
    let bench: Bench

    init() throws { bench = try Bench() }

    private let address =
        "https://www.very-long-host-name.example.org/a-path/that-is-very-long/and-has-hyphens/index-page.html?query=some-value&o=2"

    /// The kerns within a long address take nothing from the blank before it.
    @Test func keepsTheBlankBeforeIt() {
        for measure in stride(from: 250.0, through: 400, by: 3) {
            let setting = bench.typesetter.set(bench.paragraph("See " + address + " end."), measure: measure)
            for line in setting.lines {
                #expect(line.pieces.allSatisfy { $0.blank <= 0 || $0.blank > 1.2 }, "\(measure)")
                #expect(line.fit.wordSpace > 0.5)
            }
            #expect(setting.copied == "See " + address + " end.")
        }
    }

    /// A hyphen at the end of a line would be taken for one of ours.
    @Test func endsNoLineWithAHyphenOfItsOwn() {
        for measure in stride(from: 90.0, through: 300, by: 7) {
            let setting = bench.typesetter.set(bench.paragraph(address, .start), measure: measure)
            #expect(
                setting.texts.dropLast().allSatisfy {
                    !$0.hasSuffix("-") && !$0.hasSuffix("=") || $0.hasSuffix("query=")
                })
        }
    }
}
