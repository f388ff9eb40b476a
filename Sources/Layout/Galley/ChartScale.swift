// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript

/// Where the columns of a chart stand, and where a number stands on its scale. Points from the chart's left edge, in a chart that is
/// read from left to right.
struct ChartScale {
    /// The width of the labels; 0 where they stand above their marks.
    var labels = 0.0
    /// The left edge of the area of bars or dots.
    var left = 0.0
    /// Its width.
    var width = 0.0
    /// The widths of the columns of numbers at the end, for dots of several series.
    var columns: [Double] = []
    /// The width of the widest number.
    var values = 0.0
    /// White between columns.
    static let gap = 8.0
    /// Between the end of a bar and its number.
    static let reach = 5.0

    private let lowest: Double
    private let highest: Double

    /// A scale for `chart`; zero is always on it.
    init(_ chart: Chart) {
        var numbers = [chart.end ?? 0, 0]
        for row in chart.rows { for case let value? in row.values { numbers.append(value.number) } }
        let low = numbers.min() ?? 0
        let high = numbers.max() ?? 0
        lowest = low
        highest = high > low ? high : low + 1
    }

    /// Whether some numbers are less than zero.
    var hasNegatives: Bool { lowest < 0 }

    /// Where `number` stands.
    func x(_ number: Double) -> Double {
        left + width * (min(max(number, lowest), highest) - lowest) / (highest - lowest)
    }
}
