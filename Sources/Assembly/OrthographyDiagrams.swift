// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Languages
internal import Manuscript

extension Orthography {
    /// Sets the words of a chart, and writes its numbers as the edition's language does.
    mutating func chart(_ chart: inout Chart, _ context: Context, at origin: Origin) {
        chart.changeTexts { text, _ in _ = set(&text, context) }
        var own = context
        own.language = chart.alternativeLanguage ?? context.language
        chart.alternative = plain(chart.alternative, own, at: origin)
        for row in chart.rows.indices {
            for column in chart.rows[row].values.indices {
                guard let value = chart.rows[row].values[column] else { continue }
                let shown = Locale.number(value.written, in: context.language) ?? value.written
                // A minus and not a hyphen.
                chart.rows[row].values[column]?.shown = shown.replacing("-", with: "\u{2212}")
            }
        }
    }

    /// Sets the words of a flowchart.
    mutating func flow(_ flow: inout Flowchart, _ context: Context) {
        flow.changeTexts { text, _ in _ = set(&text, context) }
    }
}
