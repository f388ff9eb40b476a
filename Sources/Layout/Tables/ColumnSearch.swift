// SPDX-License-Identifier: GPL-3.0-or-later

/// Looks for the widths of columns that make a table lowest.
///
/// A cell's lines are its text's length over its width, or nearly so: with that the height of a table is a convex function of the widths,
/// and a short descent comes near its least. What it finds, and two simpler divisions of the measure, are improved by moving white from one
/// column to another as long as that saves a line of words filled in as they come; what that gives is set in earnest, and the best is taken.
struct ColumnSearch {
    /// What a cell wants.
    struct Cell {
        /// The row that it stands in.
        let row: Int
        /// The columns that it takes.
        let columns: Range<Int>
        /// Its width in one line.
        let natural: Double
        /// Its words with the blanks after them.
        let words: [(width: Double, blank: Double, isLast: Bool)]
        /// The distance of its lines.
        let leading: Double
        /// The number of the cell, for `lines`.
        let number: Int
    }

    let cells: [Cell]
    let measure: Double
    /// By column.
    let least: [Double]
    /// By column.
    let natural: [Double]
    /// How many lines cell `number` has at a width, and what their flaws are worth, in lines.
    let lines: (_ number: Int, _ width: Double) -> (count: Int, flaws: Double)
    /// White beside a cell's text.
    let gap: Double

    /// Tables of more cells are not set in earnest.
    private static let mostCells = 1000

    /// How many words may still be looked at: looking costs little, but a table may have very many.
    private var looks = 3_000_000
    private let rowCount: Int

    init(
        cells: [Cell], measure: Double, least: [Double], natural: [Double], gap: Double = 0,
        lines: @escaping (_ number: Int, _ width: Double) -> (count: Int, flaws: Double)
    ) {
        self.cells = cells
        self.measure = measure
        self.least = least
        self.natural = natural
        self.gap = gap
        self.lines = lines
        rowCount = (cells.map(\.row).max() ?? -1) + 1
    }

    /// The widths; their sum is the measure.
    mutating func best() -> [Double] {
        let shared = Setter.distribute(measure, least: least, natural: natural)
        guard least.reduce(0, +) < measure, natural.reduce(0, +) > measure, least.count > 1 else { return shared }
        var candidates: [[Double]] = []
        for start in [descent(from: shared), shared, even()] {
            var widths = start
            exchange(&widths)
            if !candidates.contains(widths) { candidates.append(widths) }
        }
        let isEarnest = cells.count <= Self.mostCells
        var best = shared
        var bestCost = Double.infinity
        for candidate in candidates {
            let cost = cost(of: candidate, isEarnest: isEarnest)
            if cost < bestCost - 0.01 { (best, bestCost) = (candidate, cost) }
        }
        return best
    }

    // MARK: Estimates

    /// Widths near the least of the sum over rows of the tallest cell, by its text's length over its width.
    private func descent(from start: [Double]) -> [Double] {
        var widths = start
        for _ in 0..<24 {
            let pull = pull(of: widths)
            let mean = pull.reduce(0, +) / Double(max(pull.count, 1))
            guard mean > 0 else { break }
            for column in widths.indices {
                let step = (pull[column] / mean).squareRoot()
                widths[column] = min(
                    max(widths[column] * min(max(step, 0.6), 1.6), least[column]), max(natural[column], least[column]))
            }
            fit(&widths)
        }
        return widths
    }

    /// How much lower the table would be for each point that a column were wider.
    private func pull(of widths: [Double]) -> [Double] {
        let sharpness = 6
        var heights = [Double](repeating: 0, count: rowCount)
        var shares = [Double](repeating: 0, count: cells.count)
        for (index, cell) in cells.enumerated() {
            let width = max(widths[cell.columns].reduce(0, +), 1)
            shares[index] = max(cell.natural / width, 1)
            heights[cell.row] += power(shares[index], sharpness)
        }
        var pull = [Double](repeating: 0, count: widths.count)
        for (index, cell) in cells.enumerated() where shares[index] > 1 {
            let width = max(widths[cell.columns].reduce(0, +), 1)
            // The derivative of the norm of a row's shares: all of it goes to the tallest cells.
            let weight = power(shares[index], sharpness) / heights[cell.row]
            let tallness = shares[index] * cell.leading
            for column in cell.columns { pull[column] += weight * tallness / width }
        }
        return pull
    }

    private func power(_ base: Double, _ exponent: Int) -> Double {
        var result = 1.0
        let base = min(base, 1e6)
        for _ in 0..<exponent { result *= base }
        return result
    }

    /// Makes the widths' sum the measure, none below its least.
    private func fit(_ widths: inout [Double]) {
        let sum = widths.reduce(0, +)
        if sum < measure {
            let factor = measure / max(sum, 1)
            for column in widths.indices { widths[column] *= factor }
            return
        }
        let spare = zip(widths, least).reduce(0) { $0 + $1.0 - $1.1 }
        guard spare > 0 else { return }
        let kept = max(spare - (sum - measure), 0) / spare
        for column in widths.indices { widths[column] = least[column] + (widths[column] - least[column]) * kept }
    }

    /// What is left after the least widths in equal parts, no column wider than it wants.
    private func even() -> [Double] {
        var widths = least
        var rest = measure - least.reduce(0, +)
        for _ in widths.indices {
            let open = widths.indices.filter { widths[$0] < natural[$0] - 0.01 }
            guard rest > 0.01, !open.isEmpty else { break }
            let part = rest / Double(open.count)
            for column in open {
                let more = min(part, natural[column] - widths[column])
                widths[column] += more
                rest -= more
            }
        }
        if rest > 0 { fit(&widths) }
        return widths
    }

    // MARK: Lines

    /// The height of the rows; lines that are no row's tallest count a little, so that texts have room where it costs nothing.
    private mutating func cost(of widths: [Double], isEarnest: Bool) -> Double {
        var heights = [Double](repeating: 0, count: rowCount)
        var all = 0.0
        for cell in cells {
            let width = widths[cell.columns].reduce(0, +) - gap
            let found = isEarnest ? lines(cell.number, width) : filled(cell, width)
            let height = Double(found.count) * cell.leading
            heights[cell.row] = max(heights[cell.row], height)
            all += height * 0.02 + found.flaws * cell.leading
        }
        return heights.reduce(0, +) + all
    }

    /// The lines of a cell whose words are filled in as they come. Words that are wider are divided, which is a flaw.
    private mutating func filled(_ cell: Cell, _ width: Double) -> (count: Int, flaws: Double) {
        looks -= cell.words.count + 1
        let width = max(width, 1)
        var count = 1
        var flaws = 0.0
        var x = 0.0
        for (index, word) in cell.words.enumerated() {
            if x > 0, x + word.width > width + 0.01 {
                count += 1
                x = 0
            }
            if word.width > width + 0.01 {
                let more = Int((min(word.width / width, 1000) - 0.001).rounded(.down))
                count += more
                flaws += 0.35 * Double(more)
                x = word.width - width * Double(more)
            } else {
                x += word.width
            }
            x += word.blank
            if word.isLast, index + 1 < cell.words.count {
                count += 1
                x = 0
            }
        }
        return (count, flaws)
    }

    /// Moves white between columns while the table gets lower.
    private mutating func exchange(_ widths: inout [Double]) {
        var cost = cost(of: widths, isEarnest: false)
        for share in [0.08, 0.04, 0.02, 0.01] {
            let step = measure * share
            var isBetter = true
            while isBetter, looks > 0 {
                isBetter = false
                for giver in widths.indices {
                    for taker in widths.indices where taker != giver && looks > 0 {
                        guard widths[giver] - step >= least[giver], widths[taker] < natural[taker] else { continue }
                        var changed = widths
                        changed[giver] -= step
                        changed[taker] += step
                        let found = self.cost(of: changed, isEarnest: false)
                        if found < cost - 0.01 {
                            (widths, cost) = (changed, found)
                            isBetter = true
                        }
                    }
                }
            }
        }
    }
}
