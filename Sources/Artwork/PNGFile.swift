// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo
import Groundwork

/// A PNG file: signature, chunks, and a decoder's word that it is whole (ISO/IEC 15948).
struct PNGFile {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let picture: Picture
    let surface: ImageSurface

    init(_ bytes: [UInt8]) throws(ArtworkFault) {
        var chunks = try Self.chunks(bytes)[...]
        guard let header = chunks.popFirst(), header.name == "IHDR", header.range.count == 13 else {
            throw ArtworkFault("the PNG has no header")
        }
        guard chunks.contains(where: { $0.name == "IDAT" }), chunks.last?.name == "IEND" else {
            throw ArtworkFault("the PNG is cut off")
        }
        let width = Self.number(bytes, at: header.range.lowerBound)
        let height = Self.number(bytes, at: header.range.lowerBound + 4)
        var density = usualDensity
        if let chunk = chunks.first(where: { $0.name == "pHYs" }), chunk.range.count == 9,
            bytes[chunk.range.lowerBound + 8] == 1
        {
            let perMetre = Self.number(bytes, at: chunk.range.lowerBound)
            if (400...400_000).contains(perMetre) { density = Double(perMetre) * 0.0254 }
        }
        // Before decoding: what a header claims is not worth the memory until it has been looked at.
        picture = try Picture(
            kind: .png, width: width, height: height,
            naturalSize: Size(width: points(width, at: density), height: points(height, at: density)))
        guard let decoded = Self.decode(bytes), let surface = ImageSurface(owning: decoded) else {
            throw ArtworkFault("the PNG is corrupt")
        }
        self.surface = surface
    }

    /// All chunks up to the one that ends the file; what follows it is nobody's.
    private static func chunks(_ bytes: [UInt8]) throws(ArtworkFault) -> [(name: String, range: Range<Int>)] {
        var chunks: [(name: String, range: Range<Int>)] = []
        var offset = signature.count
        while offset + 12 <= bytes.count {
            let length = number(bytes, at: offset)
            let start = offset + 8
            guard length <= bytes.count - start - 4 else { throw ArtworkFault("the PNG is cut off") }
            let name = String(decoding: bytes[offset + 4..<start], as: UTF8.self)
            chunks.append((name, start..<start + length))
            if name == "IEND" { break }
            offset = start + length + 4
        }
        return chunks
    }

    private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func decode(_ bytes: [UInt8]) -> OpaquePointer? {
        bytes.withUnsafeBufferPointer { buffer in
            var rest = UnsafeBufferPointer(rebasing: buffer[...])
            return withUnsafeMutablePointer(to: &rest) { box in
                cairo_image_surface_create_from_png_stream(
                    { box, target, count in
                        guard let rest = box?.assumingMemoryBound(to: UnsafeBufferPointer<UInt8>.self), let target,
                            let source = rest.pointee.baseAddress, Int(count) <= rest.pointee.count
                        else { return CAIRO_STATUS_READ_ERROR }
                        target.update(from: source, count: Int(count))
                        rest.pointee = UnsafeBufferPointer(rebasing: rest.pointee[Int(count)...])
                        return CAIRO_STATUS_SUCCESS
                    }, box)
            }
        }
    }
}
