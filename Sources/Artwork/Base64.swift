// SPDX-License-Identifier: GPL-3.0-or-later

/// Bytes written as text (RFC 4648, 4).
enum Base64 {
    /// The bytes of `text`; blanks in it count for nothing. Throws for all other characters.
    static func decode(_ text: ArraySlice<UInt8>) throws(ArtworkFault) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for character in text where character > 0x20 && character != UInt8(ascii: "=") {
            guard let digit = digit(character) else {
                throw ArtworkFault("the SVG holds a picture that is not written in Base64")
            }
            // Masked: older bits are out already.
            pending = (pending & 0xFFFF) << 6 | digit
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: pending >> bits))
        }
        return bytes
    }

    private static func digit(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character) - 97 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character) - 48 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
