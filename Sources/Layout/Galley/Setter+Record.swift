// SPDX-License-Identifier: GPL-3.0-or-later
import Typesetting

extension Setter {
    /// Keeps what `setting` was set of, and says so in its lines, if that was asked for.
    mutating func record(_ setting: inout Setting, of paragraph: Paragraph, measure: Double, size: Double) {
        guard let number = recorded?.count else { return }
        recorded?.append(
            SetParagraph(runs: paragraph.runs, measure: measure, size: size, language: paragraph.language))
        for index in setting.lines.indices { setting.lines[index].paragraph = Int32(clamping: number) }
    }
}
