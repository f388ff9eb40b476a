// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// What a language asks of a division that its list does not know of.
///
/// Lists in Cyrillic were made of short patterns, and divide between any two consonants of a cluster: they leave `министер-ств` in Bulgarian,
/// and `ко-нференція` or `підт-римка` in Ukrainian.
struct DivisionSense {
    private let vowels: Set<Unicode.Scalar>
    /// Ukrainian closes a syllable with these.
    private let sonorants: Set<Unicode.Scalar>
    private let prefixes: [[Unicode.Scalar]]

    /// What `language` asks; `nil` where its list is enough.
    init?(of language: LanguageTag) {
        switch language.primary {
        case "be", "bg", "kk", "ky", "mk", "ru", "uk":
            // ъ is a vowel of Bulgarian alone.
            let letters = language.primary == "bg" ? "аеиоуъюя" : "аеёиоуыэюяіїєәөұү"
            vowels = Set((letters + "aeiouy").unicodeScalars)
        default: return nil
        }
        let isUkrainian = language.primary == "uk"
        sonorants = isUkrainian ? Set("йлмнр".unicodeScalars) : []
        prefixes =
            isUkrainian
            ? ["без", "від", "між", "над", "об", "перед", "під", "роз"].map { Array($0.unicodeScalars) } : []
    }

    /// A Latin letter that makes no syllable alone: lists of German leave `mita-r-bei-te-n-de`.
    static func isLatinConsonant(_ letter: Unicode.Scalar) -> Bool {
        "bcdfghjklmnpqrstvwxzßçñćłńśźżșțşğ".unicodeScalars.contains(letter)
    }

    /// Whether `word`, in lower case, may be divided before its letter `place`.
    func allows(_ word: [Unicode.Scalar], before place: Int) -> Bool {
        // A part without a vowel is no syllable.
        guard word[..<place].contains(where: vowels.contains), word[place...].contains(where: vowels.contains) else {
            return false
        }
        return !opensWithSonorant(word, place) && !robsRoot(word, place)
    }

    /// Whether the next line would begin with a sonorant before another consonant: `ко-нференція`, `си-льний`.
    private func opensWithSonorant(_ word: [Unicode.Scalar], _ place: Int) -> Bool {
        guard sonorants.contains(word[place]), vowels.contains(word[place - 1]), place + 1 < word.count else {
            return false
        }
        if word[place + 1] == "ь" { return place + 2 < word.count && !vowels.contains(word[place + 2]) }
        // The two of `зна-ння` may go on together.
        return word[place + 1] != word[place] && !vowels.contains(word[place + 1])
            && !sonorants.contains(word[place + 1]) && word[place + 1] != "в" && word[place + 1] != "’"
            && word[place + 1] != "'"
    }

    /// Whether the first consonant of the root would stay with a prefix that closes on one: `підт-римка`.
    private func robsRoot(_ word: [Unicode.Scalar], _ place: Int) -> Bool {
        guard !vowels.contains(word[place - 1]), !vowels.contains(word[place]) else { return false }
        return prefixes.contains { $0.count == place - 1 && word.starts(with: $0) }
    }
}
