// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of a text whose letters are all Latin, or none of them.
struct ScriptRun {
    var text: String
    var isLatin: Bool

    /// `text` in parts; blanks and signs between letters of both kinds go with the Latin ones.
    static func runs(of text: String) -> [ScriptRun] {
        var runs = [ScriptRun(text: "", isLatin: true)]
        var signs = ""
        func put(_ text: String, isLatin: Bool) {
            if runs[runs.count - 1].isLatin == isLatin {
                runs[runs.count - 1].text += text
            } else {
                runs.append(ScriptRun(text: text, isLatin: isLatin))
            }
        }
        for character in text {
            guard character.isLetter else {
                signs.append(character)
                continue
            }
            let isLatin = character.unicodeScalars.allSatisfy(isLatin)
            put(signs, isLatin: isLatin && runs[runs.count - 1].isLatin || runs[runs.count - 1].isLatin != isLatin)
            put(String(character), isLatin: isLatin)
            signs = ""
        }
        put(signs, isLatin: true)
        return runs.filter { !$0.text.isEmpty }
    }

    /// Whether `scalar` is a letter of Latin, or a sign like the small n of formulas.
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x370 || (0x1D00..<0x1F00).contains(scalar.value) || (0x2000..<0x2C00).contains(scalar.value)
    }
}
