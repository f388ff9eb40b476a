// SPDX-License-Identifier: GPL-3.0-or-later
import Artwork
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// The side of a QR code's square with its light border: the same in all editions, so that every camera reads it.
    private static let codeSide = Length.mm(28).points
    /// The height of a row of logos.
    private static let logoHeight = Length.mm(16).points
    /// The white between them.
    private static let logoGap = Length.mm(8).points

    /// The back cover, in the coordinates of the page: ground and art, a few lines, logos and a QR code at the foot.
    mutating func backCover(_ cover: Book.BackCover, below tag: TagNode.ID) -> GalleyItem {
        let format = theme.page
        current = cover.origin
        var page = GalleyItem()
        if let art = theme.covers["back"] {
            page.marks = composition(art, on: format.size, bleed: format.bleed, isMirrored: format.isFacing)
        }
        // A left-hand page where pages face.
        let isLeft = format.isFacing != book.language.isRightToLeft
        let left = isLeft ? format.size.width - format.inner - format.fullMeasure : format.inner
        let bottom = format.size.height - max(format.foot * 0.6, 24)
        var place = Place(measure: format.fullMeasure, parent: tag, language: book.language)
        place.isRunning = false
        // Read in this order, though the text is placed by what stands below it.
        let words = backWords(cover, in: place, room: bottom * 0.6)
        var top = bottom
        let code = backCode(cover, in: place)
        let codeWidth = cover.address == nil ? markedWidth(in: place) : Self.codeSide
        let codeRoom = code == nil ? 0 : codeWidth + Self.logoGap
        if let code {
            top = bottom - code.height
            let x = book.language.isRightToLeft ? left : left + format.fullMeasure - codeWidth
            page.take(code, movedBy: Point(x: x, y: top))
        }
        var logoPlace = place
        logoPlace.measure -= codeRoom
        let logos = logos(cover.logos, in: logoPlace)
        if !logos.isEmpty {
            let row = logos.joined()
            let x = left + (book.language.isRightToLeft ? codeRoom : 0)
            page.take(row, movedBy: Point(x: x, y: bottom - row.height))
            top = min(top, bottom - row.height)
        }
        if !words.isEmpty {
            let whole = words.joined()
            page.take(whole, movedBy: Point(x: left, y: max(top - style("body").leading * 2 - whole.height, 0)))
        }
        return page
    }

    private mutating func backWords(_ cover: Book.BackCover, in place: Place, room: Double) -> [GalleyItem] {
        guard !cover.text.isEmpty else { return [] }
        var items = paragraph(cover.text, style: "back-cover", in: place, indent: 0)
        if items.totalHeight > room {
            faults.append(
                Diagnostic(
                    .warning, "long-cover", "the back cover has no room for all of its text",
                    hint: "make `text` shorter: a few lines are read", at: cover.origin))
            while items.count > 1, items.totalHeight > room { items.removeLast() }
        }
        return items
    }

    /// The code on a white square, its address below; a marked place where the address is still to come.
    private mutating func backCode(_ cover: Book.BackCover, in place: Place) -> GalleyItem? {
        let frame = Rect(x: 0, y: 0, width: Self.codeSide, height: Self.codeSide)
        guard let address = cover.address else {
            guard !cover.addressPlace.isEmpty else { return nil }
            let wide = Rect(x: 0, y: 0, width: markedWidth(in: place), height: Self.codeSide)
            return markedPlace(cover.addressPlace, wide, below: place.parent)
        }
        let code: CodeSquare
        do throws(ArtworkFault) {
            code = try CodeSquare(address)
        } catch {
            faults.append(
                Diagnostic(
                    .error, "bad-code", "\(error)", hint: "give a shorter address, such as a redirect", at: cover.origin
                ))
            return nil
        }
        let figure = tree.add(.figure, below: place.parent)
        tree[figure].alternative = string("qr-code", ["address": address])
        var item = GalleyItem()
        item.height = frame.height
        let slot = tree.addSlot(below: figure)
        item.marks = [
            .path(.rectangle(frame), .fill(swatch: swatch("white")), .artifact(.layout)),
            .path(code.path(in: frame), .fill(swatch: swatch("ink")), .tag(slot: slot)),
        ]
        item.figures = [(figure, frame)]
        return item
    }

    /// The width of a marked place for a code: its words are whole in it.
    private func markedWidth(in place: Place) -> Double {
        min(max(Self.codeSide, style("caption").size * 9), place.measure * 0.45)
    }

    /// Logos in rows, each as high as the row or narrower where it is wide.
    private mutating func logos(_ logos: [Book.BackCover.Logo], in place: Place) -> [GalleyItem] {
        var rows: [GalleyItem] = []
        var row = GalleyItem()
        var x = 0.0
        let widest = min(place.measure, Length.mm(46).points)
        for logo in logos {
            var frame = Rect(x: 0, y: 0, width: widest, height: Self.logoHeight)
            let natural = logo.path.flatMap { pictures[$0] }
            if natural == nil { frame.width = min(max(widest, style("caption").size * 9), place.measure) }
            if let natural, natural.width > 0, natural.height > 0 {
                let share = min(widest / natural.width, Self.logoHeight / natural.height)
                frame.width = natural.width * share
                frame.height = natural.height * share
            }
            if x > 0, x + frame.width > place.measure {
                rows.append(row)
                row = GalleyItem()
                row.before = Self.logoGap
                x = 0
            }
            row.height = max(row.height, Self.logoHeight)
            let left = book.language.isRightToLeft ? place.measure - x - frame.width : x
            let offset = Point(x: left, y: (Self.logoHeight - frame.height) / 2)
            if let path = logo.path, natural != nil {
                let figure = tree.add(.figure, below: place.parent, language: logo.language)
                tree[figure].alternative = logo.alternative
                let slot = tree.addSlot(below: figure)
                let placed = frame.moved(by: offset)
                row.marks.append(.image(path, placed, .tag(slot: slot)))
                row.figures.append((figure, placed))
            } else if !logo.place.isEmpty {
                let marked = markedPlace(logo.place, frame, below: place.parent)
                row.take(marked, movedBy: Point(x: left, y: 0))
                row.height = max(row.height, marked.height)
            }
            x += frame.width + Self.logoGap
        }
        if row.height > 0 { rows.append(row) }
        return rows
    }

    /// A dashed frame with the words of what is still to come.
    private mutating func markedPlace(_ words: [Inline], _ frame: Rect, below parent: TagNode.ID) -> GalleyItem {
        var place = Place(measure: frame.width - 10, parent: parent, language: book.language)
        place.isRunning = false
        let tag = tree.add(.p, below: parent)
        var style = style("caption")
        style.before = 0
        var item = lines(words, style: style, tag: tag, in: place, indent: 0).joined()
        let height = max(frame.height, item.height + 8)
        let top = (height - item.height) / 2
        item.marks = item.marks.map { $0.moved(by: Point(x: 5, y: top)) }
        item.height = height
        item.marks.insert(
            .path(
                .rectangle(Rect(x: 0.4, y: 0.4, width: frame.width - 0.8, height: height - 0.8)),
                .stroke(swatch: swatch(self.style("placeholder").colour), width: 0.8, dashes: [4, 2.5]),
                .artifact(.layout)), at: 0)
        return item
    }
}
