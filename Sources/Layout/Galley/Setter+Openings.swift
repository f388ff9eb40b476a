// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Manuscript
import Typesetting

/// A paragraph as it was set, and how far in its lines begin.
struct Opened {
    var setting: Setting
    /// How far the lines beside a drop cap are moved, the first and the others.
    var beside: (first: Double, others: Double) = (0, 0)
    /// The letter beside them.
    var cap: DropCap?
    /// How many lines stand beside a drop cap: they are kept together.
    var kept = 0
    /// How much further in lines after the first begin.
    var turnover = 0.0

    /// How far in line `index` begins.
    func shift(_ index: Int) -> Double {
        (index > 0 ? turnover : 0) + (index < kept ? (index == 0 ? beside.first : beside.others) : 0)
    }
}

extension Setter {
    /// Sets `paragraph` with what its style has for its beginning: a drop cap, small capitals, lines that turn over.
    mutating func opened(_ paragraph: Paragraph, _ style: Style, measure: Double) -> Opened {
        guard style.dropCap != nil || style.smallCaps != .none || style.turnover != 0 else {
            return Opened(setting: setHeading(paragraph, measure: measure))
        }
        if let cap = style.dropCap, !paragraph.language.isRightToLeft {
            var lines = cap.lines
            // A short paragraph has a smaller letter, or none.
            while lines >= 2 {
                guard let drop = DropCap(paragraph, cap, style, lines: lines, setter: self) else { break }
                var rest = paragraph
                rest.runs = drop.rest
                rest.indent = 0
                var opened = Opened(
                    setting: Setting(lines: [], demerits: 0, isOverfull: false), beside: (drop.first, drop.others),
                    kept: drop.lines, turnover: style.turnover)
                opened.setting = setOpening(rest, style) { measure - opened.shift($0) }
                if opened.setting.lines.count >= drop.lines, opened.setting.lines[0].pieces.first != nil {
                    opened.cap = drop
                    return opened
                }
                lines = min(lines - 1, opened.setting.lines.count)
            }
        }
        var opened = Opened(
            setting: Setting(lines: [], demerits: 0, isOverfull: false), turnover: style.turnover)
        opened.setting = setOpening(paragraph, style) { measure - opened.shift($0) }
        return opened
    }

    private func setOpening(_ paragraph: Paragraph, _ style: Style, measure: (Int) -> Double) -> Setting {
        switch style.smallCaps {
        case .none: return typesetter.set(paragraph, measure: measure)
        case .words(let count):
            var small = paragraph
            small.runs = makeSmall(paragraph.runs, letters: Lettering.count(paragraph.runs, words: count))
            return typesetter.set(small, measure: measure)
        case .firstLine: return setFirstLine(paragraph, measure: measure)
        }
    }

    /// All of the first line in small capitals: it ends where it ends because they are wider, so it is sought.
    private func setFirstLine(_ paragraph: Paragraph, measure: (Int) -> Double) -> Setting {
        /// No line holds more words.
        let most = Lettering.count(paragraph.runs, words: 60)
        func set(_ letters: Int, holding: Int? = nil) -> (setting: Setting, reached: Int) {
            var small = paragraph
            small.runs = makeSmall(paragraph.runs, letters: letters)
            if let holding { small.runs = Lettering.held(small.runs, from: letters, to: holding) }
            let setting = typesetter.set(small, measure: measure)
            let reached = Lettering.count(setting.lines.first)
            return (setting, Lettering.wordStart(paragraph.runs, at: reached))
        }
        var letters = set(most).reached
        var least: (letters: Int, reached: Int)?
        for _ in 0..<6 {
            let found = set(letters)
            if found.reached == letters { return found.setting }
            if found.reached > letters, letters > least?.letters ?? -1 { least = (letters, found.reached) }
            if found.reached < letters, let least, found.reached <= least.letters { break }
            letters = found.reached
        }
        // Two settings that call each other: what is too much for the line is held to what follows it.
        guard let least else { return set(letters).setting }
        return set(least.letters, holding: least.reached).setting
    }

    /// The runs with the first `letters` letters in small capitals, as far as their faces have them.
    private func makeSmall(_ runs: [TextRun], letters: Int) -> [TextRun] {
        var result: [TextRun] = []
        var left = letters
        for run in runs {
            guard left > 0, run.style.rise == 0, run.text != "\u{2028}" else {
                result.append(run)
                continue
            }
            let (head, tail) = Lettering.cut(run.text, after: left)
            left -= Lettering.count(head)
            var small = run
            small.text = head
            guard makeSmall(&small.style, head) else {
                result.append(run)
                continue
            }
            small.style.hyphenates = false
            result.append(small)
            guard !tail.isEmpty else { continue }
            // The next word is whole: a part of it at the end of the first line would be in small letters.
            let (next, others) = Lettering.cut(tail, after: 1)
            for (text, divides) in [(next, false), (others, run.style.hyphenates)] where !text.isEmpty {
                var rest = run
                rest.text = text
                rest.anchors = []
                rest.style.hyphenates = divides
                result.append(rest)
            }
        }
        return result
    }
}
