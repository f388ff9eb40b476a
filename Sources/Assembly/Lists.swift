// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension Resolver {
    /// Enters a table or a figure into its list, if there is one, and gives it a place to be found at.
    mutating func list(_ kind: Part.Generated, _ label: String, _ caption: [Inline], _ block: inout Block) {
        guard lists.contains(kind), !label.isEmpty else { return }
        let anchor: String
        if let id = block.attributes.id {
            anchor = id
        } else {
            anchor = "\(kind.rawValue)\u{1F}\(listed[kind, default: []].count + 1)"
            block.anchors.append(anchor)
        }
        var title = marked(Self.firstSentence(Bare.inlines(caption)), block.language)
        if title.isEmpty { title = [Inline(.text(""), at: block.origin)] }
        listed[kind, default: []].append(ContentsEntry(level: 0, number: label, title: title, anchor: anchor))
    }

    /// What comes before sources and explanations, without its full stop. An abbreviation ends no sentence: the word before the stop is
    /// long, and a capital follows.
    static func firstSentence(_ caption: [Inline]) -> [Inline] {
        var result: [Inline] = []
        for inline in caption {
            guard case .text(let text) = inline.content, let end = sentenceEnd(Array(text.unicodeScalars)) else {
                result.append(inline)
                continue
            }
            let scalars = String.UnicodeScalarView(text.unicodeScalars.prefix(end))
            result.append(Inline(.text(String(scalars)), at: inline.origin))
            return result
        }
        guard let last = result.last, case .text(let text) = last.content, text.hasSuffix("."), !text.hasSuffix("..")
        else { return result }
        result[result.count - 1].content = .text(String(text.dropLast()))
        return result
    }

    private static func sentenceEnd(_ text: [Unicode.Scalar]) -> Int? {
        text.indices.first { place in
            guard text[place] == ".", place >= 4, place + 2 < text.count else { return false }
            return text[place - 4..<place].allSatisfy { $0.properties.isLowercase }
                && text[place + 1].properties.isWhitespace && text[place + 2].properties.isUppercase
        }
    }

    /// Fills the lists of tables and of figures, or takes away what would be empty.
    mutating func fillLists(of sections: inout [Book.Section]) {
        for (kind, message) in [
            (Part.Generated.tables, "the publication has no table with a caption"),
            (.figures, "the publication has no figure with a caption"),
        ] where lists.contains(kind) {
            let entries = listed[kind] ?? []
            fill(kind, of: &sections, .contents(entries), isEmpty: entries.isEmpty, message)
        }
    }

    /// Puts `content` into the section that is made for `kind`; where it is empty, the section goes.
    mutating func fill(
        _ kind: Part.Generated, of sections: inout [Book.Section], _ content: Block.Content, isEmpty: Bool,
        _ message: String
    ) {
        guard let place = sections.firstIndex(where: { $0.made == kind }),
            let origin = sections[place].title.first?.origin
        else { return }
        guard !isEmpty else {
            diagnostics.warning(
                "empty-list", message,
                hint: "take `:\(kind.rawValue)` out of `contents`, or leave it: nothing is printed", at: origin)
            sections.remove(at: place)
            return
        }
        sections[place].blocks = [made(content, at: origin)]
    }

    /// `inlines` as words of `language`, if they are of another than the edition's.
    func marked(_ inlines: [Inline], _ language: LanguageTag?) -> [Inline] {
        guard let language, let origin = inlines.first?.origin else { return inlines }
        return [Inline(.span(Attributes(values: ["lang": language.description]), inlines), at: origin)]
    }
}
