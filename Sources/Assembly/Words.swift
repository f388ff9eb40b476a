// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// The words that the program prints, in an edition's language.
struct Words {
    /// By key: the theme's for the language, over its primary subtag's, over its English.
    private(set) var all: [String: String]
    /// The edition's language.
    let language: LanguageTag
    /// The keys that the language itself has.
    private var own: Set<String> = []

    init(theme: Theme, language: LanguageTag) {
        all = [:]
        self.language = language
        let layers = [LanguageTag("en"), .british, LanguageTag(language.primary), language].compactMap { $0 }
        for layer in layers {
            for (key, text) in theme.strings[layer] ?? [:] {
                all[key] = text.plain
                if layer.primary == language.primary { own.insert(key) }
            }
        }
    }

    /// The words of `key`; empty if there are none.
    subscript(key: String) -> String { all[key] ?? "" }

    /// The keys whose words are English in an edition of another language.
    var borrowed: Set<String> { language.primary == "en" ? [] : Set(all.keys).subtracting(own) }

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
}
