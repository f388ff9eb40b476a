// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// A JPEG file: its markers, without decoding (ITU-T T.81).
struct JPEGFile {
    let picture: Picture
    /// The file without what the picture does not need: EXIF, XMP, thumbnails, comments. Who took it, and where, must not leave the house.
    let stripped: [UInt8]
    /// How many components a pixel has: 1 grey, 3 colour, 4 process colour.
    let components: Int

    init(_ bytes: [UInt8]) throws(ArtworkFault) {
        var kept: [UInt8] = [0xFF, 0xD8]
        var offset = 2
        var frame: (width: Int, height: Int, components: Int)?
        var density = usualDensity
        var isScanning = false
        while !isScanning {
            while offset < bytes.count, bytes[offset] == 0xFF, offset + 1 < bytes.count, bytes[offset + 1] == 0xFF {
                offset += 1
            }
            guard offset + 4 <= bytes.count, bytes[offset] == 0xFF else { throw ArtworkFault("the JPEG is corrupt") }
            let marker = bytes[offset + 1]
            let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
            let end = offset + 2 + length
            guard length >= 2, end <= bytes.count else { throw ArtworkFault("the JPEG is cut off") }
            let body = offset + 4
            switch marker {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard length >= 8 else { throw ArtworkFault("the JPEG is corrupt") }
                guard marker <= 0xC2, bytes[body] == 8 else {
                    throw ArtworkFault(
                        "the JPEG is of a rare kind; save it with 8 bits a colour, baseline or progressive")
                }
                // Four inks of an unknown press have no right colour on a screen, nor on another press.
                guard [1, 3].contains(bytes[body + 5]) else {
                    throw ArtworkFault("the JPEG is in process colours (CMYK); save it in RGB")
                }
                frame = (
                    Int(bytes[body + 3]) << 8 | Int(bytes[body + 4]), Int(bytes[body + 1]) << 8 | Int(bytes[body + 2]),
                    Int(bytes[body + 5])
                )
            case 0xE0 where length >= 14 && bytes[body..<body + 4].elementsEqual("JFIF".utf8):
                let value = Double(Int(bytes[body + 8]) << 8 | Int(bytes[body + 9]))
                if value > 10 { density = bytes[body + 7] == 2 ? value * 2.54 : bytes[body + 7] == 1 ? value : density }
            case 0xE1 where Self.isTurned(bytes[body..<end]):
                throw ArtworkFault("the JPEG is turned by its EXIF, which is not published; save it upright")
            case 0xDA: isScanning = true
            default: break
            }
            // APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe colour transform) say how to show it; the rest who made it.
            let isPrivate = (0xE1...0xEF).contains(marker) && marker != 0xE2 && marker != 0xEE || marker == 0xFE
            if !isPrivate { kept += bytes[offset..<end] }
            offset = end
        }
        guard let frame else { throw ArtworkFault("the JPEG has no frame") }
        let rest = bytes[offset...]
        guard let last = rest.indices.last(where: { rest[$0] == 0xD9 }), last > offset, rest[last - 1] == 0xFF else {
            throw ArtworkFault("the JPEG is cut off")
        }
        stripped = kept + rest[...last]
        components = frame.components
        picture = try Picture(
            kind: .jpeg, width: frame.width, height: frame.height,
            naturalSize: Size(width: points(frame.width, at: density), height: points(frame.height, at: density)))
    }

    /// Whether an EXIF segment says that the picture is to be shown turned or mirrored (tag 0x0112 of its first directory).
    private static func isTurned(_ segment: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(segment)
        guard bytes.count > 14, bytes.starts(with: Array("Exif\0\0".utf8)) else { return false }
        let isLittle = bytes[6] == 0x49
        func number(_ at: Int, _ count: Int) -> Int {
            guard at >= 0, at + count <= bytes.count else { return 0 }
            let part = bytes[at..<at + count]
            return isLittle ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
        }
        let directory = 6 + number(10, 4)
        for entry in 0..<number(directory, 2) {
            let at = directory + 2 + 12 * entry
            guard at + 12 <= bytes.count else { return false }
            if number(at, 2) == 0x0112 { return (2...8).contains(number(at + 8, 2)) }
        }
        return false
    }
}
