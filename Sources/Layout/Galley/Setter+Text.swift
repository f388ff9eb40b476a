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
    /// How many of them are numbered, and how many are not.
    var numberedDepth = 0
    var bulletedDepth = 0
    /// Whether it is an item of a list that stands close.
    var isTight = false
    /// Whether the next paragraph is the first of its chapter.
    var isOpening = false
    /// The heading that begins the next paragraph's first line.
    var runIn: Block?
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
        let paragraph = paragraph(of: runs, style, in: place, indent: indent)
        var set = opened(paragraph, style, measure: place.measure - style.inset)
        if let other = pressed(
            paragraph, style, measure: place.measure - style.inset, best: set.setting, by: looseness)
        {
            set.setting = other
        }
        record(&set.setting, of: paragraph, measure: place.measure - style.inset, size: style.size)
        let setting = set.setting
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
            let isLast = index == setting.lines.count - 1
            item.keep =
                style.keepsWithNext
                ? .firm
                : !isLast && (index == 0 || index == setting.lines.count - 2 || index < set.kept - 1)
                    ? .lines : .none
            item.endsDivided = line.endsWithHyphen
            let x = place.language.isRightToLeft ? place.x : place.x + style.inset + set.shift(index)
            let origin = Point(x: x, y: baseline(of: style))
            item.marks =
                index == 0 ? set.cap?.marks(with: line, at: origin) ?? [.line(line, origin)] : [.line(line, origin)]
            item.marks += strokes(through: line, at: origin)
            for anchor in line.anchors {
                if anchor.hasPrefix(Self.noteAnchor) {
                    let key = String(anchor.dropFirst(Self.noteAnchor.count))
                    if !key.isEmpty { item.notes.append(key) }
                } else {
                    item.anchors.append(anchor)
                }
            }
            items.append(item)
        }
        return items
    }

    /// The paragraph that `runs` are, as `style` wants it.
    func paragraph(of runs: [TextRun], _ style: Style, in place: Place, indent: Double) -> Paragraph {
        let alignment: Paragraph.Alignment =
            switch style.alignment {
            case .justified where style.hyphenates && isSetRagged(place.language): .start
            case .justified: .justified
            case .start: .start
            case .centre: .centre
            case .end: .end
            }
        return Paragraph(
            runs: runs, alignment: alignment, indent: indent, hyphenates: style.hyphenates,
            isBalanced: style.isBalanced, language: place.language)
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
        let paragraph = Paragraph(runs: [run], alignment: alignment, hangsMarks: false, language: book.language)
        return typesetter.set(paragraph, measure: measure).lines.first
    }

    /// A heading of a section, or a chapter's title set as one.
    mutating func heading(level: Int, _ inlines: [Inline], anchor: String?, in place: Place) -> [GalleyItem] {
        let role = Self.headingRoles[min(max(level, 1), 6) - 1]
        let name = "h\(min(max(level, 1), 6))"
        var style = style(name)
        style.keepsWithNext = true
        style.hyphenates = false
        if level == 2, theme.styles[name]?.colour == "chapter" { style.colour = "chapter" }
        let tag = tree.add(role, below: place.parent, language: place.language == book.language ? nil : place.language)
        return lines(inlines, style: style, tag: tag, in: place, indent: 0, anchors: anchor.map { [$0] } ?? [])
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
