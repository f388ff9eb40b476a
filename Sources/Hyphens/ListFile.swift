// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Groundwork

extension HyphenationList {
    static func file(_ path: String, _ language: LanguageTag) -> Result<[UInt8], StageFailure> {
        do throws(StageFailure) {
            return .success(try bytes(of: path, language))
        } catch {
            return .failure(error)
        }
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

    /// The list in UTF-8. Lists of older collections are in the encoding that their first line names.
    static func converted(_ bytes: [UInt8], _ language: LanguageTag) throws(StageFailure) -> [UInt8] {
        guard let lineEnd = bytes.firstIndex(of: 10) else {
            throw StageFailure("the hyphenation list of \(language) is empty")
        }
        let name = String(decoding: bytes[..<lineEnd].filter { $0 > 32 && $0 < 127 }, as: UTF8.self)
        if name == "UTF-8" { return bytes }
        // Names such as ISO8859-2 are libhyphen's own spelling.
        let encoding = name.hasPrefix("ISO8859") ? "ISO-" + name.dropFirst(3) : name
        guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
            throw StageFailure("the hyphenation list of \(language) has an unknown encoding ‘\(name)’")
        }
        defer { iconv_close(converter) }
        var input = bytes[lineEnd...].map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4)
        let left: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var to = output.baseAddress
                var inputLeft = input.count
                var outputLeft = output.count
                return iconv(converter, &from, &inputLeft, &to, &outputLeft) == -1 ? nil : outputLeft
            }
        }
        guard let left else { throw StageFailure("the hyphenation list of \(language) is not in \(name)") }
        return Array("UTF-8".utf8) + output.dropLast(left).map { UInt8(bitPattern: $0) }
    }
}
