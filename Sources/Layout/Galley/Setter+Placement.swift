// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript

/// Where a figure, a chart or a flowchart stands.
struct Placement {
    /// As its attributes say, or the theme.
    var float: FigureStyle.Float
    /// With the measure that it may take.
    var place: Place
    /// Whether it goes from edge to edge of the page.
    var bleeds = false
}

extension Setter {
    /// Where `block` stands, by its attributes and the theme. In a box, a list or a table it stays where it is.
    func placement(of block: Block, in place: Place) -> Placement {
        let attributes = block.attributes
        let format = theme.page
        var placement = Placement(float: theme.figures.float, place: place)
        if let written = attributes["float"], let float = FigureStyle.Float(rawValue: written) {
            placement.float = float
        }
        if !place.isRunning || (placement.float == .margin && format.marginColumn <= 0) { placement.float = .here }
        let isWide =
            attributes.has("wide") || attributes.has("bleed") || placement.float == .page || theme.figures.isWide
        if isWide, place.isRunning, placement.float != .margin {
            placement.place.x = 0
            placement.place.measure = format.fullMeasure
        }
        placement.bleeds = attributes.has("bleed") && place.isRunning && placement.float != .margin
        placement.place.isRunning = false
        return placement
    }

    /// `items` of something that stands as `placement` says.
    func placed(_ items: [GalleyItem], _ placement: Placement) -> [GalleyItem] {
        guard !items.isEmpty else { return [] }
        var items = items
        let isWide = placement.place.measure == theme.page.fullMeasure && theme.page.marginColumn > 0
        for index in items.indices { items[index].isWide = isWide && placement.place.x == 0 }
        let space = theme.figures.space
        let float: GalleyItem.FloatPlace? =
            switch placement.float {
            case .here, .margin: nil
            case .top: .top
            case .foot: .foot
            case .page: .page
            }
        // What no page can hold is not taken out of the flow: it must be divided there.
        guard let float, items.totalHeight <= textHeight else { return spaced(items, before: space, after: space) }
        var whole = items.joined()
        whole.before = space
        whole.float = float
        return [whole]
    }

    /// `items` in the margin column, beside what follows.
    func inMargin(_ items: [GalleyItem]) -> [GalleyItem] {
        guard !items.isEmpty else { return [] }
        var joined = items.joined()
        var holder = GalleyItem()
        holder.keepsWithNext = true
        holder.notes = joined.notes
        holder.anchors = joined.anchors
        joined.notes = []
        joined.anchors = []
        holder.margin = [joined]
        return [holder]
    }
}
