// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// A JPEG file: its segments up to the end of the image, without decoding (ITU-T T.81, annex B).
struct JPEGFile {
    static let signature: [UInt8] = [0xFF, 0xD8]
    let picture: Picture
    /// The file without what the picture does not need: EXIF, XMP, thumbnails, comments, and pictures that follow the first.
    /// Who took it, and where, must not leave the house.
    let stripped: [UInt8]
    /// How the camera was held.
    let orientation: Orientation

    init(_ bytes: [UInt8]) throws(ArtworkFault) {
        var segments = Segments(bytes)
        var frame: Frame?
        var density = usualDensity
        var orientation = Orientation.upright
        var hasScan = false
        while let segment = try segments.next() {
            let body = bytes[segment.body]
            switch segment.marker {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard frame == nil else { throw ArtworkFault("the JPEG has two frames") }
                frame = try Frame(segment.marker, body)
            case 0xE0 where body.starts(with: "JFIF\0".utf8): density = Self.density(body) ?? density
            case 0xE1: orientation = Orientation(exif: body) ?? orientation
            case 0xDA: hasScan = true
            default: break
            }
        }
        guard let frame, hasScan else { throw ArtworkFault("the JPEG holds no picture") }
        // Four inks of an unknown press have no right colour on a screen, nor on another press.
        guard frame.components != 4 else {
            throw ArtworkFault("the JPEG is in process colours (CMYK); save it in RGB")
        }
        let size = Size(width: points(frame.width, at: density), height: points(frame.height, at: density))
        stripped = segments.kept
        self.orientation = orientation
        picture = try Picture(
            kind: .jpeg, width: frame.width, height: frame.height,
            naturalSize: orientation.isTurned ? Size(width: size.height, height: size.width) : size)
    }

    /// Pixels an inch by the JFIF header (T.871, 10.1), if it says so and can be believed.
    private static func density(_ body: ArraySlice<UInt8>) -> Double? {
        guard body.count >= 12 else { return nil }
        let at = body.startIndex
        let value = Double(Int(body[at + 8]) << 8 | Int(body[at + 9]))
        guard value > 10 else { return nil }
        return body[at + 7] == 1 ? value : body[at + 7] == 2 ? value * 2.54 : nil
    }
}

/// What a frame header says (B.2.2).
private struct Frame {
    let width: Int
    let height: Int
    /// 1 grey, 3 colour, 4 process colour.
    let components: Int

    init(_ marker: UInt8, _ body: ArraySlice<UInt8>) throws(ArtworkFault) {
        guard (0xC0...0xC2).contains(marker) else {
            throw ArtworkFault("the JPEG is of a rare kind that PDF does not know; save it as baseline or progressive")
        }
        let at = body.startIndex
        guard body.count >= 6, body.count >= 6 + 3 * Int(body[at + 5]) else {
            throw ArtworkFault("the JPEG is corrupt")
        }
        guard body[at] == 8 else { throw ArtworkFault("the JPEG has \(body[at]) bits; save it with 8") }
        height = Int(body[at + 1]) << 8 | Int(body[at + 2])
        width = Int(body[at + 3]) << 8 | Int(body[at + 4])
        components = Int(body[at + 5])
        guard [1, 3, 4].contains(components) else { throw ArtworkFault("the JPEG is corrupt") }
    }
}
