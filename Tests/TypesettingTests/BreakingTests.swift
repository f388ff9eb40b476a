// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Testing
internal import Typesetting

private let english = """
    Typography exists to honour content. Like oratory, music, dance, calligraphy, like anything that lends its grace to \
    language, typography is an art that can be deliberately misused; it is a craft by which the meanings of a text can be \
    clarified, honoured and shared, or knowingly disguised, from 1450 to the 21st century — and well-known ever since.
    """
private let russian = """
    Типографика существует для того, чтобы воздавать должное содержанию. Подобно ораторскому искусству, музыке, танцу, \
    каллиграфии — всему, что придаёт языку изящество, — типографика есть искусство, которым можно злоупотреблять; она \
    помогает прояснить смысл текста, передать его в 20 кг бумаги или намеренно исказить.
    """

/// The same sequence on every machine.
private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % sides
    }
}

@Suite struct BreakingTests {
    let bench: Bench

    init() throws { bench = try Bench() }

    @Test(arguments: [LanguageTag.british, LanguageTag.russian], [150.0, 180.0, 240.0, 330.0]) func fillsJustifiedLines(
        language: LanguageTag, measure: Double
    ) {
        let text = language == .russian ? russian : english
        let setting = bench.typesetter.set(
            bench.paragraph(text, language: language, indent: 12), measure: measure)
        #expect(!setting.isOverfull)
        for (number, line) in setting.lines.enumerated().dropLast() {
            // Marks stick out by no more than 0.7 of their width, which is less than half an em.
            #expect(line.width <= measure + 4.5, Comment(rawValue: setting.texts[number]))
            #expect(line.width >= measure - 0.1, Comment(rawValue: setting.texts[number]))
        }
        #expect(setting.lines.first?.pieces.first?.x == 12)
        #expect(setting.copied == text)
    }

    @Test func losesNoTextAtAnyMeasure() {
        var dice = Dice(state: 7)
        let pool =
            (english + " " + russian).split(separator: " ").map(String.init)
            + ["https://example.org/a/long/path?x=1", "Donaudampfschifffahrtsgesellschaft", "—", "№", "5", "語", "x"]
        for _ in 0..<300 {
            let words = (0..<dice.roll(40)).map { _ in pool[dice.roll(pool.count)] }
            let text = words.joined(separator: " ")
            let alignment: Paragraph.Alignment = [.justified, .start, .centre, .end][dice.roll(4)]
            let measure = Double(5 + dice.roll(300))
            let paragraph = bench.paragraph(
                text, alignment, balanced: dice.roll(4) == 0, indent: Double(dice.roll(2) * 8))
            let setting = bench.typesetter.set(paragraph, measure: measure)
            #expect(setting.copied == text)
            guard !setting.isOverfull else {
                #expect(measure < 45)
                continue
            }
            // Marks stick out of ragged edges, too.
            let protrusion = 4.5
            #expect(setting.lines.allSatisfy { $0.width <= measure + protrusion }, "\(measure) \(setting.texts)")
            #expect(setting.lines.allSatisfy { $0.pieces.allSatisfy { Double($0.x) >= -protrusion } })
        }
    }

    @Test func dividesWords() {
        let english = bench.typesetter.set(bench.paragraph("a revolutionary typography"), measure: 50)
        #expect(english.texts.contains { $0.hasSuffix("=") })
        #expect(english.lines.filter(\.endsWithHyphen).allSatisfy { $0.pieces.last?.isDivision == true })
        let russian = bench.typesetter.set(
            bench.paragraph("полиграфическое исполнение", language: .russian), measure: 50)
        #expect(russian.texts.contains { $0.hasSuffix("=") })
        #expect(russian.copied == "полиграфическое исполнение")
    }

    @Test func obeysExceptionsAndSoftHyphens() {
        #expect(bench.typesetter.set(bench.paragraph("typography"), measure: 40).texts == ["typo=", "graphy"])
        #expect(bench.typesetter.set(bench.paragraph("photo\u{AD}graph"), measure: 35).texts == ["photo=", "graph"])
    }

    @Test func dividesLigatures() {
        // The parts of a divided ligature are wider than nothing and narrower than all of it.
        let text = Array(repeating: "of\u{AD}fi\u{AD}cial suf\u{AD}fix", count: 30).joined(separator: " ")
        for measure in stride(from: 60.0, through: 90, by: 1) {
            let setting = bench.typesetter.set(bench.paragraph(text), measure: measure)
            #expect(!setting.isOverfull && setting.lines.allSatisfy { $0.width <= measure + 4.5 }, "\(measure)")
        }
    }

    @Test func dividesOnlyWhatMayBeDivided() {
        for text in ["AVAILABLE WORDS", "a1b2a3b4a5 a1b2a3b4"] {
            let setting = bench.typesetter.set(bench.paragraph(text), measure: 60)
            #expect(setting.lines.allSatisfy { !$0.endsWithHyphen })
        }
        let whole = bench.typesetter.set(bench.paragraph(english, .start, hyphenates: false), measure: 100)
        #expect(whole.lines.allSatisfy { $0.pieces.allSatisfy { !$0.isDivision } })
    }

    @Test func breaksAddressesAtTheirJoints() {
        let setting = bench.typesetter.set(
            bench.paragraph("https://www.example.org/reports/annual/summary.html", .start), measure: 90)
        #expect(setting.lines.count > 2)
        #expect(setting.texts.dropLast().allSatisfy { $0.hasSuffix("/") || !$0.contains(" ") })
        #expect(setting.texts.contains { $0.hasSuffix("reports/") || $0.hasSuffix("annual/") })
        #expect(setting.lines.allSatisfy { !$0.pieces.contains(where: \.isDivision) })
        #expect(setting.copied == "https://www.example.org/reports/annual/summary.html")
    }

    @Test func keepsShortWordsWithTheirNeighbours() {
        // In narrower columns the pull gives way where no word may be divided.
        for measure in stride(from: 178.0, through: 330, by: 7) {
            let setting = bench.typesetter.set(bench.paragraph(russian, language: .russian), measure: measure)
            for text in setting.texts.dropLast() {
                #expect(!text.hasSuffix(" в") && !text.hasSuffix(" 20"), "\(measure): \(text)")
            }
            for text in setting.texts { #expect(!text.hasPrefix("—"), "\(measure)") }
        }
    }

    /// It may pay a little for a rag without steps, and no more.
    @Test func isNeverWorseThanFirstFit() {
        let shape = 4_000.0
        for measure in stride(from: 100.0, through: 300, by: 20) {
            let paragraph = bench.paragraph(english, .start, hyphenates: false)
            let setting = bench.typesetter.set(paragraph, measure: measure)
            #expect(raggedness(setting, measure) <= raggedness(firstFit(english, measure), measure) + shape)
        }
    }

    /// The sum of cubes of what the lines but the last fall short.
    private func raggedness(_ setting: Setting, _ measure: Double) -> Double {
        raggedness(setting.lines.map(\.width), measure)
    }

    private func raggedness(_ widths: [Double], _ measure: Double) -> Double {
        // The breaker squares 10 + a badness that goes with the cube.
        let rag = max(30, 0.15 * measure)
        return widths.dropLast().reduce(100) { sum, width in
            let share = max(measure - width, 0) / rag
            let line = 10 + 100 * share * share * share
            return sum + line * line
        }
    }

    private func firstFit(_ text: String, _ measure: Double) -> [Double] {
        var widths: [Double] = []
        var words: [Substring] = []
        for word in text.split(separator: " ") {
            let width = bench.typesetter.naturalWidth(
                of: bench.paragraph((words + [word]).joined(separator: " "), .start, hyphenates: false))
            if width > measure {
                widths.append(
                    bench.typesetter.naturalWidth(
                        of: bench.paragraph(words.joined(separator: " "), .start, hyphenates: false)))
                words = [word]
            } else {
                words.append(word)
            }
        }
        return widths + [0]
    }
}

@Suite struct RepeatedHyphenTests {
    let bench: Bench

    init() throws { bench = try Bench() }

    /// A Polish compound shows its hyphen on both lines; copied out it has one.
    @Test func standsOnBothLines() throws {
        let polish = try #require(LanguageTag("pl"))
        let paragraph = bench.paragraph("czerwony czarno-czerwony", .start, language: polish, hyphenates: false)
        let setting = bench.typesetter.set(paragraph, measure: 85)
        #expect(setting.texts == ["czerwony czarno-", "=czerwony"])
        #expect(setting.copied == "czerwony czarno-czerwony")
    }
}
