// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Typesetting

/// What strips say, and where it is written.
struct StripLines {
    let book: Book
    let section: Int
    let paragraphs: [SetParagraph]

    private static let longest = 48

    /// The first words of a strip.
    func opening(of item: GalleyItem) -> String {
        let text = text(of: item)
        return text.count <= Self.longest ? text : text.prefix(Self.longest) + "…"
    }

    /// Its last words.
    func ending(of item: GalleyItem) -> String {
        let text = text(of: item)
        return text.count <= Self.longest ? text : "…" + text.suffix(Self.longest)
    }

    /// Where its first line is written; else its block.
    func origin(of item: GalleyItem) -> Origin? {
        for case .some(let line) in item.marks.lazy.map(\.line) {
            guard paragraphs.indices.contains(Int(line.paragraph)) else { continue }
            if let origin = paragraphs[Int(line.paragraph)].origin(of: line.start) { return origin }
        }
        return origin(ofBlock: item.block)
    }

    /// Where a block of the section is written; −1 for its title.
    func origin(ofBlock number: Int32) -> Origin? {
        let section = book.sections[section]
        let blocks = section.blocks
        return blocks.indices.contains(Int(number)) ? blocks[Int(number)].origin : section.title.first?.origin
    }

    private func text(of item: GalleyItem) -> String {
        var text = ""
        for case .some(let line) in item.marks.lazy.map(\.line) {
            if !text.isEmpty, !text.hasSuffix(" ") { text += " " }
            for piece in line.pieces { text += piece.glyphs.text + (piece.blank >= 0 ? " " : "") }
        }
        return text
    }
}

extension GalleyItem.Mark {
    /// The line, if it is one.
    fileprivate var line: Line? {
        switch self {
        case .line(let line, _), .said(let line, _, _), .turned(let line, _): line
        case .path, .image: nil
        }
    }
}
