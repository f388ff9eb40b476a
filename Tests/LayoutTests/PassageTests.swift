// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// Passages in two columns.
@Suite("Passages in columns") struct PassageTests {
    private static var look: ComponentStyle {
        var look = ComponentStyle()
        look.form = .columns
        look.mostHeight = 0.8
        return look
    }

    /// The baselines of the two columns of each page.
    private func columns(_ words: [Int]) throws -> [(left: [Double], right: [Double])] {
        let blocks = words.enumerated().map { index, count in
            ComponentTests.paragraph(
                (0..<count).map { "word\($0 % 7)" }.joined(separator: " ") + ".", index)
        }
        let list = try ComponentTests.compose("columns", Self.look, before: 0, after: 0, blocks)
        return list.pages.dropFirst().map { page in
            var left: Set<Double> = []
            var right: Set<Double> = []
            for fragment in page.fragments {
                guard case .text(let origin, let pieces) = fragment.content, case .tag = fragment.owner,
                    pieces.first?.glyphs.text.hasPrefix("word") ?? false
                else { continue }
                if origin.x < 200 { left.insert(origin.y) } else { right.insert(origin.y) }
            }
            return (left.sorted(), right.sorted())
        }
    }

    @Test("are balanced, on common baselines", arguments: [[40], [60, 30], [7, 90, 12], [25, 25, 25, 25]])
    func balanced(words: [Int]) throws {
        let page = try #require(try columns(words).first { !$0.left.isEmpty })
        #expect(page.left.count >= page.right.count - 1 && page.left.count <= page.right.count + 2)
        let all = page.left + page.right
        let grid = Style().leading
        for y in all {
            let steps = (y - (all.first ?? 0)) / grid
            #expect((steps - steps.rounded()).magnitude < 0.01)
        }
        #expect(page.left.first == page.right.first)
    }

    @Test("longer than a page go on in two columns")
    func long() throws {
        let pages = try columns(Array(repeating: 70, count: 14)).filter { !$0.left.isEmpty }
        #expect(pages.count > 1)
        #expect(pages.allSatisfy { !$0.right.isEmpty && ($0.left.last ?? 0) <= 450 && ($0.right.last ?? 0) <= 450 })
    }

    @Test("a heading does not stand at the foot of a column")
    func headings() {
        func strip(_ height: Double, _ keep: GalleyItem.Keep = .none, before: Double = 0) -> GalleyItem {
            var item = GalleyItem()
            item.height = height
            item.keep = keep
            item.before = before
            item.marks = [
                .path(.line(from: Point(x: 0, y: 0), to: Point(x: 1, y: 0)), .fill(swatch: 0), .artifact(.layout))
            ]
            return item
        }
        let strips = [strip(15), strip(15), strip(15), strip(16, .firm, before: 10), strip(15, .lines), strip(15)]
        let passage = Passage(strips, grid: 15)
        #expect(passage.cut(0..<6) == 3)
        // The heading stands by its text, and its text on the grid.
        let column = passage.column(0..<6)
        #expect(column[4].before.magnitude < 1.5)
        var y = 0.0
        for item in column.dropLast() { y += item.before + item.height }
        #expect((y / 15 - (y / 15).rounded()).magnitude < 0.01)
    }
}
