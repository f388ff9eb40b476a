// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

/// Boxes: what stands on a ground, with an edge, a label with its mark, and a title.
extension Setter {
    /// A callout, a band, a page found with a thumb: the theme says which.
    mutating func box(
        _ component: Component, _ look: ComponentStyle, attributes: Attributes, in place: Place
    ) -> [GalleyItem] {
        var outer = place
        let isTop = isTopLevel(place)
        let isWide = isTop && (look.isWide || look.hasOwnPage || attributes.has("wide"))
        if isWide { outer.measure = theme.page.fullMeasure }
        var inner = inside(look, of: outer)
        inner.parent = tree.add(.sect, below: place.parent)
        var items = head(of: component, look, in: inner)
        var content = blocks(component.blocks, in: inner)
        trimEnd(of: &content)
        if !items.isEmpty, !content.isEmpty { content[0].before = min(content[0].before, 3) }
        items += content
        guard !items.isEmpty else { return [] }
        let isOwnPage = isTop && look.hasOwnPage
        items = grounded(items, look, in: outer, isFree: isTop, isOwnPage: isOwnPage)
        if isWide { for index in items.indices { items[index].isWide = true } }
        guard isOwnPage else { return items }
        movedBelow.insert(place.parent)
        trimEnd(of: &items)
        for index in items.indices { items[index].ownPage = groundCount }
        return items
    }

    /// Whether `place` is the column itself: what stands there may reach over the margins.
    func isTopLevel(_ place: Place) -> Bool {
        place.x == 0 && place.depth == 0 && place.measure == theme.page.column
    }

    /// The place within a box that stands in `place`.
    func inside(_ look: ComponentStyle, of place: Place) -> Place {
        var inner = place
        // A band has its white in the margins of the page.
        let padding = look.bleed == .both && isFlush(place) ? 0 : look.padding
        let edge = look.edgeForm == .frame || look.edgeForm == .dashedFrame ? 0 : look.edgeWidth
        inner.x += padding
        inner.measure -= 2 * padding
        switch look.edgeSide {
        case .start: inset(&inner, by: edge)
        case .outer where look.bleed == .none, .inner where look.bleed == .none:
            // The page on which it comes to stand has its outer side on the left or on the right.
            inner.measure -= edge
        case .outer, .inner, .top: break
        }
        inner.measure = max(inner.measure, min(place.measure, 24))
        inner.body = look.style
        inner.isRunning = false
        inner.isOpening = false
        return inner
    }

    /// Whether `place` reaches from margin to margin, with or without the margin column.
    private func isFlush(_ place: Place) -> Bool {
        place.x == 0 && place.depth == 0
            && (place.measure == theme.page.column || place.measure == theme.page.fullMeasure)
    }

    /// Label and title of a component, held to what follows.
    mutating func head(of component: Component, _ look: ComponentStyle, in place: Place) -> [GalleyItem] {
        var items: [GalleyItem] = []
        if !look.label.isEmpty { items = label(string(look.label), look, in: place) }
        guard !component.title.isEmpty else { return items }
        var title = paragraph(component.title, style: look.titleStyle, in: place, indent: 0)
        if items.isEmpty, !look.mark.isEmpty { hang(look, style(look.titleStyle), on: &title, in: place) }
        if !title.isEmpty { title[0].before = items.isEmpty ? 0 : 3 }
        title.hold(.firm)
        return items + title
    }

    /// The line "▸ KEY POINT": the mark is drawn, the words are text.
    mutating func label(_ text: String, _ look: ComponentStyle, in place: Place) -> [GalleyItem] {
        var style = style(look.labelStyle)
        style.colour = look.edge
        let radius = markRadius(look, style)
        var inner = place
        if radius > 0 { inset(&inner, by: radius * 2 + style.size * 0.6) }
        let tag = tree.add(.p, below: place.parent)
        var items = lines([Inline(.text(text), at: current)], style: style, tag: tag, in: inner, indent: 0)
        guard !items.isEmpty else { return [] }
        if radius > 0 { draw(look, style, radius: radius, on: &items[0], in: place) }
        items[0].before = 0
        items.hold(.firm)
        return items
    }

    /// The mark of a component without a label stands before its title.
    private mutating func hang(
        _ look: ComponentStyle, _ style: Style, on items: inout [GalleyItem], in place: Place
    ) {
        guard !items.isEmpty else { return }
        let radius = markRadius(look, style)
        let width = radius * 2 + style.size * 0.5
        for index in items.indices where !place.language.isRightToLeft {
            items[index].marks = items[index].marks.map { $0.moved(by: Point(x: width, y: 0)) }
        }
        draw(look, style, radius: radius, on: &items[0], in: place)
    }

    private func markRadius(_ look: ComponentStyle, _ style: Style) -> Double {
        guard theme.motifs[look.mark] != nil else { return 0 }
        return style.size * look.markSize * (look.badge.isEmpty ? 0.42 : 0.8)
    }

    /// Draws mark and badge at the start of a line of `style`, the line made higher where they are.
    private func draw(
        _ look: ComponentStyle, _ style: Style, radius: Double, on item: inout GalleyItem, in place: Place
    ) {
        let middle = baseline(of: style) - style.size * 0.36
        let missing = max(radius - middle, 0)
        if missing > 0 { item.marks = item.marks.map { $0.moved(by: Point(x: 0, y: missing)) } }
        item.height = max(item.height + missing, middle + missing + radius)
        let centre = Point(x: start(radius * 2, in: place) + radius, y: middle + missing)
        if look.badge.isEmpty {
            item.marks += motif(
                look.mark, centre: centre, radius: radius, turn: 0, fills: [look.edge], owner: .artifact(.layout))
        } else {
            item.marks += motif(
                look.badge, centre: centre, radius: radius, turn: 0, fills: [look.edge], owner: .artifact(.layout))
            item.marks += motif(
                look.mark, centre: centre, radius: radius * 0.58, turn: 0, fills: [look.markColour],
                owner: .artifact(.layout))
        }
    }

    /// Puts `items` on the ground of `look`, as wide as the measure, with white inside and outside.
    mutating func grounded(
        _ items: [GalleyItem], _ look: ComponentStyle, in place: Place, isFree: Bool = false, isOwnPage: Bool = false
    ) -> [GalleyItem] {
        guard !items.isEmpty else { return [] }
        groundCount += 1
        var pad = GalleyItem()
        pad.height = look.bleed == .both ? look.padding : look.padding * 0.8
        var top = pad
        top.keep = .firm
        var items = [top] + items + [pad]
        items[1].before = 0
        let format = theme.page
        let room = format.textHeight
        var ground = Ground(
            number: groundCount, x: place.x, width: place.measure, fill: look.ground.map(swatch),
            edge: swatch(look.edge), edgeWidth: look.edgeWidth, side: side(look.edgeSide, place),
            form: look.edgeForm)
        if isFree { ground.reach = reach(look, isWide: place.measure > format.column) }
        ground.white = min(look.padding * 0.5, 5)
        let height = items.totalHeight
        if isOwnPage, height <= room {
            items[items.count - 1].height += room - height - 0.01
            ground.reach.top = format.head + format.bleed
            ground.reach.bottom = format.foot + format.bleed
        }
        for index in items.indices {
            items[index].grounds.insert(ground, at: 0)
            items[index].snaps = false
        }
        if height <= room * look.mostHeight || isOwnPage { items.keepWhole() }
        items[items.count - 2].keep = .firm
        let white = white(of: look, around: height)
        items[0].before = white
        addAfter(white, to: &items)
        return items
    }

    /// White above and below a box of `height`, so that the text after it comes to the baseline grid without a gap to one side.
    private func white(of look: ComponentStyle, around height: Double) -> Double {
        let grid = style("body").leading
        let space = look.space ?? grid
        guard space > 0, grid > 0 else { return 0 }
        let lines = ((height + space * 2) / grid).rounded()
        return max((lines * grid - height) / 2, space * 0.5)
    }

    private func side(_ side: ComponentStyle.Side, _ place: Place) -> Ground.Side {
        switch side {
        case .outer: .outer
        case .inner: .inner
        case .start: place.language.isRightToLeft ? .right : .left
        case .top: .top
        }
    }

    /// Over the margins: a wide ground to the outer one, a ground in the column over the margin column too.
    private func reach(_ look: ComponentStyle, isWide: Bool) -> Ground.Reach {
        guard look.bleed != .none else { return Ground.Reach() }
        let format = theme.page
        let beside = isWide ? 0 : format.fullMeasure - format.column
        var reach = Ground.Reach()
        reach.bleed = format.bleed
        reach.outer = format.size.width - format.inner - format.fullMeasure + beside + format.bleed
        if look.bleed == .both { reach.inner = format.inner + format.bleed }
        return reach
    }
}

extension [GalleyItem] {
    /// Gives `white` to the places where there is some already, at most `most` to each: a page of its own is filled evenly.
    mutating func spread(_ white: Double, upTo most: Double) {
        let places = indices.dropFirst().filter { self[$0].before >= 8 }
        guard white > 0, !places.isEmpty else { return }
        let share = Swift.min(white / Double(places.count), most)
        for index in places { self[index].before += share }
    }

    /// Takes up to `excess` of the white between them, three points of which stay everywhere.
    mutating func pressed(by excess: Double) {
        let loose = indices.dropFirst().filter { self[$0].before > 3 }
        let white = loose.reduce(0.0) { $0 + self[$1].before - 3 }
        guard excess > 0, white > 0 else { return }
        let share = Swift.min(excess / white, 1)
        for index in loose { self[index].before -= (self[index].before - 3) * share }
    }

    /// Makes each hold on to the next at least as firmly as `keep`, the last to what follows.
    mutating func hold(_ keep: GalleyItem.Keep) {
        for index in indices { self[index].hold(keep) }
    }

    /// Makes them stay together where they can.
    mutating func keepWhole(_ keep: GalleyItem.Keep = .whole) {
        for index in indices.dropLast() { self[index].hold(keep) }
    }
}
