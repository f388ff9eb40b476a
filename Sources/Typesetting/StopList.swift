// SPDX-License-Identifier: GPL-3.0-or-later

/// Lists the stops of a paragraph, in order; the last is its end.
struct StopList {
    let store: WordStore
    let divider: Divider
    /// Whether marks stick out of the left edge, and of the right one.
    let protrudesAtStart: Bool
    let protrudesAtEnd: Bool
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
                append(store.tears(of: box.word), index, box, run, sums, hyphen: nil, penalty: 5000, to: &stops)
            } else if kinds != .betweenWords, box.word >= 0 {
                divide(index, box, run, reader, sums, divisionPenalty, to: &stops)
            }
            sums.add(box)
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
        var words = 0.0
        var letters = 0.0
        var stretch = 0.0
        var shrink = 0.0

        mutating func add(_ box: Box) {
            width += box.width
            words += box.width
            letters += box.letters
        }

        mutating func addBlank(_ box: Box) {
            width += box.blank + box.kern
            stretch += box.stretch
            shrink += box.shrink
        }
    }

    private func end(
        of box: Box, _ index: Int, next: Int, _ reader: ParagraphReader, _ run: RunMeasures, _ sums: Sums
    ) -> Stop {
        var tail = 0.0
        var head = 0.0
        if protrudesAtEnd, box.word >= 0 { tail = Double(store.entries[Int(box.word)].tail) * run.size }
        if protrudesAtStart, next < reader.boxes.count, reader.boxes[next].word >= 0 {
            let size = reader.runs[Int(reader.boxes[next].run)].size
            head = Double(store.entries[Int(reader.boxes[next].word)].head) * size
        }
        // The hyphen that some languages repeat takes room on the next line.
        let again = box.joint == .hyphen && run.repeatsHyphen ? hyphen(run).width : 0
        return Stop(
            box: Int32(index), before: sums.width - tail, after: sums.width + box.blank + box.kern + head - again,
            stretch: sums.stretch, shrink: sums.shrink, stretchAfter: sums.stretch + box.stretch,
            shrinkAfter: sums.shrink + box.shrink, words: sums.words, letters: sums.letters,
            penalty: Self.penalty(box.penalty), isHyphen: box.joint == .hyphen, isForced: box.joint == .forced)
    }

    /// The languages' holds on the breaker's scale: a weak one is worth a loose line and no more, a strong one is out of reach until nothing
    /// else helps.
    private static func penalty(_ hold: Int32) -> Double { hold < 5000 ? 0.4 * Double(hold) : Double(hold) }

    private func divide(
        _ index: Int, _ box: Box, _ run: RunMeasures, _ reader: ParagraphReader, _ sums: Sums, _ penalty: Double,
        to stops: inout [Stop]
    ) {
        let soft = reader.softPoints.isEmpty ? nil : reader.softPoints[index]
        // A compound has its own hyphen; another in it misleads.
        let isCompound = box.joint == .hyphen || (index > 0 && reader.boxes[index - 1].joint == .hyphen)
        let penalty = isCompound ? penalty + 100 : penalty
        if let soft {
            let points = store.divisions(of: box.word, at: soft)
            append(points, index, box, run, sums, hyphen: hyphen(run), penalty: penalty, to: &stops)
        } else if run.hyphenates {
            let range = divider.points(of: box.word, store: store)
            if range.isEmpty { return }
            append(store.points[range], index, box, run, sums, hyphen: hyphen(run), penalty: penalty, to: &stops)
        }
    }

    /// A hyphen's width and how far it sticks out, in points.
    private func hyphen(_ run: RunMeasures) -> (width: Double, tail: Double) {
        let mark = store.hyphen(run.style)
        let entry = store.entries[Int(mark)]
        return (
            Double(entry.advance) * run.size + run.tracking, protrudesAtEnd ? Double(entry.tail) * run.size : 0
        )
    }

    /// `hyphen` is what is added at the line's end; none if the word is torn without one.
    private func append(
        _ points: some Sequence<DivisionPoint>, _ index: Int, _ box: Box, _ run: RunMeasures, _ sums: Sums,
        hyphen: (width: Double, tail: Double)?, penalty: Double, to stops: inout [Stop]
    ) {
        for point in points {
            let tracking = run.tracking * Double(point.count)
            let before = (point.before + (hyphen == nil ? 0 : point.kern)) * run.size + tracking
            let after = point.after * run.size + tracking
            stops.append(
                Stop(
                    box: Int32(index), offset: point.offset,
                    before: sums.width + before + (hyphen.map { $0.width - $0.tail } ?? 0), after: sums.width + after,
                    stretch: sums.stretch, shrink: sums.shrink, stretchAfter: sums.stretch, shrinkAfter: sums.shrink,
                    words: sums.words + after, letters: sums.letters + Double(point.count) * run.size,
                    penalty: penalty, isHyphen: hyphen != nil, isForced: false))
        }
    }

    /// The boxes of stretches without a joint that are too wide for a line.
    private func wideBoxes(_ reader: ParagraphReader, _ widest: Double) -> Set<Int> {
        var wide: Set<Int> = []
        var start = 0
        var width = 0.0
        for (index, box) in reader.boxes.enumerated() {
            width += box.width
            if box.joint == .none {
                width += box.kern
                continue
            }
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
