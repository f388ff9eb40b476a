// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Testing

@testable import Typesetting

/// What the eye stops at is set round where that costs less.
@Suite("Stacks, rivers, ladders, last lines") struct BlemishTests {
    private static let words = [
        "government", "people", "the", "of", "and", "health", "law", "people", "to", "services", "in", "their",
        "rights", "people",
        "a", "is", "treatment", "which", "the", "other",
    ]

    let bench: Bench

    init() throws { bench = try Bench() }

    private func text(_ chance: inout Chance, _ count: Int) -> String {
        (0..<count).map { _ in chance.pick(Self.words) }.joined(separator: " ") + "."
    }

    /// The breaker's best lines before anybody looks at them; none if words must be divided.
    private func plain(_ paragraph: Paragraph, _ measure: Double) -> Setting? {
        let store = WordStore(fonts: bench.fonts)
        var reader = ParagraphReader()
        reader.read(paragraph, store: store)
        let edges = Edges(nil, isRightToLeft: false)
        let stops = StopList(
            store: store, divider: Divider(book: bench.hyphens, exceptions: [:]), protrudesAtStart: false,
            protrudesAtEnd: false
        ).stops(reader, kinds: .betweenWords, divisionPenalty: 100, widest: .infinity)
        let measure = Measure(measure, indent: 0)
        let breaker = Breaker(
            stops: stops, measure: measure, isJustified: true, head: 0, rag: 30,
            leastLastLine: max(measure.column(1) < 120 ? 15 : 28, 0.06 * measure.column(1)), scrapOfLine: 15,
            keepsLineCounts: false)
        return breaker.best(Breaker.Attempt(tolerance: 15)).map {
            LineBuilder(
                paragraph: paragraph, reader: reader, store: store, measure: measure, alignment: .justified,
                edges: edges
            ).lines($0, stops)
        }
    }

    @Test("stacks and rivers are set round, and the whole is never worse for it")
    func reconsiders() {
        var chance = Chance(seed: 31)
        var (before, after) = (0, 0)
        for _ in 0..<120 {
            var paragraph = bench.paragraph(text(&chance, 70))
            paragraph.hangsMarks = false
            let measure = 200 + Double(chance.roll(160))
            guard let first = plain(paragraph, measure) else { continue }
            let setting = bench.typesetter.set(paragraph, measure: measure)
            let blemishes = (Blemishes(in: first, justified: true), Blemishes(in: setting, justified: true))
            let costs = (first.demerits + blemishes.0.demerits, setting.demerits + blemishes.1.demerits)
            #expect(costs.1 <= costs.0 * (1 + 1e-9))
            before += first.stacks
            after += setting.stacks
        }
        #expect(before > 4 && after < before, "\(before) \(after)")
    }

    @Test("three divided lines follow each other only where no looser lines do", arguments: [70.0, 90, 120, 160])
    func ladders(measure: Double) {
        let words = [
            "полиграфическое", "исполнение", "типографика", "революционная", "и", "каллиграфия", "на", "возможностях",
        ]
        var chance = Chance(seed: 32)
        for _ in 0..<25 {
            let text = (0..<40).map { _ in chance.pick(words) }.joined(separator: " ")
            let paragraph = bench.paragraph(text, language: .russian)
            let setting = bench.typesetter.set(paragraph, measure: measure)
            guard setting.ladder >= 3, !setting.isOverfull else { continue }
            let store = WordStore(fonts: bench.fonts)
            var reader = ParagraphReader()
            reader.read(paragraph, store: store)
            let stops = StopList(
                store: store, divider: Divider(book: bench.hyphens, exceptions: [:]), protrudesAtStart: true,
                protrudesAtEnd: true
            ).stops(reader, kinds: .withDivisions, divisionPenalty: 100, widest: .infinity)
            let breaker = Breaker(
                stops: stops, measure: Measure(measure, indent: 0), isJustified: true, head: 0, rag: 30,
                leastLastLine: 15, keepsLineCounts: false)
            let best = breaker.best(Breaker.Attempt(tolerance: 9_999))
            #expect((best?.demerits ?? .infinity) >= Merits().thirdHyphen, "\(setting.texts)")
        }
    }

    @Test("no short word and no scrap stands alone on a last line", arguments: ["so.", "it", "да."])
    func lastLines(end: String) {
        var chance = Chance(seed: 33)
        for _ in 0..<80 {
            let measure = 180 + Double(chance.roll(200))
            let setting = bench.typesetter.set(
                bench.paragraph(text(&chance, 60) + " " + end), measure: measure)
            let last = setting.texts.last ?? ""
            #expect(last != end && last.count > 4, "\(measure): \(last)")
            #expect(setting.lines.dropLast().last?.endsWithHyphen == false || (setting.lines.last?.width ?? 0) > 30)
        }
    }

    @Test(
        "headings over two lines are as even as can be",
        arguments: [
            "What the law does to people’s health, and what people ask of the law in return",
            "Что закон делает со здоровьем людей и чего люди просят у закона",
            "One extraordinarily incomprehensible heading of few words",
        ])
    func headings(text: String) throws {
        let paragraph = {
            bench.paragraph($0, .start, language: .russian, hyphenates: false, balanced: $1)
        }
        let words = text.split(separator: " ").map(String.init)
        let width = { (part: ArraySlice<String>) in
            bench.typesetter.naturalWidth(of: paragraph(part.joined(separator: " "), false))
        }
        let natural = width(words[...])
        for share in stride(from: 0.62, to: 0.99, by: 0.06) {
            let measure = natural * share
            let setting = bench.typesetter.set(paragraph(text, true), measure: measure)
            guard setting.lines.count == 2 else { continue }
            #expect(setting.lines.allSatisfy { !$0.endsWithHyphen })
            let found = try #require(setting.lines.map(\.width).max())
            let best = (1..<words.count).map { max(width(words[..<$0]), width(words[$0...])) }.min() ?? 0
            // Protrusion shifts the edges by a point or two.
            #expect(found <= best + measure / 100 + 2, "\(setting.texts): \(found), \(best)")
        }
    }
}

extension Setting {
    /// How many words stand above themselves where lines begin, or where they end save for the last.
    fileprivate var stacks: Int {
        let words = lines.map { ($0.pieces.first?.glyphs.text ?? "", $0.pieces.last?.glyphs.text ?? "") }
        return zip(words, words.dropFirst()).enumerated().reduce(0) { sum, pair in
            let (above, below) = pair.element
            let isLast = pair.offset == words.count - 2
            return sum + (above.0 == below.0 ? 1 : 0) + (!isLast && above.1 == below.1 ? 1 : 0)
        }
    }

    /// The longest row of lines that end in a hyphen.
    fileprivate var ladder: Int {
        lines.reduce(into: (longest: 0, row: 0)) { count, line in
            count.row = line.endsWithHyphen ? count.row + 1 : 0
            count.longest = max(count.longest, count.row)
        }.longest
    }
}
