// SPDX-License-Identifier: GPL-3.0-or-later

/// Pictures made byte by byte, so that each can be spoilt on purpose.
enum Sample {
    /// A PNG of one colour; `claims` is what its header says instead of its true size.
    static func png(
        _ width: Int, _ height: Int, claims: (Int, Int)? = nil, perMetre: Int? = nil, alpha: UInt8? = nil
    ) -> [UInt8] {
        let row = [UInt8(0)] + [UInt8](repeating: 200, count: width * 3)
        let clearRow = [UInt8(0)] + (0..<width).flatMap { _ in [200, 200, 200, alpha ?? 255] as [UInt8] }
        let pixels = (0..<height).flatMap { _ in alpha == nil ? row : clearRow }
        let size = claims ?? (width, height)
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        bytes += chunk("IHDR", word(size.0) + word(size.1) + [8, alpha == nil ? 2 : 6, 0, 0, 0])
        if let perMetre { bytes += chunk("pHYs", word(perMetre) + word(perMetre) + [1]) }
        bytes += chunk("IDAT", stored(pixels))
        return bytes + chunk("IEND", [])
    }

    /// The segments of a JPEG that a camera might write; `orientation` goes into EXIF.
    static func jpeg(
        _ width: Int, _ height: Int, components: UInt8 = 3, orientation: UInt8? = nil, frame: UInt8 = 0xC0
    ) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8]
        bytes += segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 1, 1, 44, 1, 44, 1, 1] + [9, 9, 9])
        if let orientation {
            let tiff: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
            bytes += segment(0xE1, Array("Exif\0\0".utf8) + tiff + Array("GPS-SECRET".utf8))
        }
        bytes += segment(0xE2, Array("MPF\0MPF-SECRET".utf8)) + segment(0xE2, Array("ICC_PROFILE\0keep".utf8))
        bytes += segment(0xED, Array("IPTC-SECRET".utf8)) + segment(0xFE, Array("COMMENT-SECRET".utf8))
        let parts = (0..<components).flatMap { [$0 + 1, 0x11, 0] as [UInt8] }
        bytes += segment(frame, [8] + word(height).suffix(2) + word(width).suffix(2) + [components] + parts)
        let selectors = (0..<components).flatMap { [$0 + 1, 0] as [UInt8] }
        bytes += segment(0xDA, [components] + selectors + [0, 63, 0])
        bytes += [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]
        // The second picture of a phone, with where it was taken.
        return bytes + [0xFF, 0xD8] + Array("TAIL-SECRET".utf8) + [0xFF, 0xD9]
    }

    /// An SVG with `body` in it.
    static func svg(_ body: String, size: String = "width='40mm' height='20mm' viewBox='0 0 40 20'") -> [UInt8] {
        Array(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \(size)>\(body)</svg>"
                .utf8)
    }

    /// `bytes` in Base64.
    static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = (group + [UInt8](repeating: 0, count: 3 - group.count)).reduce(0) { $0 << 8 | Int($1) }
            let letters = [18, 12, 6, 0].map { digits[bits >> $0 & 63] }
            text += String(letters.prefix(group.count + 1)) + String(repeating: "=", count: 3 - group.count)
        }
        return text
    }

    private static func word(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, marker] + word(body.count + 2).suffix(2) + body
    }

    private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + body
        var check: UInt32 = 0xFFFF_FFFF
        for byte in named {
            check ^= UInt32(byte)
            for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
        }
        return word(body.count) + named + word(Int(~check))
    }

    /// A zlib stream of blocks that are not compressed.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: 0xFFFF) {
            let block = bytes[start..<min(start + 0xFFFF, bytes.count)]
            let length = UInt16(block.count)
            stream.append(start + block.count == bytes.count ? 1 : 0)
            stream += [length, ~length].flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } + block
        }
        var (low, high) = (1, 0)
        for byte in bytes {
            low = (low + Int(byte)) % 65521
            high = (high + low) % 65521
        }
        return stream + word(high << 16 | low)
    }
}
