// SPDX-License-Identifier: GPL-3.0-or-later

/// A text file of the project, as it was read.
public final class SourceFile: Hashable, Sendable {
    /// The path from the project's folder, with `/`; never absolute.
    public let path: String
    /// The text, valid UTF-8.
    public let text: String
    private let lineStarts: [Int]

    /// The file at `path` (relative to the project) holding `text`.
    public init(path: String, text: String) {
        self.path = path
        var text = text
        text.makeContiguousUTF8()
        var starts = [0]
        var offset = 0
        for byte in text.utf8 {
            offset += 1
            if byte == 10 { starts.append(offset) }
        }
        self.text = text
        lineStarts = starts
    }

    /// Line and column of a UTF-8 offset, both from 1, the column counted in characters.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), text.utf8.count)
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        let start = text.utf8.index(text.startIndex, offsetBy: lineStarts[low])
        let end = text.utf8.index(start, offsetBy: offset - lineStarts[low])
        return (low + 1, text[start..<end].unicodeScalars.count + 1)
    }

    /// The UTF-8 offset at which line `line` (from 1) begins; the end of the text if there is no such line.
    public func offset(ofLine line: Int) -> Int {
        line >= 1 && line <= lineStarts.count ? lineStarts[line - 1] : text.utf8.count
    }

    /// The text of line `line` (from 1), without its line feed; empty if there is no such line.
    public func line(_ line: Int) -> Substring {
        guard line >= 1, line <= lineStarts.count else { return "" }
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: offset(ofLine: line))
        var end = bytes.index(bytes.startIndex, offsetBy: offset(ofLine: line + 1))
        for ending in [UInt8(ascii: "\n"), UInt8(ascii: "\r")] where end > start {
            let last = bytes.index(before: end)
            if bytes[last] == ending { end = last }
        }
        return text[start..<end]
    }

    /// The same path and the same text.
    public static func == (left: SourceFile, right: SourceFile) -> Bool {
        left === right || (left.path == right.path && left.text == right.text)
    }

    /// Hashes the path.
    public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// A stretch of a source file, in UTF-8 offsets from 0.
public struct SourceRange: Hashable, Sendable {
    /// The file.
    public let file: SourceFile
    /// UTF-8 offsets in the file's text.
    public let utf8: Range<Int>

    /// The bytes `utf8` of `file`.
    public init(file: SourceFile, utf8: Range<Int>) {
        self.file = file
        self.utf8 = utf8
    }

    /// Line and column (from 1) where the range begins.
    public var start: (line: Int, column: Int) { file.position(of: utf8.lowerBound) }
}

/// Where content comes from: the manuscript, and the catalogue if it was translated.
public struct Origin: Hashable, Sendable {
    /// The place in Markdown or YAML.
    public var source: SourceRange
    /// The place in the PO file whose text stands here.
    public var catalogue: SourceRange?

    /// Content of `source`, translated by `catalogue` if that is given.
    public init(source: SourceRange, catalogue: SourceRange? = nil) {
        self.source = source
        self.catalogue = catalogue
    }
}
