// SPDX-License-Identifier: GPL-3.0-or-later

/// Escapes in the paths of links (RFC 3986, 2.1).
package enum PercentEscape {
    /// `%20` and the like made plain; a broken escape is kept, and the whole text if it would not be UTF-8.
    package static func plain(_ written: String) -> String {
        guard written.utf8.contains(UInt8(ascii: "%")) else { return written }
        let bytes = Array(written.utf8)
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                plain.append(high << 4 | low)
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return String(validating: plain, as: UTF8.self) ?? written
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
