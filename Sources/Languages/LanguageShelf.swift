// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Synchronization

/// The languages that somebody has asked for. A file is read when its language is first needed, and then kept.
final class LanguageShelf: Sendable {
    static let shared = LanguageShelf()

    /// The languages' files that are compiled in.
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
        "sr": { PackageResources.sr_yaml },
        "tr": { PackageResources.tr_yaml },
        "uk": { PackageResources.uk_yaml },
    ]
    /// The codes of the languages that have a file.
    static let codes = files.map(\.key)

    private let languages = Mutex<[LanguageTag: Language]>([:])
    private let common = Mutex<LanguageFile?>(nil)

    /// What typesetters of the language of `tag` agree on.
    func language(of tag: LanguageTag) -> Language {
        if let language = languages.withLock({ $0[tag] }) { return language }
        let code = tag.primary
        // Tags of one language share its file: `sr` and `sr-Cyrl`. Without a file each has the marks that CLDR gives it.
        let same =
            Self.codes.contains(code)
            ? languages.withLock { languages in languages.values.first { $0.code == code } } : nil
        let language = same ?? Language(read(code, tag))
        languages.withLock { $0[tag] = language }
        return language
    }

    private func read(_ code: String, _ tag: LanguageTag) -> LanguageFile {
        let common = self.common.withLock { file in
            if let file { return file }
            let read = LanguageFile(code: "all", Self.text(of: "all") ?? "", over: nil)
            file = read
            return read
        }
        guard let text = Self.text(of: code) else {
            var file = common
            file.code = code
            file.name = code
            file.quotes = Locale.quotes(of: tag) ?? file.quotes
            return file
        }
        return LanguageFile(code: code, text, over: common)
    }

    /// The text of the file of `code`.
    static func text(of code: String) -> String? {
        let bytes = code == "all" ? PackageResources.all_yaml : files.first { $0.key == code }?.value()
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}
