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
    /// The size in points as it is shown, by the file's own density; 150 pixels per inch where it declares none.
    public let naturalSize: Size
    /// As stored, in pixels; points for SVG.
    public let pixels: Pixels
    /// A count of pixels each way.
    public struct Pixels: Hashable, Sendable {
        /// From left to right.
        public let width: Int
        /// From top to bottom.
        public let height: Int
    }

    /// The most pixels that a picture may have: a header can claim more than any machine's memory.
    static let mostPixels = 100_000_000
    /// The most pixels each way: cairo's limit.
    static let longestSide = 32_767

    /// The picture in `bytes`. Throws for what is corrupt, too large, or reaches outside itself.
    public static func inspect(_ bytes: [UInt8], path: String) throws(ArtworkFault) -> Picture {
        if let raster = try raster(bytes) { return raster }
        if bytes.starts(with: [0x1F, 0x8B]) {
            throw ArtworkFault("a compressed SVG cannot be checked; save it uncompressed")
        }
        if bytes.contains(UInt8(ascii: "<")) { return try SVGFile(bytes).picture }
        throw ArtworkFault(bytes.isEmpty ? "the picture is empty" : "not an SVG, PNG or JPEG picture")
    }

    /// The picture in `bytes` if they are a PNG or a JPEG file.
    static func raster(_ bytes: [UInt8]) throws(ArtworkFault) -> Picture? {
        if bytes.starts(with: PNGFile.signature) { return try PNGFile(bytes).picture }
        if bytes.starts(with: JPEGFile.signature) { return try JPEGFile(bytes).picture }
        return nil
    }

    init(
        kind: Kind, width: Int, height: Int, naturalSize: Size
    ) throws(ArtworkFault) {
        guard width > 0, height > 0 else { throw ArtworkFault("the picture has no width or no height") }
        guard width <= Self.mostPixels / height else {
            throw ArtworkFault("the picture claims \(width) × \(height) pixels; 100 million are allowed")
        }
        guard max(width, height) <= Self.longestSide else {
            throw ArtworkFault(
                "the picture claims \(width) × \(height) pixels; \(Self.longestSide) each way are allowed")
        }
        self.kind = kind
        self.naturalSize = naturalSize
        pixels = Pixels(width: width, height: height)
    }
}

/// Points for `pixels` at `density` pixels an inch.
func points(_ pixels: Int, at density: Double) -> Double { Double(pixels) * 72 / density }

/// What a raster picture has that declares no density.
let usualDensity = 150.0
