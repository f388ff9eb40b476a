// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// Words that no line of a heading may end in: prepositions, conjunctions, articles and negations, by language.
public enum ShortWords {
    /// Whether `word` belongs with the word after it.
    public static func holdNext(_ word: String, _ language: LanguageTag) -> Bool {
        guard !word.isEmpty, word.utf8.count < 24, let words = rows[language.primary] else { return false }
        return words.contains(word.lowercased())
    }

    private static let rows: [String: Set<String>] = [
        "en": list(
            "a an the and or but nor so yet if as at by for from in into of off on onto out over per than that to up via with without who is are not no"
        ),
        "ru": list(
            "а без в во да для до если за и из из-за из-под или иль к как ко ли меж на над не ни но о об обо от ото перед по под при про с со среди так то у чем через что"
        ),
        "uk": list(
            "а але без б би в від для до з за зі із і й к над на не ні о об од по під при про та то у через чи що як"),
        "bg": list("а без в във до за и из или към край на над не но о от по под пред при през с със след че"),
        "sr": list("а али без до за из и или к ка код на над не ни о од по под пред преко при са с у уз"),
        "kk": list("және мен пен бен не я"),
        "ky": list("жана менен же"),
        "de": list(
            "ab als am an auf aus bei bis das dem den der des die durch ein eine einem einen einer eines für im in ins mit nach nicht ob oder ohne seit so um und vom von vor wie zu zum zur"
        ),
        "fr": list(
            "à au aux avec ce ces chez dans de des du en et la le les leur leurs mais ne ni ou où par pour que qui sa sans se ses son sous sur un une vers"
        ),
        "es": list(
            "a al ante con contra de del desde e el en entre hacia hasta la las los ni no o para pero por que se sin sobre su sus tras u un una y"
        ),
        "pl": list(
            "a aby albo ale bez czy dla do i ich jak jest ku lub na nad nie niż o od oraz po pod przed przez przy się u w we z za ze że"
        ),
        "ro": list("a al ale ca ce cu de din fără în între la le lui nu o ori pe pentru prin sau să și un una"),
        "tr": list("bir da de en her ile ki ve veya ya"),
    ]

    private static func list(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
}
