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
    static func converted(_ bytes: [UInt8]) throws(StageFailure) -> [UInt8] {
        guard let lineEnd = bytes.firstIndex(of: 10), let encoding = Encoding(firstLine: bytes[..<lineEnd]) else {
            throw StageFailure("the list is empty")
        }
        if encoding.isUTF8 { return bytes }
        guard let text = encoding.utf8(of: bytes[lineEnd...]) else {
            throw StageFailure("the list has an unknown encoding ‘\(encoding.name)’, or is not in it")
        }
        return Array("UTF-8".utf8) + text
    }
}
