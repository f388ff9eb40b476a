// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Testing

@testable import Quality

@Suite("What stops the eye") struct ExaminerTests {
    private static let last = SetText.Draft("and this is how the paragraph comes to its end")

    private func text(_ drafts: [SetText.Draft]) -> SetText {
        var text = SetText()
        text.add(drafts + [Self.last])
        return text
    }

    @Test("even lines are no finding")
    func nothing() {
        let report = text([.init("one two three"), .init("four five six", wordSpace: 1.2, badness: 12)]).report()
        #expect(report.findings.isEmpty)
        #expect(!report.isBeyond)
        #expect(report.totals.lines == 3)
        #expect(report.totals.justified == 2)
        #expect(report.totals.widestWordSpace > 1.19)
    }

    @Test("word spaces beyond the limits are errors, with page, line and place")
    func wordSpaces() throws {
        let text = text([
            .init("one two three"), .init("four five six", wordSpace: 1.7, badness: 80),
            .init("seven eight", wordSpace: 0.6, badness: 80),
        ])
        let wide = try #require(text.findings(.wideWordSpace).first)
        #expect(wide.isBeyond)
        #expect((wide.page, wide.label, wide.line) == (0, "1", 2))
        #expect(abs(wide.value - 1.7) < 0.001)
        #expect(wide.words == "four five six")
        #expect(wide.origin?.source.start.line == 3)
        #expect(text.findings(.narrowWordSpace).map(\.line) == [3])
        var limits = TypographyLimits()
        limits.wordSpace = 0.5...2
        #expect(!text.report(limits).findings.contains { $0.isBeyond })
    }

    @Test("loose and tight lines are counted against a hundred")
    func loose() {
        let text = text([
            .init("one two", wordSpace: 1.5, badness: 140), .init("three four", wordSpace: 0.8, badness: 120),
            .init("five six"), .init("seven eight"),
        ])
        let report = text.report()
        #expect(report.findings.map(\.kind) == [.looseLine, .tightLine, .unevenLines])
        #expect(report.totals.looseLines == 2)
        // One pair of uneven lines in a short text is no habit.
        #expect(report.breaches.map(\.limit) == ["loose-lines-per-100"])
        #expect(report.breaches.first?.value == 50)
    }

    @Test("the last line is not stretched, so it is not loose")
    func lastLine() {
        var text = SetText()
        text.add([.init("one two three"), .init("the last line of all", wordSpace: 3, badness: 9000)])
        #expect(text.report().findings.isEmpty)
    }

    @Test("two divided words are counted, three are a ladder")
    func ladders() throws {
        let pair = text([.init("one di-", isDivided: true), .init("vided di-", isDivided: true), .init("vided")])
        #expect(pair.findings(.ladder).isEmpty)
        #expect(pair.report().totals.hyphenPairs == 1)
        let three = text((0..<3).map { _ in SetText.Draft("vided di-", isDivided: true) })
        let ladder = try #require(three.findings(.ladder).first)
        #expect(ladder.value == 3)
        #expect(ladder.isBeyond)
        #expect(three.report().totals.hyphenPairs == 0)
        var limits = TypographyLimits()
        limits.ladder = 1
        #expect(pair.report(limits).findings.map(\.kind) == [.ladder])
    }

    @Test("a turn of the page ends a ladder, and a divided word stands at it")
    func turns() {
        let text = text([
            .init("a b di-", isDivided: true), .init("vided di-", isDivided: true),
            .init("vided di-", isDivided: true, turnsPage: true), .init("vided again"),
        ])
        #expect(text.findings(.ladder).isEmpty)
        let turns = text.findings(.hyphenAtTurn)
        #expect(turns.map(\.words) == ["di-|vided"])
        #expect(turns.map(\.line) == [2])
        #expect(text.report().breaches.map(\.limit) == ["hyphens-at-turns"])
    }

    @Test("the same word at an edge of three lines is a stack, of four beyond the limit")
    func stacks() {
        let three = text([.init("the one so"), .init("The two so,"), .init("the three so")])
        #expect(three.findings(.stack).map(\.words) == ["so", "the"])
        #expect(three.findings(.stack).allSatisfy { !$0.isBeyond })
        let four = text((0..<4).map { SetText.Draft("the \($0)a b\($0)") })
        #expect(four.findings(.stack).map(\.value) == [4])
        #expect(four.findings(.stack).allSatisfy { $0.isBeyond })
        let two = text([.init("people one"), .init("people two")])
        #expect(two.findings(.stack).isEmpty)
        #expect(two.report().totals.stackPairs == 1)
        #expect(text([.init("the one"), .init("the two")]).report().totals.stackPairs == 0)
    }

    @Test("the rest of a divided word is no word of a stack")
    func stackOfParts() {
        let text = text([
            .init("vided di-", isDivided: true), .init("vided di-", isDivided: true),
            .init("vided di-", isDivided: true), .init("vided again"),
        ])
        #expect(text.findings(.stack).isEmpty)
    }

    @Test("a scrap of a last line is told, in a column that has room for better")
    func shortLastLines() {
        var text = SetText()
        text.add([.init("one two three"), .init("of it.")])
        text.add([.init("one two three"), .init("it is.")])
        text.add([.init("only line")])
        text.add([.init("one"), .init("it.")], measure: 60)
        text.add([.init("one two three"), .init("(12).")])
        #expect(text.findings(.shortLastLine).map(\.words) == ["(12)."])
        text.add([.init("one two three"), .init("no.")])
        #expect(text.findings(.shortLastLine).map(\.words) == ["(12).", "no."])
        #expect(text.report().breaches.first?.value == 2)
    }

    @Test("a line longer than its measure is told with how much")
    func overfull() {
        let text = text([.init("one two three", rest: -3.5)])
        #expect(text.findings(.overfullLine).map(\.value) == [3.5])
        #expect(text.report().breaches.map(\.limit) == ["overfull-lines"])
    }

    @Test("a river runs where wide gaps stand below one another")
    func rivers() {
        let wide = (0..<3).map { _ in SetText.Draft("aaaa bbbb cccc", wordSpace: 1.4, badness: 50) }
        #expect(text(wide).findings(.river).map(\.value) == [3, 3])
        #expect(text(Array(wide.prefix(2))).findings(.river).isEmpty)
        let usual = (0..<3).map { _ in SetText.Draft("aaaa bbbb cccc", wordSpace: 1.3) }
        #expect(text(usual).findings(.river).isEmpty, "as wide as usual")
    }

    @Test("lines of other pages do not count in a line's number")
    func numbers() {
        var text = SetText()
        text.add((0..<5).map { _ in SetText.Draft("one two three") })
        text.page = 1
        text.add([.init("one", wordSpace: 2), .init("the end of all this")])
        #expect(text.findings(.wideWordSpace).map(\.page) == [1])
        #expect(text.findings(.wideWordSpace).map(\.line) == [1])
    }
}
