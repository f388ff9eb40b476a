// SPDX-License-Identifier: GPL-3.0-or-later

/// What cameras write beside the picture: places, serial numbers, thumbnails.
enum JPEGMetadata {
    /// `bytes` without EXIF, XMP, Photoshop's and comment segments; `nil` if there are none, or if it is no JPEG file.
    static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var kept: [UInt8] = [0xFF, 0xD8]
        var at = 2
        while at + 4 <= bytes.count, bytes[at] == 0xFF {
            let marker = bytes[at + 1]
            let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
            // After the start of scan comes the picture itself.
            guard marker != 0xDA, length >= 2, at + 2 + length <= bytes.count else { break }
            // APP1, APP13, comment.
            if marker != 0xE1, marker != 0xED, marker != 0xFE { kept += bytes[at..<at + 2 + length] }
            at += 2 + length
        }
        guard kept.count < at else { return nil }
        return kept + bytes[at...]
    }
}
