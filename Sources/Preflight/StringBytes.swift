// SPDX-License-Identifier: GPL-3.0-or-later

/// Strings as content streams spell them (ISO 32000-1:2008, 7.3.4).
enum StringBytes {
    /// The bytes that `(…)` or `<…>` stands for.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.first == 0x28 ? literal(text.dropFirst().dropLast()) : hexadecimal(text)
    }

    private static func hexadecimal(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var half: UInt8?
        for byte in text {
            let digit: UInt8
            switch byte {
            case 48...57: digit = byte - 48
            case 65...70: digit = byte - 55
            case 97...102: digit = byte - 87
            default: continue
            }
            if let high = half {
                bytes.append(high << 4 | digit)
                half = nil
            } else {
                half = digit
            }
        }
        if let high = half { bytes.append(high << 4) }
        return bytes
    }

    private static func literal(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == 0x5C, let escaped = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch escaped {
            case 0x6E: bytes.append(10)
            case 0x72: bytes.append(13)
            case 0x74: bytes.append(9)
            case 0x62: bytes.append(8)
            case 0x66: bytes.append(12)
            case 10, 13: break
            case 48...55:
                var value = Int(escaped) - 48
                for _ in 0..<2 {
                    guard let next = rest.first, (48...55).contains(next) else { break }
                    value = value * 8 + Int(next) - 48
                    rest.removeFirst()
                }
                bytes.append(UInt8(truncatingIfNeeded: value))
            default: bytes.append(escaped)
            }
        }
        return bytes
    }
}
