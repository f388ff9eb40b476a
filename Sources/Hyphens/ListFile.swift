// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import Groundwork

/// A hyphenation list on its way into a project.
///
/// libhyphen reads a list's encoding from the first line and answers in it; a project's lists are all UTF-8 and hold the patterns that the
/// automaton needs (`PatternClosure`). The encoding that was converted from stays in a remark, so that the package's file, whose hash is
/// declared, can be made of the prepared one again.
public enum ListFile {
    private static let remark = Array("% converted from ".utf8)

    /// The package's file as a project keeps it.
    public static func prepared(_ bytes: [UInt8]) throws(StageFailure) -> [UInt8] {
        let (first, rest) = split(bytes)
        guard !isUTF8(first) else { return PatternClosure.closed(bytes) }
        let text = try recode(rest, from: encoding(first), to: "UTF-8")
        return PatternClosure.closed(Array("UTF-8\n".utf8) + remark + first + [10] + text)
    }

    /// The package's file, of which `prepared` made `bytes`; `bytes` themselves if they were never prepared.
    public static func original(of bytes: [UInt8]) -> [UInt8] {
        let bytes = PatternClosure.opened(bytes)
        let (_, rest) = split(bytes)
        guard rest.starts(with: remark) else { return bytes }
        let (second, text) = split(Array(rest))
        let first = second.dropFirst(remark.count)
        guard let back = try? recode(text, from: "UTF-8", to: encoding(first)) else { return bytes }
        return first + [10] + back
    }

    /// Whether `prepared` has made `bytes`.
    public static func isPrepared(_ bytes: [UInt8]) -> Bool {
        // What it has added says so; to prepare the list of German again would take a while.
        PatternClosure.isClosed(bytes) || (try? prepared(original(of: bytes))) == bytes
    }

    /// `bytes` in UTF-8: a prepared list as it is, another one prepared.
    static func readable(_ bytes: [UInt8]) throws(StageFailure) -> [UInt8] {
        isUTF8(split(bytes).first) ? bytes : try prepared(bytes)
    }

    static func contents(_ path: String, _ language: LanguageTag) -> Result<[UInt8], StageFailure> {
        Result { () throws(StageFailure) in try bytes(of: path, language) }
    }

    static func bytes(of path: String, _ language: LanguageTag) throws(StageFailure) -> [UInt8] {
        guard let stream = fopen(path, "rb") else {
            throw StageFailure("cannot read the hyphenation list of \(language)")
        }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, stream)
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
    }

    private static func split(_ bytes: [UInt8]) -> (first: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
        let end = bytes.firstIndex(of: 10) ?? bytes.count
        return (bytes[..<end], bytes[min(end + 1, bytes.count)...])
    }

    private static func isUTF8(_ line: ArraySlice<UInt8>) -> Bool {
        let name = encoding(line).uppercased()
        return name == "UTF-8" || name == "UTF8"
    }

    /// The name of an encoding as iconv knows it; ISO8859-2 and microsoft-cp1251 are libhyphen's own spelling.
    private static func encoding(_ line: ArraySlice<UInt8>) -> String {
        let name = String(decoding: line.filter { $0 > 32 && $0 < 127 }, as: UTF8.self)
        if name.hasPrefix("ISO8859") { return "ISO-" + name.dropFirst(3) }
        return name.hasPrefix("microsoft-") ? String(name.dropFirst(10)) : name
    }

    private static func recode(_ bytes: ArraySlice<UInt8>, from: String, to: String) throws(StageFailure) -> [UInt8] {
        let failure = StageFailure("the list has an unknown encoding ‘\(from == "UTF-8" ? to : from)’, or is not in it")
        // Without a name iconv would take the encoding of the process.
        guard !from.isEmpty, let converter = iconv_open(to, from), Int(bitPattern: converter) != -1 else {
            throw failure
        }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 4)
        let left: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var source = input.baseAddress
                var target = output.baseAddress
                var inputLeft = input.count
                var outputLeft = output.count
                return iconv(converter, &source, &inputLeft, &target, &outputLeft) == -1 ? nil : outputLeft
            }
        }
        guard let left else { throw failure }
        return output.dropLast(left).map { UInt8(bitPattern: $0) }
    }
}
