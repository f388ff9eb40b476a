// SPDX-License-Identifier: GPL-3.0-or-later

/// Lists the stops of a paragraph, in order; the last is its end.
struct StopList {
    let store: WordStore
    let divider: Divider
    let isJustified: Bool
    /// A share of the glyphs' width, on justified lines.
    static let expansion = 0.015

    /// `widest` is the width from which a box without stops is torn, if `kinds` says so.
    func stops(
        _ reader: ParagraphReader, kinds: StopKinds, divisionPenalty: Double, widest: Double
    ) -> [Stop] {
        var stops: [Stop] = []
        stops.reserveCapacity(reader.boxes.count * (kinds == .betweenWords ? 1 : 2))
        var sums = Sums()
        let torn = kinds == .torn ? wideBoxes(reader, widest) : []
        for (index, box) in reader.boxes.enumerated() {
            let run = reader.runs[Int(box.run)]
            if torn.contains(index) {
                let starts = store.clusterStarts(of: box.word)
                let points = store.widths(of: box.word, upTo: starts)
                append(points, index, box, run, sums, hyphen: 0, penalty: 5000, to: &stops)
            } else if kinds != .betweenWords, box.word >= 0 {
                divide(index, box, run, reader, sums, divisionPenalty, to: &stops)
            }
            sums.add(box, stretches: isJustified)
            if box.joint != .none && box.joint != .tie {
                stops.append(end(of: box, index, next: index + 1, reader, run, sums))
            }
            sums.addBlank(box)
        }
        return stops
    }

    /// Running sums from the paragraph's beginning.
    private struct Sums {
        var width = 0.0
        var stretch = 0.0
        var shrink = 0.0

        mutating func add(_ box: Box, stretches: Bool) {
            width += box.width
            if stretches {
                stretch += box.width * StopList.expansion
                shrink += box.width * StopList.expansion
            }
        }

        mutating func addBlank(_ box: Box) {
            width += box.blank
            stretch += box.stretch
            shrink += box.shrink
        }
    }

    private func end(
        of box: Box, _ index: Int, next: Int, _ reader: ParagraphReader, _ run: RunMeasures, _ sums: Sums
    ) -> Stop {
        var tail = 0.0
        var head = 0.0
        if isJustified {
            if box.word >= 0 { tail = Double(store.entries[Int(box.word)].tail) * run.size }
            if next < reader.boxes.count, reader.boxes[next].word >= 0 {
                let size = reader.runs[Int(reader.boxes[next].run)].size
                head = Double(store.entries[Int(reader.boxes[next].word)].head) * size
            }
        }
        return Stop(
            box: Int32(index), before: sums.width - tail, after: sums.width + box.blank + head,
            stretch: sums.stretch, shrink: sums.shrink, stretchAfter: sums.stretch + box.stretch,
            shrinkAfter: sums.shrink + box.shrink, penalty: Double(box.penalty), isHyphen: box.joint == .hyphen,
            isForced: box.joint == .forced)
    }

    private func divide(
        _ index: Int, _ box: Box, _ run: RunMeasures, _ reader: ParagraphReader, _ sums: Sums, _ penalty: Double,
        to stops: inout [Stop]
    ) {
        let soft = reader.softPoints.isEmpty ? nil : reader.softPoints[index]
        let hyphen = { hyphenWidth(run) }
        // A compound has its own hyphen; another in it misleads.
        let isCompound = box.joint == .hyphen || (index > 0 && reader.boxes[index - 1].joint == .hyphen)
        let penalty = isCompound ? penalty + 500 : penalty
        if let soft {
            append(
                store.widths(of: box.word, upTo: soft), index, box, run, sums, hyphen: hyphen(), penalty: penalty,
                to: &stops)
        } else if run.hyphenates {
            let range = divider.points(of: box.word, store: store)
            if range.isEmpty { return }
            append(store.points[range], index, box, run, sums, hyphen: hyphen(), penalty: penalty, to: &stops)
        }
    }

    private func hyphenWidth(_ run: RunMeasures) -> Double {
        let hyphen = store.hyphen(run.style)
        let entry = store.entries[Int(hyphen)]
        return (Double(entry.advance) - (isJustified ? Double(entry.tail) : 0)) * run.size
    }

    /// `hyphen` is the width that a hyphen adds; 0 if the word is torn without one.
    private func append(
        _ points: some Sequence<DivisionPoint>, _ index: Int, _ box: Box, _ run: RunMeasures, _ sums: Sums,
        hyphen: Double, penalty: Double, to stops: inout [Stop]
    ) {
        for point in points {
            let width = Double(point.advance) * run.size + run.tracking * Double(point.count)
            let give = isJustified ? width * Self.expansion : 0
            // The parts are shaped by themselves later and may be wider by a kern.
            let kern = 0.05 * run.size
            stops.append(
                Stop(
                    box: Int32(index), offset: point.offset, before: sums.width + width + hyphen + kern,
                    after: sums.width + width - kern / 5, stretch: sums.stretch + give, shrink: sums.shrink + give,
                    stretchAfter: sums.stretch + give, shrinkAfter: sums.shrink + give, penalty: penalty,
                    isHyphen: hyphen > 0, isForced: false))
        }
    }

    /// The boxes of stretches without a joint that are too wide for a line.
    private func wideBoxes(_ reader: ParagraphReader, _ widest: Double) -> Set<Int> {
        var wide: Set<Int> = []
        var start = 0
        var width = 0.0
        for (index, box) in reader.boxes.enumerated() {
            width += box.width
            if box.joint == .none { continue }
            if box.joint == .tie {
                width += box.blank
                continue
            }
            if width > widest { wide.formUnion((start...index).filter { reader.boxes[$0].word >= 0 }) }
            width = 0
            start = index + 1
        }
        return wide
    }
}
