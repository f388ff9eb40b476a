// SPDX-License-Identifier: GPL-3.0-or-later
internal import CommonMark
internal import Groundwork

/// Turns CommonMark's tree into blocks.
struct Conversion {
    /// Where the text stands.
    enum Ground {
        case file(SourceFile)
        case fixed(Origin)
    }

    /// Deeper than this nothing is nested.
    static let depthLimit = 64

    let source: [UInt8]
    let text: PreparedText
    var ground: Ground
    var ids: NodeIDSource
    let language: LanguageTag
    let figurePath: (String, Origin, inout Diagnostics) -> String?
    var diagnostics = Diagnostics()
    var nodes: [MarkupNode] = []
    var ladder = HeadingLadder()
    var title: MarkdownDocument.Title?
    var isInNotes = false
    /// Whether `{…}` at a line's end belongs to what is being read: a heading.
    var acceptsTrailing = false
    /// What stood there.
    var trailing = Attributes()
    private var anchors: Set<String> = []

    init(
        _ preparation: Preparation, ground: Ground, ids: NodeIDSource, language: LanguageTag,
        figurePath: @escaping (String, Origin, inout Diagnostics) -> String?
    ) {
        source = preparation.source
        text = preparation.output
        self.ground = ground
        self.ids = ids
        self.language = language
        self.figurePath = figurePath
    }

    /// The whole file.
    mutating func document(_ faults: [PreparationFault]) -> MarkdownDocument {
        for fault in faults { report(fault) }
        var document = MarkdownDocument(title: nil, blocks: [], notes: [])
        guard let tree = MarkupTree(text.bytes) else {
            diagnostics.error("too-large", "the file is too large to read", hint: "split it", at: origin(0..<0))
            return document
        }
        nodes = tree.nodes
        // Notes were put first; what is read last should have the last numbers.
        let body = bodyStart()
        document.blocks = blocks(in: body..<(nodes.first?.end ?? 0), depth: 0)
        document.title = title
        isInNotes = true
        document.notes = notes(in: 1..<body)
        nodes = []
        return document
    }

    /// The text as one run.
    mutating func runningText(_ faults: [PreparationFault]) -> [Inline] {
        for fault in faults { report(fault) }
        guard let tree = MarkupTree(text.bytes) else { return [] }
        nodes = tree.nodes
        var inlines: [Inline] = []
        var place = 1
        while place < nodes.count {
            let node = nodes[place]
            if node.kind == .paragraph { inlines += self.inlines(in: place + 1..<node.end, depth: 0) }
            place = node.end
        }
        return inlines
    }

    private func bodyStart() -> Int {
        guard !text.notes.isEmpty else { return min(1, nodes.count) }
        var place = 1
        while place < nodes.count {
            if let token = blockToken(nodes[place]), case .body = token.kind { return nodes[place].end }
            place = nodes[place].end
        }
        return nodes.count
    }

    private mutating func notes(in range: Range<Int>) -> [Note] {
        var notes: [Note] = []
        var seen: Set<String> = []
        var place = range.lowerBound
        while place < range.upperBound {
            let node = nodes[place]
            if let token = blockToken(node), case .note(let number) = token.kind {
                let label = text.notes[number].label
                let origin = origin(token.source)
                if !seen.insert(label).inserted {
                    diagnostics.error(
                        "duplicate-note", "the note [^\(label)] is defined twice", hint: "give one another label",
                        at: origin)
                }
                notes.append(Note(label: label, origin: origin, blocks: []))
            } else if !notes.isEmpty {
                // Each note was written as a list of one item.
                var inner = place..<node.end
                if case .list = node.kind, place + 1 < node.end, nodes[place + 1].end == node.end {
                    inner = place + 2..<node.end
                }
                notes[notes.count - 1].blocks += blocks(in: inner, depth: 0)
            }
            place = node.end
        }
        var kept: Set<String> = []
        return notes.filter { kept.insert($0.label).inserted }
    }

    // MARK: Places

    /// The origin of a range of the source.
    func origin(_ range: Range<Int>) -> Origin {
        switch ground {
        case .fixed(let origin): origin
        case .file(let file): Origin(source: SourceRange(file: file, utf8: range))
        }
    }

    /// The range in the source of a node; empty, at `fallback`, where CommonMark does not say.
    func range(of node: MarkupNode, or fallback: Int = 0) -> Range<Int> {
        guard node.start.line > 0 else { return fallback..<fallback }
        let start = aligned(text.source(line: node.start.line, column: node.start.column, isEnd: false))
        guard node.last.line > 0, node.last.column > 0 else { return start..<start }
        let end = aligned(text.source(line: node.last.line, column: node.last.column, isEnd: true))
        return start..<max(start, end)
    }

    /// `offset`, moved into the text and to the beginning of its character.
    private func aligned(_ offset: Int) -> Int {
        var offset = min(max(offset, 0), source.count)
        while offset > 0, offset < source.count, source[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    // MARK: Tokens

    /// The token of ours that `node` is, if it is one that stands as a block.
    func blockToken(_ node: MarkupNode) -> PreparedText.Token? {
        guard node.kind == .htmlBlock, !text.tokens.isEmpty else { return nil }
        var literal = node.literal
        return literal.withUTF8 { buffer -> PreparedText.Token? in
            var place = 0
            while place < buffer.count, buffer[place] == 32 { place += 1 }
            guard place + 7 < buffer.count, buffer[place] == UInt8(ascii: "<"),
                PreparedText.isMark(buffer, at: place + 4), let (index, _) = text.token(in: buffer, at: place + 4),
                text.tokens[index].standsAsBlock
            else { return nil }
            return text.tokens[index]
        }
    }

    func restored(_ string: String) -> String { text.restored(string, source: source) }

    // MARK: Faults

    mutating func report(_ fault: PreparationFault) {
        diagnostics.report(
            Diagnostic(fault.severity, fault.code, fault.message, hint: fault.hint, at: origin(fault.range)))
    }

    /// Checks the attributes of something at `origin`; an id that was used before is left out.
    mutating func checked(_ attributes: Attributes, at origin: Origin) -> Attributes {
        var attributes = attributes
        if let id = attributes.id, !anchors.insert(id).inserted {
            diagnostics.error(
                "duplicate-id", "the id #\(id) is used twice in this file", hint: "an id is unique in a publication",
                at: origin)
            attributes.id = nil
        }
        if let written = attributes["lang"] {
            if let tag = LanguageTag(written) {
                Fields.reportUnknown(tag, at: origin, &diagnostics)
            } else {
                diagnostics.error(
                    "bad-language", "lang=\(written) is not a language tag",
                    hint: "write a BCP 47 tag such as ru or en-GB", at: origin)
            }
        }
        for key in attributes.values.keys.sorted() { reportUnlessKnown(key, at: origin) }
        if attributes["to"]?.contains("[^") ?? false {
            diagnostics.warning(
                "attribute-note", "a mark of a footnote means nothing in `to`: it is printed as it is typed",
                hint: "call the footnote in the text of the recommendation", at: origin)
        }
        return attributes
    }

    /// What Layout and Assembly act on.
    private static let knownKeys: Set<String> = [
        "lang", "critical", "context", "nohyphen", "wide", "bleed", "float", "data", "turned", "split", "header-column",
        "head-rows", "align", "widths", "width", "lines", "number", "to", "resource", "index", "range", "see",
        "see-also", "ref", "rules", "date", "time", "percent",
        "name", "smallcaps", "frac", "ordinal", "sup", "run-in", "attribution", "short", "master",
    ]
    /// What the syntax keeps for later.
    private static let keptKeys: Set<String> = ["only", "keep"]

    /// An attribute with a slip in its name must not be passed over: `crtical` is not critical.
    private mutating func reportUnlessKnown(_ key: String, at origin: Origin) {
        if Self.keptKeys.contains(key) {
            diagnostics.warning(
                "kept-attribute", "the attribute ‘\(key)’ is part of the syntax, but nothing acts on it yet",
                hint: "what it marks stands in every edition", at: origin)
        } else if !Self.knownKeys.contains(key) {
            let near = Fields.nearest(key, among: Self.knownKeys.sorted())
            diagnostics.warning(
                "unknown-attribute", "there is no attribute ‘\(key)’", hint: near.map { "did you mean ‘\($0)’?" } ?? "",
                at: origin)
        }
    }

    /// The language that `attributes` declare, if it is not the publication's.
    func language(of attributes: Attributes) -> LanguageTag? {
        attributes.language.flatMap { $0 == language ? nil : $0 }
    }
}
