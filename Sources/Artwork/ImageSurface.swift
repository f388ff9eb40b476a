// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo

/// A cairo surface of pixels, destroyed with its last owner.
final class ImageSurface {
    let handle: OpaquePointer

    /// Takes over `handle`; `nil` if cairo says that something is wrong with it.
    init?(owning handle: OpaquePointer) {
        self.handle = handle
        guard cairo_surface_status(handle) == CAIRO_STATUS_SUCCESS else { return nil }
    }

    /// A black surface without transparency.
    convenience init(_ pixels: Picture.Pixels) throws(ArtworkFault) {
        let handle = cairo_image_surface_create(
            CAIRO_FORMAT_RGB24, Int32(clamping: pixels.width), Int32(clamping: pixels.height))
        guard let handle else { throw ArtworkFault("not enough memory for \(pixels.width) × \(pixels.height) pixels") }
        self.init(unchecked: handle)
        guard cairo_surface_status(handle) == CAIRO_STATUS_SUCCESS else {
            throw ArtworkFault("not enough memory for \(pixels.width) × \(pixels.height) pixels")
        }
    }

    private init(unchecked handle: OpaquePointer) { self.handle = handle }

    deinit { cairo_surface_destroy(handle) }

    /// The same pixels on white, if some are transparent: print shops and old readers stumble over soft masks.
    func flattened(_ pixels: Picture.Pixels) throws(ArtworkFault) -> ImageSurface {
        guard cairo_image_surface_get_format(handle) != CAIRO_FORMAT_RGB24 else { return self }
        let flat = try ImageSurface(pixels)
        let context = cairo_create(flat.handle)
        defer { cairo_destroy(context) }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_set_source_surface(context, handle, 0, 0)
        cairo_paint(context)
        guard cairo_status(context) == CAIRO_STATUS_SUCCESS else { throw ArtworkFault("cairo cannot flatten it") }
        return flat
    }

    /// Adds compressed bytes or a name, which cairo writes instead of the pixels or remembers them by.
    func attach(_ bytes: some Collection<UInt8>, as type: String) throws(ArtworkFault) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        _ = copy.initialize(from: bytes)
        let status = cairo_surface_set_mime_data(
            handle, type, copy.baseAddress, UInt(bytes.count), { $0?.deallocate() }, copy.baseAddress)
        guard status == CAIRO_STATUS_SUCCESS else {
            copy.deallocate()
            throw ArtworkFault("cairo does not take it")
        }
    }
}
