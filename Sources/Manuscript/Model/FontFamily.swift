// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// The faces of a role: names of `regular`, `italic`, `medium`, `semibold`, `bold`, `bold-italic`, … to names in fonts.yaml.
public struct FontFamily: Hashable, Sendable {
    /// By face.
    public var faces: [String: String]
    /// What to try for characters that a face lacks, in order.
    public var fallbacks: [Fallback]

    /// Faces of another family, by the same names; `regular` stands for those that it has not.
    public struct Fallback: Hashable, Sendable, ExpressibleByStringLiteral {
        /// By face.
        public var faces: [String: String]
        /// Those `faces`.
        public init(faces: [String: String]) { self.faces = faces }
        /// The one face `name`.
        public init(stringLiteral name: String) { faces = ["regular": name] }

        /// The name in fonts.yaml of what stands for `face`: bold for the heavier ones.
        public func name(for face: String) -> String? {
            let isHeavy = ["bold", "semibold"].contains { face.hasPrefix($0) }
            return faces[face] ?? (isHeavy ? faces["bold"] : nil) ?? faces["regular"]
        }
    }

    /// A family.
    public init(faces: [String: String], fallbacks: [Fallback]) {
        self.faces = faces
        self.fallbacks = fallbacks
    }
}

/// What a theme says of one language.
public struct LanguageStyle: Hashable, Sendable {
    /// How justified styles are set in a language that has no hyphenation list.
    public enum Unhyphenated: String, Hashable, Sendable, CaseIterable {
        /// Ragged: even word spaces.
        case ragged
        /// Justified by the word spaces alone.
        case spaces
    }
    /// Whether a face's own letters for the language are used (`locl`): for Bulgarian, the modern forms.
    public var hasLocalForms = true
    /// How justified styles are set without a hyphenation list.
    public var unhyphenated = Unhyphenated.ragged
    /// What the house does otherwise than is usual in the language.
    public var habits = Theme.Habits()
    /// The defaults.
    public init() {}
}

extension Theme {
    /// What is said of `language`: of its tag, or else of its primary subtag.
    public func style(of language: LanguageTag) -> LanguageStyle {
        languages[language] ?? LanguageTag(language.primary).flatMap { languages[$0] } ?? LanguageStyle()
    }
}
