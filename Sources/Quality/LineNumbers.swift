// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import Typesetting

/// Counts the lines of a page.
struct LineNumbers {
    private let record: SettingRecord
    /// The positions of each page's lines.
    private var pages: [Int: Range<Int>] = [:]

    init(_ record: SettingRecord) {
        self.record = record
        for (key, range) in record.lines.rows({ $0.page }) { pages[key] = range }
    }

    /// Which line of its page `placed` is, from 1: of those that stand above one another with it.
    func number(of placed: PlacedLine) -> Int {
        let own = extent(placed)
        var baselines: [Double] = []
        for index in pages[placed.page] ?? 0..<0 {
            let other = record.lines[index]
            if other.origin.y < placed.origin.y - 1, extent(other).overlaps(own) { baselines.append(other.origin.y) }
        }
        // Cells of a table and runs beside one another share a line.
        baselines.sort()
        var count = 1
        var last = -Double.infinity
        for baseline in baselines where baseline > last + 1 {
            count += 1
            last = baseline
        }
        return count
    }

    private func extent(_ placed: PlacedLine) -> ClosedRange<Double> {
        let number = Int(placed.line.paragraph)
        let measure = record.paragraphs.indices.contains(number) ? record.paragraphs[number].measure : 0
        return placed.origin.x...(placed.origin.x + max(measure, 0))
    }
}
