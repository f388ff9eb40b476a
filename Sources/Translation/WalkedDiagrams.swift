// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension TranslationWalk {
    /// A chart whose words are translated; numbers are of no language.
    mutating func chart(_ written: Chart, as context: String?, at origin: Origin) -> Chart {
        var chart = written
        chart.changeTexts { text, kind in
            text = marked(text, as: kind == .title ? context ?? "chart title" : "chart \(kind.rawValue)", at: origin)
        }
        if let text = translation(ofPlain: chart.alternative, as: "alt text", at: origin) {
            chart.alternative = text
        } else {
            chart.alternativeLanguage = source
        }
        return chart
    }

    /// A flowchart whose words are translated.
    mutating func flow(_ written: Flowchart, as context: String?, at origin: Origin) -> Flowchart {
        var flow = written
        flow.changeTexts { text, kind in
            text = marked(text, as: kind == .title ? context ?? "flow title" : "flow \(kind.rawValue)", at: origin)
        }
        return flow
    }
}
