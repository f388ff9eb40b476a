// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// The setting of a paragraph with as many lines more than `best` has, or fewer, as `looseness` says; `nil` where there is none.
    func pressed(_ paragraph: Paragraph, _ style: Style, measure: Double, best: Setting, by lines: Int) -> Setting? {
        guard lines != 0, style.dropCap == nil, style.smallCaps == .none, style.turnover == 0 else { return nil }
        return typesetter.settings(of: paragraph, measure: measure, looseness: lines...lines)
            .first { $0.lines.count == best.lines.count + lines && !$0.isOverfull }
    }

    /// By how many demerits each line of a paragraph is worse if it has a line less, or more.
    func costsOfPressing(_ block: Block, in place: Place) -> Presser.Costs {
        guard case .paragraph(let inlines) = block.content else { return (nil, nil) }
        var place = place
        if let language = block.language ?? block.attributes.language { place.language = language }
        let (name, indent) = manner(in: place)
        let style = style(name)
        var scratch = Setter(
            book: book, typesetter: typesetter, fonts: fonts, pictures: [:], folios: folios,
            tree: TagTree(language: book.language))
        let runs = scratch.runs(inlines, style: style, language: place.language, parent: 0)
        let paragraph = paragraph(of: runs, style, in: place, indent: indent)
        let measure = place.measure - style.inset
        let best = typesetter.set(paragraph, measure: measure)
        func cost(_ lines: Int) -> Double? {
            guard let other = pressed(paragraph, style, measure: measure, best: best, by: lines) else { return nil }
            let worse = other.demerits / Double(other.lines.count) - best.demerits / Double(best.lines.count)
            return worse <= PageMerits.mostPressed ? worse : nil
        }
        return (cost(-1), cost(1))
    }
}
