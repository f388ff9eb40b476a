// SPDX-License-Identifier: GPL-3.0-or-later
internal import Manuscript

/// A placeholder found in bytes.
struct Gap: Equatable {
    /// The bytes it takes, brackets included.
    var range: Range<Int>
    /// `CONSULTATION FINDING`, `TESTIMONY`, `TO CONFIRM`.
    var kind: String
    /// The instruction after the dash.
    var instruction: String
    /// Whether it has the one agreed form.
    var isExact: Bool
}

/// Finds the placeholders of the house and what somebody may have meant as one: a gap that a slip of the keyboard hides would be
/// printed as text.
enum Gaps {
    private static let kinds: [(name: String, words: [[UInt8]])] = [
        ("CONSULTATION FINDING", [Array("consultation".utf8), Array("finding".utf8)]),
        ("TESTIMONY", [Array("testimony".utf8)]),
        ("TO CONFIRM", [Array("to".utf8), Array("confirm".utf8)]),
    ]
    /// The word of each kind that gives it away.
    private static let tells = [Array("consultation".utf8), Array("testimony".utf8), Array("confirm".utf8)]

    /// Whether `text` may hold one; cheap, since every paragraph is asked.
    static func mayOccur(in text: String) -> Bool {
        let answer = text.utf8.withContiguousStorageIfAvailable { bytes in
            var position = 0
            while position + 4 < bytes.count {
                let byte = bytes[position] | 32
                // A bracket that is no link's or span's is rare enough to be looked at.
                if bytes[position] == 91 { return true }
                if byte == 99 || byte == 116, tells.contains(where: { starts($0, bytes, position) }) { return true }
                position += 1
            }
            return false
        }
        return answer ?? true
    }

    private static func starts<Bytes: RandomAccessCollection>(_ word: [UInt8], _ bytes: Bytes, _ position: Int) -> Bool
    where Bytes.Element == UInt8, Bytes.Index == Int {
        guard position + word.count <= bytes.count else { return false }
        for offset in 0..<word.count where bytes[position + offset] | 32 != word[offset] { return false }
        return true
    }

    /// The gaps of `bytes`, in order, not overlapping.
    static func find(in bytes: [UInt8]) -> [Gap] {
        var found: [Gap] = []
        var position = 0
        var floor = 0
        while position < bytes.count {
            let byte = bytes[position] | 32
            if byte == 99 || byte == 116, position == 0 || !isLetter(bytes[position - 1]),
                let gap = gap(at: position, in: bytes, after: floor)
            {
                found.append(gap)
                position = gap.range.upperBound
                floor = position
            } else if bytes[position] == 91, !isNamed(position + 1, bytes), let gap = nearMiss(at: position, in: bytes)
            {
                found.append(gap)
                position = gap.range.upperBound
                floor = position
            } else {
                position += 1
            }
        }
        return found
    }

    /// Whether one of the names begins at `start`, blanks aside: then the name itself is asked what it is.
    private static func isNamed(_ start: Int, _ bytes: [UInt8]) -> Bool {
        var start = start
        while let width = blank(at: start, bytes) { start += width }
        return kinds.contains { match($0.words, bytes, start) != nil }
    }

    private static func gap(at start: Int, in bytes: [UInt8], after floor: Int) -> Gap? {
        for (name, words) in kinds {
            guard let end = match(words, bytes, start) else { continue }
            var open = start
            while open > floor, let width = blank(before: open, bytes) { open -= width }
            let hasBracket = open > floor && bytes[open - 1] == 91
            let lower = hasBracket ? open - 1 : start
            var next = end
            while let width = blank(at: next, bytes) { next += width }
            let dash = dash(at: next, bytes)
            let isCapital = Array(name.utf8).elementsEqual(bytes[start..<min(start + name.utf8.count, bytes.count)])
            let closes = next < bytes.count && bytes[next] == 93
            let isMeant =
                name == "CONSULTATION FINDING"
                || (hasBracket
                    ? dash != nil || closes || isCapital : isCapital && (dash != nil || name == "TO CONFIRM"))
            guard isMeant else { continue }
            let (upper, isClosed) = extent(from: dash.map { next + $0 } ?? end, bytes, hasBracket || dash != nil)
            let body = dash.map { next + $0 } ?? end
            let stop = max(isClosed ? upper - 1 : upper, body)
            let instruction = trimmed(String(decoding: bytes[body..<stop], as: UTF8.self))
            let opening = Array("[\(name) – ".utf8)
            let isExact =
                isClosed && !instruction.isEmpty && bytes[lower...].starts(with: opening)
                && !bytes[lower..<upper].contains(10)
            return Gap(range: lower..<upper, kind: name, instruction: instruction, isExact: isExact)
        }
        return nil
    }

    /// Where the words end that begin at `start`, with any blanks or a hyphen between them.
    private static func match(_ words: [[UInt8]], _ bytes: [UInt8], _ start: Int) -> Int? {
        var position = start
        for (index, word) in words.enumerated() {
            if index > 0 {
                let before = position
                while let width = blank(at: position, bytes) ?? hyphen(at: position, bytes) { position += width }
                guard position > before else { return nil }
            }
            guard starts(word, bytes, position) else { return nil }
            position += word.count
        }
        // "findings" and "testimony" are words of prose too; the former counts by the house rule, "testimonyx" does not.
        if position < bytes.count, isLetter(bytes[position]), words.count == 1 || words[0].count == 2 { return nil }
        return position
    }

    /// The end of what belongs to a gap, and whether a bracket closes it.
    static func extent(from start: Int, _ bytes: [UInt8], _ takesRest: Bool) -> (Int, Bool) {
        guard takesRest else { return (start, false) }
        var depth = 0
        for position in start..<bytes.count {
            if bytes[position] == 91 { depth += 1 }
            if bytes[position] == 93 {
                if depth == 0 { return (position + 1, true) }
                depth -= 1
            }
        }
        // No bracket closes it: up to the next opening one, which may be another gap.
        return (bytes[start...].firstIndex(of: 91) ?? bytes.count, false)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) || byte >= 0xC3 }

    /// The length of the blank at `position`: space, tab, line end, no-break space, narrow no-break space.
    private static func blank(at position: Int, _ bytes: [UInt8]) -> Int? {
        guard position < bytes.count else { return nil }
        if bytes[position] == 32 || (9...13).contains(bytes[position]) { return 1 }
        if bytes[position...].starts(with: [0xC2, 0xA0]) { return 2 }
        if bytes[position...].starts(with: [0xE2, 0x80, 0xAF]) { return 3 }
        return nil
    }

    private static func blank(before position: Int, _ bytes: [UInt8]) -> Int? {
        for width in 1...3 where position >= width && blank(at: position - width, bytes) == width { return width }
        return nil
    }

    /// The length of the hyphen at `position`, of any kind.
    private static func hyphen(at position: Int, _ bytes: [UInt8]) -> Int? {
        guard position < bytes.count else { return nil }
        if bytes[position] == 45 || bytes[position] == 95 { return 1 }
        let rest = bytes[position...]
        return rest.starts(with: [0xE2, 0x80, 0x90]) || rest.starts(with: [0xE2, 0x80, 0x91]) ? 3 : nil
    }

    /// The length of the dash at `position`: hyphens, dashes, minus, colon.
    private static func dash(at position: Int, _ bytes: [UInt8]) -> Int? {
        guard position < bytes.count else { return nil }
        if bytes[position] == 45 || bytes[position] == 58 {
            return bytes[position...].prefix { $0 == 45 || $0 == 58 }.count
        }
        let rest = bytes[position...]
        if rest.starts(with: [0xE2, 0x80]), rest.count > 2, (0x90...0x95).contains(bytes[position + 2]) { return 3 }
        return rest.starts(with: [0xE2, 0x88, 0x92]) ? 3 : nil
    }
}

/// `text` without blanks at its ends, line ends within made blanks.
func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.map {
        $0.properties.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" ? " " : $0
    }
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[first...last])
    return String(result)
}
