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
            let own = isForeign(rule.typed) ? english : nil
            return [
                Table.Cell(name(of: rule), language: english),
                Table.Cell(code(rule.typed, "labels"), language: own), Table.Cell(lines(rule.typed), language: own),
                Table.Cell(code(Self.signs(rule.set), "labels"), language: own),
            ]
        }
        table(
            Table(
                alignments: [.start, .start, .start, .start], head: [head], rows: rows, widths: [5, 4, 4, 4]))
    }

    /// Whether an example is in Latin letters, and the language is not: it would be read with the wrong sounds, and stand on its head
    /// among lines that run from right to left.
    private func isForeign(_ typed: String) -> Bool {
        !language.isLatin && !typed.contains { $0.isLetter && !$0.isASCII }
            && (language.isRightToLeft || typed.contains(where: \.isLetter))
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
        ]
        said += english(rule.does)
        if !rule.source.isEmpty {
            // The files go on in small letters after “source:”; here it is a sentence of its own.
            let name = rule.source.prefix(1).uppercased() + rule.source.dropFirst()
            // What is cited for every language was read in Russian.
            let isCommon = Language.of(.british).rules.contains { $0.source == rule.source }
            let source = english(name + (name.hasSuffix(".") ? "" : "."), foreign: isCommon ? .russian : language)
            said += [Inline(.text(" "), at: origin), Inline(.emphasis(source), at: origin)]
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
