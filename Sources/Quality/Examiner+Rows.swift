// SPDX-License-Identifier: GPL-3.0-or-later
internal import Layout
internal import Manuscript
internal import Typesetting

/// What only several lines show.
extension Examiner {
    /// From so many lines a ladder or a stack is told, whatever the limits.
    private static let leastLines = 3
    /// From so many letters a word stands out when it stands twice.
    private static let longWord = 4

    /// Divided words below one another.
    mutating func examineLadders(_ lines: SetLines) {
        for stretch in lines.stretches {
            for (isDivided, row) in Array(stretch).rows({ lines.line($0).endsWithHyphen }) where isDivided {
                count(\.hyphens, row.count)
                let rungs = row.map { stretch.lowerBound + $0 }
                let isBeyond = rungs.count > limits.ladder
                if rungs.count >= Self.leastLines || isBeyond {
                    let words = rungs.compactMap { lines.texts[$0].words.last }.joined(separator: " / ")
                    find(
                        .ladder, at: rungs[0], of: lines, value: Double(rungs.count), words: words, isBeyond: isBeyond)
                } else if rungs.count == 2 {
                    count(\.hyphenPairs)
                }
            }
        }
    }

    /// The same word at the beginnings, or at the ends, of lines below one another. Parts of divided words are no words.
    mutating func examineStacks(_ lines: SetLines) {
        for stretch in lines.stretches {
            let numbers = Array(stretch)
            let beginnings = numbers.rows { index in
                index > 0 && lines.line(index - 1).endsWithHyphen ? nil : word(lines.texts[index].words.first)
            }
            let ends = numbers.rows { index in
                lines.line(index).endsWithHyphen ? nil : word(lines.texts[index].words.last)
            }
            for (word, row) in beginnings + ends where row.count > 1 {
                let isBeyond = row.count > limits.stack
                if row.count >= Self.leastLines || isBeyond {
                    find(
                        .stack, at: stretch.lowerBound + row.lowerBound, of: lines, value: Double(row.count),
                        words: word, isBeyond: isBeyond)
                } else if word.count >= Self.longWord {
                    count(\.stackPairs)
                }
            }
        }
    }

    private func word(_ text: String?) -> String? {
        let word = text?.bareWord ?? ""
        return word.isEmpty ? nil : word
    }

    /// White that runs down through lines.
    mutating func examineRivers(_ lines: SetLines) {
        for stretch in lines.stretches where stretch.count >= Rivers.length {
            let gaps = stretch.map { index in
                Double(lines.line(index).fit.wordSpace) > Rivers.width ? lines.texts[index].gaps : []
            }
            for river in Rivers.find(in: gaps) {
                let last = stretch.lowerBound + river.first + river.length - 1
                let words = lines.texts[last].neighbours(ofGap: river.gap)
                find(
                    .river, at: stretch.lowerBound + river.first, of: lines, value: Double(river.length), words: words)
            }
        }
    }
}
