// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Languages
internal import Manuscript

extension Resolver {
    /// The places that a span marks for the index; `words` are its own.
    mutating func indexAnchors(_ attributes: Attributes, words: String, at origin: Origin) -> [Inline] {
        guard hasIndex, let value = attributes["index"] else { return [] }
        let written = value.isEmpty ? (words.isEmpty ? [] : [[words]]) : IndexSyntax.entries(of: value)
        if written.isEmpty { reportEmptyTerm(at: origin) }
        var anchors: [Inline] = []
        for levels in written {
            guard let number = enter(levels, attributes, at: origin),
                let anchor = rangeAnchor(attributes["range"], number, attributes, at: origin)
            else { continue }
            anchors.append(Inline(.anchor(anchor), at: origin))
        }
        return anchors
    }

    /// Gives a block that is marked for the index places at its beginning and its end: its pages are a range.
    mutating func markForIndex(_ block: inout Block) {
        guard hasIndex, let value = block.attributes["index"] else { return }
        var written = IndexSyntax.entries(of: value)
        if value.isEmpty, case .heading(_, let inlines) = block.content { written = [[inlines.plainText]] }
        if written.isEmpty { reportEmptyTerm(at: block.origin) }
        for levels in written {
            guard let number = enter(levels, block.attributes, at: block.origin),
                !isInstead(block.attributes)
            else { continue }
            let anchor = index.mark(number)
            block.anchors.append(anchor)
            block.endAnchors.append(PlaceName.end(of: anchor))
        }
    }

    private func isInstead(_ attributes: Attributes) -> Bool { attributes.has("see") }

    private mutating func enter(_ levels: [String], _ attributes: Attributes, at origin: Origin) -> Int? {
        if levels.count > IndexSyntax.deepest {
            diagnostics.warning(
                "deep-index",
                "an index has \(IndexSyntax.deepest) levels; ‘\(levels.joined(separator: " > "))’ has more",
                hint: "leave levels out", at: origin)
        }
        let language = attributes["index-lang"].flatMap { LanguageTag($0) } ?? attributes.language
        guard let number = index.enter(levels, language: language, at: origin) else { return nil }
        for (key, isInstead) in [("see", true), ("see-also", false)] {
            for target in IndexSyntax.entries(of: attributes[key] ?? "") {
                index.add(IndexMarks.See(levels: target, isInstead: isInstead, origin: origin), to: number)
            }
        }
        return number
    }

    private mutating func rangeAnchor(
        _ range: String?, _ number: Int, _ attributes: Attributes, at origin: Origin
    ) -> String? {
        switch range {
        case nil: return isInstead(attributes) ? nil : index.mark(number)
        case "start":
            if let anchor = index.begin(number, at: origin) { return anchor }
            reportRange("this range of the index has begun already", at: origin)
        case "end":
            if let anchor = index.end(number) { return PlaceName.end(of: anchor) }
            reportRange("no range of this entry of the index has begun", at: origin)
        default: reportRange("‘range’ is start or end", at: origin)
        }
        return nil
    }

    private mutating func reportRange(_ message: String, at origin: Origin) {
        diagnostics.warning(
            "index-range", message,
            hint: "mark the beginning with `range=start` and the end, with the same entry, with `range=end`", at: origin
        )
    }

    private mutating func reportEmptyTerm(at origin: Origin) {
        diagnostics.warning(
            "empty-index-term", "this mark for the index names no term",
            hint: "write `{index=\"term\"}`, or mark words: `[term]{index}`", at: origin)
    }

    // MARK: The index

    /// Fills the index, or takes it away where nothing is marked.
    mutating func fillIndex(of sections: inout [Book.Section]) {
        guard hasIndex else { return }
        for origin in index.unended { reportRange("nothing ends this range of the index", at: origin) }
        let lines = indexLines()
        fill(.index, of: &sections, .index(lines), isEmpty: lines.isEmpty, "no term is marked for the index")
    }

    private mutating func indexLines() -> [IndexLine] {
        var groups: [(group: Collation.Group, roots: [Int])] = []
        var positions: [Collation.Group: Int] = [:]
        for root in collation.sorted(index.roots, by: { index.entries[$0].term }) {
            let group = collation.group(of: index.entries[root].term)
            if let position = positions[group] {
                groups[position].roots.append(root)
            } else {
                positions[group] = groups.count
                groups.append((group, [root]))
            }
        }
        var lines: [IndexLine] = []
        for (group, roots) in groups {
            guard let origin = roots.first.map({ index.entries[$0].origin }) else { continue }
            lines.append(IndexLine(level: 0, text: [Inline(.text(title(of: group)), at: origin)]))
            // Three levels at the most: no recursion.
            var waiting = Array(roots.reversed())
            while let number = waiting.popLast() {
                lines.append(line(of: number))
                let below = collation.sorted(index.entries[number].below) { index.entries[$0].term }
                waiting += below.reversed()
            }
        }
        return lines
    }

    private func title(of group: Collation.Group) -> String {
        switch group {
        case .letter(let letter): letter
        case .latin: words["index-latin"]
        case .sign: words["index-signs"]
        }
    }

    /// "depression, 9, 14–16; see also low mood".
    private mutating func line(of number: Int) -> IndexLine {
        let entry = index.entries[number]
        let origin = entry.origin
        var text = [Inline(.text(entry.term), at: origin)]
        if let language = entry.language, language != edition.language {
            text = [Inline(.span(Attributes(values: ["lang": language.description]), text), at: origin)]
        }
        if entry.places > 0 {
            text.append(Inline(.text(words["list-comma"]), at: origin))
            text.append(Inline(.field(.pages(prefix: IndexMarks.prefix(of: number))), at: origin))
        }
        // Where an entry has pages of its own, another is looked up besides, not instead.
        let hasPages = entry.places > 0
        for (key, sees) in [
            ("index-see", entry.sees.filter { $0.isInstead && !hasPages }),
            ("index-see-also", entry.sees.filter { !$0.isInstead || hasPages }),
        ] where !sees.isEmpty {
            text.append(Inline(.text(entry.places > 0 ? "; " : words["list-comma"]), at: origin))
            text += seeTexts(sees, key: key, at: origin)
        }
        return IndexLine(level: entry.level, anchor: IndexMarks.anchor(of: number), text: text)
    }

    private mutating func seeTexts(_ sees: [IndexMarks.See], key: String, at origin: Origin) -> [Inline] {
        var targets: [Inline] = []
        for see in sees {
            if !targets.isEmpty { targets.append(Inline(.text("; "), at: origin)) }
            let name = see.levels.joined(separator: words["list-comma"])
            guard let number = index.number(of: see.levels) else {
                diagnostics.warning(
                    "unknown-index-term", "the index has no entry ‘\(see.levels.joined(separator: " > "))’",
                    hint: "mark it somewhere, or name another", at: see.origin)
                targets.append(Inline(.text(name), at: origin))
                continue
            }
            let shown = see.levels.count == 1 ? index.entries[number].term : name
            targets.append(
                Inline(.link(.anchor(IndexMarks.anchor(of: number)), [Inline(.text(shown), at: origin)]), at: origin))
        }
        return words.pieces(key).flatMap { piece in
            switch piece {
            case .literal(let text): [Inline(.emphasis([Inline(.text(text), at: origin)]), at: origin)]
            case .slot: targets
            }
        }
    }
}

/// Names of places that only layout asks for: no id can be like them, and no file names them.
enum PlaceName {
    /// Where what begins at `anchor` ends.
    static func end(of anchor: String) -> String { "end\u{1F}" + anchor }
    /// Where the reference `number` stands.
    static func reference(_ number: Int) -> String { "ref\u{1F}\(number)" }
}
