// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Typesetting

/// A page while it fills.
struct PageDraft {
    /// Its number, from 1; odd pages are rectos.
    let number: Int
    /// Which section its running head names.
    var section: Int
    /// Whether it has a running head: not on covers and openers.
    var hasHead = true
    /// What it is.
    var kind = Kind.text
    /// What a reader calls it.
    var label = ""
    /// In drawing order.
    var fragments: [Fragment] = []
    /// Frames of links by number.
    var links: [(link: Int, frame: Rect)] = []
    /// Places by name.
    var anchors: [(name: String, y: Double)] = []
    /// Figures' frames.
    var figures: [(tag: TagNode.ID, frame: Rect)] = []
    /// What can be filled in.
    var fields: [FormField] = []
    /// The lines whose setting is recorded.
    var lines: [PlacedLine] = []
    /// Where the next margin note may stand.
    var marginY = 0.0

    /// Kinds of pages.
    enum Kind {
        /// One of the text's.
        case text
        /// The front cover.
        case cover
        /// Empty on purpose.
        case blank
        /// The back cover.
        case back
    }

    init(number: Int, section: Int) {
        self.number = number
        self.section = section
    }

    /// Places `item`, whose coordinates are the page's.
    mutating func place(_ item: GalleyItem, linkOfSlot: [Int: Int]) {
        for mark in item.marks { draw(mark, at: Point(x: 0, y: 0), linkOfSlot: linkOfSlot) }
        for anchor in item.anchors { anchors.append((anchor, 0)) }
        figures += item.figures
    }

    /// Draws `mark` moved by `offset`; frames of links come from `linkOfSlot`.
    mutating func draw(_ mark: GalleyItem.Mark, at offset: Point, linkOfSlot: [Int: Int]) {
        switch mark.moved(by: offset) {
        case .path(let path, let paint, let owner):
            fragments.append(Fragment(owner: owner, content: .path(path, paint)))
        case .image(let path, let frame, let owner):
            fragments.append(Fragment(owner: owner, content: .image(path: path, frame: frame)))
        case .line(let line, let origin): draw(line, at: origin, linkOfSlot: linkOfSlot)
        case .said(let line, let origin, let text): draw(line, at: origin, linkOfSlot: linkOfSlot, as: text)
        case .turned(let line, let origin): draw(line, at: origin, linkOfSlot: linkOfSlot, isTurned: true)
        }
    }

    private mutating func draw(
        _ line: Line, at origin: Point, linkOfSlot: [Int: Int], as text: String? = nil, isTurned: Bool = false
    ) {
        // What is told of lines is told of those that lie.
        if line.paragraph >= 0, !isTurned { lines.append(PlacedLine(page: number - 1, origin: origin, line: line)) }
        let pieces = line.pieces
        var start = 0
        while start < pieces.count {
            let first = pieces[start]
            var end = start + 1
            while end < pieces.count, pieces[end].owner == first.owner, pieces[end].isDivision == first.isDivision,
                pieces[end].isMirrored == first.isMirrored, !first.isMirrored || pieces[end].glyphs.text == " "
            {
                end += 1
            }
            let owner = Setter.owner(first.owner)
            fragments.append(
                Fragment(
                    owner: owner, content: .text(origin: origin, pieces: pieces[start..<end]),
                    actualText: text ?? actualText(of: pieces[start..<end]), isTurned: isTurned))
            if first.owner >= 0, let link = linkOfSlot[Int(first.owner)] {
                let part = pieces[start..<end]
                let near = Double(part.lazy.map(\.x).min() ?? first.x)
                let far = part.lazy.map { Double($0.x) + $0.width }.max() ?? 0
                let size = Double(first.size)
                let above = Double(first.rise) + size * 0.8
                let frame =
                    isTurned
                    ? Rect(x: origin.x - above, y: origin.y - far, width: size * 1.08, height: max(far - near, 1))
                    : Rect(x: origin.x + near, y: origin.y - above, width: max(far - near, 1), height: size * 1.08)
                if !isTurned, let previous = links.last, previous.link == link,
                    abs(previous.frame.y - frame.y) < size * 0.3
                {
                    let united = min(previous.frame.x, frame.x)
                    links[links.count - 1].frame = Rect(
                        x: united, y: min(previous.frame.y, frame.y),
                        width: max(previous.frame.maxX, frame.maxX) - united,
                        height: max(previous.frame.height, frame.height))
                } else {
                    links.append((link, frame))
                }
            }
            start = end
        }
    }

    /// What pieces say where that is not what their glyphs show.
    private func actualText(of pieces: ArraySlice<Piece>) -> String? {
        guard let first = pieces.first else { return nil }
        if first.isDivision { return "\u{AD}" }
        guard first.isMirrored else { return nil }
        return String(
            String.UnicodeScalarView(
                pieces.flatMap(\.glyphs.text.unicodeScalars).map { Mirroring.other(of: $0) ?? $0 }))
    }
}
