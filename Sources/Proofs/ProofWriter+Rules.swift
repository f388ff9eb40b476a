// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Languages
internal import Manuscript

/// The rows of the language's file, each at work.
extension ProofWriter {
    mutating func writeRules() {
        let rules = Language.of(language).rules
        guard !rules.isEmpty else { return }
        heading("rules")
        paragraph("rules-text")
        let head = ["rule", "typed", "set", "signs"].map { Table.Cell(label($0)) }
        let english: LanguageTag? = language.primary == "en" ? nil : .british
        let rows = rules.map { rule in
            // An example in Latin letters would stand on its head among lines that run from right to left.
            let own = language.isRightToLeft && !rule.typed.contains { $0.isLetter && !$0.isASCII } ? english : nil
            return [
                Table.Cell(name(of: rule), language: english),
                Table.Cell(code(rule.typed, "labels"), language: own), Table.Cell(lines(rule.typed), language: own),
                Table.Cell(code(Self.signs(rule.set), "labels"), language: own),
            ]
        }
        table(
            Table(
                alignments: [.start, .start, .start, .start], head: [head], rows: rows, widths: [6, 4, 4, 4]))
    }

    /// The example with its signs; few faces have the sign that the files use for a space.
    private static func signs(_ example: String) -> String {
        Rule.visible(example).replacing("⍽", with: "␣")
    }

    /// The rule's name, what it does, and who says so.
    private func name(of rule: Rule) -> [Inline] {
        let origin = sheet.origin("labels")
        var said = [
            Inline(.strong([Inline(.text(rule.id), at: origin)]), at: origin), Inline(.lineBreak, at: origin),
            Inline(.text(rule.does), at: origin),
        ]
        if !rule.source.isEmpty {
            let source = Inline(.text(rule.source + (rule.source.hasSuffix(".") ? "" : ".")), at: origin)
            said += [Inline(.text(" "), at: origin), Inline(.emphasis([source]), at: origin)]
        }
        return said
    }

    /// `text` with its line ends kept.
    private func lines(_ text: String) -> [Inline] {
        var inlines: [Inline] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { inlines.append(Inline(.lineBreak, at: sheet.origin("labels"))) }
            inlines += self.text(String(line), "labels")
        }
        return inlines
    }
}
