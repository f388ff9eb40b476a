// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// What is wrong with a picture's file.
public struct ArtworkFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Lower case, no full stop.
    public let description: String
    init(_ description: String) { self.description = description }
}

/// A picture that has been looked at: its kind and its size. The bytes stay where they are.
public struct Picture: Hashable, Sendable {
    /// Kinds of files that can be placed.
    public enum Kind: Hashable, Sendable {
        /// Scalable Vector Graphics.
        case svg
        /// Portable Network Graphics.
        case png
        /// JPEG.
        case jpeg
    }

    /// The kind, by content and not by name.
    public let kind: Kind
    /// The size in points, by the file's own density; 150 per inch where it declares none.
    public let naturalSize: Size
    /// In pixels; points for SVG.
    public let pixels: (width: Int, height: Int)

    /// The most pixels that a picture may have: a header can claim more than any machine's memory.
    static let mostPixels = 100_000_000

    /// The picture in `bytes`. Throws for what is corrupt, too large, or reaches outside itself.
    public static func inspect(_ bytes: [UInt8], path: String) throws(ArtworkFault) -> Picture {
        if bytes.starts(with: PNGFile.signature) { return try PNGFile(bytes).picture }
        if bytes.starts(with: [0xFF, 0xD8]) { return try JPEGFile(bytes).picture }
        if bytes.starts(with: [0x1F, 0x8B]) {
            throw ArtworkFault("a compressed SVG cannot be checked; save it uncompressed")
        }
        if bytes.contains(UInt8(ascii: "<")) { return try SVGFile(bytes).picture }
        throw ArtworkFault(bytes.isEmpty ? "the picture is empty" : "not an SVG, PNG or JPEG picture")
    }

    init(kind: Kind, width: Int, height: Int, naturalSize: Size) throws(ArtworkFault) {
        guard width > 0, height > 0 else { throw ArtworkFault("the picture has no width or no height") }
        guard width <= Self.mostPixels / height else {
            throw ArtworkFault("the picture claims \(width) × \(height) pixels; 100 million are allowed")
        }
        self.kind = kind
        self.naturalSize = naturalSize
        pixels = (width, height)
    }

    /// The same kind and size.
    public static func == (left: Picture, right: Picture) -> Bool {
        left.kind == right.kind && left.naturalSize == right.naturalSize && left.pixels == right.pixels
    }

    /// Hashes kind and size.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(naturalSize)
    }
}

/// Points for `pixels` at `density` pixels an inch.
func points(_ pixels: Int, at density: Double) -> Double { Double(pixels) * 72 / density }

/// What a raster picture has that declares no density.
let usualDensity = 150.0
