// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork

/// The directions of a paragraph's text, by run and UTF-8 offset; only for paragraphs in which something turns.
///
/// What is marked as text of a language of the other direction is isolated, as is a telephone number: the algorithm alone would
/// put the groups of +7 495 123 in the order of Arabic words.
struct Directions {
    private let levels: BidiLevels
    /// Stretches of runs and where they stand in the text that the levels are of.
    private let stretches: [Stretch]
    /// By run, its first stretch, and the end.
    private let firstStretches: [Int]

    private struct Stretch {
        var start: Int
        var place: Int
    }

    /// `nil` if the whole paragraph reads from left to right.
    init?(_ paragraph: Paragraph) {
        let isRightToLeft = paragraph.language.isRightToLeft
        guard isRightToLeft || paragraph.runs.contains(where: { Self.mayTurn($0.text) }) else { return nil }
        var text = ""
        var stretches: [Stretch] = []
        var firstStretches: [Int] = []
        var isIsolated = false
        for run in paragraph.runs {
            let isForeign = run.style.language.isRightToLeft != isRightToLeft
            if isForeign != isIsolated { text += isForeign ? (isRightToLeft ? "\u{2066}" : "\u{2067}") : "\u{2069}" }
            isIsolated = isForeign
            firstStretches.append(stretches.count)
            stretches.append(Stretch(start: 0, place: text.utf8.count))
            guard isRightToLeft, !isForeign else {
                text += run.text
                continue
            }
            Self.addIsolatingNumbers(run.text, to: &text, &stretches)
        }
        firstStretches.append(stretches.count)
        self.stretches = stretches
        self.firstStretches = firstStretches
        levels = BidiLevels(text: text, isRightToLeft: isRightToLeft)
        if !isRightToLeft, !levels.isMixed { return nil }
    }

    private static func addIsolatingNumbers(_ run: String, to text: inout String, _ stretches: inout [Stretch]) {
        let bytes = Array(run.utf8)
        let start = stretches[stretches.count - 1].place
        var plain = 0
        var shift = 0
        /// Copies up to `end` and puts `mark` there.
        func put(_ mark: String, at end: Int) {
            text += String(decoding: bytes[plain..<end], as: UTF8.self) + mark
            plain = end
            shift += mark.utf8.count
        }
        for range in telephoneNumbers(in: bytes) {
            put("\u{2066}", at: range.lowerBound)
            stretches.append(Stretch(start: range.lowerBound, place: start + range.lowerBound + shift))
            put("\u{2069}", at: range.upperBound)
            stretches.append(Stretch(start: range.upperBound, place: start + range.upperBound + shift))
        }
        text += String(decoding: bytes[plain...], as: UTF8.self)
    }

    /// A plus sign and digits in groups, or groups of digits that hyphens, brackets and fixed blanks keep together.
    private static func telephoneNumbers(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) || bytes[index] == UInt8(ascii: "+") else {
                index += 1
                continue
            }
            let start = index
            let isInternational = bytes[index] == UInt8(ascii: "+")
            var end = start
            var groups = 0
            while index < bytes.count {
                if isDigit(bytes[index]) {
                    if end == start || end < index { groups += 1 }
                    index += 1
                    end = index
                } else if let length = joint(bytes, index, isInternational: isInternational) {
                    index += length
                } else {
                    break
                }
            }
            if groups > 1 { ranges.append(start..<end) }
            // Signs without a figure are no number, wherever among them one begins.
            if groups > 0 { index = end }
        }
        return ranges
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// The length of what may stand between the groups of a number.
    private static func joint(_ bytes: [UInt8], _ index: Int, isInternational: Bool) -> Int? {
        switch bytes[index] {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"): 1
        case UInt8(ascii: " ") where isInternational: 1
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
        // U+2011, the hyphen that does not break.
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x91: 3
        default: nil
        }
    }

    /// Whether `text` has a letter of a right-to-left script, or a sign of direction.
    private static func mayTurn(_ text: String) -> Bool {
        text.utf8.contains { (0xD6...0xDF).contains($0) || $0 == 0xEF || $0 == 0xF0 || $0 == 0xE0 || $0 == 0xE2 }
    }

    /// The level at `offset` of `run`.
    func level(run: Int, offset: Int) -> UInt8 { levels.level(atUTF8: place(run, offset)) }

    private func place(_ run: Int, _ offset: Int) -> Int {
        var low = firstStretches[run]
        var high = firstStretches[run + 1]
        while high - low > 1 {
            let middle = (low + high) / 2
            if stretches[middle].start <= offset { low = middle } else { high = middle }
        }
        return stretches[low].place + offset - stretches[low].start
    }

    /// `range` of `run`, which has the bytes `text`, in stretches of one level; brackets that are mirrored stand alone.
    func stretches(
        of run: Int, _ range: Range<Int>, in text: UnsafeRawBufferPointer
    ) -> [(range: Range<Int>, level: UInt8)] {
        var result: [(range: Range<Int>, level: UInt8)] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let place = place(run, start)
            let level = levels.level(atUTF8: place)
            // A stretch of the levels may reach into an isolate's signs, which stand in no run.
            let end = min(
                max(start + levels.end(ofRunAt: place) - place, start + 1), nextStretch(run, start), range.upperBound)
            if level & 1 == 0 {
                result.append((start..<end, level))
            } else {
                result += Self.cut(start..<end, in: text).map { ($0, level) }
            }
            start = end
        }
        return result
    }

    private static func cut(_ range: Range<Int>, in text: UnsafeRawBufferPointer) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var plain = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let length = bracket(text, index, range.upperBound)
            guard length > 0 else {
                index += 1
                continue
            }
            if plain < index { parts.append(plain..<index) }
            parts.append(index..<index + length)
            index += length
            plain = index
        }
        if plain < range.upperBound { parts.append(plain..<range.upperBound) }
        return parts
    }

    /// The length of the bracket or the angled quotation mark at `index`; 0 for anything else.
    private static func bracket(_ text: UnsafeRawBufferPointer, _ index: Int, _ end: Int) -> Int {
        switch text[index] {
        case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: 1
        case 0xC2 where index + 1 < end && (text[index + 1] == 0xAB || text[index + 1] == 0xBB): 2
        case 0xE2 where index + 2 < end && text[index + 1] == 0x80 && (0xB9...0xBA).contains(text[index + 2]): 3
        default: 0
        }
    }

    private func nextStretch(_ run: Int, _ offset: Int) -> Int {
        var low = firstStretches[run]
        let high = firstStretches[run + 1]
        var top = high
        while top - low > 1 {
            let middle = (low + top) / 2
            if stretches[middle].start <= offset { low = middle } else { top = middle }
        }
        return low + 1 < high ? stretches[low + 1].start : Int.max
    }
}
