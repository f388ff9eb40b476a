// SPDX-License-Identifier: GPL-3.0-or-later

/// Takes the tags out of raw HTML.
enum HTMLText {
    /// The text of `html` in one line, and its first tag; `nil` where there are only comments.
    static func strip(_ html: String) -> (text: String, firstTag: String?) {
        let bytes = Array(html.utf8)
        var text: [UInt8] = []
        var firstTag: String?
        var place = 0
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<"), let end = tagEnd(bytes, from: place) else {
                if bytes[place] > 32 {
                    text.append(bytes[place])
                } else if let last = text.last, last != 32 {
                    text.append(32)
                }
                place += 1
                continue
            }
            let tag = String(decoding: bytes[place..<end], as: UTF8.self)
            place = end
            guard !tag.hasPrefix("<!--") else { continue }
            if firstTag == nil { firstTag = tag }
            if let last = text.last, last != 32 { text.append(32) }
        }
        while text.last == 32 { text.removeLast() }
        if firstTag == nil, !text.isEmpty { firstTag = String(decoding: text.prefix(40), as: UTF8.self) }
        return (String(decoding: text, as: UTF8.self), firstTag)
    }

    /// The element's name: `br` of `<br/>`.
    static func name(of tag: String) -> String {
        String(
            decoding: tag.utf8.drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") }
                .prefix { (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0) }
                .map { $0 | 32 }, as: UTF8.self)
    }

    private static func tagEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let isComment = bytes[start...].starts(with: "<!--".utf8)
        let first = bytes[start + 1]
        guard isComment || (first | 32 >= 97 && first | 32 <= 122) || first == 33 || first == 47 || first == 63 else {
            return nil
        }
        var place = start + (isComment ? 2 : 1)
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: ">") {
                if !isComment || (bytes[place - 1] == 45 && bytes[place - 2] == 45) { return place + 1 }
            } else if !isComment, bytes[place] == UInt8(ascii: "<") {
                return nil
            }
            place += 1
        }
        return isComment ? place : nil
    }
}
