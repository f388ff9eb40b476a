// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Quality
import Testing

@testable import Publishing

/// Content that no page can hold as it is: finished pages where that is possible, a place and a hint where it is not, and never a hang.
@Suite struct BadPageTests {
    private static let long = String(
        repeating: "people look after one another whatever the weather brings ", count: 400)

    /// Has the text been told with a place and a hint?
    private func expectTold(
        _ diagnostics: Diagnostics, _ codes: Set<DiagnosticCode>, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let told = diagnostics.all.filter { codes.contains($0.code) && $0.severity != .note }
        #expect(!told.isEmpty, "\(diagnostics.all.map(\.summary))", sourceLocation: sourceLocation)
        #expect(told.allSatisfy { !$0.hint.isEmpty && $0.origin != nil }, sourceLocation: sourceLocation)
    }

    private func words(of made: Desk.Made, _ word: String) -> Int { made.letters.components(of: word) }

    @Test(.timeLimit(.minutes(2))) func threeHundredColumns() throws {
        let desk = try Desk()
        func row(_ text: String) -> String { "|" + String(repeating: text + "|", count: 300) + "\n" }
        let made = try desk.make("Before.\n\n" + row("head") + row("---") + row("cell") + row("cell") + "\nAfter.\n")
        expectTold(made.diagnostics, ["wide-table"])
        #expect(words(of: made, "cell") == 600)
        #expect(made.letters.contains("after"))
    }

    @Test(.timeLimit(.minutes(2)), arguments: Desk.formats.indices) func rowTallerThanAPage(format: Int) throws {
        let desk = try Desk()
        let table = "| a | b |\n|---|---|\n| \(Self.long) | short |\n| next | row |\n"
        let made = try desk.make("Before.\n\n" + table + "\nAfter.\n", variant: Desk.formats[format])
        #expect(!made.diagnostics.hasErrors)
        #expect(words(of: made, "weather") == 400)
        #expect(made.report[.clipped] == 0 && made.report[.overlap] == 0, "\(made.faults)")
    }

    @Test(.timeLimit(.minutes(2)), arguments: Desk.formats.indices) func noteLongerThanItsPage(format: Int) throws {
        let desk = try Desk()
        let made = try desk.make(
            "A mark[^n] here.\n\nAfter.\n\n[^n]: \(Self.long)\n", variant: Desk.formats[format])
        #expect(!made.diagnostics.hasErrors)
        #expect(words(of: made, "weather") == 400)
        #expect(made.faults.isEmpty, "\(made.faults)")
    }

    @Test(.timeLimit(.minutes(2))) func lineOfTwentyThousandPixels() async throws {
        let sample = try PublisherTests.Sample()
        try sample.show("line.png", BadPicture.line(height: 20_000))
        let outcome = await sample.publish { $0.formats = [.screen] }
        let told = outcome.diagnostics.all.filter { $0.severity != .note }
        if outcome.diagnostics.hasErrors {
            #expect(told.allSatisfy { !$0.hint.isEmpty }, outcome.said)
        } else {
            #expect(outcome.files.count == 1, outcome.said)
        }
    }

    @Test(.timeLimit(.minutes(2)), arguments: Desk.formats.indices) func figureLargerThanThePage(format: Int) throws {
        let desk = try Desk()
        let svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"9000\"><path d=\"M0 0h900v9000z\"/></svg>"
        try desk.sample.write("figures/tall.svg", svg)
        let made = try desk.make(
            "Before.\n\n:::figure {#f width=100%}\n![Tall](figures/tall.svg)\n\n\(Self.long)\n:::\n\nAfter.\n",
            variant: Desk.formats[format])
        #expect(!made.diagnostics.hasErrors)
        #expect(words(of: made, "weather") == 400)
        #expect(made.report[.clipped] == 0 && made.report[.overlap] == 0, "\(made.faults)")
    }

    @Test(.timeLimit(.minutes(2))) func referencesThatMoveTheirPages() throws {
        let desk = try Desk()
        // Each reference changes the length of its line, and with it the page of what it refers to.
        var text = ""
        for number in 0..<120 {
            text += "## Part \(number) {#p\(number)}\n\n"
            text += (0..<9).map { "See [](#p\((number + 37 * $0 + 60) % 120))." }.joined(separator: " ") + "\n\n"
        }
        let made = try desk.make(text, variant: "phone")
        #expect(!made.diagnostics.hasErrors)
        #expect(words(of: made, "see") >= 9 * 120)
    }

    @Test(
        .timeLimit(.minutes(2)),
        arguments: [
            "inner: 120mm, outer: 120mm", "head: 200mm, foot: 200mm", "column: 0mm", "column: -5mm", "width: 0mm",
            "column: 1mm", "head: 140mm, foot: 150mm", "height: 1mm",
        ])
    func marginsThatLeaveNoRoom(page: String) throws {
        let desk = try Desk()
        try Disk.replace(
            desk.sample.folder.path + "/Documents/theme.yaml", with: Array("page: {\(page)}\n".utf8))
        let made = try desk.make("## A heading\n\nSome words that somebody wrote.[^n]\n\n[^n]: A note.\n")
        expectTold(made.diagnostics, ["page-too-small", "wrong-type"])
    }

    @Test(.timeLimit(.minutes(5))) func fiveThousandNotesOnAPage() throws {
        let desk = try Desk()
        var text = ""
        for number in 0..<5000 { text += "a[^n\(number)] " }
        text += "\n\n"
        for number in 0..<5000 { text += "[^n\(number)]: Zebra.\n" }
        let made = try desk.make(text)
        #expect(!made.diagnostics.hasErrors)
        #expect(words(of: made, "zebra") == 5000)
        #expect(made.report[.clipped] == 0 && made.report[.overlap] == 0, "\(made.faults.prefix(5))")
    }
}

extension String {
    /// How often `part` stands in it.
    fileprivate func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
