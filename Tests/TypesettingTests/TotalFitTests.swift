// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Testing

@testable import Typesetting

/// The breaker against an oracle that tries every way there is.
@Suite("Total fit") struct TotalFitTests {
    let bench: Bench

    init() throws { bench = try Bench() }

    private func stops(_ paragraph: Paragraph, protrudes: Bool) -> [Stop] {
        let store = WordStore(fonts: bench.fonts)
        var reader = ParagraphReader()
        reader.read(paragraph, store: store)
        let divider = Divider(book: bench.hyphens, exceptions: [:])
        return StopList(store: store, divider: divider, protrudesAtStart: protrudes, protrudesAtEnd: protrudes)
            .stops(reader, kinds: .withDivisions, divisionPenalty: 100, widest: .infinity)
    }

    private func breaker(_ stops: [Stop], _ measure: Measure, justified: Bool = true) -> Breaker {
        Breaker(
            stops: stops, measure: measure, isJustified: justified, head: 0, rag: 30, leastLastLine: 15,
            keepsLineCounts: measure.isVarying)
    }

    private static let words = [
        "a", "of", "to", "the", "yes", "lion", "fool", "well-known", "a\u{AD}l", "so\u{AD}i", "re\u{AD}pub\u{AD}lic",
        "type,", "in", "«да»",
        "из-за", "рево\u{AD}люция", "fi\u{AD}l", "(it)", "for.",
    ]

    private func paragraph(_ chance: inout Chance) -> Paragraph {
        let words = (0..<(4 + chance.roll(7))).map { _ in chance.pick(Self.words) }
        return bench.paragraph(words.joined(separator: " "), language: chance.pick([.british, .russian]))
    }

    @Test("is what trying all ways finds", arguments: [false, true], [false, true])
    func optimum(protrudes: Bool, varies: Bool) {
        var chance = Chance(seed: 21)
        var compared = 0
        for _ in 0..<90 {
            let paragraph = paragraph(&chance)
            let stops = stops(paragraph, protrudes: protrudes)
            guard (2...10).contains(stops.count) else { continue }
            let first = Double(30 + chance.roll(90))
            let measure = varies ? Measure({ $0 == 0 ? first : first + 25 }, indent: 0) : Measure(first, indent: 0)
            let breaker = breaker(stops, measure)
            for attempt in [
                Breaker.Attempt(tolerance: 15), Breaker.Attempt(tolerance: 400),
                Breaker.Attempt(tolerance: 9_999, extraStretch: 20),
            ] {
                let found = breaker.best(attempt)
                let oracle = Oracle(breaker: breaker, attempt: attempt).best()
                let comment = Comment(rawValue: "\(first) \(attempt): \(paragraph.runs[0].text)")
                #expect((found == nil) == (oracle == nil), comment)
                guard let found, let oracle else { continue }
                compared += 1
                #expect(abs(found.demerits - oracle.demerits) <= 1e-6 * oracle.demerits, comment)
            }
        }
        #expect(compared > 30)
    }

    @Test("no shape of a rag costs less than the oracle's best")
    func ragged() {
        var chance = Chance(seed: 22)
        for _ in 0..<100 {
            let paragraph = paragraph(&chance)
            let stops = stops(paragraph, protrudes: true)
            guard (2...9).contains(stops.count) else { continue }
            let breaker = breaker(stops, Measure(Double(40 + chance.roll(90)), indent: 0), justified: false)
            let attempt = Breaker.Attempt(tolerance: 1000)
            guard let found = breaker.best(attempt), let oracle = Oracle(breaker: breaker, attempt: attempt).best()
            else { continue }
            #expect(found.demerits >= oracle.demerits - 1e-6)
            #expect(found.demerits <= oracle.demerits + 8 * Merits().slope, "\(paragraph.runs[0].text)")
        }
    }

    @Test("costs no more than first fit", arguments: [90.0, 130, 170, 210, 250, 290, 330])
    func firstFit(measure: Double) {
        var text = RandomText(chance: Chance(seed: UInt64(measure)), bench: bench)
        let words = [
            "typography", "exists", "to", "honour", "content", "like", "music", "a", "revolutionary", "of", "the", "by",
        ]
        for _ in 0..<8 {
            let chosen = (0..<60).map { _ in text.chance.pick(words) }.joined(separator: " ")
            let stops = stops(bench.paragraph(chosen), protrudes: true)
            let breaker = breaker(stops, Measure(measure, indent: 0))
            let attempt = Breaker.Attempt(tolerance: .infinity)
            let oracle = Oracle(breaker: breaker, attempt: attempt)
            guard let best = breaker.best(attempt), let greedy = oracle.firstFit() else { continue }
            #expect(best.demerits <= greedy.demerits + 1e-6)
            // The oracle reckons the breaker's own way alike.
            #expect(abs((oracle.demerits(of: best.stops) ?? 0) - best.demerits) <= 1e-6 * best.demerits)
        }
    }

    @Test("offers other lengths, each the best of its length", arguments: [240.0, 330])
    func looseness(measure: Double) {
        let text = Array(
            repeating: "typography exists to honour content like music by a revolution of the art", count: 9
        )
        .joined(separator: " ")
        let paragraph = bench.paragraph(text)
        let best = bench.typesetter.set(paragraph, measure: measure)
        let settings = bench.typesetter.settings(of: paragraph, measure: measure, looseness: -2...2)
        let counts = settings.map(\.lines.count)
        #expect(counts.count > 1, "\(counts) \(best.lines.count)")
        #expect(counts == counts.sorted() && Set(counts).count == counts.count)
        #expect(counts.allSatisfy { abs($0 - best.lines.count) <= 2 } && counts.contains(best.lines.count))
        for setting in settings {
            #expect(setting.seen(mayTurn: false) == text && !setting.isOverfull)
            #expect(setting.lines.allSatisfy { $0.fit.isLast || abs($0.fit.rest) < 0.01 })
        }
        let others = bench.typesetter.settings(of: paragraph, measure: measure, looseness: 1...1)
        #expect(others.allSatisfy { $0.lines.count == best.lines.count + 1 })
    }

    @Test("a paragraph of 20,000 words breaks", .timeLimit(.minutes(1)))
    func longParagraph() {
        let words = ["typography", "exists", "to", "honour", "content", "—", "like", "music", "and", "revolutionary"]
        var chance = Chance(seed: 23)
        let text = (0..<20_000).map { _ in chance.pick(words) }.joined(separator: " ")
        let setting = bench.typesetter.set(bench.paragraph(text), measure: 320)
        #expect(setting.seen(mayTurn: false) == text && !setting.isOverfull)
        #expect(setting.lines.count > 1500)
    }
}
