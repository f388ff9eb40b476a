// SPDX-License-Identifier: GPL-3.0-or-later

/// Looks for the widths of columns that make a table lowest.
///
/// A cell's lines are its text's length over its width, or nearly so: with that the height of a table is a convex function of the widths,
/// and a short descent comes near its least. What it finds, and two simpler divisions of the measure, are then set in earnest; the best
/// of them is improved by moving white from one column to another as long as a real line is saved.
struct ColumnSearch {
    /// What a cell wants.
    struct Cell {
        /// The row that it stands in.
        let row: Int
        /// The columns that it takes.
        let columns: Range<Int>
        /// Its width in one line.
        let natural: Double
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

    /// Cells that are set to count their lines: at most this many times each, and this many in all.
    private static let trialsByCell = 14
    private static let mostTrials = 1600

    private var trials = 0
    /// How many cells may still be looked at: looking costs little, but a table may have very many.
    private var looks = 600_000
    private var known: [Int: (count: Int, flaws: Double)] = [:]
    private let rowCount: Int

    init(
        cells: [Cell], measure: Double, least: [Double], natural: [Double],
        lines: @escaping (_ number: Int, _ width: Double) -> (count: Int, flaws: Double)
    ) {
        self.cells = cells
        self.measure = measure
        self.least = least
        self.natural = natural
        self.lines = lines
        rowCount = (cells.map(\.row).max() ?? -1) + 1
    }

    /// The widths; their sum is the measure.
    mutating func best() -> [Double] {
        let shared = Setter.distribute(measure, least: least, natural: natural)
        guard least.reduce(0, +) < measure, natural.reduce(0, +) > measure, least.count > 1 else { return shared }
        var best = shared
        var bestCost = Double.infinity
        for candidate in [descent(from: shared), shared, even()] {
            let cost = cost(of: candidate)
            if cost < bestCost - 0.01 { (best, bestCost) = (candidate, cost) }
        }
        exchange(&best, bestCost)
        return best
    }

    private var budget: Int { min(cells.count * Self.trialsByCell, Self.mostTrials) }

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

    // MARK: Real lines

    /// The height of the rows; lines that are no row's tallest count a little, so that texts have room where it costs nothing.
    private mutating func cost(of widths: [Double]) -> Double {
        var heights = [Double](repeating: 0, count: rowCount)
        var all = 0.0
        looks -= cells.count
        for cell in cells {
            let width = widths[cell.columns].reduce(0, +)
            let found = count(cell, width)
            let height = Double(found.count) * cell.leading
            heights[cell.row] = max(heights[cell.row], height)
            all += height * 0.02 + found.flaws * cell.leading
        }
        return heights.reduce(0, +) + all
    }

    private mutating func count(_ cell: Cell, _ width: Double) -> (count: Int, flaws: Double) {
        if cell.natural <= width { return (1, 0) }
        // Steps of half a point: a little less room than there is.
        let step = Int(min(max(width, 0), 20_000) * 2)
        let key = cell.number * 40_001 + step
        if let found = known[key] { return found }
        guard trials < Self.mostTrials * 2 else {
            return (Int((min(cell.natural / max(width, 1), 1e6) * 1.08).rounded(.up)), 0)
        }
        trials += 1
        let found = lines(cell.number, Double(step) / 2)
        known[key] = found
        return found
    }

    /// Moves white between columns while the table gets lower.
    private mutating func exchange(_ widths: inout [Double], _ start: Double) {
        var cost = start
        for share in [0.08, 0.04, 0.02, 0.01] {
            let step = measure * share
            var isBetter = true
            while isBetter, trials < budget, looks > 0 {
                isBetter = false
                for giver in widths.indices where trials < budget && looks > 0 {
                    for taker in widths.indices where taker != giver && trials < budget && looks > 0 {
                        guard widths[giver] - step >= least[giver], widths[taker] < natural[taker] else { continue }
                        var changed = widths
                        changed[giver] -= step
                        changed[taker] += step
                        let found = self.cost(of: changed)
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
