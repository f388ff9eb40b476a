// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Testing
internal import Typesetting

private let heading = "What the law does to people’s health, and what people ask of the law in return"

@Suite struct SettingTests {
    let bench: Bench

    init() throws { bench = try Bench() }

    @Test func alignsRaggedLines() {
        let start = bench.typesetter.set(bench.paragraph(heading, .start), measure: 160)
        let end = bench.typesetter.set(bench.paragraph(heading, .end), measure: 160)
        let centre = bench.typesetter.set(bench.paragraph(heading, .centre), measure: 160)
        // Open letters such as W stick out by a twentieth of their width.
        #expect(start.lines.allSatisfy { line in line.pieces.first.map { (-0.6...0).contains($0.x) } == true })
        #expect(end.lines.allSatisfy { abs($0.width - 160) < 0.01 })
        for line in centre.lines {
            let left = Double(line.pieces.first?.x ?? -1)
            #expect(abs(left - (160 - line.width)) < 0.6)
        }
        // Blanks keep their natural width, glyphs too.
        let plain = start.lines.flatMap(\.pieces).filter {
            $0.blank > 0 && !$0.glyphs.text.contains { "fvwy".contains($0) }
        }
        #expect(Set(plain.map { ($0.blank * 10).rounded() }).count <= 2)
        #expect(start.lines.flatMap(\.pieces).allSatisfy { $0.expansion == 1 && $0.tracking == 0 })
    }

    @Test func evensBalancedLines() throws {
        let plain = bench.typesetter.set(bench.paragraph(heading, .start, hyphenates: false), measure: 250)
        let even = bench.typesetter.set(
            bench.paragraph(heading, .start, hyphenates: false, balanced: true), measure: 250)
        #expect(plain.lines.count == even.lines.count)
        let widths = even.lines.map(\.width)
        let difference = try #require(widths.max()) - #require(widths.min())
        #expect(difference < 50, "\(even.texts)")
    }

    @Test func stretchesBlanksWithinLimits() {
        let text = Array(repeating: heading, count: 5).joined(separator: " ")
        let setting = bench.typesetter.set(bench.paragraph(text), measure: 260)
        for line in setting.lines {
            #expect(line.pieces.allSatisfy { (0.9799...1.0201).contains($0.expansion) })
            #expect(line.pieces.filter { $0.blank > 0 }.allSatisfy { (1.2...6).contains($0.blank) })
        }
        #expect(setting.lines.contains { $0.pieces.contains { $0.expansion != 1 } })
    }

    @Test func letsMarksStickOut() {
        let setting = bench.typesetter.set(bench.paragraph("“" + heading + ",” " + heading), measure: 200)
        #expect(setting.lines.first?.pieces.first.map { $0.x < 0 } == true)
    }

    @Test func followsChangingMeasures() {
        let text = Array(repeating: heading, count: 3).joined(separator: " ")
        let setting = bench.typesetter.set(bench.paragraph(text)) { $0 < 3 ? 120 : 240 }
        for (number, line) in setting.lines.enumerated().dropLast() {
            let measure = number < 3 ? 120.0 : 240
            #expect((measure - 0.1...measure + 4.5).contains(line.width))
        }
    }

    @Test func offersLooserAndTighterSettings() {
        let text = Array(repeating: heading, count: 12).joined(separator: " ")
        let paragraph = bench.paragraph(text)
        let best = bench.typesetter.set(paragraph, measure: 250).lines.count
        let settings = bench.typesetter.settings(of: paragraph, measure: 250, looseness: -1...1)
        #expect(settings.contains { $0.lines.count == best })
        #expect(settings.count > 1)
        #expect(Set(settings.map(\.lines.count)).count == settings.count)
        #expect(settings.allSatisfy { abs($0.lines.count - best) <= 1 && $0.copied == text })
    }

    @Test func obeysForcedBreaksAndTies() {
        let setting = bench.typesetter.set(bench.paragraph("one\u{2028}two\u{2028}\u{2028}four"), measure: 200)
        #expect(setting.texts == ["one", "two", "", "four"])
        let tied = bench.typesetter.set(bench.paragraph("aaaa bbbb\u{A0}cccc", hyphenates: false), measure: 60)
        #expect(tied.texts == ["aaaa", "bbbb cccc"])
    }

    @Test func joinsRunsWithinAWord() {
        var paragraph = bench.paragraph("")
        paragraph.runs = [
            bench.run("A word", owner: 1), bench.run("1", size: 6, owner: 2, anchors: ["note-1"]),
            bench.run("", anchors: ["here"]), bench.run(" and more of it", owner: 1),
        ]
        let setting = bench.typesetter.set(paragraph, measure: 30)
        let call = setting.lines.firstIndex { $0.pieces.contains { $0.owner == 2 } }
        #expect(setting.texts.contains("word1"))
        #expect(setting.lines.firstIndex { $0.anchors.contains("note-1") } == call)
        #expect(setting.lines.flatMap(\.anchors) == ["note-1", "here"])
        #expect(setting.copied == "A word1 and more of it")
    }

    @Test func reportsCharactersThatNoFaceHas() {
        let setting = bench.typesetter.set(bench.paragraph("a 語 b ☐"), measure: 200)
        #expect(bench.typesetter.drainMissing().map(\.character) == ["語", "☐"].filter { !bench.has($0) })
        #expect(bench.typesetter.drainMissing().isEmpty)
        #expect(setting.copied == "a 語 b ☐")
    }

    @Test func takesTheNextFaceForWhatTheFirstLacks() throws {
        let arrow: Unicode.Scalar = "⌘"
        try #require(!bench.fonts.covers(arrow, face: bench.serif) && bench.fonts.covers(arrow, face: bench.sans))
        let setting = bench.typesetter.set(bench.paragraph("press⌘now"), measure: 200)
        #expect(setting.lines.first?.pieces.map(\.glyphs.face) == [bench.serif, bench.sans, bench.serif])
        #expect(bench.typesetter.drainMissing().isEmpty)
    }

    @Test func measuresForTables() {
        let paragraph = bench.paragraph("a considerable thing", .start)
        let widest = bench.typesetter.minimumWidth(of: paragraph)
        #expect(abs(widest - bench.typesetter.naturalWidth(of: bench.paragraph("considerable", .start))) < 0.01)
        #expect(bench.typesetter.naturalWidth(of: paragraph) > widest)
        let setting = bench.typesetter.set(paragraph, measure: bench.typesetter.naturalWidth(of: paragraph))
        #expect(setting.lines.count == 1 && !setting.isOverfull)
    }

    @Test func setsNothingForNothing() {
        #expect(bench.typesetter.set(bench.paragraph(""), measure: 100).lines.isEmpty)
        #expect(bench.typesetter.set(bench.paragraph("  "), measure: 100).lines.isEmpty)
        #expect(bench.typesetter.set(bench.paragraph("word"), measure: -1).copied == "word")
        #expect(bench.typesetter.set(bench.paragraph("word"), measure: .nan).copied == "word")
    }

    @Test(.timeLimit(.minutes(1))) func staysLinear() {
        let word = String(repeating: "абвгд", count: 10_000)
        let torn = bench.typesetter.set(bench.paragraph(word), measure: 100)
        #expect(torn.copied == word && !torn.isOverfull)
        let long = Array(repeating: heading, count: 1000).joined(separator: " ")
        #expect(bench.typesetter.set(bench.paragraph(long), measure: 250).copied == long)
    }

    @Test func ordersRightToLeftWords() throws {
        let arabic = try #require(LanguageTag("ar"))
        let setting = bench.typesetter.set(bench.paragraph("אב גד 12 34", .start, language: arabic), measure: 200)
        // Pieces stay in reading order; their places go from right to left, those of figures between blanks too (UAX 9, N1).
        #expect(setting.texts == ["אב גד 12 34"])
        let x = setting.lines.first?.pieces.filter { $0.glyphs.text != " " }.map(\.x) ?? []
        #expect(x.count >= 4 && x == x.sorted(by: >))
        #expect(setting.lines.first.map { abs($0.width - 200) < 0.01 } == true)
    }
}

extension Bench {
    fileprivate func has(_ scalar: Unicode.Scalar) -> Bool {
        fonts.covers(scalar, face: serif) || fonts.covers(scalar, face: sans)
    }
}
