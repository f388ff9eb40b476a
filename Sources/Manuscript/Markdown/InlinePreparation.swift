// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

extension Preparation {
    /// Handles running text from `start` to the line's end; gives the beginning of the next line.
    mutating func inline(from start: Int, limit: Int) -> Int {
        var place = start
        var plain = start
        var openCode: Int?
        var lineEnd = endOfLine(from: start, limit: limit)
        var trailing = AttributeSyntax.trailing(source, in: start..<lineEnd)
        /// Puts a token in place of `range`.
        func take(_ kind: PreparedText.Token.Kind, _ range: Range<Int>) {
            output.copy(plain..<range.lowerBound, of: source)
            output.token(kind, for: range)
            place = range.upperBound
            plain = place
        }
        while place < lineEnd {
            let byte = source[place]
            let next = place + 1 < lineEnd ? source[place + 1] : 0
            switch byte {
            case UInt8(ascii: "\\"):
                if next == UInt8(ascii: "[") || next == UInt8(ascii: "]") || next == UInt8(ascii: ":") {
                    take(.literal(String(UnicodeScalar(next))), place..<place + 2)
                } else {
                    place += next >= 33 && next < 127 ? 2 : 1
                }
            case UInt8(ascii: "`"):
                let first = place
                while place < lineEnd, source[place] == byte { place += 1 }
                if openCode == nil { openCode = place - first } else if openCode == place - first { openCode = nil }
            case UInt8(ascii: "<") where isCommentStart(place, limit: limit):
                guard let end = commentEnd(from: place, limit: limit) else {
                    fault(
                        "unclosed-comment", "this comment is never closed", hint: "end it with -->", place..<place + 4)
                    place += 4
                    continue
                }
                guard end <= lineEnd || openCode == nil else {
                    place += 4
                    continue
                }
                take(.comment, place..<end)
                if end > lineEnd {
                    lineEnd = endOfLine(from: end, limit: limit)
                    trailing = AttributeSyntax.trailing(source, in: end..<lineEnd)
                }
            case UInt8(ascii: "[") where next == UInt8(ascii: "^"):
                if let label = noteLabel(at: place, limit: lineEnd) {
                    take(.noteCall(String(decoding: source[label], as: UTF8.self)), place..<label.upperBound + 1)
                } else {
                    place += 2
                }
            case UInt8(ascii: "]") where next == UInt8(ascii: "{"), UInt8(ascii: ")") where next == UInt8(ascii: "{"):
                place += 1
                if let (attributes, end) = AttributeSyntax.parse(source, at: place, limit: lineEnd) {
                    take(.spanAttributes(attributes), place..<end)
                }
            case UInt8(ascii: "{"):
                if let (attributes, first, end) = trailing, first == place {
                    take(.trailingAttributes(attributes), place..<end)
                } else {
                    place += 1
                }
            default:
                if let kind = odd(at: place, limit: lineEnd) {
                    take(kind.0, place..<place + kind.1)
                } else {
                    place += 1
                }
            }
        }
        output.copy(plain..<lineEnd, of: source)
        return self.lineEnd(lineEnd, limit: limit)
    }

    /// A whole line as it is, but for the signs that no text may hold.
    mutating func verbatim(_ start: Int, limit: Int) -> Int {
        let end = endOfLine(from: start, limit: limit)
        var plain = start
        var place = start
        while place < end {
            guard let (kind, length) = odd(at: place, limit: end) else {
                place += 1
                continue
            }
            output.copy(plain..<place, of: source)
            output.token(kind, for: place..<place + length)
            place += length
            plain = place
        }
        output.copy(plain..<end, of: source)
        return lineEnd(end, limit: limit)
    }

    /// The mark of tokens itself, or a character that is no text: what stands for it, and its length.
    private mutating func odd(at place: Int, limit: Int) -> (PreparedText.Token.Kind, Int)? {
        switch source[place] {
        case 9: return nil
        case 0..<32, 127: return control(UInt32(source[place]), place..<place + 1)
        case 0xC2 where place + 1 < limit && source[place + 1] < 0xA0:
            return control(UInt32(source[place + 1]), place..<place + 2)
        case 0xE2 where place + 2 < limit && source[place + 1] == 0xB8 && source[place + 2] == 0x8E:
            return (.literal("\u{2E0E}"), 3)
        case 0xE2 where place + 2 < limit && source[place + 1] == 0x80 && (0xAA...0xAE).contains(source[place + 2]):
            let fault = DirectionControl.fault(at: nil)
            faults.append(
                PreparationFault(
                    code: fault.code, message: fault.message, hint: fault.hint, range: place..<place + 3,
                    severity: fault.severity))
            return (.literal(""), 3)
        // U+FFFE and U+FFFF.
        case 0xEF where place + 2 < limit && source[place + 1] == 0xBF && source[place + 2] >= 0xBE:
            return control(0xFFC0 + UInt32(source[place + 2] & 0x3F), place..<place + 3)
        default: return nil
        }
    }

    private mutating func control(_ code: UInt32, _ range: Range<Int>) -> (PreparedText.Token.Kind, Int) {
        fault(
            "control-character", "a control character (code \(code)) is not text", hint: "delete it", range)
        return (.literal("\u{FFFD}"), range.count)
    }

    func endOfLine(from start: Int, limit: Int) -> Int {
        var end = start
        while end < limit, source[end] != 10, source[end] != 13 { end += 1 }
        return end
    }

    func isCommentStart(_ place: Int, limit: Int) -> Bool {
        place + 3 < limit && source[place] == UInt8(ascii: "<") && source[place + 1] == UInt8(ascii: "!")
            && source[place + 2] == UInt8(ascii: "-") && source[place + 3] == UInt8(ascii: "-")
    }

    /// The offset after the `-->` of the comment at `start`.
    mutating func commentEnd(from start: Int, limit: Int) -> Int? {
        guard start < openComment.from || limit != openComment.limit else { return nil }
        var place = start + 2
        while place + 2 < limit {
            if source[place + 2] == UInt8(ascii: ">"), source[place] == UInt8(ascii: "-"),
                source[place + 1] == UInt8(ascii: "-")
            {
                return place + 3
            }
            place += 1
        }
        openComment = (start, limit)
        return nil
    }

    /// The label of the `[^label]` at `start`.
    func noteLabel(at start: Int, limit: Int) -> Range<Int>? {
        guard start + 2 < limit, source[start] == UInt8(ascii: "["), source[start + 1] == UInt8(ascii: "^") else {
            return nil
        }
        var place = start + 2
        while place < limit, place - start < 256, source[place] > 32, source[place] != UInt8(ascii: "]"),
            source[place] != UInt8(ascii: "[")
        {
            place += 1
        }
        guard place < limit, place > start + 2, source[place] == UInt8(ascii: "]") else { return nil }
        return start + 2..<place
    }
}
