// SPDX-License-Identifier: GPL-3.0-or-later
internal import Layout
internal import Manuscript
internal import Typesetting

/// What can be said of a line, or of two.
extension Examiner {
    /// A line stretched or shrunk so far is as bad as is good.
    private static let mostBadness: Float = 100

    /// Word spaces, badness, and the classes of neighbours.
    mutating func examineSpaces(_ lines: SetLines) {
        var above: Fitness?
        for index in lines.placed.indices {
            let fit = lines.line(index).fit
            if fit.rest < -0.01 {
                find(.overfullLine, at: index, of: lines, value: Double(-fit.rest))
            }
            guard fit.isJustified, !fit.isLast else {
                above = nil
                continue
            }
            count(\.justified)
            let space = Double(fit.wordSpace)
            if !lines.texts[index].gaps.isEmpty { measure(space) }
            let isBad = fit.badness > Self.mostBadness
            if isBad { count(\.looseLines) }
            if !limits.wordSpace.contains(space) {
                let kind: Finding.Kind = space > 1 ? .wideWordSpace : .narrowWordSpace
                find(kind, at: index, of: lines, value: space, isBeyond: true)
            } else if isBad {
                find(space < 1 ? .tightLine : .looseLine, at: index, of: lines, value: Double(fit.badness))
            }
            let own = fit.fitness
            if let above, lines.followsOn(index), abs(own.rawValue - above.rawValue) > 1 {
                find(.unevenLines, at: index, of: lines, value: Double(abs(own.rawValue - above.rawValue)))
            }
            above = own
        }
    }

    /// Below these a last line is a scrap: letters, em, share of the measure. A narrow column has no room for better.
    private static let (leastLetters, leastEms, leastShare, narrowEms) = (4, 1.5, 0.06, 12.0)

    /// The last line of a paragraph, and divided words at turns of the page.
    mutating func examineEnds(_ lines: SetLines) {
        for index in lines.placed.indices where index > 0 && !lines.followsOn(index) {
            guard lines.line(index - 1).endsWithHyphen, let last = lines.texts[index - 1].words.last else { continue }
            let rest = lines.texts[index].words.first ?? ""
            find(.hyphenAtTurn, at: index - 1, of: lines, value: 1, words: "\(last)|\(rest)")
        }
        let last = lines.placed.count - 1
        let paragraph = lines.paragraph
        guard last > 0, paragraph.measure >= Self.narrowEms * paragraph.size, let first = lines.line(last).pieces.first,
            let end = lines.line(last).pieces.last
        else { return }
        let width = Double(end.x) + end.width - Double(first.x)
        let least = max(Self.leastEms * paragraph.size, Self.leastShare * paragraph.measure)
        guard width < least || lines.texts[last].letterCount < Self.leastLetters else { return }
        find(.shortLastLine, at: last, of: lines, value: width / paragraph.measure)
    }
}
