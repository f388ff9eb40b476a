// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the lines `:::name Title {…}` and `:::`.
enum ContainerSyntax {
    /// What the line `range` opens or closes.
    static func parse(_ bytes: [UInt8], in range: Range<Int>) -> PreparedText.Token.Kind? {
        var place = range.lowerBound
        while place < range.upperBound, bytes[place] == UInt8(ascii: ":") { place += 1 }
        let colons = place - range.lowerBound
        guard colons >= 3 else { return nil }
        var end = range.upperBound
        while end > place, bytes[end - 1] == 32 || bytes[end - 1] == 9 || bytes[end - 1] == UInt8(ascii: ":") {
            end -= 1
        }
        while place < end, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
        if place >= end { return .closing(colons: colons) }
        var attributes = Attributes()
        if let trailing = AttributeSyntax.trailing(bytes, in: place..<end) {
            attributes = trailing.attributes
            end = trailing.start
            while end > place, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
        }
        let start = place
        while place < end, isNameByte(bytes[place]) { place += 1 }
        guard place == end || bytes[place] == 32 || bytes[place] == 9 else { return nil }
        var name = String(decoding: bytes[start..<place], as: UTF8.self)
        if name.isEmpty {
            guard place == end, !attributes.classes.isEmpty else { return nil }
            name = attributes.classes.removeFirst()
        }
        while place < end, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
        return .opening(name: name, title: place..<end, attributes: attributes, colons: colons)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

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
