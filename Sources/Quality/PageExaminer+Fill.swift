// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import Manuscript
internal import Typesetting

/// How full pages are, and where their lines stand.
extension PageExaminer {
    /// Lines of running text off the common baselines.
    mutating func examineGrid(on page: Int) {
        guard body.leading > 0 else { return }
        let baseline = format.head + body.leading * 0.5 + body.size * 0.34
        var off: [PlacedLine] = []
        for line in flow(on: page) where kind(of: line) == .body {
            guard let paragraph = paragraph(of: line), paragraph.size == body.size else { continue }
            count(\.bodyLines)
            let steps = (line.origin.y - baseline) / body.leading
            if abs(steps - steps.rounded()) * body.leading < 0.3 {
                count(\.linesOnGrid)
            } else {
                off.append(line)
            }
        }
        if let first = off.first { find(.offGrid, at: first, value: Double(off.count)) }
    }

    /// What a page holds.
    struct Fill {
        /// The lowest baseline of its flow, and of all.
        var flow = 0.0
        var last = 0.0
        /// The top of what stands at its foot.
        var foot = 0.0
        /// Its lines, and those of running text.
        var lines = 0
        var bodyLines = 0
        var lowest: PlacedLine?
    }

    private func fill(of page: Int) -> Fill {
        var fill = Fill()
        fill.foot = format.size.height - format.foot
        for line in (lines[page] ?? 0..<0).lazy.map({ record.lines[$0] }) where !isInMargin(line) {
            let kind = kind(of: line)
            guard kind != .furniture else { continue }
            fill.last = max(fill.last, line.origin.y)
            if kind == .note {
                fill.foot = min(fill.foot, line.origin.y - 20)
                continue
            }
            fill.lines += 1
            // Running text is set in the body's size: entries of a directory end where they end.
            if kind.isHeading || kind.isParagraph && paragraph(of: line)?.size == body.size { fill.bodyLines += 1 }
            if line.origin.y > fill.flow { (fill.flow, fill.lowest) = (line.origin.y, line) }
        }
        // What closes a box or a table stands as far below its last baseline as a line of text reaches.
        let below = body.leading * 0.5 - body.size * 0.34
        for fragment in list.pages[page].fragments {
            if case .artifact(.layout) = fragment.owner, case .path(let path, _) = fragment.content,
                let frame = path.frame, isInTextArea(frame), frame.maxY - below > fill.flow
            {
                fill.flow = frame.maxY - below
                fill.last = max(fill.last, fill.flow)
            }
            guard case .tag = fragment.owner else { continue }
            var frame: Rect?
            if case .image(_, let image) = fragment.content { frame = image }
            if case .path(let path, _) = fragment.content { frame = path.frame }
            guard let frame, frame.maxY > fill.flow else { continue }
            fill.flow = frame.maxY
            fill.last = max(fill.last, frame.maxY)
            fill.lines += 1
        }
        return fill
    }

    /// Not a tab or a tint that bleeds, nor the rule above notes.
    private func isInTextArea(_ frame: Rect) -> Bool {
        frame.x > 20 && frame.maxX < format.size.width - 20 && frame.y >= format.head - 1
            && frame.maxY <= format.size.height - format.foot + 1 && frame.width > format.column * 0.5
    }

    /// Short pages, chapters' last pages, facing pages.
    mutating func examineFill() {
        let height = format.textHeight
        guard height > 0 else { return }
        var before: Fill?
        for page in list.pages.indices {
            let fill = fill(of: page)
            defer { before = fill }
            guard page > 0, fill.lines > 0, let lowest = fill.lowest else { continue }
            let isLast = ends.contains(page)
            let white = (fill.foot - fill.flow) / height
            if !isLast, white > 1.0 / 3 { find(.shortPage, at: lowest, value: white) }
            let full = (fill.flow - format.head) / height
            if isLast, !beginnings.contains(page), full < 0.25 { find(.shortLastPage, at: lowest, value: full) }
            // A left page and the right one beside it.
            guard format.isFacing, page % 2 == 0, let left = before, left.isRunning, fill.isRunning, !isLast,
                !ends.contains(page - 1), !beginnings.contains(page)
            else { continue }
            count(\.spreads)
            let lines = abs(left.last - fill.last) / max(body.leading, 1)
            if lines <= 1.05 { count(\.evenSpreads) } else { find(.unevenSpread, at: lowest, value: lines) }
        }
    }
}

extension PageExaminer.Fill {
    /// Whether most of the page is text that runs on.
    fileprivate var isRunning: Bool { lines > 4 && bodyLines * 4 >= lines * 3 }
}
