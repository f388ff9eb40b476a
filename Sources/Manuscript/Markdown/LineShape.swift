// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands at the head of a line: the signs of quotes and list items, and where the text begins.
struct LineShape {
    /// Offset of the first byte that is neither blank nor a quote's or item's sign.
    var content: Int
    /// Offset of the line's end, line feed excluded.
    var end: Int
    /// How many `>`.
    var quotes = 0
    /// The column of the first sign of an item, or of the content, counted after the quotes.
    var indent = 0
    /// The columns where the contents of the items begin that this line opens.
    var items: [Int] = []
    /// Where the signs of quotes and items become too many.
    var surplus: Int?

    var isBlank: Bool { content >= end && items.isEmpty && quotes == 0 }

    /// The line at `start`; signs of items are looked for only if `readsItems`, and at most `maximumQuotes` are taken.
    init(
        _ bytes: [UInt8], at start: Int, limit: Int, readsItems: Bool = true, maximumQuotes: Int = .max, depth: Int = 64
    ) {
        end = start
        while end < limit, bytes[end] != 10, bytes[end] != 13 { end += 1 }
        content = start
        var column = 0
        var base = 0
        var divider: Int?
        while true {
            while content < end, bytes[content] == 32 || bytes[content] == 9 {
                column += bytes[content] == 9 ? 4 - column % 4 : 1
                content += 1
            }
            if items.isEmpty { indent = column - base }
            guard content < end, items.last.map({ column - base - $0 < 4 }) ?? true else { return }
            if bytes[content] == UInt8(ascii: ">"), quotes < maximumQuotes {
                note(quotes: quotes + 1, depth: depth)
                content += 1
                column += 1
                base = column
                if content < end, bytes[content] == 32 {
                    content += 1
                    column += 1
                    base += 1
                }
                items.removeAll(keepingCapacity: true)
                continue
            }
            guard readsItems, let length = Self.itemSign(bytes, at: content, end: end) else { return }
            if divider == nil { divider = Self.divider(bytes, from: content, end: end) }
            if let divider, content >= divider, bytes[content] == bytes[divider] { return }
            if items.count + quotes >= depth, surplus == nil { surplus = content }
            content += length
            column += length
            items.append(column - base + 1)
            if surplus != nil { items.removeLast() }
        }
    }

    private mutating func note(quotes count: Int, depth: Int) {
        if count + items.count > depth, surplus == nil { surplus = content }
        quotes = count
    }

    /// The length of the sign of a list item at `place`: `-`, `*`, `+`, `1.`, `1)`, with a blank or the line's end after it.
    static func itemSign(_ bytes: [UInt8], at place: Int, end: Int) -> Int? {
        var after = place
        switch bytes[place] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): after += 1
        case 48...57:
            while after < end, after - place < 10, (48...57).contains(bytes[after]) { after += 1 }
            guard after - place < 10, after < end,
                bytes[after] == UInt8(ascii: ".") || bytes[after] == UInt8(ascii: ")")
            else { return nil }
            after += 1
        default: return nil
        }
        return after == end || bytes[after] == 32 || bytes[after] == 9 ? after - place : nil
    }

    /// Where the tail of the line begins that is a thematic break: `end` if there is none.
    private static func divider(_ bytes: [UInt8], from start: Int, end: Int) -> Int {
        var sign: UInt8?
        var count = 0
        var first = end
        var place = end
        while place > start {
            let byte = bytes[place - 1]
            if byte != 32, byte != 9 {
                guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_"),
                    sign == nil || sign == byte
                else { break }
                sign = byte
                count += 1
                first = place - 1
            }
            place -= 1
        }
        return count >= 3 && first < end ? first : end
    }
}
