// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import Manuscript
internal import Typesetting

/// What stands where it must not.
extension PageExaminer {
    /// So far marks may hang beyond an edge, in points.
    private static let hang = 9.0
    /// So far letters larger than their line may rise above the area.
    private static let rise = 6.0
    /// So far ink may touch other ink: kerns, protruding marks, accents.
    private static let (touchX, touchY) = (1.0, 0.6)

    /// Text and pictures beyond the page, text beyond the area for text.
    mutating func examineEdges(_ boxes: PageBoxes, on page: Int) {
        let size = list.pages[page].size
        let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
        let margin = min(format.inner, format.outer)
        let area = Rect(
            x: margin - Self.hang, y: format.head - Self.rise, width: size.width - 2 * margin + 2 * Self.hang,
            height: format.textHeight + Self.rise + 2)
        let hasArea = area.width > 0 && area.height > 0
        for text in boxes.texts {
            let isFree = text.isFurniture || boxes.hasArt || !hasArea || text.owner < 0
            let out = text.frame.excess(over: isFree ? whole : area)
            guard out > 0.5 else { continue }
            find(.clipped, on: page, y: text.origin.y, value: out, words: text.words, at: origin(ofSlot: text.owner))
        }
        for picture in boxes.pictures where !boxes.hasArt {
            let out = picture.frame.excess(over: hasArea ? area : whole)
            guard out > 0.5 else { continue }
            find(.clipped, on: page, y: picture.frame.y, value: out, at: origin(ofSlot: Int32(picture.slot)))
        }
    }

    /// Lines that stand on other lines or on pictures: told once for each line.
    mutating func examineOverlaps(_ boxes: PageBoxes, on page: Int) {
        let texts = boxes.texts.filter { $0.frame.width > 0 }.sorted { $0.frame.y < $1.frame.y }
        let tallest = texts.lazy.map(\.frame.height).max() ?? 0
        for (index, text) in texts.enumerated() {
            var next = index + 1
            var deepest = 0.0
            while next < texts.count, texts[next].frame.y < text.frame.y + tallest {
                if texts[next].origin != text.origin {
                    let depth = text.frame.depth(in: texts[next].frame)
                    if depth.x > Self.touchX, depth.y > Self.touchY { deepest = max(deepest, min(depth.x, depth.y)) }
                }
                next += 1
            }
            for picture in boxes.pictures where Int(text.owner) != picture.slot && text.owner >= 0 {
                let depth = text.frame.depth(in: picture.frame)
                if depth.x > Self.touchX, depth.y > Self.touchY { deepest = max(deepest, min(depth.x, depth.y)) }
            }
            guard deepest > 0 else { continue }
            find(
                .overlap, on: page, y: text.origin.y, value: deepest, words: text.words, at: origin(ofSlot: text.owner))
        }
    }
}

extension Rect {
    /// How far it reaches out of `area` at the side where it reaches furthest.
    func excess(over area: Rect) -> Double {
        max(area.x - x, maxX - area.maxX, area.y - y, maxY - area.maxY)
    }
}
