// SPDX-License-Identifier: GPL-3.0-or-later

/// Walks the segments of a JPEG file and gathers those that a picture needs.
struct Segments {
    /// A marker with its parameters.
    struct Segment {
        let marker: UInt8
        let body: Range<Int>
    }

    private let bytes: [UInt8]
    private var offset = 2
    private var isEnded = false
    /// What has been passed, less what is private: the whole picture once `next` has given `nil`.
    private(set) var kept: [UInt8] = JPEGFile.signature

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        kept.reserveCapacity(bytes.count)
    }

    /// The next segment; `nil` at the end of the image. What follows that is another picture or nothing of ours.
    mutating func next() throws(ArtworkFault) -> Segment? {
        while !isEnded {
            // A marker may be preceded by any number of 0xFF.
            while offset + 1 < bytes.count, bytes[offset] == 0xFF, bytes[offset + 1] == 0xFF { offset += 1 }
            guard offset + 1 < bytes.count else { throw ArtworkFault("the JPEG is cut off") }
            guard bytes[offset] == 0xFF else { throw ArtworkFault("the JPEG is corrupt") }
            let marker = bytes[offset + 1]
            switch marker {
            case 0xD9:
                kept += [0xFF, 0xD9]
                isEnded = true
            case 0xD0...0xD7, 0x01:
                kept += bytes[offset..<offset + 2]
                offset += 2
            case 0, 0xD8: throw ArtworkFault("the JPEG is corrupt")
            default: return try segment(marker)
            }
        }
        return nil
    }

    private mutating func segment(_ marker: UInt8) throws(ArtworkFault) -> Segment {
        guard offset + 4 <= bytes.count else { throw ArtworkFault("the JPEG is cut off") }
        let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
        let end = offset + 2 + length
        guard length >= 2 else { throw ArtworkFault("the JPEG is corrupt") }
        guard end <= bytes.count else { throw ArtworkFault("the JPEG is cut off") }
        let body = offset + 4..<end
        keep(marker, body)
        offset = end
        if marker == 0xDA {
            offset = try endOfScan(from: end)
            kept += bytes[end..<offset]
        }
        return Segment(marker: marker, body: body)
    }

    /// JFIF's header, colour profiles and Adobe's colour transform say how to show the picture; all else who made it.
    private mutating func keep(_ marker: UInt8, _ body: Range<Int>) {
        let content = bytes[body]
        switch marker {
        case 0xE0 where content.starts(with: "JFIF\0".utf8) && content.count >= 14:
            // Its thumbnail may show what was cut away from the picture: none.
            kept += [0xFF, 0xE0, 0, 16] + content.prefix(12) + [0, 0]
            return
        case 0xE2 where content.starts(with: "ICC_PROFILE\0".utf8), 0xEE where content.starts(with: "Adobe".utf8): break
        case 0xE0...0xEF, 0xFE: return
        default: break
        }
        kept += bytes[body.lowerBound - 4..<body.upperBound]
    }

    /// Where the coded data ends that begins at `start`: at a marker that is not part of them (B.1.1.5).
    private func endOfScan(from start: Int) throws(ArtworkFault) -> Int {
        let end = bytes.withUnsafeBufferPointer { bytes -> Int? in
            var offset = start
            while offset + 1 < bytes.count {
                if bytes[offset] == 0xFF, bytes[offset + 1] != 0, bytes[offset + 1] & 0xF8 != 0xD0 { return offset }
                offset += 1
            }
            return nil
        }
        guard let end else { throw ArtworkFault("the JPEG is cut off") }
        return end
    }
}
