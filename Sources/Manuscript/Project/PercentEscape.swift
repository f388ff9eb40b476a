// SPDX-License-Identifier: GPL-3.0-or-later

/// Escapes in the paths of links (RFC 3986, 2.1).
enum PercentEscape {
    /// `%20` and the like made plain; a broken escape is kept.
    static func plain(_ written: String) -> String {
        guard written.utf8.contains(UInt8(ascii: "%")) else { return written }
        let bytes = Array(written.utf8)
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                plain.append(value)
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return String(validating: plain, as: UTF8.self) ?? written
    }
}
