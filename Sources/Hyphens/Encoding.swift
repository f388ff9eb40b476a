// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// The character set of a hyphenation list, by the name in its first line.
struct Encoding {
    /// As the list writes it.
    let name: String

    /// `nil` if the line names none.
    init?(firstLine line: ArraySlice<UInt8>) {
        name = String(decoding: line.filter { $0 > 32 && $0 < 127 }, as: UTF8.self)
        if name.isEmpty { return nil }
    }

    var isUTF8: Bool { ["UTF-8", "UTF8"].contains(name.uppercased()) }

    /// The name by which the system knows it: libhyphen has spellings of its own, ISO8859-2 and microsoft-cp1251.
    private var systemName: String {
        if name.hasPrefix("ISO8859") { return "ISO-" + name.dropFirst(3) }
        return name.hasPrefix("microsoft-") ? String(name.dropFirst(10)) : name
    }

    /// `bytes` in UTF-8; `nil` if they are not in this encoding or it is not known.
    func utf8(of bytes: ArraySlice<UInt8>) -> [UInt8]? { Self.convert(bytes, from: systemName, to: "UTF-8") }

    /// UTF-8 in this encoding.
    func bytes(of utf8: ArraySlice<UInt8>) -> [UInt8]? { Self.convert(utf8, from: "UTF-8", to: systemName) }

    private static func convert(_ bytes: ArraySlice<UInt8>, from source: String, to target: String) -> [UInt8]? {
        guard let converter = iconv_open(target, source), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        let left: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var to = output.baseAddress
                var inputLeft = input.count
                var outputLeft = output.count
                return iconv(converter, &from, &inputLeft, &to, &outputLeft) == -1 ? nil : outputLeft
            }
        }
        return left.map { output.dropLast($0).map { UInt8(bitPattern: $0) } }
    }
}
