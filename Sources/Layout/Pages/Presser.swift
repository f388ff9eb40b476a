// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds paragraphs that can be set with a line more or less, and remembers what that would cost: each is broken again once.
///
/// Not sendable: it belongs to the task that composes an edition.
final class Presser {
    /// By how many demerits a line is worse if the paragraph is a line shorter, or longer; `nil` where there is no such setting.
    typealias Costs = (shorter: Double?, longer: Double?)

    private let paragraphs: [Flow.Pliable]
    private let ask: (Int32) -> Costs
    private var known: [Int32: Costs] = [:]

    init(_ paragraphs: [Flow.Pliable], ask: @escaping (Int32) -> Costs) {
        self.paragraphs = paragraphs
        self.ask = ask
    }

    /// How much of the measure each line would have to give, at most, for a paragraph to be asked.
    private static let mostStretch = 0.06
    private static let mostShrink = 0.045
    /// How many paragraphs of a page are asked.
    private static let mostAsked = 3

    /// The paragraph within `strips` that is best set a line longer (`lines` 1) or shorter (−1).
    func cheapest(in strips: Range<Int>, by lines: Int) -> (block: Int32, demerits: Double)? {
        var candidates: [(give: Double, block: Int32)] = []
        var index = first(from: strips.lowerBound)
        while index < paragraphs.count, paragraphs[index].strips.upperBound <= strips.upperBound {
            let paragraph = paragraphs[index]
            let count = Double(paragraph.strips.count)
            let give = (lines > 0 ? 1.05 - paragraph.lastFill : paragraph.lastFill) / (count - (lines > 0 ? 0 : 1))
            if give <= (lines > 0 ? Self.mostStretch : Self.mostShrink) { candidates.append((give, paragraph.block)) }
            index += 1
        }
        candidates.sort { ($0.give, $0.block) < ($1.give, $1.block) }
        for candidate in candidates.prefix(Self.mostAsked) {
            let costs = costs(of: candidate.block)
            if let demerits = lines > 0 ? costs.longer : costs.shorter { return (candidate.block, demerits) }
        }
        return nil
    }

    private func costs(of block: Int32) -> Costs {
        if let known = known[block] { return known }
        let costs = ask(block)
        known[block] = costs
        return costs
    }

    private func first(from strip: Int) -> Int {
        var low = 0
        var high = paragraphs.count
        while low < high {
            let middle = (low + high) / 2
            if paragraphs[middle].strips.lowerBound < strip { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
