// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Yams

/// Reads a YAML text, or a part of a file, into nodes with their places.
struct YAMLComposer {
    /// No file of settings nests deeper; libyaml itself stops at 1000.
    static let deepest = 64
    /// Aliases could make a small file enormous.
    static let mostNodes = 500_000

    private let file: SourceFile
    private let bytes: [UInt8]
    private let base: Int
    private let lines: [Int]
    private var count = 0
    /// Where characters were left out.
    private var stripped: [Origin] = []
    /// The mark looked up last: line and column from 1, offset in the part.
    private var latest = (line: 0, column: 0, offset: 0)

    /// Of the bytes `part` of `file`.
    init(_ file: SourceFile, _ part: Range<Int>) {
        self.file = file
        base = part.lowerBound
        bytes = Array(file.text.utf8.dropFirst(part.lowerBound).prefix(part.count))
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 10 { starts.append(offset + 1) }
        lines = starts
    }

    /// The tree; `nil` after a diagnostic, an empty mapping for an empty text.
    mutating func compose(_ diagnostics: inout Diagnostics) -> YAMLValue? {
        let whole = origin(0..<0)
        do {
            // The basic resolver looks at no scalar: the readers know which type each key has.
            guard let root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic, .default, .utf8)
            else { return YAMLValue(content: .mapping([]), origin: whole) }
            let node = try convert(root, depth: 0)
            for place in stripped { diagnostics.report(DirectionControl.fault(at: place)) }
            if case .null = node.content { return YAMLValue(content: .mapping([]), origin: whole) }
            return node
        } catch let error as YamlError {
            report(error, &diagnostics)
        } catch let failure as StageFailure {
            diagnostics.error(
                "yaml-syntax", "the YAML cannot be used: \(failure.description)",
                hint: "write it flatter and without aliases", at: whole)
        } catch {
            diagnostics.error("yaml-syntax", "the YAML cannot be read", hint: "save it as plain UTF-8 text", at: whole)
        }
        return nil
    }

    private mutating func convert(_ node: Node, depth: Int) throws -> YAMLValue {
        count += 1
        guard depth <= Self.deepest else { throw StageFailure("more than \(Self.deepest) levels of nesting") }
        guard count <= Self.mostNodes else {
            throw StageFailure("the file unfolds to more than \(Self.mostNodes) values")
        }
        let place = offset(of: node.mark)
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            let range = origin(scalarRange(at: place, text: scalar.string, isPlain: isPlain))
            if isPlain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
                return YAMLValue(content: .null, origin: range)
            }
            guard let text = DirectionControl.stripped(scalar.string) else {
                return YAMLValue(content: .scalar(scalar.string), origin: range)
            }
            stripped.append(range)
            return YAMLValue(content: .scalar(text), origin: range)
        case .sequence(let sequence):
            var items: [YAMLValue] = []
            for item in sequence { items.append(try convert(item, depth: depth + 1)) }
            return YAMLValue(content: .list(items), origin: origin(place..<place + 1))
        case .mapping(let mapping):
            var pairs: [YAMLValue.Pair] = []
            for (key, value) in mapping {
                let key = try convert(key, depth: depth + 1)
                guard let name = key.scalar ?? (key.isNull ? "null" : nil) else {
                    throw StageFailure("a key must be a text, not a list or a mapping")
                }
                pairs.append(
                    YAMLValue.Pair(name: name, key: key, value: try convert(value, depth: depth + 1)))
            }
            return YAMLValue(content: .mapping(pairs), origin: origin(place..<place + 1))
        case .alias:
            throw StageFailure("aliases are not understood")
        }
    }
}

// MARK: - Places

extension YAMLComposer {
    /// The UTF-8 offset in the part; the parser counts columns in Unicode scalars.
    private mutating func offset(of mark: Mark?) -> Int {
        guard let mark, mark.line >= 1, mark.line <= lines.count else { return mark == nil ? 0 : bytes.count }
        var offset = lines[mark.line - 1]
        var left = mark.column - 1
        // A whole file may be one line: go on from the place before, or its length would count once for each of its values.
        if mark.line == latest.line, mark.column >= latest.column {
            offset = latest.offset
            left = mark.column - latest.column
        }
        while left > 0, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        latest = (mark.line, mark.column - max(left, 0), offset)
        return offset
    }

    /// Of the scalar at `place`, whose mark was looked up last: what is quoted or folded goes to the end of its first line.
    private func scalarRange(at place: Int, text: String, isPlain: Bool) -> Range<Int> {
        let length = text.utf8.count
        if isPlain, place + length <= bytes.count, bytes[place..<place + length].elementsEqual(text.utf8) {
            return place..<place + length
        }
        return place..<max(place, latest.line < lines.count ? lines[latest.line] - 1 : bytes.count)
    }

    private func origin(_ range: Range<Int>) -> Origin {
        let end = base + min(range.upperBound, bytes.count)
        let start = min(base + range.lowerBound, end)
        return Origin(source: SourceRange(file: file, utf8: start..<end))
    }
}

// MARK: - Faults

extension YAMLComposer {
    private mutating func report(_ error: YamlError, _ diagnostics: inout Diagnostics) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let place = offset(of: mark)
            if problem.hasPrefix("Maximum nesting level") {
                diagnostics.error(
                    "yaml-syntax", "the YAML is nested too deeply", hint: "write it flatter",
                    at: origin(place..<place + 1))
                return
            }
            let around = context.map { ", \(String($0.text.prefix(80)))" } ?? ""
            diagnostics.error(
                "yaml-syntax", "the YAML cannot be read: \(problem)\(around)",
                hint: "check quotes, indentation and colons on this line and the one before",
                at: origin(place..<place + 1))
        case .reader(let problem, let offset, _, _):
            let place = min(max(offset ?? 0, 0), bytes.count)
            diagnostics.error(
                "yaml-syntax", "the YAML cannot be read: \(problem)", hint: "remove the control character",
                at: origin(place..<place + 1))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let place = offset(of: context.mark)
            diagnostics.error(
                "yaml-syntax", "the key ‘\(duplicates.first ?? "")’ stands twice in one map",
                hint: "keep one of the two", at: origin(place..<place + 1))
        default:
            diagnostics.error(
                "yaml-syntax", "the YAML cannot be read", hint: "save it as plain UTF-8 text", at: origin(0..<0))
        }
    }
}
