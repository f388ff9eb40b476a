// SPDX-License-Identifier: GPL-3.0-or-later
internal import CommonMark
internal import Groundwork

extension Conversion {
    /// Spans nest no deeper than this within one emphasis, link or block.
    private static var spanLimit: Int { 8 }

    /// The running text of the siblings in `range`.
    mutating func inlines(in range: Range<Int>, depth: Int) -> [Inline] {
        guard !range.isEmpty else { return [] }
        let first = self.range(of: nodes[range.lowerBound])
        guard depth < Self.depthLimit else {
            let origin = origin(first)
            reportDepth(at: origin)
            return [Inline(.text(bareText(in: range)), at: origin)]
        }
        var run = InlineRun()
        run.seeksSpans = hasSpanAttributes(range)
        var end = first.lowerBound
        var place = range.lowerBound
        while place < range.upperBound {
            let node = nodes[place]
            let span = self.range(of: node, or: end)
            convert(place, span, into: &run, depth: depth)
            end = max(end, span.upperBound)
            place = node.end
        }
        return run.finished()
    }

    /// The text in `range` of the source, as running text.
    mutating func inlines(ofSource range: Range<Int>) -> [Inline] {
        guard !range.isEmpty else { return [] }
        var preparation = Preparation(source)
        preparation.prepareInline(range)
        var conversion = Conversion(
            preparation, ground: ground, ids: ids, language: language, figurePath: figurePath)
        swap(&conversion.diagnostics, &diagnostics)
        // The faults of its signs were reported with the lines of the file.
        let inlines = conversion.runningText([])
        swap(&conversion.diagnostics, &diagnostics)
        return inlines
    }

    private func hasSpanAttributes(_ range: Range<Int>) -> Bool {
        guard text.hasSpanAttributes else { return false }
        var place = range.lowerBound
        while place < range.upperBound {
            if nodes[place].kind == .text, nodes[place].literal.utf8.contains(0xE2) { return true }
            place = nodes[place].end
        }
        return false
    }

    private mutating func convert(_ place: Int, _ span: Range<Int>, into run: inout InlineRun, depth: Int) {
        let node = nodes[place]
        let inner = place + 1..<node.end
        let origin = origin(span)
        switch node.kind {
        case .text: add(cleaned(node.literal, at: origin), span, to: &run)
        case .softBreak: run.append(Inline(.softBreak, at: origin))
        case .lineBreak: run.append(Inline(.lineBreak, at: origin))
        case .code: run.append(Inline(.code(cleaned(restored(node.literal), at: origin)), at: origin))
        case .emphasis, .strong, .strikethrough:
            let text = inlines(in: inner, depth: depth + 1)
            // Only a comment or a tag was in it.
            guard !text.isEmpty else { return }
            switch node.kind {
            case .emphasis: run.append(Inline(.emphasis(text), at: origin))
            case .strong: run.append(Inline(.strong(text), at: origin))
            default: run.append(Inline(.strikethrough(text), at: origin))
            }
        case .link(let destination, let title):
            if !title.isEmpty { reportTitle(restored(title), at: origin) }
            if inner.count == 1, nodes[inner.lowerBound].literal == destination,
                addAutolink(destination, span, to: &run)
            {
                return
            }
            let text = inlines(in: inner, depth: depth + 1)
            run.append(Inline(.link(.written(restored(destination)), text), at: origin))
        case .image(let destination, let title):
            if !title.isEmpty { reportTitle(restored(title), at: origin) }
            let figure = figure(destination: restored(destination), alternative: inner, at: origin)
            run.append(Inline(.image(figure), at: origin))
        case .html:
            let tag = restored(node.literal)
            reportHTML(tag, at: origin)
            if HTMLText.name(of: tag) == "br" { run.append(Inline(.lineBreak, at: origin)) }
        default:
            for inline in inlines(in: inner, depth: depth + 1) { run.append(inline) }
        }
    }

    /// Adds a bare address that swallowed a note's call, and what else was not its own; false if nothing was.
    private mutating func addAutolink(_ destination: String, _ span: Range<Int>, to run: inout InlineRun) -> Bool {
        guard !text.tokens.isEmpty, destination.utf8.contains(0xE2) else { return false }
        var bytes = Array(destination.utf8)
        let pieces = bytes.withUnsafeMutableBufferPointer {
            TextPieces.cut(UnsafeBufferPointer($0), text, seeksSpans: false)
        }
        guard let first = pieces.firstIndex(where: { $0.token != nil }), first == 1, let token = pieces[1].token,
            case .noteCall = text.tokens[token].kind
        else { return false }
        var address = Substring(pieces[0].text)
        while let last = address.last, ".,;:!?".contains(last) { address.removeLast() }
        let end = min(span.lowerBound + address.utf8.count, span.upperBound)
        let place = origin(span.lowerBound..<end)
        let link = String(address)
        run.append(Inline(.link(.written(link), [Inline(.text(link), at: place)]), at: place))
        let rest = String(decoding: destination.utf8.dropFirst(address.utf8.count), as: UTF8.self)
        add(rest, end..<span.upperBound, to: &run)
        return true
    }

    private mutating func reportTitle(_ title: String, at origin: Origin) {
        diagnostics.report(
            Diagnostic(
                .note, "link-title", "the title “\(title)” is not printed",
                hint: "put what matters into the text", at: origin))
    }

    mutating func reportHTML(_ tag: String, at origin: Origin) {
        diagnostics.error(
            "raw-html", "raw HTML: \(tag.prefix { $0 != "\n" }.prefix(60)) is left out, its text is kept",
            hint: "use Markdown, or a container", at: origin)
    }

    /// `literal` without what overrides its direction, and without heaps of marks. Controls that were written as characters have been
    /// replaced; this finds what was written as an entity.
    mutating func cleaned(_ literal: String, at origin: Origin) -> String {
        var text = literal
        if let stripped = DirectionControl.stripped(text) {
            diagnostics.report(DirectionControl.fault(at: origin))
            text = stripped
        }
        if let levelled = MarkPile.levelled(text) {
            diagnostics.warning(
                "too-many-marks",
                "a letter bears \(levelled.height) combining marks; \(MarkPile.most) of them are kept",
                hint: "no writing needs so many: look what was meant", at: origin)
            text = levelled.text
        }
        return text
    }

    /// Adds the text of a node, its tokens resolved.
    private mutating func add(_ literal: String, _ span: Range<Int>, to run: inout InlineRun) {
        guard literal.utf8.contains(0xE2) || run.seeksSpans else {
            run.append(text: literal, at: origin(span))
            return
        }
        var literal = literal
        // The pieces first: the bytes may not be looked at while `self` changes.
        let pieces = literal.withUTF8 { TextPieces.cut($0, text, seeksSpans: run.seeksSpans) }
        guard pieces.count > 1 || pieces.first?.token != nil || run.seeksSpans else {
            run.append(text: literal, at: origin(span))
            return
        }
        var start = span.lowerBound
        let limits = self.limits(of: pieces, end: span.upperBound)
        for (index, piece) in pieces.enumerated() {
            guard let number = piece.token else {
                let limit = max(limits[index], start)
                let isLast = index + 1 == pieces.count || pieces[index + 1].token != nil
                let end = isLast ? limit : min(start + piece.text.utf8.count, limit)
                run.append(bracketed: piece.text, at: origin(start..<end))
                start = end
                continue
            }
            let token = text.tokens[number]
            let origin = origin(token.source)
            switch token.kind {
            case .literal(let string): run.append(text: string, at: origin)
            case .comment: run.appendComment()
            case .sentry: break
            case .noteCall(let label): run.append(Inline(.noteReference(label: label), at: origin))
            case .trailingAttributes(let attributes) where acceptsTrailing: trailing = attributes
            case .spanAttributes(let attributes):
                if !close(&run, attributes, at: origin, start: piece.followsBracket) {
                    if acceptsTrailing { trailing = attributes } else { appendSource(token.source, to: &run) }
                }
            default: appendSource(token.source, to: &run)
            }
            start = max(token.source.upperBound, start)
        }
    }

    /// Where the text of each piece ends at the latest: where the next token stands.
    private func limits(of pieces: [TextPieces], end: Int) -> [Int] {
        var limits = Array(repeating: end, count: pieces.count)
        var limit = end
        for index in pieces.indices.reversed() {
            if let token = pieces[index].token { limit = text.tokens[token].source.lowerBound }
            limits[index] = limit
        }
        return limits
    }

    private mutating func appendSource(_ range: Range<Int>, to run: inout InlineRun) {
        run.append(text: String(decoding: source[range], as: UTF8.self), at: origin(range))
    }

    /// Gives what stands before `{…}` its attributes; false if nothing there can have any.
    private mutating func close(
        _ run: inout InlineRun, _ attributes: Attributes, at origin: Origin, start followsBracket: Bool
    ) -> Bool {
        if let inner = run.takeBracketed() {
            let first = inner.origin.source
            let whole = Origin(
                source: SourceRange(
                    file: first.file,
                    utf8: first.utf8.lowerBound..<max(first.utf8.lowerBound, origin.source.utf8.upperBound)))
            guard inner.depth < Self.spanLimit else {
                // Once for all that are nested round it.
                if inner.depth == Self.spanLimit {
                    diagnostics.error(
                        "too-deep", "spans are nested too deeply",
                        hint: "at most \(Self.spanLimit) levels; the text is kept", at: whole)
                }
                run.append(contentsOf: inner.inlines, depth: Self.spanLimit + 1)
                return true
            }
            run.append(
                span: Inline(.span(checked(attributes, at: origin), inner.inlines), at: whole), depth: inner.depth)
            return true
        }
        guard let last = run.lastAttributable else { return false }
        let attributes = checked(attributes, at: origin)
        if case .image(var figure) = last.content {
            figure.width = width(attributes, at: origin) ?? figure.width
            run.replaceLast(Inline(.image(figure), at: last.origin))
        } else {
            run.replaceLast(Inline(.span(attributes, [last]), at: last.origin))
        }
        return true
    }

    /// What `bareText` shows of a text node: no comments, no calls of notes.
    func plain(_ literal: String) -> String {
        guard !text.tokens.isEmpty, literal.utf8.contains(0xE2) else { return literal }
        var literal = literal
        let pieces = literal.withUTF8 { TextPieces.cut($0, text, seeksSpans: false) }
        var result = ""
        for piece in pieces {
            guard let number = piece.token else {
                result += piece.text
                continue
            }
            switch text.tokens[number].kind {
            case .literal(let string): result += string
            case .comment, .sentry: break
            default: result += String(decoding: source[text.tokens[number].source], as: UTF8.self)
            }
        }
        return result
    }
}
