// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// Lines of the contents, or of a list of tables or figures, with leaders and folios.
    mutating func contents(_ entries: [ContentsEntry], in place: Place) -> [GalleyItem] {
        let list = tree.add(.toc, below: place.parent)
        let room = folioRoom(entries, in: place)
        var items: [GalleyItem] = []
        for entry in entries { items += line(of: entry, room: room, below: list, in: place) }
        return items
    }

    private func contentsStyle(_ entry: ContentsEntry) -> Style {
        let names = ["contents-list", "contents-1", "contents-2", "contents-3"]
        let name = names[min(max(entry.level, 0), 3)]
        return style(theme.styles[name] == nil ? "contents-2" : name)
    }

    /// The width that no title may stand in: that of the widest folio, and white before it.
    private mutating func folioRoom(_ entries: [ContentsEntry], in place: Place) -> Double {
        var widest = 0.0
        var measured: Set<String> = []
        for entry in entries {
            let folio = folios.page(entry.anchor)
            guard measured.insert(folio).inserted, measured.count < 200 || folio.utf8.count > 3 else { continue }
            let style = folioStyle(contentsStyle(entry))
            widest = max(widest, artifact(folio, style: style, measure: place.measure, owner: -1)?.inkWidth ?? 0)
        }
        return min(max(widest + 14, 36), place.measure / 2)
    }

    private func folioStyle(_ style: Style) -> Style {
        var end = style
        end.alignment = .end
        end.features = ["lnum", "tnum"]
        return end
    }

    /// An entry: a title that is too long turns over, and hangs below its beginning.
    private mutating func line(
        of entry: ContentsEntry, room: Double, below list: TagNode.ID, in place: Place
    ) -> [GalleyItem] {
        var style = contentsStyle(entry)
        let link = tree.add(.link, below: tree.add(.reference, below: tree.add(.toci, below: list)))
        let number = addLink(tag: link, target: .destination(entry.anchor), contents: title(of: entry))
        use(.page(anchor: entry.anchor), at: entry.title.first?.origin ?? current)
        var textPlace = place
        textPlace.measure -= room
        textPlace.x += place.language.isRightToLeft ? room : 0
        textPlace.isRunning = false
        var inlines = entry.title
        if !entry.number.isEmpty, let origin = inlines.first?.origin {
            let label = entry.number + "\u{2002}"
            inlines.insert(Inline(.text(label), at: origin), at: 0)
            // The mark at the end keeps the blank before it.
            let width = artifact(label + "\u{2060}", style: start(style), measure: place.measure, owner: -1)?.width ?? 0
            if width < textPlace.measure / 3 { style.turnover = width }
        }
        let firstSlot = tree.slotCount
        var strips = lines(inlines, style: style, tag: link, in: textPlace, indent: 0)
        for slot in firstSlot..<tree.slotCount { linkOfSlot[slot] = number }
        for index in strips.indices.dropLast() { strips[index].keepsWithNext = true }
        guard let last = strips.indices.last, case .line(let line, let origin)? = strips[last].marks.first else {
            return strips
        }
        let slot = tree.addSlot(below: link)
        linkOfSlot[slot] = number
        guard
            let folio = artifact(
                folios.page(entry.anchor), style: folioStyle(style), measure: place.measure, owner: Int32(slot))
        else { return strips }
        strips[last].marks.append(.line(folio, Point(x: place.x, y: origin.y)))
        guard entry.level != 1 else { return strips }
        let left = place.x + folio.inkStart
        let dots =
            place.language.isRightToLeft
            ? leader(from: left + folio.inkWidth + 6, to: origin.x + line.inkStart - 6, y: origin.y)
            : leader(from: origin.x + line.inkStart + line.inkWidth + 6, to: left - 6, y: origin.y)
        if let dots { strips[last].marks.append(dots) }
        return strips
    }

    private func start(_ style: Style) -> Style {
        var style = style
        style.alignment = .start
        return style
    }

    private func title(of entry: ContentsEntry) -> String {
        entry.level == 0 ? "\(entry.number) \(entry.title.plainText)" : entry.title.plainText
    }

    /// Dots that stand below one another in all lines; none where there is no room for two.
    private func leader(from start: Double, to end: Double, y: Double) -> GalleyItem.Mark? {
        let start = (start / 6).rounded(.up) * 6
        guard end - start >= 6 else { return nil }
        return .path(
            .line(from: Point(x: start, y: y - 0.6), to: Point(x: end, y: y - 0.6)),
            .stroke(swatch: swatch("grey"), width: 0.5, dashes: [0.6, 5.4]), .artifact(.layout))
    }
}

extension Line {
    /// Where its first piece begins, from the left edge of its column.
    fileprivate var inkStart: Double { Double(pieces.lazy.map(\.x).min() ?? 0) }
    /// From there to the end of its last.
    fileprivate var inkWidth: Double { (pieces.lazy.map { Double($0.x) + $0.width }.max() ?? 0) - inkStart }
}
