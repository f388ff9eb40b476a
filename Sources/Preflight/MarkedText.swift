// SPDX-License-Identifier: GPL-3.0-or-later
internal import PDFSyntax

/// The text of a page by its marks.
enum MarkedText {
    /// What the marked-content sequences of a page's content say, by MCID.
    static func read(_ content: [UInt8], fonts: [String: CodeMap]) -> [Int: String] {
        var texts: [Int: String] = [:]
        var tokens = ContentTokens(content)
        var operands: [Range<Int>] = []
        var font: CodeMap?
        // By nesting: the number, or none; and what is said in the glyphs' place.
        var open: [(number: Int?, isReplaced: Bool)] = []
        func show(_ range: Range<Int>) {
            guard let mark = open.last(where: { $0.number != nil }), let number = mark.number, !mark.isReplaced,
                let font
            else { return }
            texts[number, default: ""] += font.text(of: StringBytes.decode(content[range]))
        }
        while tokens.next() {
            guard tokens.kind == .keyword else {
                operands.append(tokens.start..<tokens.end)
                continue
            }
            switch String(decoding: content[tokens.start..<min(tokens.end, tokens.start + 4)], as: UTF8.self) {
            case "Tf":
                if operands.count > 1 {
                    font = fonts[String(decoding: content[operands[0].dropFirst()], as: UTF8.self)]
                }
            case "Tj", "'", "\"":
                if let last = operands.last { show(last) }
            case "TJ":
                guard let list = operands.last, list.count > 1 else { break }
                let items = Array(content[list.dropFirst().dropLast()])
                var inner = ContentTokens(items)
                while inner.next() {
                    guard inner.kind == .string else { continue }
                    show(list.lowerBound + 1 + inner.start..<list.lowerBound + 1 + inner.end)
                }
            case "BMC":
                open.append((nil, false))
            case "BDC":
                let (number, actual) = properties(operands.last.map { Array(content[$0]) } ?? [])
                open.append((number, actual != nil))
                if let number, let actual { texts[number, default: ""] += actual }
            case "EMC":
                _ = open.popLast()
            default: break
            }
            operands.removeAll(keepingCapacity: true)
        }
        return texts
    }

    /// `/MCID` and `/ActualText` of a mark's dictionary.
    private static func properties(_ dictionary: [UInt8]) -> (number: Int?, actualText: String?) {
        guard dictionary.count > 4, dictionary[0] == 0x3C, dictionary[1] == 0x3C else { return (nil, nil) }
        let entries = Array(dictionary[2..<dictionary.count - 2])
        var tokens = ContentTokens(entries)
        var (number, text): (Int?, String?)
        var key = ""
        while tokens.next() {
            switch tokens.kind {
            case .name: key = String(decoding: entries[tokens.start..<tokens.end], as: UTF8.self)
            case .number where key == "/MCID": number = Int(exactly: tokens.number)
            case .string where key == "/ActualText":
                let bytes = StringBytes.decode(entries[tokens.start..<tokens.end])
                let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                    UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
                }
                let isWide = bytes.starts(with: [0xFE, 0xFF])
                text = isWide ? String(decoding: units, as: UTF16.self) : String(decoding: bytes, as: UTF8.self)
            default: break
            }
        }
        return (number, text)
    }
}
