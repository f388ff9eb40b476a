// SPDX-License-Identifier: GPL-3.0-or-later
internal import CommonMark
internal import Groundwork

extension Conversion {
    /// The picture at `destination`; `alternative` are the nodes of its text.
    mutating func figure(destination: String, alternative inner: Range<Int>, at origin: Origin) -> Figure {
        var alternative = bareText(in: inner)
        let isDecorative = alternative == "-"
        if isDecorative {
            alternative = ""
        } else if alternative.utf8.allSatisfy({ $0 == 32 }) {
            diagnostics.error(
                "alt-missing", "this picture has no alternative text",
                hint: "describe it between the brackets, or write ![-](…) if it is decoration", at: origin)
            alternative = Self.name(of: destination)
        }
        var path: String?
        if Self.isRemote(destination) {
            diagnostics.error(
                "remote-image", "this picture is not in the project: \(destination.prefix(80))",
                hint: "save it beside the text", at: origin)
        } else if !destination.isEmpty {
            path = figurePath(destination, origin, &diagnostics)
        }
        return Figure(path: path, alternative: alternative, isDecorative: isDecorative)
    }

    /// The name of a picture's file without its ending: better than nothing for who cannot see it.
    private static func name(of destination: String) -> String {
        let file = destination.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? ""
        let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
        return stem.isEmpty ? "image" : String(stem.prefix(80))
    }

    private static func isRemote(_ destination: String) -> Bool {
        if destination.hasPrefix("//") { return true }
        let scheme = destination.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
        guard (2...12).contains(scheme.count), scheme.endIndex != destination.utf8.endIndex,
            destination.utf8[scheme.endIndex] == UInt8(ascii: ":")
        else { return false }
        return scheme.allSatisfy { (97...122).contains($0 | 32) }
    }

    /// The share of the measure that `width=` declares: `50%` or `0.5`.
    mutating func width(_ attributes: Attributes, at origin: Origin) -> Double? {
        guard let written = attributes["width"] else { return nil }
        let isPercentage = written.hasSuffix("%")
        if let number = Double(isPercentage ? String(written.dropLast()) : written), number.isFinite {
            let share = isPercentage ? number / 100 : number
            if share > 0, share <= 1 { return share }
        }
        diagnostics.error(
            "bad-width", "width=\(written) is not a share of the measure", hint: "write width=50%", at: origin)
        return nil
    }

    /// Reports a place that figures cannot have, and one of what is no figure.
    mutating func checkFloat(_ attributes: Attributes, isFigure: Bool, at origin: Origin) {
        guard let written = attributes["float"] else { return }
        if FigureStyle.Float(rawValue: written) == nil {
            diagnostics.error(
                "bad-float", "float=\(written) is no place for a figure",
                hint: Fields.hint(written, among: FigureStyle.Float.allCases.map(\.rawValue)), at: origin)
        } else if !isFigure {
            diagnostics.warning(
                "kept-attribute", "‘float’ moves figures, charts and flowcharts; this stays where it is",
                hint: "remove it", at: origin)
        }
    }

    /// `content` with what `attributes` say of a table or a figure.
    mutating func adjusted(_ content: Block.Content, by attributes: Attributes, at origin: Origin) -> Block.Content {
        checkFloat(attributes, isFigure: content.mayFloat, at: origin)
        switch content {
        case .chart(var chart):
            if attributes.has("data") { chart.printsData = true }
            return .chart(chart)
        case .figure(var figure):
            figure.width = width(attributes, at: origin) ?? figure.width
            return .figure(figure)
        case .table(var table):
            adjust(&table, by: attributes, at: origin)
            return .table(table)
        default: return content
        }
    }

    /// What a `:::figure` holds: a picture, then its caption.
    mutating func figureBlocks(_ frame: ContainerNest.Frame) -> [Block] {
        guard let index = frame.blocks.firstIndex(where: \.isFigure),
            case .figure(var figure) = frame.blocks[index].content
        else {
            diagnostics.error(
                "figure-without-picture", "this figure holds no picture",
                hint: "put ![alternative](path) in a paragraph of its own", at: frame.origin)
            return [component(frame)]
        }
        var attributes = frame.attributes
        attributes.merge(frame.blocks[index].attributes)
        if frame.attributes.id != nil { attributes.id = frame.attributes.id }
        var others: [Block] = []
        figure.caption = caption(
            frame.blocks[..<index] + frame.blocks[(index + 1)...], title: frame.title, others: &others)
        if let first = others.first {
            diagnostics.warning(
                "figure-content", "only paragraphs can be a caption: this stands after the figure",
                hint: "move it out of the figure", at: first.origin)
        }
        let content = adjusted(.figure(figure), by: frame.attributes, at: frame.origin)
        return [
            Block(
                id: frame.id, origin: frame.origin, attributes: attributes, language: language(of: attributes),
                content: content)
        ] + others
    }

    /// The paragraphs of `blocks` in one, each in its own line; the rest goes to `others`.
    func caption(_ blocks: some Sequence<Block>, title: [Inline], others: inout [Block]) -> [Inline] {
        var caption = title
        for block in blocks {
            guard case .paragraph(let inlines) = block.content else {
                others.append(block)
                continue
            }
            if !caption.isEmpty { caption.append(Inline(.lineBreak, at: block.origin)) }
            caption += inlines
        }
        return caption
    }
}

extension Block.Content {
    /// Whether it may leave its place in the text.
    fileprivate var mayFloat: Bool {
        switch self {
        case .figure, .chart, .flow: true
        default: false
        }
    }
}

extension Block {
    fileprivate var isFigure: Bool { if case .figure = content { true } else { false } }
}
