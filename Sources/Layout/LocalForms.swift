// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Manuscript

/// Checks that the faces of an edition have the letters of its language where readers know others than the Russian ones.
struct LocalForms {
    let theme: Theme
    let fonts: FontBook

    /// Languages whose letters differ, by their English names.
    private static let names = ["bg": "Bulgarian", "sr": "Serbian"]

    /// An error for running text, a warning for labels and titles.
    func check(_ language: LanguageTag, at origin: Origin?, _ diagnostics: inout Diagnostics) {
        guard let name = Self.names[language.primary], language.script == "Cyrl",
            theme.style(of: language).hasLocalForms
        else { return }
        for role in Set(theme.styles.values.map(\.font)).sorted() where role != "mono" {
            let faces = (theme.fonts[role]?.faces.values).map { Set($0).sorted() } ?? []
            let without = faces.filter { face in
                guard let key = fonts.face(named: face) else { return false }
                return !fonts.hasLocalForms(key, language: language, script: language.script)
            }
            guard !without.isEmpty else { continue }
            diagnostics.report(
                Diagnostic(
                    role == "text" ? .error : .warning, "local-forms",
                    "the fonts of ‘\(role)’ have no \(name) letters of their own: \(without.joined(separator: ", "))",
                    hint: "choose fonts with `locl` for \(name), or write `languages: {\(language.primary): "
                        + "{local-forms: false}}` in theme.yaml for the Russian shapes",
                    at: origin))
        }
    }
}
