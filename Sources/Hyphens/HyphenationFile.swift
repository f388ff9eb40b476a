// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// A hyphenation list on its way into a project. libhyphen reads the encoding from the first line and answers in it; a project's
/// lists are all UTF-8. The encoding that was converted from stays in a comment, so that the package's file, whose hash fonts.yaml
/// declares, can be made of the converted one again.
public enum HyphenationFile {
    private static let remark = Array("% converted from ".utf8)

    /// The list of a package in UTF-8, with the patterns that libhyphen needs besides.
    public static func converted(_ bytes: [UInt8]) throws(StageFailure) -> [UInt8] {
        let (first, _) = split(bytes)
        let text = try HyphenationList.converted(bytes)
        guard text != bytes else { return PatternClosure.closed(bytes) }
        let (_, rest) = split(text)
        return PatternClosure.closed(Array("UTF-8\n".utf8) + remark + first + [10] + rest)
    }

    /// The package's file, of which `converted` made `bytes`.
    public static func original(of bytes: [UInt8]) -> [UInt8] {
        let bytes = PatternClosure.opened(bytes)
        let (_, rest) = split(bytes)
        guard rest.starts(with: remark) else { return bytes }
        let (second, text) = split(Array(rest))
        let first = second.dropFirst(remark.count)
        guard let encoding = Encoding(firstLine: first), let back = encoding.bytes(of: text) else { return bytes }
        return first + [10] + back
    }

    private static func split(_ bytes: [UInt8]) -> (first: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
        let end = bytes.firstIndex(of: 10) ?? bytes.count
        return (bytes[..<end], bytes[min(end + 1, bytes.count)...])
    }
}
