// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// The canonical inline Markdown of `inlines`: the form of a msgid. `MarkdownReader.inlines` reads it back.
public func sourceText(of inlines: [Inline]) -> String {
    var writer = SourceTextWriter()
    writer.write(inlines, depth: 0, within: nil)
    return writer.text
}

/// Writes running text as Markdown.
struct SourceTextWriter {
    private(set) var text = ""
    private var openBrackets = 0

    mutating func write(_ inlines: [Inline], depth: Int, within parent: UInt8?) {
        // Readers cut off before this; what Assembly makes is flat.
        guard depth < 200 else { return text += inlines.plainText }
        for (index, inline) in inlines.enumerated() {
            let next = index + 1 < inlines.count ? inlines[index + 1].content : nil
            write(inline.content, next: next, isFirst: index == 0, depth: depth, within: parent)
        }
    }

    private mutating func write(
        _ content: Inline.Content, next: Inline.Content?, isFirst: Bool, depth: Int, within parent: UInt8?
    ) {
        switch content {
        case .text(let string): write(string, next: next, isFirst: isFirst)
        case .code(let code): text += Self.code(code)
        case .emphasis(let inner):
            // Two stars side by side would be read as strong.
            let touches = isFirst || next == nil || text.utf8.last == UInt8(ascii: "*")
            let sign = parent == UInt8(ascii: "*") && touches && canStandAsUnderscore(next) ? "_" : "*"
            text += sign
            write(inner, depth: depth + 1, within: sign.utf8.first)
            text += sign
        case .strong(let inner):
            text += "**"
            write(inner, depth: depth + 1, within: UInt8(ascii: "*"))
            text += "**"
        case .strikethrough(let inner):
            text += "~~"
            write(inner, depth: depth + 1, within: nil)
            text += "~~"
        case .link(let target, let inner): write(target, inner, depth: depth)
        case .image(let figure):
            text += "![" + (figure.isDecorative ? "-" : Escape.text(figure.alternative, isFirst: true, isLast: true))
            text += "](" + Escape.destination(figure.path ?? "") + ")"
            if let width = figure.width { text += "{width=\(width)}" }
        case .span(let attributes, let inner):
            if inner.count == 1, case .link = inner[0].content {
                write(inner, depth: depth + 1, within: nil)
            } else {
                bracketed(inner, depth: depth)
            }
            text += AttributeSyntax.text(of: attributes)
        case .noteReference(let label): text += "[^\(label)]"
        case .noteCall(let call): text += "[^\(call.note)]"
        case .lineBreak: text += "\\\n"
        case .softBreak: if next != nil, text.utf8.last != 32, text.utf8.last != 10, !isFirst { text += " " }
        case .placeholder(let placeholder): write(placeholder.text, next: next, isFirst: isFirst)
        case .field, .anchor: break
        }
    }

    private mutating func write(_ string: String, next: Inline.Content?, isFirst: Bool) {
        let isLast = next == nil || next == .lineBreak || next == .softBreak
        let begins = isFirst || text.utf8.last == 10
        text += Escape.text(string, isFirst: begins, isLast: isLast)
        guard let next else { return }
        // A sign at the end could join what follows.
        switch (next, string.utf8.last) {
        case (.image, _): break
        case (.link, UInt8(ascii: "!")), (.span, UInt8(ascii: "!")), (.noteReference, UInt8(ascii: "!")):
            text.removeLast()
            text += "\\!"
        default: break
        }
    }

    private func canStandAsUnderscore(_ next: Inline.Content?) -> Bool {
        guard let last = text.unicodeScalars.last else { return true }
        if last.properties.isAlphabetic || last.properties.numericType != nil { return false }
        if case .text(let string) = next, let first = string.unicodeScalars.first,
            first.properties.isAlphabetic || first.properties.numericType != nil
        {
            return false
        }
        return true
    }

    private mutating func bracketed(_ inner: [Inline], depth: Int) {
        text += "["
        write(inner, depth: depth + 1, within: nil)
        text += "]"
    }

    private mutating func write(_ target: LinkTarget, _ inner: [Inline], depth: Int) {
        let destination =
            switch target {
            case .written(let written), .address(let written): written
            case .anchor(let name): "#" + name
            }
        if inner.count == 1, case .text(let string) = inner[0].content, let form = Self.autolink(destination, string) {
            text += form
            return
        }
        bracketed(inner, depth: depth)
        text += "(" + Escape.destination(destination) + ")"
    }

    /// `<address>`, if that is a link to `destination` with the text `string`.
    private static func autolink(_ destination: String, _ string: String) -> String? {
        let isSafe =
            string.utf8.allSatisfy { $0 > 32 && $0 != 60 && $0 != 62 && $0 != 92 && $0 != 127 }
            && !Escape.holdsEntity(string)
        guard isSafe else { return nil }
        if destination == string {
            guard let colon = string.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let scheme = string.utf8[..<colon]
            guard (2...32).contains(scheme.count), let first = scheme.first, (97...122).contains(first | 32),
                scheme.allSatisfy({
                    (97...122).contains($0 | 32) || (48...57).contains($0) || $0 == 43 || $0 == 45 || $0 == 46
                })
            else { return nil }
            return "<\(string)>"
        }
        guard destination == "mailto:" + string, string.utf8.filter({ $0 == UInt8(ascii: "@") }).count == 1,
            string.utf8.allSatisfy({
                (97...122).contains($0 | 32) || (48...57).contains($0) || [43, 45, 46, 64, 95].contains($0)
            }),
            let host = string.split(separator: "@").last, !host.contains("_"), !host.contains("+"),
            string.utf8.first != UInt8(ascii: "@"),
            host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({
                !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") && $0.utf8.count < 64
            })
        else { return nil }
        return "<\(string)>"
    }

    private static func code(_ code: String) -> String {
        var longest = 0
        var run = 0
        for byte in code.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let first = code.utf8.first
        let last = code.utf8.last
        let isBlank = code.utf8.allSatisfy { $0 == 32 }
        let pads =
            first == UInt8(ascii: "`") || last == UInt8(ascii: "`") || (first == 32 && last == 32 && !isBlank)
        return fence + (pads ? " " : "") + code + (pads ? " " : "") + fence
    }
}
