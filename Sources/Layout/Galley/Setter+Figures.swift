// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A picture with its caption below, where its attributes or the theme want it.
    mutating func figure(_ figure: Figure, _ block: Block, in place: Place) -> [GalleyItem] {
        let placement = placement(of: block, in: place)
        guard placement.float == .margin else {
            let items = self.figure(figure, in: placement.place, bleeds: placement.bleeds)
            return placed(items, placement)
        }
        var inner = place
        inner.x = 0
        inner.measure = theme.page.marginColumn
        inner.isRunning = false
        return inMargin(self.figure(figure, in: inner))
    }

    /// The picture and its caption, one below the other.
    private mutating func figure(_ figure: Figure, in place: Place, bleeds: Bool = false) -> [GalleyItem] {
        let group = tree.add(.div, below: place.parent)
        let tag =
            figure.isDecorative
            ? nil
            : tree.add(
                .figure, below: group,
                language: figure.alternativeLanguage == place.language ? nil : figure.alternativeLanguage)
        // The caption is set first: the picture takes the room that it leaves.
        var captionPlace = place
        captionPlace.isRunning = false
        let caption =
            figure.caption.isEmpty && figure.label.isEmpty
            ? [] : self.caption(figure.label, figure.caption, below: group, in: captionPlace)
        var item = GalleyItem()
        let frame = frame(of: figure, besides: caption, in: place, bleeds: bleeds)
        item.height = frame.height + frame.y
        let owner: Owner
        if let tag {
            tree[tag].alternative = figure.alternative
            owner = .tag(slot: tree.addSlot(below: tag))
            item.figures = [(tag, frame)]
        } else {
            owner = .artifact(.layout)
        }
        if let path = figure.path, pictures[path] != nil {
            item.marks = [.image(path, frame, owner)]
        } else {
            item.marks = [
                .path(
                    .rectangle(frame),
                    .stroke(swatch: swatch(self.style("placeholder").colour), width: 0.8, dashes: [3, 2]), owner)
            ]
        }
        item.keepsWithNext = !caption.isEmpty
        return [item] + caption
    }

    /// Where a picture stands in its strip: in its natural size at most, and no larger than the page lets it be.
    private mutating func frame(
        of figure: Figure, besides caption: [GalleyItem], in place: Place, bleeds: Bool
    ) -> Rect {
        let natural = figure.path.flatMap { pictures[$0] } ?? Size(width: place.measure, height: 60)
        guard natural.width > 0, natural.height > 0 else { return Rect(x: place.x, y: 0, width: 0, height: 0) }
        let format = theme.page
        if bleeds {
            // From edge to edge on rectos and versos alike: what is too much at one side is cut off with the bleed.
            let margin = max(format.inner, format.outer) + format.bleed
            let width = format.fullMeasure + 2 * margin
            let height = natural.height * width / natural.width
            let tallest = tallest(besides: caption)
            if height <= tallest { return Rect(x: -margin, y: 0, width: width, height: height) }
            faults.append(
                Diagnostic(
                    .warning, "bleed-too-tall", "this picture is too tall to go from edge to edge of the page",
                    hint: "cut it to a wider shape, or write wide in place of bleed", at: current))
        }
        var width =
            figure.width.map { $0 * place.measure }
            ?? (theme.figures.grows ? place.measure : min(natural.width, place.measure))
        var height = natural.height * width / natural.width
        let tallest = tallest(besides: caption)
        if height > tallest {
            width *= tallest / height
            height = tallest
        }
        if min(width, height) < Self.thinnest {
            faults.append(
                Diagnostic(
                    .warning, "picture-sliver",
                    "this picture is so long and thin that nothing can be seen of it on the page",
                    hint: "cut it, or divide it into pictures that stand side by side or one below the other",
                    at: current))
            width = max(width, 0.5)
            height = max(height, 0.5)
        }
        return Rect(x: start(width, in: place), y: 0, width: width, height: height)
    }

    /// The height that a page leaves to a picture above `caption`: the white above it and the rounding of picture and caption to the
    /// grid are taken off, so that the last line of the caption stands on the same page.
    private func tallest(besides caption: [GalleyItem]) -> Double {
        let white = (caption.first?.before ?? 0) + theme.figures.space + style("body").leading * 2
        return max(textHeight - caption.totalHeight - white, textHeight * 0.3)
    }

    /// The height of the text area.
    var textHeight: Double { theme.page.textHeight }

    /// In points: what is thinner shows nothing.
    private static let thinnest = 4.0
}
