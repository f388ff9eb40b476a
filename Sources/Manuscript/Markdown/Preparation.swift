// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// A fault found before the tree is built.
struct PreparationFault {
    var code: DiagnosticCode
    var message: String
    var hint: String
    var range: Range<Int>
    var severity = Severity.error
}

/// Reads a manuscript line by line and replaces what CommonMark does not know: containers, attributes, comments, notes.
///
/// CommonMark takes a `:::` after a list for text of its last item, drops unused notes in silence and shows comments
/// with `--` in them; nothing that comes after it can mend that.
struct Preparation {
    let source: [UInt8]
    var output = PreparedText()
    var faults: [PreparationFault] = []

    private var fence: Fence?
    private var itemColumns: [Int] = []
    private var followsBlank = true
    private var isInCode = false
    /// From here on, up to this limit, there is no `-->`.
    var openComment = (from: Int.max, limit: 0)

    private struct Fence {
        var sign: UInt8
        var length: Int
        /// The content of the innermost item around the fence begins at this column.
        var column: Int
        var quotes: Int
    }

    init(_ source: [UInt8]) { self.source = source }

    /// The whole of a file from `offset`: the notes first, so that nothing left open in the text can swallow them.
    mutating func prepareDocument(from offset: Int) {
        // A byte order mark is no text, and CommonMark would not count it.
        let start = source[offset...].starts(with: [0xEF, 0xBB, 0xBF]) ? offset + 3 : offset
        prepareLines(start..<source.count, dedent: 0)
        let main = output
        output = PreparedText()
        output.tokens = main.tokens
        output.notes = main.notes
        for (number, note) in main.notes.enumerated() {
            output.token(.note(number), for: note.source, isBlock: true)
            output.bytes += Array("\n1. ".utf8)
            prepareLines(note.body, dedent: 4, prefix: Array("   ".utf8))
            output.bytes += [10]
        }
        if !main.notes.isEmpty {
            output.token(.body, for: offset..<offset, isBlock: true)
            output.bytes += [10]
        }
        output.append(main)
        output.finish()
    }

    /// `range` as running text alone: nothing at the head of a line begins a block.
    mutating func prepareInline(_ range: Range<Int>) {
        var place = range.lowerBound
        while place < range.upperBound {
            while place < range.upperBound, source[place] == 32 || source[place] == 9 { place += 1 }
            guard place < range.upperBound else { break }
            // Letters begin no block; the guard would hide a `www.` from the autolinker.
            if source[place] | 32 < UInt8(ascii: "a") || source[place] | 32 > UInt8(ascii: "z"), source[place] < 128 {
                output.token(.sentry, for: place..<place)
            }
            place = inline(from: place, limit: range.upperBound)
        }
        output.finish()
    }

    private mutating func prepareLines(_ range: Range<Int>, dedent: Int, prefix: [UInt8] = []) {
        fence = nil
        itemColumns = []
        followsBlank = true
        isInCode = false
        var place = range.lowerBound
        var isFirst = true
        while place < range.upperBound {
            if !isFirst {
                output.bytes += prefix
                let edge = min(place + dedent, range.upperBound)
                while place < edge, source[place] == 32 { place += 1 }
                if place < edge, source[place] == 9 { place += 1 }
                if place == range.upperBound { break }
            }
            isFirst = false
            place = line(at: place, limit: range.upperBound, isInNote: !prefix.isEmpty)
        }
        if output.bytes.last != 10 { output.bytes.append(10) }
    }

    /// Handles the line at `start`; gives the beginning of the next.
    private mutating func line(at start: Int, limit: Int, isInNote: Bool) -> Int {
        if let next = fencedLine(at: start, limit: limit) { return next }
        let shape = LineShape(source, at: start, limit: limit)
        if shape.isBlank {
            followsBlank = true
            return verbatim(start, limit: limit)
        }
        let wasBlank = followsBlank
        defer { followsBlank = false }
        if shape.quotes > 0 {
            itemColumns = []
        } else if wasBlank {
            while let last = itemColumns.last, last > shape.indent { itemColumns.removeLast() }
        }
        if shape.quotes == 0, shape.indent >= (itemColumns.last ?? 0) + 4, wasBlank || isInCode {
            isInCode = true
            return verbatim(start, limit: limit)
        }
        isInCode = false
        while !shape.items.isEmpty, let last = itemColumns.last, last > shape.indent { itemColumns.removeLast() }
        itemColumns += shape.items
        output.copy(start..<(shape.surplus ?? shape.content), of: source)
        if let surplus = shape.surplus {
            fault(
                "too-deep", "quotes and lists are nested too deeply", hint: "at most 64 levels",
                surplus..<shape.content)
        }
        if shape.content < shape.end,
            let next = block(at: start, shape, limit: limit, isInNote: isInNote, followsBlank: wasBlank)
        {
            return next
        }
        openFence(shape)
        return fence == nil ? inline(from: shape.content, limit: limit) : verbatim(shape.content, limit: limit)
    }

    /// What is ours at the head of a line; `nil` if there is nothing.
    private mutating func block(
        at start: Int, _ shape: LineShape, limit: Int, isInNote: Bool, followsBlank: Bool
    ) -> Int? {
        let content = shape.content
        switch source[content] {
        case UInt8(ascii: ":"):
            guard shape.items.isEmpty, let kind = ContainerSyntax.parse(source, in: content..<shape.end) else {
                return nil
            }
            output.token(kind, for: content..<shape.end, isBlock: true)
            self.itemColumns = itemColumns.filter { $0 <= shape.indent }
            return lineEnd(shape.end, limit: limit)
        case UInt8(ascii: "{"):
            guard !followsBlank, shape.items.isEmpty,
                let (attributes, first, end) = AttributeSyntax.trailing(source, in: content..<shape.end),
                first == content
            else { return nil }
            output.token(.blockAttributes(attributes), for: content..<end, isBlock: true)
            return lineEnd(shape.end, limit: limit)
        case UInt8(ascii: "<"):
            return blockComment(at: content, limit: limit)
        case UInt8(ascii: "["):
            guard !isInNote, shape.quotes == 0, shape.items.isEmpty, shape.indent < 4 else { return nil }
            return noteDefinition(at: content, shape, limit: limit)
        default: return nil
        }
    }

    /// A comment at the head of a line.
    private mutating func blockComment(at content: Int, limit: Int) -> Int? {
        guard isCommentStart(content, limit: limit) else { return nil }
        guard let end = commentEnd(from: content, limit: limit) else {
            fault(
                "unclosed-comment", "this comment is never closed, so all that follows would be hidden by it",
                hint: "end it with -->", content..<content + 4)
            output.token(.comment, for: content..<limit)
            return limit
        }
        var rest = end
        while rest < limit, source[rest] == 32 || source[rest] == 9 { rest += 1 }
        guard rest >= limit || source[rest] == 10 || source[rest] == 13 else {
            output.token(.comment, for: content..<end)
            return inline(from: end, limit: limit)
        }
        output.replace(content..<end, by: Array("<!---->".utf8))
        return lineEnd(rest, limit: limit)
    }

    private mutating func noteDefinition(at content: Int, _ shape: LineShape, limit: Int) -> Int? {
        guard let label = noteLabel(at: content, limit: shape.end), label.upperBound + 1 < shape.end,
            source[label.upperBound + 1] == UInt8(ascii: ":")
        else { return nil }
        var body = label.upperBound + 2
        while body < shape.end, source[body] == 32 || source[body] == 9 { body += 1 }
        let end = NoteExtent.end(source, after: shape.end, limit: limit)
        if body == shape.end {
            while body < end, source[body] <= 32 { body += 1 }
        }
        output.notes.append(
            PreparedText.NoteDefinition(
                label: String(decoding: source[label], as: UTF8.self), source: content..<shape.end,
                body: body..<max(body, end)))
        output.bytes.append(10)
        return end
    }

    private mutating func openFence(_ shape: LineShape) {
        guard shape.content + 2 < shape.end else { return }
        let sign = source[shape.content]
        guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return }
        var place = shape.content
        while place < shape.end, source[place] == sign { place += 1 }
        let length = place - shape.content
        guard length >= 3, sign == UInt8(ascii: "~") || !source[place..<shape.end].contains(sign) else { return }
        fence = Fence(sign: sign, length: length, column: itemColumns.last ?? 0, quotes: shape.quotes)
    }

    /// The line at `start` if it belongs to a fenced code block.
    private mutating func fencedLine(at start: Int, limit: Int) -> Int? {
        guard let fence else { return nil }
        let shape = LineShape(source, at: start, limit: limit, readsItems: false, maximumQuotes: fence.quotes)
        let hasLeft = shape.quotes < fence.quotes || (shape.content < shape.end && shape.indent < fence.column)
        if hasLeft {
            self.fence = nil
            return nil
        }
        var place = shape.content
        while place < shape.end, source[place] == fence.sign { place += 1 }
        if place - shape.content >= fence.length, shape.indent < fence.column + 4,
            source[place..<shape.end].allSatisfy({ $0 == 32 || $0 == 9 })
        {
            self.fence = nil
        }
        followsBlank = false
        return verbatim(start, limit: limit)
    }

    mutating func fault(_ code: DiagnosticCode, _ message: String, hint: String, _ range: Range<Int>) {
        faults.append(PreparationFault(code: code, message: message, hint: hint, range: range))
    }

    /// Writes a line feed for the line's end at `end`; gives the beginning of the next line.
    mutating func lineEnd(_ end: Int, limit: Int) -> Int {
        guard end < limit else { return end }
        let length = source[end] == 13 && end + 1 < limit && source[end + 1] == 10 ? 2 : 1
        if source[end] == 10 {
            output.copy(end..<end + 1, of: source)
        } else {
            output.replace(end..<end + length, by: [10])
        }
        return end + length
    }
}
