// SPDX-License-Identifier: GPL-3.0-or-later

/// Words in Latin letters within text of another script.
enum LatinWords {
    /// From here on a run has a language of its own: shorter ones are codes and initials, which any voice spells.
    private static let fewestLetters = 4

    /// `text` cut where runs of Latin words begin and end; digits, spaces and punctuation between such words belong to the run.
    static func parts(of text: String) -> [(text: String, isLatin: Bool)] {
        guard text.utf8.contains(where: { (97...122).contains($0 | 32) }) else { return [(text, false)] }
        var parts: [(text: String, isLatin: Bool)] = []
        let scalars = text.unicodeScalars
        var copied = scalars.startIndex
        var index = scalars.startIndex
        while index < scalars.endIndex {
            guard isLatin(scalars[index]) else {
                index = scalars.index(after: index)
                continue
            }
            let (end, letters) = run(in: scalars, from: index)
            if letters >= fewestLetters {
                if copied < index { parts.append((String(scalars[copied..<index]), false)) }
                parts.append((String(scalars[index..<end]), true))
                copied = end
            }
            index = end
        }
        if copied < scalars.endIndex { parts.append((String(scalars[copied...]), false)) }
        return parts
    }

    /// The end of the run that begins at `start`, and how many letters it has.
    private static func run(in scalars: String.UnicodeScalarView, from start: String.Index) -> (String.Index, Int) {
        var letters = 0
        var end = start
        var index = start
        var isInWord = true
        while index < scalars.endIndex {
            let scalar = scalars[index]
            index = scalars.index(after: index)
            if isLatin(scalar) {
                letters += 1
                (end, isInWord) = (index, true)
            } else if scalar.properties.isAlphabetic {
                break
            } else if isInWord,
                isPartOfAddress(scalar) || isJoint(scalar, before: index, in: scalars)
                    || scalar.properties.canonicalCombiningClass != .notReordered
            {
                end = index
            } else {
                isInWord = false
            }
        }
        return (end, letters)
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
        default: false
        }
    }

    /// A stop or a colon inside an address.
    private static func isJoint(
        _ scalar: Unicode.Scalar, before next: String.Index, in scalars: String.UnicodeScalarView
    ) -> Bool {
        guard scalar == "." || scalar == ":", next < scalars.endIndex else { return false }
        return isLatin(scalars[next]) || isPartOfAddress(scalars[next])
    }

    /// Digits and signs at the end of an address.
    private static func isPartOfAddress(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "/", "-", "_", "=", "#", "?", "&", "%", "~", "+": true
        default: false
        }
    }
}
