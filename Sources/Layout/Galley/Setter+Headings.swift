// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// Sets a paragraph; one whose lines are made even, a heading, so that no line ends in a word that belongs to the next.
    func setHeading(_ paragraph: Paragraph, measure: Double) -> Setting {
        guard paragraph.isBalanced else { return typesetter.set(paragraph, measure: measure) }
        // What is held may be too long for a narrow column: then less of it is.
        for holdsCompounds in [true, false] {
            var held = paragraph
            held.runs = Self.holding(paragraph.runs, compounds: holdsCompounds)
            let setting = typesetter.set(held, measure: measure)
            if !setting.isOverfull { return setting }
        }
        return typesetter.set(paragraph, measure: measure)
    }

    /// The runs with fixed blanks after prepositions, conjunctions and articles, and with compounds that are not parted at their hyphen.
    private static func holding(_ runs: [TextRun], compounds: Bool) -> [TextRun] {
        var word = ""
        return runs.map { run in
            var held = run
            held.text = ""
            for scalar in run.text.unicodeScalars {
                if scalar == " ", Conventions.endsNoHeadingLine(word, run.style.language) {
                    held.text.unicodeScalars.append("\u{A0}")
                } else {
                    held.text.unicodeScalars.append(scalar)
                }
                if compounds, scalar == "-" { held.text.unicodeScalars.append("\u{2060}") }
                if scalar == " " || scalar == "\u{A0}" || scalar == "\u{2028}" {
                    word = ""
                } else {
                    word.unicodeScalars.append(scalar)
                }
            }
            return held
        }
    }
}
