// SPDX-License-Identifier: GPL-3.0-or-later

/// Puts a backslash where plain text would be read as Markdown, and nowhere else: a msgid stays readable.
enum Escape {
    /// `string` as text; blanks at the edges are written as entities if it stands first or last.
    static func text(_ string: String, isFirst: Bool, isLast: Bool) -> String {
        let bytes = Array(string.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 8)
        for (index, byte) in bytes.enumerated() {
            let before = index > 0 ? bytes[index - 1] : nil
            let next = index + 1 < bytes.count ? bytes[index + 1] : nil
            if byte == 10 || byte == 13 || byte == 9 || byte == 32,
                isEdge(bytes, index, isFirst: isFirst, isLast: isLast)
            {
                output += Array("&#\(byte);".utf8)
                continue
            }
            if needsBackslash(byte, before: before, next: next, in: bytes, at: index) {
                output.append(UInt8(ascii: "\\"))
            }
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isEdge(_ bytes: [UInt8], _ index: Int, isFirst: Bool, isLast: Bool) -> Bool {
        bytes[index] == 10 || bytes[index] == 13 || (index == 0 && isFirst) || (index == bytes.count - 1 && isLast)
    }

    private static func needsBackslash(
        _ byte: UInt8, before: UInt8?, next: UInt8?, in bytes: [UInt8], at index: Int
    ) -> Bool {
        switch byte {
        case UInt8(ascii: "*"): return !(isBlank(before) && isBlank(next))
        case UInt8(ascii: "_"):
            if isBlank(before), isBlank(next) { return false }
            return !(isWord(before) && isWord(next))
        case UInt8(ascii: "`"): return true
        case UInt8(ascii: "~"): return before == byte || next == byte || next == nil || before == nil
        case UInt8(ascii: "\\"): return next.map { isPunctuation($0) } ?? true
        case UInt8(ascii: "["): return next == UInt8(ascii: "^")
        case UInt8(ascii: "]"): return next == UInt8(ascii: "(") || next == UInt8(ascii: "{")
        case UInt8(ascii: "<"):
            guard let next else { return true }
            return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
        case UInt8(ascii: "&"): return isEntity(bytes, at: index)
        default: return false
        }
    }

    /// `destination` between the parentheses of a link.
    static func destination(_ destination: String) -> String {
        var depth = 0
        var isBalanced = true
        var needsAngles = false
        for byte in destination.utf8 {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth < 0 || depth > 20 { isBalanced = false }
            if byte <= 32 || byte == 127 { needsAngles = true }
        }
        needsAngles = needsAngles || !isBalanced || depth != 0 || destination.utf8.first == UInt8(ascii: "<")
        let bytes = Array(destination.utf8)
        var output: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : nil
            switch byte {
            case UInt8(ascii: "\\") where next.map({ isPunctuation($0) }) ?? true: output.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "&") where isEntity(bytes, at: index):
                // CommonMark resolves entities before backslashes here.
                output += Array("&amp;".utf8)
                continue
            case UInt8(ascii: "<") where needsAngles, UInt8(ascii: ">") where needsAngles:
                output.append(UInt8(ascii: "\\"))
            case 10, 13:
                output += Array("&#\(byte);".utf8)
                continue
            default: break
            }
            output.append(byte)
        }
        let text = String(decoding: output, as: UTF8.self)
        return needsAngles ? "<\(text)>" : text
    }

    /// Whether something in `string` would be read as an entity.
    static func holdsEntity(_ string: String) -> Bool {
        guard string.utf8.contains(UInt8(ascii: "&")) else { return false }
        let bytes = Array(string.utf8)
        return bytes.indices.contains { bytes[$0] == UInt8(ascii: "&") && isEntity(bytes, at: $0) }
    }

    private static func isEntity(_ bytes: [UInt8], at index: Int) -> Bool {
        var place = index + 1
        if place < bytes.count, bytes[place] == UInt8(ascii: "#") { place += 1 }
        let start = place
        while place < bytes.count, place - start < 40, isLetter(bytes[place]) || (48...57).contains(bytes[place]) {
            place += 1
        }
        return place > start && place < bytes.count && bytes[place] == UInt8(ascii: ";")
    }

    private static func isBlank(_ byte: UInt8?) -> Bool { byte == 32 }
    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
    private static func isWord(_ byte: UInt8?) -> Bool {
        byte.map { isLetter($0) || (48...57).contains($0) } ?? false
    }
    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte) || (123...126).contains(byte)
    }
}
