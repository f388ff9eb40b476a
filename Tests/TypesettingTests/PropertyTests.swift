// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Testing

@testable import Typesetting

/// What holds for any text at any measure.
@Suite("Any text, any measure") struct PropertyTests {
    let bench: Bench

    init() throws { bench = try Bench() }

    private func paragraphs(_ seed: UInt64, _ count: Int, mayTurn: Bool = false) -> [RandomParagraph] {
        var text = RandomText(chance: Chance(seed: seed), bench: bench)
        return (0..<count).map { _ in
            text.paragraph(words: text.chance.roll(45), runs: 1 + text.chance.roll(4), mayTurn: mayTurn)
        }
    }

    @Test("every character is on the page once, in order", arguments: [1, 3], [false, true])
    func characters(seed: UInt64, mayTurn: Bool) {
        for random in paragraphs(seed, 25, mayTurn: mayTurn) {
            let setting = random.set(bench.typesetter)
            let (seen, text) = (setting.seen(mayTurn: mayTurn), random.paragraph.seen(mayTurn: mayTurn))
            #expect(seen == text, Comment(rawValue: random.description))
            let anchors = random.paragraph.runs.flatMap(\.anchors)
            #expect(setting.lines.flatMap(\.anchors) == anchors)
        }
    }

    @Test("no line is wider than its measure unless that is told, and `rest` is what is left", arguments: [5, 6, 7])
    func widths(seed: UInt64) {
        for random in paragraphs(seed, 25) {
            let setting = random.set(bench.typesetter)
            for (number, line) in setting.lines.enumerated() {
                guard let first = line.pieces.first else { continue }
                let (head, tail) = protrusion(line, number, random.paragraph)
                let indent = number == 0 ? random.paragraph.indent : 0
                let measure = max(random.measure(number) - indent, 0.1)
                let width = line.width - Double(first.x) - head - tail
                #expect(width <= measure + 0.01 || setting.isOverfull, random.comment)
                #expect(abs(measure - width - Double(line.fit.rest)) < 0.01, random.comment)
                let isFilled = abs(width - measure) < 0.01 || setting.isOverfull || line.fit.wordSpace > 3
                #expect(
                    !line.fit.isJustified || isFilled || line.pieces.allSatisfy { $0.blank <= 0 },
                    "\(line.fit) \(width) \(line.pieces.map(\.blank)) \(random.description)")
            }
        }
    }

    /// How far the line's marks stick out at its edges, in points.
    private func protrusion(_ line: Line, _ number: Int, _ paragraph: Paragraph) -> (head: Double, tail: Double) {
        // Balanced lines are ragged.
        let isRagged = paragraph.isBalanced && paragraph.alignment == .justified
        let alignment = isRagged ? .start : paragraph.alignment
        let edges = Edges(paragraph.hangsMarks ? alignment : nil, isRightToLeft: false)
        let table = Protrusion.table("")
        guard let first = line.pieces.first, let last = line.pieces.last else { return (0, 0) }
        let head = table.head(of: first.glyphs.text) * Double(first.glyphs.glyphs.first?.advance ?? 0)
        let tail = table.tail(of: last.glyphs.text) * Double(last.glyphs.glyphs.last?.advance ?? 0)
        let isIndented = number == 0 && paragraph.indent != 0
        return (
            edges.start && !isIndented ? head * Double(first.size) : 0, edges.end ? tail * Double(last.size) : 0
        )
    }

    @Test("nothing is wider than a right-to-left line either", arguments: [8, 9])
    func turnedWidths(seed: UInt64) {
        for random in paragraphs(seed, 20, mayTurn: true) {
            let setting = random.set(bench.typesetter)
            for (number, line) in setting.lines.enumerated() where !setting.isOverfull {
                let inked = line.pieces.filter { $0.glyphs.text != " " }
                let left = inked.map { Double($0.x) }.min() ?? 0
                let right = inked.map { Double($0.x) + $0.width }.max() ?? 0
                let indent = number == 0 ? random.paragraph.indent : 0
                // Marks stick out by no more than 0.7 of their width on either side; tracking after the last glyph counts for nothing.
                let most = max(random.measure(number) - indent, 0.1) + 14
                #expect(right - left <= most, "line \(number) of \(random.description)")
            }
        }
    }

    @Test("setting again gives the same, from a typesetter that has set other things too", arguments: [false, true])
    func repeats(mayTurn: Bool) throws {
        let all = paragraphs(10, 15, mayTurn: mayTurn)
        let other = try Bench()
        let backwards = all.reversed().map { $0.set(other.typesetter) }.reversed()
        for (random, second) in zip(all, backwards) {
            let first = random.set(bench.typesetter)
            let again = random.set(bench.typesetter)
            #expect(first.record == again.record, Comment(rawValue: random.description))
            #expect(first.record == second.record, Comment(rawValue: random.description))
        }
    }

    @Test("glyphs are widened by 2 % and tracked by 0.01 em at the most", arguments: [11, 12])
    func limits(seed: UInt64) {
        for random in paragraphs(seed, 20, mayTurn: seed == 12) {
            let setting = random.set(bench.typesetter)
            for (line, piece) in setting.lines.flatMap({ line in line.pieces.map { (line, $0) } }) {
                let style = random.paragraph.runs[Int(piece.owner)].style
                let own = piece.glyphs.text == " " ? 0 : style.tracking / 1000 * style.size
                #expect((0.98 - 1e-6...1.02 + 1e-6).contains(piece.expansion), random.comment)
                #expect(abs(Double(piece.tracking) - own) <= 0.01 * style.size + 1e-4, random.comment)
                #expect(line.fit.isJustified || line.fit.rest < 0.01 || piece.expansion == 1, random.comment)
            }
        }
    }

    @Test("pieces follow each other from left to right", arguments: [13, 14])
    func order(seed: UInt64) {
        for random in paragraphs(seed, 20) {
            for line in random.set(bench.typesetter).lines {
                for (piece, next) in zip(line.pieces, line.pieces.dropFirst()) {
                    let gap = Double(next.x) - Double(piece.x) - piece.width
                    if piece.blank > 0 {
                        #expect(abs(gap - Double(piece.blank)) < 0.01, random.comment)
                    } else {
                        // Two parts of a word: a kern lies between them, or what keeps styles apart.
                        #expect(abs(gap) < 0.3 * Double(max(piece.size, next.size)), random.comment)
                    }
                }
            }
        }
    }

    @Test("the word spaces of a line are equal but for kerns")
    func wordSpaces() {
        var text = RandomText(chance: Chance(seed: 15), bench: bench)
        let words = ["of", "Ту", "vary", "yet", "“five”", "f", "Typo", "wavy", "над", "Г", "буду", "7", "—", "AV"]
        for _ in 0..<20 {
            let chosen = (0..<40).map { _ in text.chance.pick(words) }.joined(separator: " ")
            let setting = bench.typesetter.set(
                bench.paragraph(chosen), measure: 120 + Double(text.chance.roll(200)))
            for line in setting.lines {
                let spaces = zip(line.pieces, line.pieces.dropFirst()).filter { $0.0.blank > 0 }.map { piece, next in
                    Double(piece.blank)
                        - 10 * max(bench.blankKern(piece.glyphs.text, next.glyphs.text), ParagraphReader.leastBlankKern)
                }
                let spread = (spaces.max() ?? 0) - (spaces.min() ?? 0)
                #expect(spread < 0.01, "\(spaces) \(line.pieces.map(\.glyphs.text))")
            }
        }
    }
}

extension Setting {
    /// All that is drawn, for comparison.
    var record: [String] {
        lines.map { line in
            let pieces = line.pieces.map {
                "\($0.glyphs.text) \($0.glyphs.glyphs.map(\.id)) \($0.x) \($0.size) \($0.expansion) \($0.tracking) \($0.rise) \($0.blank) \($0.owner)"
            }
            return "\(line.width) \(line.fit) \(line.start) \(line.anchors) \(pieces)"
        }
    }
}

extension Bench {
    /// What HarfBuzz adds to a blank between two words of the first face, in em.
    func blankKern(_ left: String, _ right: String) -> Double {
        advance(left + " " + right) - advance(left) - advance(" ") - advance(right)
    }

    /// The width of `text` set whole in the first face, in em.
    func advance(_ text: String, language: LanguageTag = .british) -> Double {
        fonts.shape(text, face: serif, features: [], language: language).advance
    }
}
