// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Typesetting

/// Counts letters and figures, which come through setting as they are; blanks and marks do not.
enum Lettering {
    static func count(_ text: some StringProtocol) -> Int { text.unicodeScalars.count { counts($0) } }

    /// The letters of a line as it was set.
    static func count(_ line: Line?) -> Int {
        (line?.pieces ?? []).reduce(0) { $0 + ($1.isDivision ? 0 : count($1.glyphs.text)) }
    }

    /// The letters of the first `words` words.
    static func count(_ runs: [TextRun], words: Int) -> Int {
        var letters = 0
        var seen = 0
        var isInside = false
        for scalar in runs.lazy.flatMap(\.text.unicodeScalars) {
            if isBlank(scalar) {
                if isInside { seen += 1 }
                isInside = false
                if seen == words { break }
            } else if counts(scalar) {
                isInside = true
                letters += 1
            }
        }
        return letters
    }

    /// The letters before the word that letter number `letters` is in; `letters` itself between words.
    static func wordStart(_ runs: [TextRun], at letters: Int) -> Int {
        var passed = 0
        var start = 0
        for scalar in runs.lazy.flatMap(\.text.unicodeScalars) {
            if isBlank(scalar) {
                if passed >= letters { return letters }
                start = passed
            } else if counts(scalar) {
                if passed == letters { return start }
                passed += 1
            }
        }
        return letters
    }

    /// `text` up to and with its letter number `letters`, and what touches it; and the rest, from the next blank.
    static func cut(_ text: String, after letters: Int) -> (head: String, tail: String) {
        var passed = 0
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            if passed >= letters, isBlank(scalar) { return (String(text[..<index]), String(text[index...])) }
            if counts(scalar) { passed += 1 }
        }
        return (text, "")
    }

    /// The runs with the words between two counts of letters held together, and with the word after them.
    static func held(_ runs: [TextRun], from first: Int, to last: Int) -> [TextRun] {
        var passed = 0
        return runs.map { run in
            var held = run
            held.text = ""
            for scalar in run.text.unicodeScalars {
                if counts(scalar) { passed += 1 }
                let isHeld = scalar == " " && passed > first && passed <= last
                held.text.unicodeScalars.append(isHeld ? "\u{A0}" : scalar)
            }
            return held
        }
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 || scalar.value == 0x2028 }

    private static func counts(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
