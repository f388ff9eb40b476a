// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Hyphens

/// A hyphenation list on its way into a project. libhyphen reads the encoding from the first line and answers in it; a project's
/// lists are all UTF-8. The encoding that was converted from stays in a comment, so that the package's file, whose hash fonts.yaml
/// declares, can be made of the converted one again.
enum HyphenationFile {
    private static let remark = Array("% converted from ".utf8)

    /// The list in UTF-8.
    static func converted(_ bytes: [UInt8]) throws(StageFailure) -> [UInt8] {
        let (first, rest) = split(bytes)
        let name = String(decoding: first, as: UTF8.self).filter { !$0.isWhitespace }
        guard name.uppercased() != "UTF-8", name.uppercased() != "UTF8" else { return PatternClosure.closed(bytes) }
        let text = try recode(Array(rest), from: name, to: "UTF-8")
        return PatternClosure.closed(Array("UTF-8\n".utf8) + remark + first + [10] + text)
    }

    /// The package's file, of which `converted` made `bytes`.
    static func original(of bytes: [UInt8]) -> [UInt8] {
        let bytes = PatternClosure.opened(bytes)
        let (_, rest) = split(bytes)
        guard rest.starts(with: remark) else { return bytes }
        let (second, text) = split(Array(rest))
        let first = second.dropFirst(remark.count)
        let name = String(decoding: first, as: UTF8.self).filter { !$0.isWhitespace }
        guard let back = try? recode(Array(text), from: "UTF-8", to: name) else { return bytes }
        return first + [10] + back
    }

    private static func split(_ bytes: [UInt8]) -> (first: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
        let end = bytes.firstIndex(of: 10) ?? bytes.count
        return (bytes[..<end], bytes[min(end + 1, bytes.count)...])
    }
}
