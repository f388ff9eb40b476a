// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// The sheets that are compiled in.
enum ProofShelf {
    /// The names of their files.
    static let codes = [
        "ar", "bg", "de", "en", "es", "fr", "kk", "ky", "pl", "ro", "ru", "sr-Cyrl", "tr", "uk",
    ]

    /// The sheet named `code`.
    static func sheet(_ code: String) -> ProofSheet? {
        text(code).map { ProofSheet(code: code, text: String(decoding: $0, as: UTF8.self)) }
    }

    /// The name of the sheet for `language`: the nearest tag's.
    static func code(for language: LanguageTag) -> String? {
        codes.first { $0 == language.description }
            ?? codes.first {
                LanguageTag($0)?.primary == language.primary && LanguageTag($0)?.isLatin == language.isLatin
            }
            ?? (language.description == language.primary
                ? codes.first { LanguageTag($0)?.primary == language.primary } : nil)
    }

    private static func text(_ code: String) -> [UInt8]? {
        switch code {
        case "ar": PackageResources.ar_yaml
        case "bg": PackageResources.bg_yaml
        case "de": PackageResources.de_yaml
        case "en": PackageResources.en_yaml
        case "es": PackageResources.es_yaml
        case "fr": PackageResources.fr_yaml
        case "kk": PackageResources.kk_yaml
        case "ky": PackageResources.ky_yaml
        case "pl": PackageResources.pl_yaml
        case "ro": PackageResources.ro_yaml
        case "ru": PackageResources.ru_yaml
        case "sr-Cyrl": PackageResources.sr_Cyrl_yaml
        case "tr": PackageResources.tr_yaml
        case "uk": PackageResources.uk_yaml
        default: nil
        }
    }
}
