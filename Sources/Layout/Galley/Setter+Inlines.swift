// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Typesetting

/// How the text that is being walked looks, and whose it is.
struct InlineContext {
    var style: Style
    var language: LanguageTag
    var parent: TagNode.ID
    var isItalic = false
    var isBold = false
    var isCode = false
    var isStruck = false
    var dress: Dress?
    var hyphenates = true
    var colour: SwatchName?
    /// The link that the text belongs to.
    var link: Int?
}

/// Runs of a paragraph as they grow.
struct RunBuilder {
    var runs: [TextRun] = []
    /// The open slot of each element: closed when another child comes.
    var slot: [TagNode.ID: Int] = [:]
    /// Anchors that wait for the next run.
    var anchors: [String] = []
}

extension Setter {
    /// The runs of `inlines`, tagged below `parent`.
    mutating func runs(
        _ inlines: [Inline], style: Style, language: LanguageTag, parent: TagNode.ID, anchors: [String] = []
    ) -> [TextRun] {
        var builder = RunBuilder()
        builder.anchors = anchors
        walk(inlines, InlineContext(style: style, language: language, parent: parent), &builder)
        if !builder.anchors.isEmpty, !builder.runs.isEmpty {
            builder.runs[builder.runs.count - 1].anchors += builder.anchors
        }
        return builder.runs
    }

    private mutating func walk(_ inlines: [Inline], _ context: InlineContext, _ builder: inout RunBuilder) {
        for inline in inlines {
            var inner = context
            switch inline.content {
            case .text(let text): appendByScript(text, context, &builder, inline.origin)
            case .softBreak: append(" ", context, &builder, inline.origin)
            case .lineBreak: append("\u{2028}", context, &builder, inline.origin)
            case .code(let text):
                inner.isCode = true
                append(text, inner, &builder, inline.origin)
            case .emphasis(let content):
                inner.isItalic.toggle()
                walk(content, inner, &builder)
            case .strong(let content):
                inner.isBold = true
                walk(content, inner, &builder)
            case .strikethrough(let content):
                inner.isStruck = true
                builder.slot[context.parent] = nil
                walk(content, inner, &builder)
                builder.slot[context.parent] = nil
            case .link(let target, let content): link(target, content, context, &builder)
            case .image(let figure):
                faults.append(
                    Diagnostic(
                        .warning, "picture-in-text", "a picture inside running text is set as its alternative text",
                        hint: "put it on a line of its own, with empty lines round it", at: inline.origin))
                if !figure.isDecorative { append("[\(figure.alternative)]", context, &builder, inline.origin) }
            case .span(let attributes, let content): span(attributes, content, context, &builder)
            case .noteReference(let label): append("[\(label)]", context, &builder, inline.origin)
            case .noteCall(let call): noteCall(call, context, &builder, inline.origin)
            case .field(let field): set(field, context, &builder, inline.origin)
            case .anchor(let name): builder.anchors.append(name)
            case .placeholder(let placeholder):
                inner.isItalic = true
                inner.colour = style("placeholder").colour
                appendByScript(placeholder.text, inner, &builder, inline.origin)
            }
        }
    }

    private mutating func span(
        _ attributes: Attributes, _ content: [Inline], _ context: InlineContext, _ builder: inout RunBuilder
    ) {
        var inner = context
        if ["nohyphen", "name", "date", "time", "number", "percent"].contains(where: attributes.marks) {
            inner.hyphenates = false
        }
        if let dress = Dress(attributes) { inner.dress = dress }
        if let id = attributes.id { builder.anchors.append(id) }
        if let language = attributes.language, language != context.language {
            inner.language = language
            inner.parent = tree.add(.span, below: context.parent, language: language)
            builder.slot[context.parent] = nil
        }
        walk(content, inner, &builder)
    }

    private mutating func link(
        _ target: LinkTarget, _ content: [Inline], _ context: InlineContext, _ builder: inout RunBuilder
    ) {
        let place: LinkArea.Target? =
            switch target {
            case .anchor(let name): folios.label.isEmpty || folios.label[name] != nil ? .destination(name) : nil
            case .address(let address): .address(address)
            case .written: nil
            }
        guard let place, context.link == nil else { return walk(content, context, &builder) }
        var inner = context
        inner.parent = tree.add(.link, below: context.parent)
        builder.slot[context.parent] = nil
        inner.link = addLink(tag: inner.parent, target: place, contents: content.plainText)
        if case .address = place {
            inner.colour = style("link").colour
        } else {
            inner.colour = context.colour ?? style("link").colour
        }
        if let number = inner.link { links[number].isInText = true }
        let first = builder.runs.count
        walk(content, inner, &builder)
        // As it is printed, with the folio of a page reference.
        let said = builder.runs[first...].map(\.text).joined()
        if let number = inner.link, !said.isEmpty { links[number].contents = said }
    }

    /// Registers a link whose element is `tag`.
    mutating func addLink(tag: TagNode.ID, target: LinkArea.Target, contents: String) -> Int {
        var contents = contents
        if contents.isEmpty {
            contents =
                switch target {
                case .address(let address): address
                case .destination(let name): string("link-page", ["page": folios.page(name)])
                }
        }
        links.append(PendingLink(tag: tag, target: target, contents: contents))
        return links.count - 1
    }

    private mutating func set(
        _ field: Field, _ context: InlineContext, _ builder: inout RunBuilder, _ origin: Origin
    ) {
        use(field, at: origin)
        switch field {
        case .page(let anchor): append(folios.page(anchor), context, &builder, origin)
        case .pages(let prefix): set(folios.pages(prefix), context, &builder, origin)
        case .cited(let prefix, let words):
            let pages = folios.pages(prefix)
            let isOne = pages.count == 1 && !pages[0].text.contains("–")
            let key = isOne || book.strings[words + "-many"] == nil ? words : words + "-many"
            let text = string(key)
            guard let slot = text.firstRange(of: "{pages}") else {
                return append(text, context, &builder, origin)
            }
            append(String(text[..<slot.lowerBound]), context, &builder, origin)
            set(pages, context, &builder, origin)
            append(String(text[slot.upperBound...]), context, &builder, origin)
        case .place(let anchor, let from):
            let text =
                switch folios.whereabouts(anchor, from: from) {
                case .here: string("this-page")
                case .facing: string("facing")
                case .overleaf: string("overleaf")
                case .elsewhere: string("page", ["page": folios.page(anchor)])
                }
            append(text, context, &builder, origin)
        }
    }

    /// Remembers that the block being set depends on `field`.
    mutating func use(_ field: Field, at origin: Origin) {
        usedFields[field] = folios.value(of: field)
        if fieldPlaces[field] == nil { fieldPlaces[field] = origin }
    }

    private mutating func set(
        _ pages: [Folios.Span], _ context: InlineContext, _ builder: inout RunBuilder, _ origin: Origin
    ) {
        for (index, page) in pages.enumerated() {
            if index > 0 { append(book.strings["list-comma"] ?? ", ", context, &builder, origin) }
            link(.anchor(page.anchor), [Inline(.text(page.text), at: origin)], context, &builder)
        }
        if pages.isEmpty { append("00", context, &builder, origin) }
    }

    /// Text of a translation; words that it leaves in Latin letters are said to be in the source's language, lest a voice read titles and
    /// addresses letter by letter.
    private mutating func appendByScript(
        _ text: String, _ context: InlineContext, _ builder: inout RunBuilder, _ origin: Origin
    ) {
        guard book.sourceLanguage.isLatin, !context.language.isLatin else {
            return append(text, context, &builder, origin)
        }
        for part in LatinWords.parts(of: text) {
            var inner = context
            if part.isLatin {
                inner.language = book.sourceLanguage
                inner.parent = tree.add(.span, below: context.parent, language: book.sourceLanguage)
                builder.slot[context.parent] = nil
            }
            append(part.text, inner, &builder, origin)
        }
    }

    mutating func append(
        _ text: String, _ context: InlineContext, _ builder: inout RunBuilder, _ origin: Origin,
        notes: [String] = []
    ) {
        guard !text.isEmpty else { return }
        let slot: Int
        if let open = builder.slot[context.parent] {
            slot = open
        } else {
            slot = tree.addSlot(below: context.parent)
            builder.slot[context.parent] = slot
            if let link = context.link { linkOfSlot[slot] = link }
            if context.isStruck { struckSlots.insert(Int32(slot)) }
        }
        var anchors = builder.anchors
        builder.anchors = []
        for note in notes { anchors.append(Self.noteAnchor + note) }
        builder.runs.append(
            TextRun(
                text: context.style.isUppercase ? text.uppercased() : text,
                style: textStyle(context, sample: text, origin), owner: Int32(slot), anchors: anchors,
                origin: origin))
    }
}
