// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Typesetting

/// What the parts of a chart have in common.
struct ChartGround {
    var chart: Chart
    var scale: ChartScale
    var place: Place
    var marks: ChartMarks
    /// The figure's element.
    var figure: TagNode.ID
    /// The element of rows; `nil` where the figure has all texts.
    var rows: TagNode.ID?
    /// Whether labels stand above their marks.
    var isStacked = false
    /// Whether numbers of several series stand one below the other, below their dots: their columns would leave the measure.
    var listsNumbers = false

    init(chart: Chart, scale: ChartScale, place: Place, marks: ChartMarks, figure: TagNode.ID) {
        self.chart = chart
        self.scale = scale
        self.place = place
        self.marks = marks
        self.figure = figure
    }

    /// The left edge of something of `width` that begins `x` from the chart's start: mirrored where lines begin at the right.
    func left(_ x: Double, width: Double) -> Double {
        place.x + (place.language.isRightToLeft ? place.measure - x - width : x)
    }

    /// The height of the bars of a group whose names stand on lines of `leading`.
    func barsHeight(_ leading: Double, _ bar: Double) -> Double {
        Double(chart.series.count) * max(leading, bar + 2)
    }

    /// `place`, of `width`, `x` from the chart's start.
    func column(_ x: Double, width: Double) -> Place {
        var column = place
        column.x = left(x, width: width)
        column.measure = max(width, 8)
        return column
    }
}

extension Setter {
    /// Gives labels, marks and numbers their columns.
    mutating func arrange(_ ground: inout ChartGround) {
        let chart = ground.chart
        let looks = theme.charts
        let measure = ground.place.measure
        let values = chart.rows.flatMap { $0.values.map { $0?.shown ?? Self.nothing } }
        let widest = values.reduce(0) { max($0, width(of: $1, looks.valueStyle)) } + 1
        let isGrouped = chart.form == .bar && chart.series.count > 1
        let labels = isGrouped ? chart.series : chart.rows.map(\.label)
        let style = isGrouped ? looks.noteStyle : looks.labelStyle
        let natural = labels.reduce(0) { max($0, width(of: $1.plainText, style)) } + 1
        var reserve = widest + ChartScale.reach
        if chart.form == .dot, chart.series.count > 1 {
            ground.scale.columns = chart.series.map {
                max(widest, min(width(of: $0.plainText, looks.noteStyle) + looks.dot * 2 + 5, measure * 0.2))
                    + ChartScale.gap
            }
            reserve = ground.scale.columns.reduce(0, +)
            if reserve + 60 > measure {
                ground.listsNumbers = true
                ground.scale.columns = []
                reserve = 0
            }
        } else if chart.form == .bar, ground.scale.hasNegatives {
            reserve += widest + ChartScale.reach
        }
        let edge = chart.form == .dot ? looks.dot : 0
        ground.scale.labels = min(natural, looks.labels * measure)
        let room = measure - ground.scale.labels - ChartScale.gap - reserve - 2 * edge
        ground.isStacked = !isGrouped && (measure < looks.stacksBelow || room < 60 || ground.listsNumbers)
        if ground.isStacked { ground.scale.labels = 0 }
        ground.scale.left = (ground.isStacked ? 0 : ground.scale.labels + ChartScale.gap) + edge
        if chart.form == .bar, ground.scale.hasNegatives { ground.scale.left += widest + ChartScale.reach }
        ground.scale.width = max(
            measure - (ground.isStacked ? 0 : ground.scale.labels + ChartScale.gap) - reserve - 2 * edge, 12)
        ground.scale.values = widest
    }

    /// How wide a text is in one line.
    private mutating func width(of text: String, _ style: String) -> Double {
        var style = self.style(style)
        style.alignment = .start
        return artifact(String(text.prefix(200)), style: style, measure: 5_000, owner: -1)?.width ?? 0
    }
}
