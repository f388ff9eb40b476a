// SPDX-License-Identifier: GPL-3.0-or-later

extension Sheet {
    /// Puts the space of the language into its abbreviations of several words, whether a blank was typed there or none: `z. B.`
    mutating func setPhraseSpaces() {
        var edits: [Edit] = []
        var index = 0
        while index < cells.count {
            guard holds(.phraseSpace, at: index), cells[index].scalar.isLetter,
                !(self[index - 1].map { $0.isWord || $0 == "." } ?? false), let end = setPhrase(index, &edits)
            else {
                index += 1
                continue
            }
            index = end
        }
        make(edits)
    }

    /// Sets the phrase that begins at `start`; gives where it ends, `nil` if there is none.
    private func setPhrase(_ start: Int, _ edits: inout [Edit]) -> Int? {
        let forms = forms(at: start)
        for phrase in forms.phrases[cells[start].scalar] ?? [] {
            guard let (end, gaps) = match(phrase, at: start) else { continue }
            for gap in gaps { edits.append(Edit(range: gap, scalars: forms.phraseSpace, owner: start)) }
            return end
        }
        return nil
    }

    /// Where the words of `phrase` end if they stand at `start`, and the gaps between them that take a space. A fixed space that
    /// was typed stays.
    private func match(_ phrase: [[Unicode.Scalar]], at start: Int) -> (end: Int, gaps: [Range<Int>])? {
        var place = start
        var gaps: [Range<Int>] = []
        for (number, word) in phrase.enumerated() {
            if number > 0, let blank = self[place], blank.isBlank {
                if blank == " " { gaps.append(place..<place + 1) }
                place += 1
            } else if number > 0 {
                gaps.append(place..<place)
            }
            for scalar in word {
                guard self[place] == scalar, !cells[place].isLocked else { return nil }
                place += 1
            }
        }
        return self[place]?.isWord ?? false ? nil : (place, gaps)
    }
}

extension RuleForms {
    /// `phrases` by their first letter, small or capital; the longer ones first.
    static func phrases(_ phrases: [String]) -> [Unicode.Scalar: [[[Unicode.Scalar]]]] {
        var result: [Unicode.Scalar: [[[Unicode.Scalar]]]] = [:]
        for phrase in phrases.sorted(by: { ($1.unicodeScalars.count, $0) < ($0.unicodeScalars.count, $1) }) {
            let words = phrase.split { $0 == " " || $0 == "_" }.map { Array($0.unicodeScalars) }
            guard words.count > 1, let first = words.first?.first else { continue }
            result[first, default: []].append(words)
            let capital = Array(String(first).uppercased().unicodeScalars)
            guard capital.count == 1, capital != [first] else { continue }
            result[capital[0], default: []].append([capital + words[0].dropFirst()] + words.dropFirst())
        }
        return result
    }
}
