// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads and writes `{#id .class key=value flag}`.
enum AttributeSyntax {
    /// The attributes whose `{` stands at `start`, and the offset after their `}`; `nil` if this is not the syntax.
    static func parse(_ bytes: [UInt8], at start: Int, limit: Int) -> (attributes: Attributes, end: Int)? {
        guard start < limit, bytes[start] == UInt8(ascii: "{") else { return nil }
        var attributes = Attributes()
        var place = start + 1
        while true {
            while place < limit, isBlank(bytes[place]) { place += 1 }
            guard place < limit else { return nil }
            switch bytes[place] {
            case UInt8(ascii: "}"):
                return attributes.isEmpty ? nil : (attributes, place + 1)
            case UInt8(ascii: "#"):
                guard let name = word(bytes, from: &place, limit: limit), attributes.id == nil else { return nil }
                attributes.id = name
            case UInt8(ascii: "."):
                guard let name = word(bytes, from: &place, limit: limit) else { return nil }
                attributes.classes.append(name)
            default:
                guard let (key, value) = pair(bytes, from: &place, limit: limit) else { return nil }
                attributes.values[key] = value
            }
            guard place < limit, isBlank(bytes[place]) || bytes[place] == UInt8(ascii: "}") else { return nil }
        }
    }

    /// The attributes that close the line `range`, blanks aside, and where their `{` stands.
    static func trailing(_ bytes: [UInt8], in range: Range<Int>) -> (attributes: Attributes, start: Int, end: Int)? {
        var end = range.upperBound
        while end > range.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
        guard end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "}") else { return nil }
        var start = end - 1
        while start > range.lowerBound, bytes[start] != UInt8(ascii: "{") { start -= 1 }
        guard let (attributes, after) = parse(bytes, at: start, limit: end), after == end else { return nil }
        return (attributes, start, end)
    }

    /// The canonical form, keys in order: `{#id .class key=value flag}`.
    static func text(of attributes: Attributes) -> String {
        var words: [String] = []
        if let id = attributes.id { words.append("#" + id) }
        words += attributes.classes.map { "." + $0 }
        for (key, value) in attributes.values.sorted(by: { $0.key < $1.key }) {
            if value.isEmpty {
                words.append(key)
            } else if value.utf8.allSatisfy({ isWordByte($0) }) {
                words.append(key + "=" + value)
            } else {
                let quote = value.utf8.contains(UInt8(ascii: "\"")) ? "'" : "\""
                words.append(key + "=" + quote + value + quote)
            }
        }
        var text = "{"
        for (index, word) in words.enumerated() { text += index == 0 ? word : " " + word }
        return text + "}"
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...32, 127, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            UInt8(ascii: "="):
            false
        default: true
        }
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// The word after the sign at `place`.
    private static func word(_ bytes: [UInt8], from place: inout Int, limit: Int) -> String? {
        let start = place + 1
        place = start
        while place < limit, isWordByte(bytes[place]) { place += 1 }
        return place == start ? nil : String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private static func pair(_ bytes: [UInt8], from place: inout Int, limit: Int) -> (String, String)? {
        let start = place
        guard bytes[place] | 32 >= UInt8(ascii: "a"), bytes[place] | 32 <= UInt8(ascii: "z") else { return nil }
        while place < limit, isKeyByte(bytes[place]) { place += 1 }
        let key = String(decoding: bytes[start..<place], as: UTF8.self)
        guard place < limit, bytes[place] == UInt8(ascii: "=") else { return (key, "") }
        place += 1
        guard place < limit else { return nil }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            place -= 1
            return word(bytes, from: &place, limit: limit).map { (key, $0) }
        }
        let value = place + 1
        place = value
        while place < limit, bytes[place] != quote, bytes[place] != UInt8(ascii: "{"), bytes[place] >= 32 { place += 1 }
        guard place < limit, bytes[place] == quote else { return nil }
        place += 1
        return (key, String(decoding: bytes[value..<place - 1], as: UTF8.self))
    }
}
