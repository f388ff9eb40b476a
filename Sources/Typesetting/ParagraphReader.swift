// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork

/// Reads a paragraph's runs into boxes and joints. Kept for its buffers: it reads one paragraph after the other.
struct ParagraphReader {
    private(set) var boxes: [Box] = []
    private(set) var runs: [RunMeasures] = []
    /// Anchors with the number of the box that they stand before.
    private(set) var anchors: [(box: Int, names: [String])] = []
    /// Division points that the text itself gives, by box.
    private(set) var softPoints: [Int: [Int]] = [:]
    private(set) var missing: [(character: Unicode.Scalar, run: Int)] = []
    /// Words of which another face than their run's first sets a part.
    private(set) var borrowed: [(word: Int32, run: Int)] = []
    /// Only for a paragraph in which something reads from right to left.
    private(set) var directions: Directions?
    /// By run, whether its first and its last letter join those of the runs beside it.
    private var joins: [(before: Bool, after: Bool)] = []

    mutating func read(_ paragraph: Paragraph, store: WordStore) {
        boxes.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        anchors.removeAll(keepingCapacity: true)
        softPoints.removeAll(keepingCapacity: true)
        missing.removeAll(keepingCapacity: true)
        borrowed.removeAll(keepingCapacity: true)
        directions = Directions(paragraph)
        joins = directions == nil ? [] : Self.joins(paragraph.runs)
        for (number, run) in paragraph.runs.enumerated() {
            if !run.anchors.isEmpty { anchors.append((boxes.count, run.anchors)) }
            runs.append(
                RunMeasures(
                    run.style, store: store, hyphenates: paragraph.hyphenates, mayTurn: directions != nil))
            var text = run.text
            text.withUTF8 { scan(UnsafeRawBufferPointer($0), run: number, store: store) }
        }
        finish()
    }

    /// The paragraph's last joint is its end; a short last word should not stand alone.
    private mutating func finish() {
        guard let last = boxes.indices.last else { return }
        if boxes[last].joint == .forced {
            // A break at the very end adds no line.
            if last > 0, boxes[last].word < 0 { boxes.removeLast() }
        }
        guard let end = boxes.indices.last else { return }
        boxes[end].joint = .forced
        boxes[end].penalty = 0
        guard end > 0, boxes[end].word >= 0, boxes[end - 1].joint == .blank, lastIsShort else { return }
        boxes[end - 1].penalty = max(boxes[end - 1].penalty, 1500)
    }

    private var lastIsShort = false

    // MARK: Scanning

    private mutating func scan(_ text: UnsafeRawBufferPointer, run: Int, store: WordStore) {
        var index = 0
        var start = 0
        var special = false
        let end = text.count
        while index < end {
            let byte = text[index]
            if byte <= 0x20 {
                word(text, start..<index, special, run, store)
                blank(.blank, run, at: index)
                index += 1
                start = index
                special = false
            } else if byte < 0x80 {
                if byte == 0x2D || byte == 0x2F || byte == 0x40 { special = true }
                index += 1
            } else if let mark = Mark(text, at: index) {
                if mark == .softHyphen || mark == .dash {
                    special = true
                    index += mark.length
                    continue
                }
                word(text, start..<index, special, run, store)
                index = take(mark, text, index, run, store)
                start = index
                special = false
            } else {
                index += 1
            }
        }
        word(text, start..<end, special, run, store)
    }

    /// Deals with a mark that stands between words; gives where to go on.
    private mutating func take(
        _ mark: Mark, _ text: UnsafeRawBufferPointer, _ index: Int, _ run: Int, _ store: WordStore
    ) -> Int {
        let next = index + mark.length
        switch mark {
        case .tie:
            // Several, or one at the beginning of a line, are an indent or a gap: they keep their width.
            var end = next
            while Mark(text, at: end) == .tie { end += 2 }
            let follows = boxes.last.map { $0.joint == .none && $0.word >= 0 } ?? false
            if end == next, follows { blank(.tie, run, at: index) } else { add(text, index..<end, run, store) }
            return end
        case .lineBreak:
            if boxes.isEmpty || boxes[boxes.count - 1].joint == .forced {
                boxes.append(Box(word: -1, run: Int32(run), start: Int32(clamping: index), width: 0, letters: 0))
            }
            boxes[boxes.count - 1].joint = .forced
            boxes[boxes.count - 1].penalty = 0
        case .opening:
            if let last = boxes.indices.last, boxes[last].joint == .none { boxes[last].joint = .seam }
        case .joiner, .softHyphen, .dash: break
        }
        return next
    }

    private mutating func blank(_ joint: Joint, _ run: Int, at offset: Int) {
        guard let last = boxes.indices.last, boxes[last].joint != .forced else { return }
        guard boxes[last].joint != .blank, boxes[last].joint != .tie else { return }
        boxes[last].joint = joint
        boxes[last].penalty = 0
        boxes[last].blank = runs[run].blank
        boxes[last].stretch = runs[run].stretch
        boxes[last].shrink = runs[run].shrink
        boxes[last].blankLevel = directions?.level(run: run, offset: offset) ?? 0
    }

    // MARK: Words

    private mutating func word(
        _ text: UnsafeRawBufferPointer, _ range: Range<Int>, _ special: Bool, _ run: Int, _ store: WordStore
    ) {
        guard !range.isEmpty else { return }
        guard special || text[range.lowerBound...].starts(with: "www.".utf8) else {
            return add(text, range, run, store)
        }
        for part in WordSplitter(UnsafeRawBufferPointer(rebasing: text[range])).parts() {
            let count = boxes.count
            add(
                text, range.lowerBound + part.range.lowerBound..<range.lowerBound + part.range.upperBound, run, store,
                softHyphens: part.hasSoftHyphens)
            // A part of soft hyphens alone leaves no box.
            if part.joint != .none, boxes.count > count {
                boxes[boxes.count - 1].joint = part.joint
                boxes[boxes.count - 1].penalty = part.penalty
            }
        }
    }

    private mutating func add(
        _ text: UnsafeRawBufferPointer, _ range: Range<Int>, _ run: Int, _ store: WordStore, softHyphens: Bool = false
    ) {
        guard let directions else { return add(text, range, run, store, softHyphens: softHyphens, level: 0) }
        for stretch in directions.stretches(of: run, range, in: text) {
            add(text, stretch.range, run, store, softHyphens: softHyphens, level: stretch.level)
        }
    }

    private mutating func add(
        _ text: UnsafeRawBufferPointer, _ range: Range<Int>, _ run: Int, _ store: WordStore, softHyphens: Bool,
        level: UInt8
    ) {
        let bytes = UnsafeRawBufferPointer(rebasing: text[range])
        let start = Int32(clamping: range.lowerBound)
        let style = level & 1 == 1 ? runs[run].backward : runs[run].style
        if softHyphens {
            let (plain, points) = Self.withoutSoftHyphens(bytes)
            guard !plain.isEmpty else { return }
            // Each point may have to be shaped by itself: as many as a word has, not as many as a file.
            if plain.count < Self.longestWord { softPoints[boxes.count] = points }
            plain.withUnsafeBytes { append(store.word($0, style: style), start, run, store, level) }
        } else if level & 1 == 1, let joined = joined(bytes, range, text.count, run) {
            joined.withUnsafeBytes { append(store.word($0, style: style), start, run, store, level) }
        } else {
            append(store.word(bytes, style: style), start, run, store, level)
        }
    }

    /// `bytes` with U+200D where a letter joins that of another run: it takes the form that it has within the word.
    private func joined(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ end: Int, _ run: Int) -> [UInt8]? {
        let before = range.lowerBound == 0 && joins[run].before
        let after = range.upperBound == end && joins[run].after
        guard before || after else { return nil }
        let joiner: [UInt8] = [0xE2, 0x80, 0x8D]
        return (before ? joiner : []) + Array(bytes) + (after ? joiner : [])
    }

    private static func joins(_ runs: [TextRun]) -> [(before: Bool, after: Bool)] {
        var joins = [(before: Bool, after: Bool)](repeating: (false, false), count: runs.count)
        for index in runs.indices.dropFirst() {
            guard let left = runs[index - 1].text.unicodeScalars.last(where: { !Joining.isPassedOver($0) }),
                let right = runs[index].text.unicodeScalars.first(where: { !Joining.isPassedOver($0) }),
                Joining.reachesForward(left), Joining.reachesBack(right)
            else { continue }
            joins[index - 1].after = true
            joins[index].before = true
        }
        return joins
    }

    private mutating func append(_ word: Int32, _ start: Int32, _ run: Int, _ store: WordStore, _ level: UInt8) {
        let entry = store.entries[Int(word)]
        let measures = runs[run]
        if entry.traits.contains(.borrowed) { borrowed.append((word, run)) }
        if entry.traits.contains(.missing) {
            for scalar in store.missing[word] ?? [] { missing.append((scalar, run)) }
        }
        if let last = boxes.indices.last, boxes[last].joint == .blank, boxes[last].word >= 0 {
            // What hangs on a word, such as a note's call, is no number or label of its own.
            let hangs = last > 0 && boxes[last - 1].joint == .none
            let left = hangs ? [] : store.entries[Int(boxes[last].word)].traits
            boxes[last].penalty = WordTraits.penalty(between: left, entry.traits)
        }
        lastIsShort = entry.traits.contains(.short)
        let width = Double(entry.advance) * measures.size + measures.tracking * Double(entry.count)
        kern(to: entry, measures, store)
        boxes.append(
            Box(
                word: word, run: Int32(run), start: start, width: width,
                letters: Double(entry.count) * measures.size, level: level))
    }

    /// The most that kerns take from a blank, in em.
    static let leastBlankKern = -0.03

    /// The kern between the last box and one that comes after it.
    private mutating func kern(to entry: WordEntry, _ measures: RunMeasures, _ store: WordStore) {
        guard let last = boxes.indices.last, boxes[last].word >= 0, boxes[last].joint != .forced else { return }
        let left = store.entries[Int(boxes[last].word)]
        let other = runs[Int(boxes[last].run)]
        if boxes[last].joint.isBlank {
            let isOneFace = store.kerning.isOneFace(left.last, entry.first)
            boxes[last].kern = Double(left.kernAfter) * other.size
            if isOneFace { boxes[last].kern += Double(entry.kernBefore) * measures.size }
            // Two kerns on one blank, and a tight line: programs that copy text would take both words for one.
            boxes[last].kern = max(boxes[last].kern, Self.leastBlankKern * other.size)
        } else if other.size == measures.size, other.rise == measures.rise {
            boxes[last].kern = Double(store.kerning.between(left.last, entry.first)) * measures.size
            if store.kerning.isOneFace(left.last, entry.first) { return }
            boxes[last].kern = max(
                boxes[last].kern,
                store.kerning.clearance(
                    left.last, other.size, other.rise, entry.first, measures.size, measures.rise))
        } else {
            boxes[last].kern = store.kerning.clearance(
                left.last, other.size, other.rise, entry.first, measures.size, measures.rise)
        }
    }

    /// In UTF-8; the hyphenation lists divide no longer one either.
    private static let longestWord = 1000

    private static func withoutSoftHyphens(_ bytes: UnsafeRawBufferPointer) -> (plain: [UInt8], points: [Int]) {
        var plain: [UInt8] = []
        var points: [Int] = []
        var index = 0
        while index < bytes.count {
            if Mark(bytes, at: index) == .softHyphen {
                if !plain.isEmpty, points.last != plain.count { points.append(plain.count) }
                index += 2
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        if points.last == plain.count { points.removeLast() }
        return (plain, points)
    }
}
