// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

/// Where blocks are set.
struct Place {
    /// The measure, in points.
    var measure: Double
    /// The element above.
    var parent: TagNode.ID
    /// The language of the text round it.
    var language: LanguageTag
    /// The style of paragraphs.
    var body = "body"
    /// From the column's left edge.
    var x = 0.0
    /// Whether the next paragraph follows a heading or begins a part.
    var isFirst = true
    /// Whether paragraphs may be indented and lines come to the grid: running text.
    var isRunning = true
    /// How deep lists stand in lists.
    var depth = 0
}

extension Setter {
    /// A paragraph of `inlines` in a new element of `role`, as a strip for each line.
    mutating func paragraph(
        _ inlines: [Inline], style name: String, role: TagNode.Role = .p, in place: Place, indent: Double? = nil,
        anchors: [String] = []
    ) -> [GalleyItem] {
        let tag = tree.add(
            role, below: place.parent, language: place.language == tree[place.parent].language ? nil : place.language)
        return lines(inlines, style: style(name), tag: tag, in: place, indent: indent, anchors: anchors)
    }

    /// The strips of a paragraph whose element is `tag`.
    mutating func lines(
        _ inlines: [Inline], style: Style, tag: TagNode.ID, in place: Place, indent: Double? = nil,
        anchors: [String] = []
    ) -> [GalleyItem] {
        let runs = runs(inlines, style: style, language: place.language, parent: tag, anchors: anchors)
        return items(runs, style: style, in: place, indent: indent ?? style.indent)
    }

    /// The strips of `runs`.
    mutating func items(_ runs: [TextRun], style: Style, in place: Place, indent: Double = 0) -> [GalleyItem] {
        guard !runs.isEmpty else { return [] }
        let alignment: Paragraph.Alignment =
            switch style.alignment {
            case .justified where style.hyphenates && isSetRagged(place.language): .start
            case .justified: .justified
            case .start: .start
            case .centre: .centre
            case .end: .end
            }
        let paragraph = Paragraph(
            runs: runs, alignment: alignment, indent: indent, hyphenates: style.hyphenates,
            isBalanced: style.isBalanced, language: place.language)
        let setting = typesetter.set(paragraph, measure: place.measure - style.inset)
        if setting.isOverfull, let origin = runs.compactMap(\.origin).first(where: { !$0.source.file.path.isEmpty }) {
            faults.append(
                Diagnostic(
                    .warning, "overfull-line",
                    "a word is wider than its column and was divided where no rule allows it",
                    hint: "mark where it may be divided with U+00AD, or give it more room", at: origin))
        }
        var items: [GalleyItem] = []
        items.reserveCapacity(setting.lines.count)
        for (index, line) in setting.lines.enumerated() {
            var item = GalleyItem()
            item.height = style.leading
            item.before = index == 0 ? style.before : 0
            item.snaps = index == 0 && place.isRunning
            item.keepsWithNext =
                index == setting.lines.count - 1
                ? style.keepsWithNext
                : style.keepsWithNext || index == 0 || index == setting.lines.count - 2
            let x = place.language.isRightToLeft ? place.x : place.x + style.inset
            let origin = Point(x: x, y: baseline(of: style))
            item.marks = [.line(line, origin)] + strokes(through: line, at: origin)
            for anchor in line.anchors {
                if anchor.hasPrefix("note\u{1F}") {
                    item.notes.append(String(anchor.dropFirst(5)))
                } else {
                    item.anchors.append(anchor)
                }
            }
            items.append(item)
        }
        return items
    }

    /// Whether justified text is set ragged: without divided words its blanks would gape.
    private func isSetRagged(_ language: LanguageTag) -> Bool {
        theme.style(of: language).unhyphenated == .ragged && !typesetter.hyphenates(language)
    }

    /// Lines through the struck pieces of `line`, a little above half the height of its small letters.
    private func strokes(through line: Line, at origin: Point) -> [GalleyItem.Mark] {
        guard !struckSlots.isEmpty else { return [] }
        return line.pieces.filter { struckSlots.contains($0.owner) }.map { piece in
            let y = origin.y - Double(piece.rise) - Double(piece.size) * 0.25
            let start = origin.x + Double(piece.x)
            let end = start + piece.width + Double(max(piece.blank, 0))
            return .path(
                .line(from: Point(x: start, y: y), to: Point(x: end, y: y)),
                .stroke(swatch: piece.swatch, width: Double(piece.size) * 0.06, dashes: []), .artifact(.layout))
        }
    }

    /// From the top of a line of `style` to its baseline: the type stands in the middle of the leading.
    func baseline(of style: Style) -> Double { style.leading * 0.5 + style.size * 0.34 }

    /// A line of text that is no part of the tag tree: `owner` −1 a mark of layout, −2 a running head, −3 a footer.
    mutating func artifact(_ text: String, style: Style, measure: Double, owner: Int32) -> Line? {
        let textStyle = TextStyle(
            faces: faces(style, italic: false, bold: false), size: style.size, swatch: swatch(style.colour),
            features: features(style, book.language), tracking: style.tracking, rise: 0, language: book.language,
            hyphenates: false)
        let run = TextRun(text: style.isUppercase ? text.uppercased() : text, style: textStyle, owner: owner)
        let alignment: Paragraph.Alignment =
            style.alignment == .end ? .end : style.alignment == .centre ? .centre : .start
        let paragraph = Paragraph(runs: [run], alignment: alignment, language: book.language)
        return typesetter.set(paragraph, measure: measure).lines.first
    }

    /// A heading of a section, or a chapter's title set as one.
    mutating func heading(level: Int, _ inlines: [Inline], anchor: String?, in place: Place) -> [GalleyItem] {
        let roles: [TagNode.Role] = [.h1, .h2, .h3, .h4, .h5, .h6]
        let role = roles[min(max(level, 1), 6) - 1]
        let name = "h\(min(max(level, 1), 6))"
        var style = style(name)
        style.keepsWithNext = true
        style.hyphenates = false
        if level == 2, theme.styles[name]?.colour == "chapter" { style.colour = "chapter" }
        let tag = tree.add(role, below: place.parent, language: place.language == book.language ? nil : place.language)
        return lines(inlines, style: style, tag: tag, in: place, indent: 0, anchors: anchor.map { [$0] } ?? [])
    }

    /// A list; its marks hang before the text.
    mutating func list(_ list: Manuscript.List, in place: Place) -> [GalleyItem] {
        let tag = tree.add(.l, below: place.parent)
        let style = style(place.body == "body" ? "list" : place.body)
        let hasBoxes = list.items.contains { $0.isChecked != nil }
        tree[tag].numbering = list.start != nil ? .decimal : hasBoxes ? .square : .disc
        let hang = style.size * (hasBoxes ? 1.6 : list.start == nil ? 1.3 : 1.8)
        var items: [GalleyItem] = []
        for (index, item) in list.items.enumerated() {
            let li = tree.add(.li, below: tag)
            let label = tree.add(.lbl, below: li)
            let mark: String
            if let start = list.start {
                mark = "\(start + index)."
            } else if item.isChecked != nil {
                mark = ""
            } else {
                mark = place.depth % 2 == 0 ? "•" : "–"
            }
            var inner = place
            inner.parent = tree.add(.lBody, below: li)
            inset(&inner, by: hang)
            inner.depth += 1
            inner.isFirst = true
            inner.body = place.body == "body" ? "list" : place.body
            var strips: [GalleyItem] = []
            for block in item.blocks { strips += self.block(block, in: &inner) }
            trimEnd(of: &strips)
            if strips.isEmpty { strips = [GalleyItem()] }
            strips[0].before = index == 0 ? max(strips[0].before, style.before) : list.isTight ? 0 : style.leading / 2
            if let isChecked = item.isChecked {
                box(isChecked, style: style, x: start(style.size * 0.8, in: place), label: label, on: &strips[0])
            } else if let line = labelLine(mark, style: style, slot: tree.addSlot(below: label)) {
                let x = start(line.width, in: place)
                strips[0].marks.insert(.line(line, Point(x: x, y: baseline(of: style))), at: 0)
            }
            items += strips
        }
        if !items.isEmpty, place.depth == 0 { addAfter(style.after, to: &items) }
        return items
    }

    /// A short text in one slot, at the start of its line.
    mutating func labelLine(_ text: String, style: Style, slot: Int) -> Line? {
        var style = style
        style.alignment = .start
        let line = artifact(text, style: style, measure: 400, owner: Int32(slot))
        return book.language.isRightToLeft ? line.map(flush) : line
    }

    /// A box to tick, 4 mm or as large as the type, drawn as the label's content.
    mutating func box(
        _ isChecked: Bool, style: Style, x: Double, label: TagNode.ID, size: Double? = nil, on strip: inout GalleyItem
    ) {
        let side = size ?? style.size * 0.8
        let figure = tree.add(.figure, below: label)
        tree[figure].alternative = string(isChecked ? "box-ticked" : "box-to-tick")
        let slot = Owner.tag(slot: tree.addSlot(below: figure))
        let top = baseline(of: style) - side * 0.88
        let frame = Rect(x: x, y: top, width: side, height: side)
        var marks: [GalleyItem.Mark] = [
            .path(.rectangle(frame), .stroke(swatch: swatch("ink"), width: 0.6, dashes: []), slot)
        ]
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
    }

    /// Definitions: the term on a line of its own, its meaning below; in entries and imprints beside one another.
    mutating func definitions(_ definitions: [Definition], in place: Place) -> [GalleyItem] {
        let tag = tree.add(.l, below: place.parent)
        tree[tag].numbering = .disc
        let isTabular = place.body == "resource-text" || place.body == "imprint-text"
        var items: [GalleyItem] = []
        for definition in definitions {
            let li = tree.add(.li, below: tag)
            let anchors = definition.anchor.map { [$0] } ?? []
            var term = place
            var meaning = place
            term.parent = li
            if isTabular {
                let width = min(Self.labelColumn, place.measure * 0.35) - 8
                term.x = start(width, in: place)
                term.measure = width
                inset(&meaning, by: width + 8)
            }
            let label = paragraph(
                definition.term, style: isTabular ? "entry-label" : "definition-term", role: .lbl, in: term,
                anchors: anchors)
            meaning.parent = tree.add(.lBody, below: li)
            meaning.isFirst = true
            meaning.isRunning = false
            let text = definition.meanings.flatMap { blocks($0, in: meaning) }
            items += isTabular ? beside(label, text, gap: style(place.body).before) : kept(label) + text
        }
        return items
    }

    /// The width of the labels' column in entries and imprints, in points.
    private static let labelColumn = 104.0

    private func kept(_ items: [GalleyItem]) -> [GalleyItem] {
        items.map { item in
            var item = item
            item.keepsWithNext = true
            return item
        }
    }

    /// A label's lines beside the text that they name.
    private func beside(_ label: [GalleyItem], _ text: [GalleyItem], gap: Double) -> [GalleyItem] {
        var text = text
        trimEnd(of: &text)
        guard !text.isEmpty else { return label }
        var strip = label.joined()
        strip.height = 0
        text[0].take(strip, movedBy: Point(x: 0, y: 0))
        text[0].before = gap
        let missing = label.totalHeight - text.totalHeight
        if missing > 0 {
            var white = GalleyItem()
            white.height = missing
            text[text.count - 1].keepsWithNext = true
            text.append(white)
        }
        return text
    }

    /// Lines of the contents with leaders and folios.
    mutating func contents(_ entries: [ContentsEntry], in place: Place) -> [GalleyItem] {
        let list = tree.add(.toc, below: place.parent)
        var items: [GalleyItem] = []
        for entry in entries {
            let style = style(entry.level == 1 ? "contents-1" : "contents-2")
            let toci = tree.add(.toci, below: list)
            let link = tree.add(.link, below: tree.add(.reference, below: toci))
            let title = entry.title.plainText
            let number = addLink(tag: link, target: .destination(entry.anchor), contents: title)
            let field = Field.page(anchor: entry.anchor)
            let folio = folios.page(entry.anchor)
            usedFields[field] = folio
            var textPlace = place
            textPlace.measure -= 36
            textPlace.x += place.language.isRightToLeft ? 36 : 0
            textPlace.isRunning = false
            var inlines = entry.title
            if !entry.number.isEmpty, let origin = inlines.first?.origin {
                inlines.insert(Inline(.text(entry.number + "\u{2002}"), at: origin), at: 0)
            }
            let firstSlot = tree.slotCount
            var strips = lines(inlines, style: style, tag: link, in: textPlace, indent: 0)
            for slot in firstSlot..<tree.slotCount { linkOfSlot[slot] = number }
            guard let last = strips.indices.last, case .line(let line, let origin)? = strips[last].marks.first else {
                continue
            }
            let slot = tree.addSlot(below: link)
            linkOfSlot[slot] = number
            var end = style
            end.alignment = .end
            end.features = ["lnum", "tnum"]
            if let figure = artifact(folio, style: end, measure: place.measure, owner: Int32(slot)) {
                strips[last].marks.append(.line(figure, Point(x: place.x, y: origin.y)))
                if entry.level > 1 {
                    let left = origin.x + Double(line.pieces.lazy.map(\.x).min() ?? 0)
                    strips[last].marks.append(
                        place.language.isRightToLeft
                            ? leader(from: place.x + 22, to: left - 6, y: origin.y)
                            : leader(from: origin.x + line.width + 6, to: place.x + place.measure - 22, y: origin.y))
                }
            }
            items += strips
        }
        return items
    }

    private func leader(from start: Double, to end: Double, y: Double) -> GalleyItem.Mark {
        let start = (start / 6).rounded(.up) * 6
        return .path(
            .line(from: Point(x: start, y: y - 0.6), to: Point(x: max(start, end), y: y - 0.6)),
            .stroke(swatch: swatch("grey"), width: 0.5, dashes: [0.6, 5.4]), .artifact(.layout))
    }

    /// White below the last item, as an item of its own.
    func addAfter(_ white: Double, to items: inout [GalleyItem]) {
        guard white > 0 else { return }
        var space = GalleyItem()
        space.height = 0
        space.before = white
        items.append(space)
    }
}
