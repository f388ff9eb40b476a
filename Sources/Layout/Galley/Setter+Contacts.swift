// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

/// How to reach somebody: entries of the resources appendix, and cards in the text.
extension Setter {
    /// An entry of the resources appendix: name, lines, kept together.
    mutating func resource(_ component: Component, _ look: ComponentStyle, in place: Place) -> [GalleyItem] {
        var inner = place
        inner.parent = tree.add(.sect, below: place.parent)
        let isSpread = theme.page.marginColumn > 0 && isTopLevel(place)
        var items = isSpread ? spread(component, in: inner) : reachable(component, in: &inner)
        items.keepWhole()
        return spaced(items, before: style("resource-name").before, after: 0)
    }

    /// An entry over text and margin column: a rule, the name on one side, and beside it what there is to say.
    private mutating func spread(_ component: Component, in place: Place) -> [GalleyItem] {
        let format = theme.page
        var place = place
        place.x = 0
        place.measure = format.fullMeasure
        place.body = "resource-text"
        place.isRunning = false
        place.isOpening = false
        var line = GalleyItem()
        line.height = style("resource-text").leading * 0.4
        line.keep = .firm
        line.marks = [
            .path(
                .line(from: Point(x: 0, y: 0), to: Point(x: place.measure, y: 0)),
                .stroke(swatch: swatch("grey"), width: 0.35, dashes: []), .artifact(.layout))
        ]
        // As wide as the margin column and its gutter: on left-hand pages what is beside it stands in the text column.
        let width = format.fullMeasure - format.column
        var name = place
        name.measure = format.marginColumn
        name.x = start(name.measure, in: place)
        let title = paragraph(component.title, style: "resource-name", in: name, indent: 0).map { item in
            var item = item
            item.before = 0
            return item
        }
        var rest = place
        inset(&rest, by: width)
        var text = said(component, in: &rest)
        trimEnd(of: &text)
        guard !text.isEmpty else { return [line] + title }
        text[0].before = 0
        var items = [line] + beside(title, text, nil, style: "resource-name", in: place)
        for index in items.indices { items[index].isWide = true }
        return items
    }

    /// A card: the same on a ground, with its label and mark.
    mutating func contact(
        _ component: Component, _ look: ComponentStyle, attributes: Attributes, in place: Place
    ) -> [GalleyItem] {
        guard !component.title.isEmpty || !component.blocks.isEmpty else { return [] }
        var inner = inside(look, of: place)
        inner.parent = tree.add(.sect, below: place.parent)
        var items = look.label.isEmpty ? [] : label(string(look.label), look, in: inner)
        var lines = reachable(component, in: &inner)
        if !lines.isEmpty, !items.isEmpty { lines[0].before = 2 }
        items += lines
        return grounded(items, look, in: place, isFree: isTopLevel(place))
    }

    /// Name, description and the lines that say how.
    private mutating func reachable(_ component: Component, in place: inout Place) -> [GalleyItem] {
        place.body = "resource-text"
        place.isRunning = false
        place.isOpening = false
        var items = paragraph(component.title, style: "resource-name", in: place, indent: 0)
        if !items.isEmpty { items[0].before = 0 }
        items.hold(.firm)
        items += said(component, in: &place)
        trimEnd(of: &items)
        return items
    }

    /// Description and the lines that say how.
    private mutating func said(_ component: Component, in place: inout Place) -> [GalleyItem] {
        var items: [GalleyItem] = []
        for block in component.blocks {
            switch block.content {
            case .definitions(let definitions): items += ways(definitions, in: place)
            case .paragraph(let inlines):
                guard let kind = Way(block.attributes) else { fallthrough }
                current = block.origin
                var inner = place
                if let language = block.language ?? block.attributes.language { inner.language = language }
                inner.parent = tree.add(.p, below: place.parent)
                items += way(kind, inlines, block.attributes, in: inner)
            default: items += self.block(block, in: &place)
            }
        }
        return items
    }

    /// What a line says, where that is set otherwise than text.
    private enum Way: String {
        case phone
        case languages
        case confidentiality
        case checked
        case cited

        /// `.phone`, or `.resource-phone` of an entry of the directory.
        init?(_ attributes: Attributes) {
            for name in attributes.classes {
                let plain = name.hasPrefix("resource-") ? String(name.dropFirst(9)) : name
                if let way = Way(rawValue: plain) {
                    self = way
                    return
                }
            }
            return nil
        }

        var style: String {
            switch self {
            case .phone: "resource-phone"
            case .languages, .confidentiality: "resource-text"
            case .checked, .cited: "caption"
            }
        }
    }

    /// Lines of an entry: what they are, in a column of its own, and what they say.
    private mutating func ways(_ definitions: [Definition], in place: Place) -> [GalleyItem] {
        let tag = tree.add(.l, below: place.parent)
        tree[tag].numbering = .disc
        // Where the longest label leaves no room beside it, labels stand above.
        let widest = max(widestLabel(definitions), widestOwnLabel()) + 10
        let isNarrow = widest > place.measure * 0.45
        let width = max(widest, min(style("entry-label").size * 10, place.measure * 0.3))
        var items: [GalleyItem] = []
        var last: String?
        for definition in definitions {
            let li = tree.add(.li, below: tag)
            var term = place
            term.parent = li
            if !isNarrow {
                term.measure = width - 8
                term.x = start(width - 8, in: place)
            }
            let first = definition.meanings.first?.first
            let kind = first.flatMap { Way($0.attributes) }
            let words = definition.term.plainText
            // What is said once more of the same is not named again.
            var label: [GalleyItem] = []
            if kind != .checked, words != last {
                label = paragraph(definition.term, style: "entry-label", role: .lbl, in: term)
            }
            last = words
            var meaning = place
            if !isNarrow { inset(&meaning, by: width) }
            meaning.parent = tree.add(.lBody, below: li)
            meaning.isFirst = true
            var text: [GalleyItem] = []
            for block in definition.meanings.joined() {
                if let kind = Way(block.attributes), case .paragraph(let inlines) = block.content {
                    current = block.origin
                    var inner = meaning
                    if let language = block.language ?? block.attributes.language { inner.language = language }
                    inner.parent = tree.add(.p, below: meaning.parent)
                    text += way(kind, inlines, block.attributes, in: inner)
                } else {
                    text += self.block(block, in: &meaning)
                }
            }
            if isNarrow {
                label.hold(.firm)
                if !label.isEmpty { label[0].before = 4 }
                items += label + text
            } else {
                items += beside(label, text, kind, in: place)
            }
        }
        return items
    }

    /// Of all that an entry may have: one with a line less stands as its neighbours do.
    private mutating func widestOwnLabel() -> Double {
        let names = ["url", "phone", "languages", "countries", "audience", "hours", "cost", "confidentiality", "cited"]
        let look = style("entry-label")
        return names.reduce(0.0) { widest, name in
            max(widest, artifact(string("resource-" + name), style: look, measure: 2000, owner: -1)?.width ?? 0)
        }
    }

    mutating func widestLabel(_ definitions: [Definition]) -> Double {
        let look = style("entry-label")
        return definitions.reduce(0.0) { widest, definition in
            max(widest, artifact(definition.term.plainText, style: look, measure: 2000, owner: -1)?.width ?? 0)
        }
    }

    /// One line in its own dress; its element is `place.parent`.
    private mutating func way(
        _ way: Way, _ inlines: [Inline], _ attributes: Attributes, in place: Place
    ) -> [GalleyItem] {
        let look = style(way.style)
        switch way {
        case .languages:
            if let tags = tags(inlines, attributes, look, in: place) { return [tags] }
        case .phone, .confidentiality:
            let mark = way == .phone ? "phone" : "lock"
            guard theme.motifs[mark] != nil else { break }
            let radius = look.size * 0.42
            var inner = place
            inset(&inner, by: radius * 2 + look.size * 0.4)
            let (number, aside) = way == .phone ? Self.parted(inlines) : (inlines, [])
            var items = lines(number, style: look, tag: place.parent, in: inner, indent: 0)
            if !items.isEmpty {
                items[0].marks += motif(
                    mark,
                    centre: Point(
                        x: start(radius * 2, in: place) + radius, y: baseline(of: look) - look.size * 0.36),
                    radius: radius, turn: 0, fills: [look.colour], owner: .artifact(.layout))
            }
            if !aside.isEmpty {
                items += lines(aside, style: style("resource-text"), tag: place.parent, in: place, indent: 0)
            }
            items.keepWhole(.firm)
            return items
        case .checked, .cited: break
        }
        return lines(inlines, style: look, tag: place.parent, in: place, indent: 0)
    }

    /// A number that is dialled, and what stands after it in brackets.
    private static func parted(_ inlines: [Inline]) -> (number: [Inline], aside: [Inline]) {
        guard inlines.count == 1, case .text(let text) = inlines[0].content, let bracket = text.firstIndex(of: "("),
            bracket > text.startIndex
        else { return (inlines, []) }
        let origin = inlines[0].origin
        var number = text[..<bracket]
        while number.last == " " { number.removeLast() }
        return ([Inline(.text(String(number)), at: origin)], [Inline(.text(String(text[bracket...])), at: origin)])
    }

    /// Languages as tags of two letters, each read by its name. `codes=` has them where the text has the names.
    private mutating func tags(
        _ inlines: [Inline], _ attributes: Attributes, _ look: Style, in place: Place
    ) -> GalleyItem? {
        let text = inlines.plainText
        let names = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
        let codes = attributes["codes"].map { $0.split(separator: " ").map(String.init) } ?? names
        guard !codes.isEmpty, codes.count <= 60, codes.allSatisfy({ $0.utf8.count <= 8 }) else { return nil }
        var style = look
        style.size = look.size * 0.86
        style.tracking = 40
        style.features = ["lnum"]
        let slot = tree.addSlot(below: place.parent)
        var item = GalleyItem()
        item.before = look.before
        let white = style.size * 0.42
        var x = 0.0
        var top = 0.0
        for (index, code) in codes.enumerated() {
            guard let line = labelLine(code.uppercased(), style: style, slot: slot) else { return nil }
            let width = line.width + white * 2
            if x > 0, x + width > place.measure {
                x = 0
                top += look.leading * 1.15
            }
            let left = place.language.isRightToLeft ? place.x + place.measure - x - width : place.x + x
            let frame = Rect(
                x: left, y: top + look.leading / 2 - style.size * 0.72, width: width, height: style.size * 1.44)
            item.marks.append(
                .path(
                    .rectangle(frame), .stroke(swatch: swatch("grey"), width: 0.5, dashes: []), .artifact(.layout)))
            let name = names.count == codes.count ? names[index] : code
            let said = index + 1 < codes.count ? name + ", " : name
            let origin = Point(x: left + white, y: top + look.leading / 2 + style.size * 0.36)
            item.marks.append(.said(line, origin, said))
            x += width + 4
        }
        item.height = top + look.leading
        return item
    }

    /// A label beside its text, on one baseline.
    private func beside(
        _ label: [GalleyItem], _ text: [GalleyItem], _ way: Way?, style name: String = "entry-label", in place: Place
    ) -> [GalleyItem] {
        var text = text
        trimEnd(of: &text)
        let gap = max(style(place.body).before, 2)
        guard !text.isEmpty else { return label }
        text[0].before = gap
        guard !label.isEmpty else { return text }
        var strip = label.joined()
        let own = style(name)
        let shift = baseline(of: way.map { style($0.style) } ?? style(place.body)) - baseline(of: own)
        let height = strip.height + shift
        strip.height = 0
        // It is read before the text.
        let marks = text[0].marks
        text[0].marks = []
        text[0].take(strip, movedBy: Point(x: 0, y: shift))
        text[0].marks += marks
        let missing = height - text.totalHeight
        if missing > 0.01 {
            text.hold(.firm)
            var white = GalleyItem()
            white.height = missing
            text.append(white)
        }
        return text
    }
}
