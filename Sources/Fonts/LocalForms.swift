// SPDX-License-Identifier: GPL-3.0-or-later
internal import CPango
public import Groundwork

extension FontBook {
    /// Whether the face has letters of its own for `language` (`locl` of the OpenType language system: SRB, BGR, MOL).
    ///
    /// `script` is the language's script by its ISO 15924 code: `Cyrl`.
    public func hasLocalForms(_ key: FaceKey, language: LanguageTag, script: String) -> Bool {
        guard let open = open(key) else { return false }
        var scripts = [hb_tag_t](repeating: 0, count: 4)
        var scriptCount = UInt32(scripts.count)
        var languages = [hb_tag_t](repeating: 0, count: 4)
        var languageCount = UInt32(languages.count)
        hb_ot_tags_from_script_and_language(
            hb_script_from_string(script, -1), hb_language_from_string(language.description, -1), &scriptCount,
            &scripts, &languageCount, &languages)
        var scriptIndex: UInt32 = 0
        guard
            hb_ot_layout_table_select_script(
                open.face, Self.substitutions, scriptCount, scripts, &scriptIndex, nil) != 0
        else { return false }
        var languageIndex: UInt32 = 0
        guard
            hb_ot_layout_script_select_language(
                open.face, Self.substitutions, scriptIndex, languageCount, languages, &languageIndex) != 0
        else { return false }
        return hb_ot_layout_language_find_feature(
            open.face, Self.substitutions, scriptIndex, languageIndex, Self.localForms, nil) != 0
    }

    /// The tag `GSUB`, a macro that Swift does not import.
    private static let substitutions = hb_tag_from_string("GSUB", 4)
    private static let localForms = hb_tag_from_string("locl", 4)
}
