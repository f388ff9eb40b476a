// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// Running text as it grows: neighbouring texts are joined, and open brackets wait for their attributes.
struct InlineRun {
    private var inlines: [Inline] = []
    /// Open brackets: where each stands, and how deep spans nest in it.
    private var openings: [(place: Int, depth: Int)] = []
    private var bracketed: (range: Range<Int>, depth: Int)?
    private var hasComment = false
    private var isAfterComment = false
    /// Whether a `[…]{…}` may come.
    var seeksSpans = false

    mutating func append(_ inline: Inline) {
        bracketed = nil
        isAfterComment = false
        inlines.append(inline)
    }

    /// Adds plain text.
    mutating func append(text: String, at origin: Origin) {
        bracketed = nil
        var text = Substring(text)
        if isAfterComment {
            isAfterComment = false
            // What stood on both sides of a comment meets with one blank.
            if endsBlank, text.first == " " { text = text.dropFirst() }
        }
        guard !text.isEmpty else { return }
        if seeksSpans {
            inlines.append(Inline(.text(String(text)), at: origin))
        } else {
            Self.join(Inline(.text(String(text)), at: origin), to: &inlines)
        }
    }

    /// Adds plain text that is a bracket, or holds none.
    mutating func append(bracketed text: String, at origin: Origin) {
        append(text: text, at: origin)
        guard seeksSpans else { return }
        if text == "[" {
            openings.append((inlines.count - 1, 0))
        } else if text == "]", let opening = openings.popLast() {
            bracketed = (opening.place..<inlines.count, opening.depth)
            deepen(to: opening.depth)
        }
    }

    private mutating func deepen(to depth: Int) {
        guard let last = openings.indices.last else { return }
        openings[last].depth = max(openings[last].depth, depth)
    }

    mutating func appendComment() {
        hasComment = true
        isAfterComment = true
    }

    private var endsBlank: Bool {
        guard let last = inlines.last else { return true }
        if case .text(let text) = last.content { return text.utf8.last == 32 }
        return last.isBreak
    }

    /// What the brackets hold that were closed just now, without them, and how deep spans nest in it.
    mutating func takeBracketed() -> (inlines: [Inline], origin: Origin, depth: Int)? {
        guard let (range, depth) = bracketed, range.upperBound == inlines.count else { return nil }
        let origin = inlines[range.lowerBound].origin
        let inner = Array(inlines[range.lowerBound + 1..<range.upperBound - 1])
        inlines.removeSubrange(range)
        bracketed = nil
        return (Self.joined(inner), origin, depth)
    }

    /// Adds a span in which others nest to `depth`.
    mutating func append(span: Inline, depth: Int) {
        append(span)
        deepen(to: depth + 1)
    }

    /// Adds what was in brackets as if there had been none.
    mutating func append(contentsOf inner: [Inline], depth: Int) {
        for inline in inner { append(inline) }
        deepen(to: depth)
    }

    /// The link or image at the end.
    var lastAttributable: Inline? {
        switch inlines.last?.content {
        case .link, .image: inlines.last
        default: nil
        }
    }

    mutating func replaceLast(_ inline: Inline) {
        inlines.removeLast()
        append(inline)
    }

    /// The whole.
    mutating func finished() -> [Inline] {
        if hasComment { inlines.trimEnd() }
        return seeksSpans ? Self.joined(inlines) : inlines
    }

    private static func joined(_ inlines: [Inline]) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines { join(inline, to: &result) }
        return result
    }

    /// Adds `inline`; a text grows the text before it, in place, so that many small pieces stay cheap.
    private static func join(_ inline: Inline, to inlines: inout [Inline]) {
        guard let end = inlines.indices.last, case .text(let text) = inline.content,
            case .text(var before) = inlines[end].content
        else { return inlines.append(inline) }
        inlines[end].content = .softBreak
        before += text
        inlines[end].content = .text(before)
        let first = inlines[end].origin
        let range =
            first.source.utf8.lowerBound..<max(first.source.utf8.upperBound, inline.origin.source.utf8.upperBound)
        inlines[end].origin.source = SourceRange(file: first.source.file, utf8: range)
    }
}

extension [Inline] {
    /// Drops blanks and line ends at the end.
    mutating func trimEnd() {
        while let last {
            guard case .text(let text) = last.content else {
                guard last.content == .softBreak else { return }
                removeLast()
                continue
            }
            let kept = text.utf8.count - text.utf8.reversed().prefix { $0 == 32 || $0 == 9 }.count
            if kept == text.utf8.count { return }
            removeLast()
            if kept > 0 {
                append(Inline(.text(String(decoding: text.utf8.prefix(kept), as: UTF8.self)), at: last.origin))
                return
            }
        }
    }
}

/// A text node cut at its tokens, and at brackets where spans are sought.
struct TextPieces {
    var text = ""
    var token: Int?
    var followsBracket = false

    static func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ prepared: PreparedText, seeksSpans: Bool) -> [TextPieces] {
        var pieces: [TextPieces] = []
        var plain = 0
        var place = 0
        func flush(to end: Int) {
            guard plain < end else { return }
            pieces.append(TextPieces(text: String(decoding: bytes[plain..<end], as: UTF8.self)))
        }
        while place < bytes.count {
            if PreparedText.isMark(bytes, at: place), let (token, end) = prepared.token(in: bytes, at: place) {
                flush(to: place)
                pieces.append(TextPieces(token: token))
                place = end
                plain = end
            } else if seeksSpans, bytes[place] == UInt8(ascii: "[") || bytes[place] == UInt8(ascii: "]") {
                flush(to: place)
                plain = place
                place += 1
                flush(to: place)
                plain = place
            } else {
                place += 1
            }
        }
        flush(to: bytes.count)
        return pieces
    }
}
