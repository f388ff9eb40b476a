// SPDX-License-Identifier: GPL-3.0-or-later

/// Pictures that no edition may show.
enum BadPicture {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A PNG that claims a size; its pixels are missing.
    static func png(width: UInt32, height: UInt32) -> [UInt8] {
        let header = big(width) + big(height) + [8, 2, 0, 0, 0]
        return signature + chunk("IHDR", header) + chunk("IDAT", [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]) + chunk("IEND", [])
    }

    /// A grey PNG of less than 65,000 pixels, one wide.
    static func line(height: UInt16) -> [UInt8] {
        let rows = [UInt8](repeating: 0x60, count: Int(height)).flatMap { [UInt8(0), $0] }
        let size = UInt16(rows.count)
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in rows {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        // Deflated by no more than its frame: one stored block.
        let block: [UInt8] = [
            0x78, 0x01, 1, UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255), UInt8(~size >> 8),
        ]
        return signature + chunk("IHDR", big(1) + big(UInt32(height)) + [8, 0, 0, 0, 0])
            + chunk("IDAT", block + rows + big(high << 16 | low)) + chunk("IEND", [])
    }

    static func svg(_ content: String) -> [UInt8] {
        Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">\
            \(content)</svg>
            """.utf8)
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return big(UInt32(data.count)) + body + big(checksum(body))
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [UInt8(number >> 24), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
    }

    /// CRC-32 (ISO/IEC 15948, annex D).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
