// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A quotation: indented, in its own style.
    mutating func quote(_ blocks: [Block], in place: Place) -> [GalleyItem] {
        var inner = place
        inner.parent = tree.add(.blockQuote, below: place.parent)
        if isInNote {
            // As small as the note.
            inset(&inner, by: style("quote").inset)
        } else {
            inner.body = "quote"
        }
        inner.isRunning = false
        inner.isOpening = false
        let items = self.blocks(blocks, in: inner)
        return spaced(items, before: style("quote").before, after: style("quote").after)
    }

    /// Who said it: a line of its own that stays with the words.
    mutating func attribution(_ inlines: [Inline], in place: Place) -> [GalleyItem] {
        var place = place
        place.isRunning = false
        return paragraph(
            inlines, style: theme.styles["attribution"] == nil ? place.body : "attribution", in: place, indent: 0)
    }

    /// Keeps what comes next with the last of `items`.
    func keepLast(of items: inout [GalleyItem]) {
        guard let last = items.lastIndex(where: { !$0.isBlank }) else { return }
        for index in last..<items.count { items[index].keepsWithNext = true }
    }

    /// Words of a person, with a hanging mark; a gap stays a gap.
    mutating func testimony(_ component: Component, _ style: ComponentStyle, in place: Place) -> [GalleyItem] {
        let isGap = component.blocks.contains { block in
            guard case .paragraph(let inlines) = block.content else { return false }
            return inlines.contains { if case .placeholder = $0.content { true } else { false } }
        }
        if isGap {
            var inner = place
            inner.parent = tree.add(.sect, below: place.parent)
            return blocks(component.blocks, in: inner)
        }
        var inner = place
        inner.parent = tree.add(.blockQuote, below: place.parent)
        let words = self.style(style.style)
        let mark = words.size * 0.4 * style.markSize
        let hang = theme.motifs[style.mark] == nil ? 18 : mark * 2 + words.size * 0.6
        inset(&inner, by: hang)
        inner.measure -= min(18, place.measure * 0.05)
        inner.body = style.style
        inner.isRunning = false
        inner.isOpening = false
        var items = head(of: component, unmarked(style), in: inner) + blocks(component.blocks, in: inner)
        trimEnd(of: &items)
        guard !items.isEmpty else { return [] }
        items[0].marks += motif(
            style.mark,
            centre: Point(x: start(mark * 2, in: place) + mark, y: baseline(of: words) - words.size * 0.52),
            radius: mark, turn: place.language.isRightToLeft ? 180 : 0, fills: [style.edge], owner: .artifact(.layout))
        items.keepWhole()
        return spaced(items, before: space(style), after: space(style))
    }

    /// The look without its mark: it hangs beside.
    private func unmarked(_ look: ComponentStyle) -> ComponentStyle {
        var look = look
        look.mark = ""
        return look
    }

    /// A quotation drawn out of the text: large, under its mark, between two rules.
    mutating func pull(_ component: Component, _ look: ComponentStyle, in place: Place) -> [GalleyItem] {
        var inner = place
        inner.parent = tree.add(.blockQuote, below: place.parent)
        inner.body = look.style
        inner.isRunning = false
        inner.isOpening = false
        var items = head(of: component, unmarked(look), in: inner) + blocks(component.blocks, in: inner)
        trimEnd(of: &items)
        guard !items.isEmpty else { return [] }
        let radius = style(look.style).size * 0.42 * look.markSize
        let hasMark = theme.motifs[look.mark] != nil
        var head = GalleyItem()
        head.height = look.padding + (hasMark ? radius * 1.5 : 0)
        head.keep = .firm
        // The rule leaves the mark its place, as a rule about an ornament does.
        let gap = hasMark ? radius * 2 + 7 : 0
        let isRightToLeft = place.language.isRightToLeft
        let left = Point(x: place.x + (isRightToLeft ? 0 : gap), y: radius)
        let right = Point(x: place.x + place.measure - (isRightToLeft ? gap : 0), y: radius)
        let rule = Fragment.Paint.stroke(swatch: swatch(look.edge), width: look.edgeWidth, dashes: [])
        head.marks = [.path(.line(from: left, to: right), rule, .artifact(.layout))]
        head.marks += motif(
            look.mark, centre: Point(x: start(radius * 2, in: place) + radius, y: radius), radius: radius,
            turn: isRightToLeft ? 180 : 0, fills: [look.edge], owner: .artifact(.layout))
        var foot = GalleyItem()
        foot.height = look.padding
        foot.marks = [
            .path(
                .line(
                    from: Point(x: place.x, y: look.padding), to: Point(x: place.x + place.measure, y: look.padding)),
                rule, .artifact(.layout))
        ]
        items[0].before = 0
        items.keepWhole()
        items[items.count - 1].keep = .firm
        return spaced([head] + items + [foot], before: space(look), after: space(look))
    }

    /// Verse and addresses: each line of the text is one in print, and what is too long turns over.
    mutating func keptLines(_ component: Component, _ look: ComponentStyle, in place: Place) -> [GalleyItem] {
        var inner = place
        inner.parent = tree.add(.div, below: place.parent)
        inner.body = look.style
        inner.isRunning = false
        inner.isOpening = false
        var items: [GalleyItem] = []
        if !component.title.isEmpty {
            items += paragraph(component.title, style: look.titleStyle, in: inner, indent: 0)
            for index in items.indices { items[index].keepsWithNext = true }
        }
        for block in component.blocks {
            if block.attributes.marks("attribution") { keepLast(of: &items) }
            guard case .paragraph(let inlines) = block.content, !block.attributes.marks("attribution") else {
                items += self.block(block, in: &inner)
                continue
            }
            var strips = stanza(inlines, block: block, in: inner)
            let isWhole = look.form == .address || strips.count <= Self.shortStanza
            for index in strips.indices.dropLast() where isWhole || index == 0 || index == strips.count - 2 {
                strips[index].keepsWithNext = true
            }
            items += strips
        }
        trimEnd(of: &items)
        if look.form == .address { for index in items.indices.dropLast() { items[index].keepsWithNext = true } }
        return spaced(items, before: space(look), after: space(look))
    }

    /// A stanza of so many lines is not divided.
    private static let shortStanza = 4

    /// The lines of a stanza in one element, each set by itself.
    private mutating func stanza(_ inlines: [Inline], block: Block, in place: Place) -> [GalleyItem] {
        current = block.origin
        var place = place
        if let language = block.language ?? block.attributes.language { place.language = language }
        let style = style(place.body)
        let tag = tree.add(
            .p, below: place.parent, language: place.language == tree[place.parent].language ? nil : place.language)
        let runs = runs(
            inlines, style: style, language: place.language, parent: tag,
            anchors: block.attributes.id.map { [$0] } ?? [])
        var items: [GalleyItem] = []
        let lines = runs.split(omittingEmptySubsequences: true) { $0.text == "\u{2028}" }
        for (number, line) in lines.enumerated() {
            var strips = self.items(Array(line), style: style, in: place)
            if number > 0, !strips.isEmpty { strips[0].before = 0 }
            if number < lines.count - 1 { strips.endInBlank() }
            items += strips
        }
        return items
    }
}

extension [GalleyItem] {
    /// Lets the last line end in a blank: words of two lines must come apart when they are copied.
    fileprivate mutating func endInBlank() {
        guard let item = indices.last else { return }
        for (index, mark) in self[item].marks.enumerated() {
            guard case .line(var line, let origin) = mark, let last = line.pieces.indices.last else { continue }
            if line.pieces[last].blank < 0 { line.pieces[last].blank = 0 }
            self[item].marks[index] = .line(line, origin)
        }
    }
}
