// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// Names of countries and languages by their codes. A theme's strings (`country-AT`, `language-ru`) come before these, and a
/// language that is not here shows the codes.
enum CodeNames {
    /// The name of the country `code` in `language`.
    static func country(_ code: String, in language: LanguageTag) -> String? { find(code, in: countries, language) }
    /// The name of the language `code` in `language`.
    static func language(_ code: String, in language: LanguageTag) -> String? { find(code, in: languages, language) }

    private static func find(
        _ code: String, in names: [String: (english: String, russian: String)], _ language: LanguageTag
    ) -> String? {
        switch language.primary {
        case "en": names[code]?.english
        case "ru": names[code]?.russian
        default: nil
        }
    }

    private static let countries: [String: (english: String, russian: String)] = [
        "AL": ("Albania", "Албания"), "AM": ("Armenia", "Армения"), "AT": ("Austria", "Австрия"),
        "AZ": ("Azerbaijan", "Азербайджан"), "BA": ("Bosnia and Herzegovina", "Босния и Герцеговина"),
        "BE": ("Belgium", "Бельгия"), "BG": ("Bulgaria", "Болгария"), "BY": ("Belarus", "Беларусь"),
        "CH": ("Switzerland", "Швейцария"), "CY": ("Cyprus", "Кипр"), "CZ": ("Czechia", "Чехия"),
        "DE": ("Germany", "Германия"), "DK": ("Denmark", "Дания"), "EE": ("Estonia", "Эстония"),
        "ES": ("Spain", "Испания"), "FI": ("Finland", "Финляндия"), "FR": ("France", "Франция"),
        "GB": ("United Kingdom", "Великобритания"), "GE": ("Georgia", "Грузия"), "GR": ("Greece", "Греция"),
        "HR": ("Croatia", "Хорватия"), "HU": ("Hungary", "Венгрия"), "IE": ("Ireland", "Ирландия"),
        "IS": ("Iceland", "Исландия"), "IT": ("Italy", "Италия"), "KG": ("Kyrgyzstan", "Кыргызстан"),
        "KZ": ("Kazakhstan", "Казахстан"), "LI": ("Liechtenstein", "Лихтенштейн"), "LT": ("Lithuania", "Литва"),
        "LU": ("Luxembourg", "Люксембург"), "LV": ("Latvia", "Латвия"), "MD": ("Moldova", "Молдова"),
        "ME": ("Montenegro", "Черногория"), "MK": ("North Macedonia", "Северная Македония"),
        "MT": ("Malta", "Мальта"), "NL": ("Netherlands", "Нидерланды"), "NO": ("Norway", "Норвегия"),
        "PL": ("Poland", "Польша"), "PT": ("Portugal", "Португалия"), "RO": ("Romania", "Румыния"),
        "RS": ("Serbia", "Сербия"), "RU": ("Russia", "Россия"), "SE": ("Sweden", "Швеция"),
        "SI": ("Slovenia", "Словения"), "SK": ("Slovakia", "Словакия"), "TJ": ("Tajikistan", "Таджикистан"),
        "TM": ("Turkmenistan", "Туркменистан"), "TR": ("Türkiye", "Турция"), "UA": ("Ukraine", "Украина"),
        "UZ": ("Uzbekistan", "Узбекистан"), "none": ("International", "Международные"),
        "many": ("Several countries", "Несколько стран"),
    ]

    private static let languages: [String: (english: String, russian: String)] = [
        "ar": ("Arabic", "арабский"), "az": ("Azerbaijani", "азербайджанский"), "bg": ("Bulgarian", "болгарский"),
        "cs": ("Czech", "чешский"), "da": ("Danish", "датский"), "de": ("German", "немецкий"),
        "el": ("Greek", "греческий"), "en": ("English", "английский"), "es": ("Spanish", "испанский"),
        "et": ("Estonian", "эстонский"), "fa": ("Persian", "персидский"), "fi": ("Finnish", "финский"),
        "fr": ("French", "французский"), "hr": ("Croatian", "хорватский"), "hu": ("Hungarian", "венгерский"),
        "hy": ("Armenian", "армянский"), "it": ("Italian", "итальянский"), "ka": ("Georgian", "грузинский"),
        "kk": ("Kazakh", "казахский"), "ky": ("Kyrgyz", "кыргызский"), "lt": ("Lithuanian", "литовский"),
        "lv": ("Latvian", "латышский"), "nl": ("Dutch", "нидерландский"), "no": ("Norwegian", "норвежский"),
        "pl": ("Polish", "польский"), "pt": ("Portuguese", "португальский"), "ro": ("Romanian", "румынский"),
        "ru": ("Russian", "русский"), "sk": ("Slovak", "словацкий"), "sl": ("Slovene", "словенский"),
        "sr": ("Serbian", "сербский"), "sv": ("Swedish", "шведский"), "tg": ("Tajik", "таджикский"),
        "tr": ("Turkish", "турецкий"), "uk": ("Ukrainian", "украинский"), "uz": ("Uzbek", "узбекский"),
        "zh": ("Chinese", "китайский"),
    ]
}
