// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// The sheets that are compiled in.
enum ProofShelf {
    private static let files: KeyValuePairs<String, @Sendable () -> [UInt8]> = [
        "ar": { PackageResources.ar_yaml },
        "bg": { PackageResources.bg_yaml },
        "de": { PackageResources.de_yaml },
        "en": { PackageResources.en_yaml },
        "es": { PackageResources.es_yaml },
        "fr": { PackageResources.fr_yaml },
        "kk": { PackageResources.kk_yaml },
        "ky": { PackageResources.ky_yaml },
        "pl": { PackageResources.pl_yaml },
        "ro": { PackageResources.ro_yaml },
        "ru": { PackageResources.ru_yaml },
        "sr-Cyrl": { PackageResources.sr_Cyrl_yaml },
        "tr": { PackageResources.tr_yaml },
        "uk": { PackageResources.uk_yaml },
    ]
    /// The names of their files.
    static let codes = files.map(\.key)

    /// The sheet named `code`.
    static func sheet(_ code: String) -> ProofSheet? {
        files.first { $0.key == code }.map {
            ProofSheet(code: code, text: String(decoding: $0.value(), as: UTF8.self))
        }
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
}
