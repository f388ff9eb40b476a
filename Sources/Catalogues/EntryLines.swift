// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// Where the messages of a PO file stand. The library does not tell, so this reads just enough of the file again.
struct EntryLines {
    private var ranges: [String: Range<Int>] = [:]
    private var context: [UInt8] = []
    private var id: [UInt8] = []
    private var start: Int?
    private var end = 0
    private var part = Part.none

    private enum Part { case none, context, id, other }

    init(_ file: SourceFile) {
        let bytes = Array(file.text.utf8)
        var lineStart = 0
        while lineStart < bytes.count {
            let lineEnd = bytes[lineStart...].firstIndex(of: 10) ?? bytes.count
            read(bytes[lineStart..<lineEnd])
            lineStart = lineEnd + 1
        }
        finish()
    }

    /// The bytes of the message `id` in `context`: the first, if it is there twice.
    func range(context: String, id: String) -> Range<Int>? { ranges[context + "\u{4}" + id] }

    private mutating func read(_ line: ArraySlice<UInt8>) {
        var rest = line
        if rest.starts(with: Array("#~".utf8)) { rest = rest.dropFirst(2) }
        rest = rest.drop { $0 == 32 || $0 == 9 }
        guard let first = rest.first, first != 35 else { return }
        if rest.starts(with: Array("msgctxt".utf8)) {
            begin(.context, at: line.startIndex)
        } else if rest.starts(with: Array("msgid_plural".utf8)) || rest.starts(with: Array("msgstr".utf8)) {
            part = .other
        } else if rest.starts(with: Array("msgid".utf8)) {
            if part == .context { part = .id } else { begin(.id, at: line.startIndex) }
        } else if first != 34 {
            return
        }
        end = line.endIndex
        guard let open = rest.firstIndex(of: 34), part != .other else { return }
        let text = EntryLines.unescaped(rest[(open + 1)...])
        if part == .context { context += text } else { id += text }
    }

    private mutating func begin(_ part: Part, at offset: Int) {
        finish()
        self.part = part
        start = offset
    }

    private mutating func finish() {
        if let start {
            let key = String(decoding: context, as: UTF8.self) + "\u{4}" + String(decoding: id, as: UTF8.self)
            if ranges[key] == nil { ranges[key] = start..<end }
        }
        context = []
        id = []
        start = nil
        part = .none
    }

    /// What a C string up to its closing quotation mark means.
    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let named: [UInt8: UInt8] = [110: 10, 116: 9, 114: 13, 97: 7, 98: 8, 102: 12, 118: 11]
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex, bytes[index] != 34 {
            if bytes[index] == 92, index + 1 < bytes.endIndex {
                index += 1
                result.append(named[bytes[index]] ?? bytes[index])
            } else {
                result.append(bytes[index])
            }
            index += 1
        }
        return result
    }
}
