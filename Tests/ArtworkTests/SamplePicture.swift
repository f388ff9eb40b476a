// SPDX-License-Identifier: GPL-3.0-or-later

/// Small whole pictures, to be damaged.
enum SamplePicture {
    /// A drawing of 40 × 20 points with `part` in it.
    static func svg(_ part: String) -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + " width=\"40\" height=\"20\" viewBox=\"0 0 40 20\">\(part)</svg>"
    }

    /// A grey picture; `rows` of the pixels are there, all unless given; `perMetre` is its density.
    static func png(width: Int, height: Int, rows: Int? = nil, perMetre: Int? = nil) -> [UInt8] {
        let row = [UInt8](repeating: 0, count: (rows == nil ? width : 8) + 1)
        let pixels = Array(repeatElement(row, count: rows ?? height).joined())
        var data: [UInt8] = [0x78, 0x01]
        var at = 0
        // Stored blocks: no compressor is needed.
        repeat {
            let count = min(pixels.count - at, 0xFFFF)
            let isLast = at + count == pixels.count
            data += [
                isLast ? 1 : 0, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8 & 255),
            ]
            data += pixels[at..<at + count]
            at += count
        } while at < pixels.count
        // Adler-32 of zeros.
        data += bytes((pixels.count % 65521) << 16 | 1)
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file += chunk("IHDR", bytes(width) + bytes(height) + [8, 0, 0, 0, 0])
        if let perMetre { file += chunk("pHYs", bytes(perMetre) + bytes(perMetre) + [1]) }
        return file + chunk("IDAT", data) + chunk("IEND", [])
    }

    private static func bytes(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in body {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return bytes(data.count) + body + bytes(Int(~sum))
    }

    /// Where the segment `marker` begins.
    static func position(of marker: UInt8, in jpeg: [UInt8]) -> Int {
        jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == marker } ?? 0
    }

    /// A red square of 8 × 8 pixels.
    static let jpeg: [UInt8] = {
        let digits = Array(
            """
            ffd8ffe000104a46494600010100000100010000ffdb0043000d090a0b0a080d0b0a0b0e0e0d0f13201513121213271c\
            1e17202e2931302e292d2c333a4a3e333646372c2d405741464c4e525352323e5a615a50604a51524fffdb0043010e0e\
            0e131113261515264f352d354f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f\
            4f4f4f4f4f4f4f4f4f4f4f4f4f4fffc00011080008000803012200021101031101ffc400150001010000000000000000\
            0000000000000005ffc40014100100000000000000000000000000000000ffc400150101010000000000000000000000\
            0000000406ffc40014110100000000000000000000000000000000ffda000c03010002110311003f008c000ae7ffd9
            """.utf8)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
    }()
}
