// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// The typeface in the language: letters, figures, styles.
extension ProofWriter {
    /// The label of the note that shows a superior figure.
    static let note = "figure"
    private static let figures = "0123456789"

    mutating func writeLetters(_ theme: ProofTheme, _ means: Proof.Means) {
        heading("letters")
        for face in ProofTheme.faces
        where theme.theme.styles[face.style] != nil && (hasCapitals || !face.face.hasSuffix("italic")) {
            caption(label(face.label))
            specimen(text(sheet.alphabet, "alphabet"), face.style)
        }
        guard hasCapitals else { return writeLocalForms(means) }
        if means.hasSmallCapitals {
            caption(label("small-capitals"))
            specimen(text(sheet.alphabet, "alphabet"), "proof-small-capitals")
        } else {
            paragraph("no-small-capitals")
        }
        writeLocalForms(means)
    }

    /// A script without capitals has neither small ones nor italics.
    private var hasCapitals: Bool { sheet.alphabet.contains(where: \.isUppercase) }

    /// The language's forms above the usual ones.
    private mutating func writeLocalForms(_ means: Proof.Means) {
        guard let local = sheet.local else { return }
        heading("local")
        if !means.hasLocalForms { paragraph("no-local") }
        for style in ["proof-upright", "proof-italic"] {
            for words in [local.letters, local.text] {
                caption(label("local-own", ["language": languageName]))
                specimen(text(words, "local"), style)
                caption(label("local-other"))
                specimen(marked(text(words, "local"), local.beside), style)
            }
        }
    }

    mutating func writeFigures() {
        heading("figures")
        for role in ["figures-text", "figures-headings", "figures-tables"] {
            caption(label(role))
            specimen(text(Self.figures, "numbers"), "proof-" + role)
        }
        caption(label("figures-notes"))
        let call = Inline(.noteReference(label: Self.note), at: sheet.origin("labels"))
        specimen(text(sheet.motto, "motto") + [call], "proof-justified")
    }

    /// Every style of the theme, the largest first.
    mutating func writeStyles(_ theme: ProofTheme) {
        heading("styles")
        // What is small enough stands in two columns, so that no page holds three lines alone.
        var small: [Block] = []
        for (names, specimen, style) in theme.specimens() {
            let type = "\(style.font) \(style.face) \(Self.points(style.size))/\(Self.points(style.leading)) pt"
            let name = english(names.joined(separator: " · ") + " · " + type)
            let shown = [styled(name, ProofTheme.label), styled(words(for: names[0], style), specimen)]
            if style.size < 9.5 { small += shown } else { shown.forEach { put($0) } }
        }
        if !small.isEmpty { add(.component(Component(name: "columns", blocks: small))) }
    }

    /// Whether figures alone are set in the style `name`.
    static func isOfFigures(_ name: String) -> Bool {
        ["number", "folio", "phone"].contains { name.hasSuffix($0) }
    }

    /// Figures for a style of figures, the motto for a large one, a sentence for running text.
    private func words(for name: String, _ style: Style) -> [Inline] {
        if Self.isOfFigures(name) {
            return text(style.size > 30 ? "1" : Self.figures, "numbers")
        }
        if style.size >= 13 { return text(sheet.motto, "motto") }
        return text(firstSentence, "sample")
    }

    private var firstSentence: String {
        guard let end = sheet.sample.firstRange(of: ". ") else { return sheet.sample }
        return sheet.sample[..<end.lowerBound] + "."
    }

    private static func points(_ length: Double) -> String {
        let tenths = Int((length * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
