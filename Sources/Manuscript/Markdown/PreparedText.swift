// SPDX-License-Identifier: GPL-3.0-or-later

/// Markdown made ready for CommonMark: what only we understand is replaced by tokens, and every byte knows its source.
///
/// A token is its index between two `⸎`. That sign is punctuation as the brackets and braces are that it replaces, so
/// emphasis beside it is read as before. A `⸎` in the manuscript becomes a token too, so none can be forged.
struct PreparedText {
    /// What stands for a token.
    struct Token {
        enum Kind {
            /// Characters that must not be read as syntax.
            case literal(String)
            /// A comment: nothing.
            case comment
            /// Stands before what would begin a block.
            case sentry
            /// `[^label]`.
            case noteCall(String)
            /// `{…}` after `]` or `)`.
            case spanAttributes(Attributes)
            /// `{…}` at the end of a line.
            case trailingAttributes(Attributes)
            /// A line of `{…}` alone.
            case blockAttributes(Attributes)
            /// `:::name Title {…}`; `title` is the range of the title in the source.
            case opening(name: String, title: Range<Int>, attributes: Attributes, colons: Int)
            /// `:::`.
            case closing(colons: Int)
            /// The text of note number n follows.
            case note(Int)
            /// The document itself follows.
            case body
        }
        var kind: Kind
        /// The bytes that it replaces.
        var source: Range<Int>
    }

    /// A `[^label]: …`.
    struct NoteDefinition {
        var label: String
        /// From the label to the end of the first line.
        var source: Range<Int>
        var body: Range<Int>
    }

    /// A run of the output; `replaced` is the range of the source that it stands for, or that it copies if `isCopy`.
    struct Segment {
        var output: Int
        var source: Int
        /// The length of what it replaces; `nil` for a copy.
        var replaced: Int?
    }

    static let mark: [UInt8] = [0xE2, 0xB8, 0x8E]

    var bytes: [UInt8] = []
    var segments: [Segment] = []
    var tokens: [Token] = []
    var notes: [NoteDefinition] = []
    private(set) var lineStarts: [Int] = [0]
    /// Whether a token is a span's.
    private(set) var hasSpanAttributes = false

    /// Copies `range` of `source` as it is.
    mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
        guard !range.isEmpty else { return }
        if let last = segments.last, last.replaced == nil,
            last.source + bytes.count - last.output == range.lowerBound
        {
        } else {
            segments.append(Segment(output: bytes.count, source: range.lowerBound, replaced: nil))
        }
        bytes += source[range]
    }

    /// Puts `text` in place of `range` of the source.
    mutating func replace(_ range: Range<Int>, by text: [UInt8]) {
        segments.append(Segment(output: bytes.count, source: range.lowerBound, replaced: range.count))
        bytes += text
    }

    /// Puts a token in place of `range`; inside a comment of its own if it is to stand as a block.
    mutating func token(_ kind: Token.Kind, for range: Range<Int>, isBlock: Bool = false) {
        var text: [UInt8] = isBlock ? Array("<!--".utf8) : []
        text += Self.mark
        text += String(tokens.count).utf8
        text += Self.mark
        if isBlock { text += Array("-->".utf8) }
        if case .spanAttributes = kind { hasSpanAttributes = true }
        tokens.append(Token(kind: kind, source: range))
        replace(range, by: text)
    }

    /// Puts `later` after this text; its tokens must continue those of this one.
    mutating func append(_ later: PreparedText) {
        for var segment in later.segments {
            segment.output += bytes.count
            segments.append(segment)
        }
        bytes += later.bytes
        hasSpanAttributes = hasSpanAttributes || later.hasSpanAttributes
    }

    /// Counts the lines; to be called when the text is complete.
    mutating func finish() {
        lineStarts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 10 { lineStarts.append(offset + 1) }
    }

    /// The offset in the source of the byte at a line and column of the output, or of the end of what it replaces.
    func source(line: Int32, column: Int32, isEnd: Bool) -> Int {
        guard line >= 1, Int(line) <= lineStarts.count, let first = segments.first else {
            return segments.first?.source ?? 0
        }
        let output = min(lineStarts[Int(line) - 1] + max(Int(column) - 1, 0), max(bytes.count - 1, 0))
        var low = 0
        var high = segments.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if segments[middle].output <= output { low = middle } else { high = middle - 1 }
        }
        let segment = segments[low]
        guard output >= first.output else { return first.source }
        if let length = segment.replaced { return segment.source + (isEnd ? length : 0) }
        return segment.source + output - segment.output + (isEnd ? 1 : 0)
    }

    /// The token whose first `⸎` stands at `place` of `text`, and the offset after it.
    func token(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> (index: Int, end: Int)? {
        var index = 0
        var digit = place + 3
        while digit < text.count, (48...57).contains(text[digit]), index < tokens.count {
            index = index * 10 + Int(text[digit] - 48)
            digit += 1
        }
        guard index < tokens.count, digit + 2 < text.count, text[digit] == 0xE2, text[digit + 1] == 0xB8,
            text[digit + 2] == 0x8E
        else { return nil }
        return (index, digit + 3)
    }

    /// `text` with every token turned back into what it replaced.
    func restored(_ text: String, source: [UInt8]) -> String {
        guard !tokens.isEmpty, text.utf8.contains(0xE2) else { return text }
        var text = text
        return text.withUTF8 { buffer in
            var output: [UInt8] = []
            output.reserveCapacity(buffer.count)
            var place = 0
            while place < buffer.count {
                guard Self.isMark(buffer, at: place), let (index, end) = token(in: buffer, at: place) else {
                    output.append(buffer[place])
                    place += 1
                    continue
                }
                place = end
                // A block's token brought its own comment along.
                let dashes = Array("<!--".utf8)
                if output.suffix(4).elementsEqual(dashes), tokens[index].standsAsBlock {
                    output.removeLast(4)
                    place = min(place + 3, buffer.count)
                }
                output += source[tokens[index].source]
            }
            return String(decoding: output, as: UTF8.self)
        }
    }

    /// Whether a `⸎` stands at `place`.
    static func isMark(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        text[place] == 0xE2 && place + 2 < text.count && text[place + 1] == 0xB8 && text[place + 2] == 0x8E
    }
}

extension PreparedText.Token {
    /// Whether the token was put in a comment of its own.
    var standsAsBlock: Bool {
        switch kind {
        case .blockAttributes, .opening, .closing, .note, .body: true
        case .literal, .comment, .sentry, .noteCall, .spanAttributes, .trailingAttributes: false
        }
    }
}
