// SPDX-License-Identifier: GPL-3.0-or-later
internal import CommonMark
internal import Groundwork

extension Conversion {
    /// What a paragraph is: text, a picture on its own, or a term with its meanings. Nothing if only comments were in it.
    mutating func paragraph(_ inner: Range<Int>, at origin: Origin) -> [Block] {
        let inlines = inlines(in: inner, depth: 0)
        if inlines.isEmpty { return [] }
        if inlines.count == 1, case .image(let figure) = inlines[0].content {
            return [Block(id: ids.next(), origin: origin, content: .figure(figure))]
        }
        if inlines.count == 1, case .span(let attributes, let inner) = inlines[0].content, inner.count == 1,
            case .image(let figure) = inner[0].content
        {
            return [Block(id: ids.next(), origin: origin, attributes: attributes, content: .figure(figure))]
        }
        if inlines.count == 1, case .text(let text) = inlines[0].content {
            let bytes = Array(text.utf8)
            // A lone `{x}` may be somebody's text; an id or a mark for critical text is not.
            if let found = AttributeSyntax.trailing(bytes, in: 0..<bytes.count), found.start == 0,
                found.attributes.id != nil || found.attributes.has("critical")
            {
                diagnostics.error(
                    "stray-attributes", "these attributes follow no block",
                    hint: "put them on the line right after a block, without an empty line between", at: origin)
            }
        }
        if let definitions = definitions(inlines) {
            return [Block(id: ids.next(), origin: origin, content: .definitions(definitions))]
        }
        return [Block(id: ids.next(), origin: origin, content: .paragraph(inlines))]
    }

    /// The term and meanings of `Term`, `: meaning`; without a term if the first line is a meaning.
    private mutating func definitions(_ inlines: [Inline]) -> [Definition]? {
        guard inlines.contains(where: Self.beginsMeaning) else { return nil }
        var lines: [[Inline]] = [[]]
        for inline in inlines {
            if inline.content == .softBreak { lines.append([]) } else { lines[lines.count - 1].append(inline) }
        }
        guard let first = lines.firstIndex(where: { $0.first.map(Self.beginsMeaning) ?? false }), first < 2 else {
            return nil
        }
        var definition = Definition(term: first == 0 ? [] : lines[0], meanings: [])
        var meanings: [[Inline]] = []
        for line in lines[first...] {
            if let head = line.first, Self.beginsMeaning(head), case .text(let text) = head.content {
                let rest = String(text.dropFirst().drop { $0 == " " || $0 == "\t" })
                meanings.append((rest.isEmpty ? [] : [Inline(.text(rest), at: head.origin)]) + line.dropFirst())
            } else if let head = line.first, let last = meanings.indices.last {
                meanings[last] += [Inline(.softBreak, at: head.origin)] + line
            }
        }
        for meaning in meanings {
            guard let head = meaning.first else { continue }
            definition.meanings.append([Block(id: ids.next(), origin: head.origin, content: .paragraph(meaning))])
        }
        return [definition]
    }

    private static func beginsMeaning(_ inline: Inline) -> Bool {
        guard case .text(let text) = inline.content else { return false }
        return text.hasPrefix(": ") || text.hasPrefix(":\t") || text == ":"
    }

    /// A quotation, or the alert that `[!NOTE]` makes of it.
    mutating func quote(_ inner: Range<Int>, at origin: Origin, depth: Int) -> Block {
        let id = ids.next()
        guard let (name, rest) = alert(inner) else {
            return Block(id: id, origin: origin, content: .quote(blocks(in: inner, depth: depth + 1)))
        }
        let first = nodes[inner.lowerBound]
        var content = paragraph(rest, at: self.origin(range(of: rest.isEmpty ? first : nodes[rest.lowerBound])))
        content += blocks(in: first.end..<inner.upperBound, depth: depth + 1)
        return Block(id: id, origin: origin, content: .component(Component(name: name, blocks: content)))
    }

    /// The name of the alert in a quotation's first line, and what follows in its paragraph.
    private func alert(_ inner: Range<Int>) -> (name: String, rest: Range<Int>)? {
        guard inner.count > 1, nodes[inner.lowerBound].kind == .paragraph else { return nil }
        let end = nodes[inner.lowerBound].end
        let head = inner.lowerBound + 1
        guard head < end, nodes[head].kind == .text, nodes[head].literal.hasPrefix("[!") else { return nil }
        let name: String? =
            switch nodes[head].literal.uppercased() {
            case "[!NOTE]": "note"
            case "[!TIP]": "tip"
            case "[!IMPORTANT]": "important"
            case "[!WARNING]": "warning"
            case "[!CAUTION]": "caution"
            default: nil
            }
        guard let name else { return nil }
        guard head + 1 < end else { return (name, end..<end) }
        guard nodes[head + 1].kind == .softBreak || nodes[head + 1].kind == .lineBreak else { return nil }
        return (name, head + 2..<end)
    }

    /// A block of raw HTML: its text, as a paragraph; comments vanish.
    mutating func rawHTML(_ node: MarkupNode, at origin: Origin) -> [Block] {
        let stripped = HTMLText.strip(restored(node.literal))
        guard let tag = stripped.firstTag else { return [] }
        reportHTML(tag, at: origin)
        let text = stripped.text
        guard !text.isEmpty else { return [] }
        var inlines = MarkdownReader.inlines(text, in: origin, diagnostics: &diagnostics)
        inlines.trimEnd()
        guard !inlines.isEmpty else { return [] }
        return [Block(id: ids.next(), origin: origin, content: .paragraph(inlines))]
    }
}
