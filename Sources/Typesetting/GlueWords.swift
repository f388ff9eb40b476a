// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// The words of a language that hold on to their neighbours: listed, because length alone says too little.
struct GlueWords {
    /// Prepositions and conjunctions that should not end a line.
    var openers: Set<String> = []
    /// Particles that should not begin a line.
    var followers: Set<String> = []
    /// Abbreviations that must stand with the value or the name after them.
    var labels: Set<String> = []
    /// Abbreviations that must stand with the number before them.
    var marks: Set<String> = []

    init(_ language: LanguageTag) {
        labels = Self.words("№ § n° nr. no. p. pp. fig. art. vol. dr. mr. mrs. ms. st. prof.")
        marks = Self.words(
            "% ‰ °c °f km m cm mm kg g mg t l ml s ms min h w kw mw v a hz khz mhz ghz kb mb gb tb pt px € $ £ ₽ ₴")
        switch language.primary {
        case "ru": takeRussian()
        case "uk": takeUkrainian()
        case "bg":
            openers = Self.words("в във с със и на за от по не до")
            followers = Self.words("ли")
            labels.formUnion(Self.words("г. с."))
            marks.formUnion(Self.words("г. лв. км м см мм кг г т л"))
        case "sr":
            openers = Self.words("у и а о с са к ка на за не")
            followers = Self.words("ли")
            labels.formUnion(Self.words("ул. бр. др. стр."))
            marks.formUnion(Self.words("год. км м см мм кг г т л"))
        case "kk", "ky": followers = Self.words("да де та те ма ме ғой ше до дө ле гана")
        case "de": labels.formUnion(Self.words("s. abb. bd. kap. hr. fr."))
        case "fr": labels.formUnion(Self.words("m. mme mlle pp."))
        case "es": labels.formUnion(Self.words("n.º pág. sr. sra. d."))
        case "pl":
            openers = Self.words("a i o u w z")
            marks.formUnion(Self.words("r. zł"))
        case "ro": labels.formUnion(Self.words("str."))
        case "en":
            openers = Self.words("a i")
            marks.formUnion(
                Self.words(
                    "january february march april may june july august september october november december"))
        default: break
        }
    }

    private mutating func takeRussian() {
        marks.formUnion(
            Self.words(
                "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"))
        openers = Self.words("в во к ко с со о об от до за на по из у и а но не ни")
        followers = Self.words("ж же б бы ли ль")
        labels.formUnion(Self.words("г. ул. д. т. стр. с. рис. табл. гл. п. ст. им. г-н г-жа"))
        marks.formUnion(
            Self.words(
                "г. гг. в. вв. км м см мм кг г мг т л мл с мс мин ч вт квт в а гц кгц мгц ггц кб мб гб тб р. руб. коп. млн млрд тыс."
            ))
    }

    private mutating func takeUkrainian() {
        marks.formUnion(
            Self.words(
                "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"))
        openers = Self.words("у в і й та з із зі до на по за не ні о об")
        followers = Self.words("ж же б би")
        labels.formUnion(Self.words("р. с. м. вул. рис. табл. ст. т."))
        marks.formUnion(
            Self.words("р. рр. ст. км м см мм кг г мг т л мл с мс хв год вт квт гц мгц ггц кб мб гб грн млн млрд тис."))
    }

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }
}
