// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// The words that the program prints, in an edition's language.
struct Words {
    /// By key: the theme's for the language, over its primary subtag's, over its English, over the built-in.
    private(set) var all: [String: String]
    /// The keys that the language itself has.
    private var own: Set<String> = []

    init(theme: Theme, language: LanguageTag) {
        all = Words.builtIn
        let layers = [LanguageTag("en"), .british, LanguageTag(language.primary), language].compactMap { $0 }
        for layer in layers {
            for (key, text) in theme.strings[layer] ?? [:] {
                all[key] = text.plain
                if layer.primary == language.primary { own.insert(key) }
            }
        }
        if language.primary == "en" { own.formUnion(Words.builtIn.keys) }
    }

    /// The words of `key`; empty if there are none.
    subscript(key: String) -> String { all[key] ?? "" }

    /// The words of `key` if the edition's own language has them.
    func own(_ key: String) -> String? { own.contains(key) ? all[key] : nil }

    /// `template` with `{name}` replaced.
    func fill(_ key: String, _ values: [String: String]) -> String {
        pieces(key).map { piece in
            switch piece {
            case .literal(let text): text
            case .slot(let name): values[name] ?? ""
            }
        }.joined()
    }

    /// A part of a template.
    enum Piece: Equatable {
        case literal(String)
        case slot(String)
    }

    /// The template of `key` cut at its `{slots}`.
    func pieces(_ key: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = self[key][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
            pieces.append(.slot(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.literal(String(rest))) }
        return pieces
    }

    /// What stands where a theme is silent; the built-in theme says the same and more.
    private static let builtIn: [String: String] = [
        "see": "{title}, page {page}", "table": "Table {number}", "figure": "Figure {number}",
        "contents": "Contents", "imprint": "Imprint", "glossary": "Glossary", "resources": "Resources",
        "draft": "Draft", "draft-translation": "Draft translation – not yet reviewed",
        "draft-translation-discreet": "Draft translation",
        "edition-language": "English edition", "date": "{day} {month} {year}", "list-comma": ", ",
        "imprint-date": "Date", "imprint-language": "Language", "imprint-fonts": "Typefaces", "fonts-text": "",
        "translation-reviewed": "Translation reviewed by {by}, {on}",
        "inside-country": "works only inside the country",
        "confidentiality-unknown":
            "We could not find out when this service breaks confidentiality. Ask before you give your name or location.",
        "not-checked": "Not yet checked: ask before you rely on it", "checked": "Page checked on {date}",
        "called": "Line called on {date}", "cited-on": "Cited on page {pages}",
        "resource-url": "Address", "resource-phone": "Phone", "resource-languages": "Languages",
        "resource-countries": "Countries", "resource-audience": "For", "resource-hours": "Hours",
        "resource-cost": "Cost", "resource-confidentiality": "Confidentiality", "resource-operator": "Run by",
        "resource-checked": "Checked", "resource-cited": "Cited", "country-none": "International",
        "country-many": "Several countries",
        "kind-helpline": "Helplines", "kind-organisation": "Organisations", "kind-report": "Reports",
        "kind-guide": "Guides", "kind-app": "Apps", "kind-training": "Training", "kind-law": "Laws and standards",
        "month-1": "January", "month-2": "February", "month-3": "March", "month-4": "April", "month-5": "May",
        "month-6": "June", "month-7": "July", "month-8": "August", "month-9": "September", "month-10": "October",
        "month-11": "November", "month-12": "December",
    ]
}
