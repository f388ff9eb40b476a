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
