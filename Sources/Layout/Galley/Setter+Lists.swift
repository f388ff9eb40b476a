// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A list; its marks hang before the text, numbers with their points below one another.
    mutating func list(_ list: Manuscript.List, in place: Place) -> [GalleyItem] {
        let tag = tree.add(.l, below: place.parent)
        let style = style(place.body == "body" ? "list" : place.body)
        let labels = labels(of: list, style: style, in: place)
        tree[tag].numbering = labels.numbering
        var items: [GalleyItem] = []
        for (index, item) in list.items.enumerated() {
            let li = tree.add(.li, below: tag)
            let label = tree.add(.lbl, below: li)
            // The slot of the label comes before those of the text.
            let slot = item.isChecked == nil ? tree.addSlot(below: label) : 0
            var inner = place
            inner.parent = tree.add(.lBody, below: li)
            inset(&inner, by: labels.hang)
            inner.depth += 1
            if list.start == nil { inner.bulletedDepth += 1 } else { inner.numberedDepth += 1 }
            inner.isFirst = true
            inner.isTight = list.isTight
            inner.body = place.body == "body" ? "list" : place.body
            var strips = blocks(item.blocks, in: inner)
            trimEnd(of: &strips)
            if strips.isEmpty { strips = [GalleyItem()] }
            strips[0].before = white(before: index, strips[0], list, style, in: place)
            if let isChecked = item.isChecked {
                box(isChecked, style: style, label: label, on: &strips[0], in: place)
            } else if let line = labelLine(labels.text(index), style: labels.style, slot: slot) {
                strips[0].marks.insert(
                    .line(line, Point(x: labels.x(line.width, in: place), y: baseline(of: style))), at: 0)
                strips[0].height = max(strips[0].height, style.leading)
            }
            items += strips
        }
        if !items.isEmpty, place.depth == 0 { addAfter(style.after, to: &items) }
        return items
    }

    /// White above an item: none in a list that stands close.
    private func white(
        before index: Int, _ strip: GalleyItem, _ list: Manuscript.List, _ style: Style, in place: Place
    ) -> Double {
        if index > 0 { return list.isTight ? 0 : style.leading / 2 }
        return place.depth > 0 ? (list.isTight ? 0 : style.leading / 2) : max(strip.before, style.before)
    }

    /// The marks of a list and the room that they take.
    private struct Labels {
        var level: ListMarkers.Level
        var alphabet: [Character]
        var start: Int
        var numbering: TagNode.Numbering
        /// How the marks look: figures all of one width.
        var style: Style
        /// From the list's edge to its text.
        var hang: Double
        /// White between mark and text.
        var gap: Double

        func text(_ index: Int) -> String { level.text(start + index, alphabet: alphabet) }

        /// Where a mark begins: numbers end where the longest ends, other marks begin at the edge.
        func x(_ width: Double, in place: Place) -> Double {
            if place.language.isRightToLeft { return place.x + place.measure - hang + gap }
            return level.count == .figures || level.count == .roman ? place.x + hang - gap - width : place.x
        }
    }

    private mutating func labels(of list: Manuscript.List, style: Style, in place: Place) -> Labels {
        let words = theme.strings[place.language] ?? LanguageTag(place.language.primary).flatMap { theme.strings[$0] }
        let markers = ListMarkers(
            place.language, numbers: words?["list-numbers"]?.inlines.plainText,
            bullets: words?["list-bullets"]?.inlines.plainText)
        let level = markers.level(
            isNumbered: list.start != nil, numbered: place.numberedDepth, bulleted: place.bulletedDepth)
        let hasBoxes = list.items.contains { $0.isChecked != nil }
        var figures = style
        figures.features = figures.features.filter { $0 != "pnum" && $0 != "tnum" } + ["tnum"]
        var labels = Labels(
            level: level, alphabet: markers.alphabet, start: list.start ?? 1,
            numbering: list.start == nil ? hasBoxes ? .square : .disc : .decimal, style: figures, hang: 0,
            gap: style.size * 0.5)
        switch level.count {
        case .figures: labels.hang = style.size * 1.8
        case .letters:
            labels.numbering = .lowerAlpha
            labels.hang = style.size * 1.6
        case .roman:
            labels.numbering = .lowerRoman
            labels.hang = style.size * 1.8
        case .mark:
            if list.start != nil { labels.numbering = .disc }
            labels.hang = style.size * (hasBoxes ? 1.6 : 1.3)
        }
        // Figures are of one width, so that the ends tell; letters come round again.
        let indices =
            level.count == .letters || level.count == .roman
            ? Array(0..<min(list.items.count, 60)) : [0, list.items.count - 1].filter { $0 >= 0 }
        let widest = indices.reduce(0.0) { widest, index in
            max(widest, artifact(labels.text(index), style: figures, measure: 400, owner: -1)?.width ?? 0)
        }
        labels.hang = min(max(labels.hang, widest + labels.gap), place.measure * 0.5)
        return labels
    }

    /// A short text in one slot, at the start of its line.
    mutating func labelLine(_ text: String, style: Style, slot: Int) -> Line? {
        var style = style
        style.alignment = .start
        style.isBalanced = false
        let line = artifact(text, style: style, measure: 400, owner: Int32(slot))
        return book.language.isRightToLeft ? line.map(flush) : line
    }

    /// A box to tick as high as capitals, drawn as the label's content.
    mutating func box(_ isChecked: Bool, style: Style, label: TagNode.ID, on strip: inout GalleyItem, in place: Place) {
        let side = style.size * 0.74
        _ = box(
            isChecked,
            frame: Rect(
                x: start(side, in: place) + (place.language.isRightToLeft ? -0.3 : 0.3), y: baseline(of: style) - side,
                width: side, height: side), label: label, on: &strip)
    }

    /// A box to tick, drawn in `frame`, which it gives back.
    mutating func box(_ isChecked: Bool, frame: Rect, label: TagNode.ID, on strip: inout GalleyItem) -> Rect {
        let figure = tree.add(.figure, below: label)
        let words = isChecked ? "box-ticked" : "box-to-tick"
        tree[figure].alternative = string(words)
        if book.borrowedStrings.contains(words) { tree[figure].language = .british }
        let slot = Owner.tag(slot: tree.addSlot(below: figure))
        let (x, top, side) = (frame.x, frame.y, frame.width)
        var marks: [GalleyItem.Mark] = [
            .path(.rectangle(frame), .fill(swatch: swatch("white")), .artifact(.layout)),
            .path(.rectangle(frame), .stroke(swatch: swatch("ink"), width: 0.7, dashes: []), slot),
        ]
        if theme.palette.position(of: "white") == nil { marks.removeFirst() }
        if isChecked {
            let tick = Path([
                .move(Point(x: x + side * 0.2, y: top + side * 0.5)),
                .line(Point(x: x + side * 0.42, y: top + side * 0.75)),
                .line(Point(x: x + side * 0.82, y: top + side * 0.2)),
            ])
            marks.append(.path(tick, .stroke(swatch: swatch("ink"), width: 1.2, dashes: []), slot))
        }
        strip.marks.insert(contentsOf: marks, at: 0)
        strip.figures.append((figure, frame.outset(by: 0.6)))
        return frame
    }
}
