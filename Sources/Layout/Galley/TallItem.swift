// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Typesetting

extension GalleyItem {
    /// The item, cut between lines into pieces no higher than `room`: a row or a pair of columns that no page can hold.
    func cut(into room: Double) -> [GalleyItem] {
        guard height > room, room > 20 else { return [self] }
        let tops = marks.map(\.top)
        let steps = Set(tops).sorted()
        var edges = [0.0]
        for (index, top) in steps.enumerated() {
            let next = index + 1 < steps.count ? steps[index + 1] : height
            if next - (edges.last ?? 0) > room, top > (edges.last ?? 0) { edges.append(top) }
        }
        let inLines = marks.anchors
        var pieces: [GalleyItem] = []
        for (number, edge) in edges.enumerated() {
            let end = number + 1 < edges.count ? edges[number + 1] : .infinity
            var piece = self
            piece.marks = zip(marks, tops).compactMap { mark, top in
                (number == 0 || top >= edge) && top < end ? mark.moved(by: Point(x: 0, y: -edge)) : nil
            }
            piece.height = min(end, height) - edge
            piece.keep = number + 1 == edges.count ? keep : .none
            // A place in a line, and a note that is called in it, go where the line goes.
            let here = piece.marks.anchors
            piece.anchors = anchors.filter { here.contains($0) || (number == 0 && !inLines.contains($0)) }
            piece.notes = notes.filter {
                let name = Setter.noteAnchor + $0
                return here.contains(name) || (number == 0 && !inLines.contains(name))
            }
            piece.fields = fields.filter { (number == 0 || $0.frame.y >= edge) && $0.frame.y < end }
                .map { $0.moved(by: Point(x: 0, y: -edge)) }
            if number > 0 {
                piece.before = 0
                piece.margin = []
                piece.figures = []
                piece.composition = nil
                piece.beginsBlock = false
            }
            pieces.append(piece)
        }
        return pieces
    }
}

extension [GalleyItem.Mark] {
    /// The names of places in its lines.
    fileprivate var anchors: Set<String> {
        var names: Set<String> = []
        for mark in self {
            if case .line(let line, _) = mark { names.formUnion(line.anchors) }
            if case .said(let line, _, _) = mark { names.formUnion(line.anchors) }
        }
        return names
    }
}

extension GalleyItem.Mark {
    /// Its upper edge.
    var top: Double {
        switch self {
        case .line(let line, let origin), .said(let line, let origin, _): return origin.y - line.ascent
        case .turned(let line, let origin): return origin.y - line.width
        case .image(_, let frame, _): return frame.y
        case .path(let path, _, _):
            let heights = path.segments.compactMap { segment -> Double? in
                switch segment {
                case .move(let point), .line(let point), .curve(_, _, let point): point.y
                case .close: nil
                }
            }
            return heights.min() ?? 0
        }
    }
}
