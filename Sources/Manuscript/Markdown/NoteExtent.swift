// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds where the text of a `[^label]:` ends.
enum NoteExtent {
    /// The offset of the first line that does not belong to the note whose first line ends at `firstEnd`.
    static func end(_ bytes: [UInt8], after firstEnd: Int, limit: Int) -> Int {
        var place = lineAfter(bytes, firstEnd, limit: limit)
        var end = place
        var followsBlank = false
        while place < limit {
            var content = place
            var column = 0
            while content < limit, bytes[content] == 32 || bytes[content] == 9 {
                column += bytes[content] == 9 ? 4 : 1
                content += 1
            }
            if content == limit || bytes[content] == 10 || bytes[content] == 13 {
                followsBlank = true
            } else {
                if column < 4, followsBlank || beginsBlock(bytes, at: content, limit: limit) { return end }
                followsBlank = false
            }
            while content < limit, bytes[content] != 10, bytes[content] != 13 { content += 1 }
            place = lineAfter(bytes, content, limit: limit)
            if !followsBlank { end = place }
        }
        return end
    }

    private static func lineAfter(_ bytes: [UInt8], _ end: Int, limit: Int) -> Int {
        guard end < limit else { return limit }
        return bytes[end] == 13 && end + 1 < limit && bytes[end + 1] == 10 ? end + 2 : end + 1
    }

    private static func beginsBlock(_ bytes: [UInt8], at place: Int, limit: Int) -> Bool {
        let next = place + 1 < limit ? bytes[place + 1] : 10
        switch bytes[place] {
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"): return true
        case UInt8(ascii: "["): return next == UInt8(ascii: "^")
        case UInt8(ascii: ":"): return next == UInt8(ascii: ":")
        case UInt8(ascii: "<"): return next == UInt8(ascii: "!")
        case UInt8(ascii: "`"), UInt8(ascii: "~"): return next == bytes[place]
        default: return LineShape.itemSign(bytes, at: place, end: limit) != nil
        }
    }
}
