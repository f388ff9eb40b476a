// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo
internal import CRSVG
package import Groundwork

extension Picture {
    /// Draws the picture of `bytes` into `frame` (points, y downwards) on a cairo context.
    ///
    /// Throws for a picture that `inspect` would have refused, and for cairo's own failures.
    package static func draw(_ bytes: [UInt8], on cairo: OpaquePointer, in frame: Rect) throws(StageFailure) {
        do throws(ArtworkFault) {
            let picture = try inspect(bytes, path: "")
            cairo_save(cairo)
            defer { cairo_restore(cairo) }
            switch picture.kind {
            case .svg: try drawSVG(SVGFile(bytes), on: cairo, in: frame)
            case .png: drawSurface(PNGFile.decode(bytes), picture, on: cairo, in: frame, isFlattened: true)
            case .jpeg: drawSurface(try jpegSurface(JPEGFile(bytes)), picture, on: cairo, in: frame, isFlattened: false)
            }
        } catch {
            throw StageFailure("a picture cannot be drawn: \(error)")
        }
    }

    private static func drawSVG(_ file: SVGFile, on cairo: OpaquePointer, in frame: Rect) throws(ArtworkFault) {
        var error: UnsafeMutablePointer<GError>?
        var viewport = RsvgRectangle(x: frame.x, y: frame.y, width: frame.width, height: frame.height)
        // Clipped: librsvg may paint its whole group, and cairo discards what stands before an unclipped paint.
        cairo_rectangle(cairo, frame.x, frame.y, frame.width, frame.height)
        cairo_clip(cairo)
        guard rsvg_handle_render_document(file.handle, cairo, &viewport, &error) != 0 else {
            let reason = error.map { String(cString: $0.pointee.message) } ?? "unknown"
            g_clear_error(&error)
            throw ArtworkFault(reason)
        }
    }

    private static func drawSurface(
        _ surface: OpaquePointer?, _ picture: Picture, on cairo: OpaquePointer, in frame: Rect, isFlattened: Bool
    ) {
        defer { cairo_surface_destroy(surface) }
        cairo_rectangle(cairo, frame.x, frame.y, frame.width, frame.height)
        cairo_clip(cairo)
        cairo_translate(cairo, frame.x, frame.y)
        cairo_scale(cairo, frame.width / Double(picture.pixels.width), frame.height / Double(picture.pixels.height))
        if isFlattened, let flat = flattened(surface, picture) {
            cairo_set_source_surface(cairo, flat, 0, 0)
            cairo_surface_destroy(flat)
        } else {
            cairo_set_source_surface(cairo, surface, 0, 0)
        }
        cairo_rectangle(cairo, 0, 0, Double(picture.pixels.width), Double(picture.pixels.height))
        cairo_fill(cairo)
    }

    /// The picture on white: print shops and old readers stumble over soft masks.
    private static func flattened(_ surface: OpaquePointer?, _ picture: Picture) -> OpaquePointer? {
        guard
            let flat = cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, Int32(clamping: picture.pixels.width), Int32(clamping: picture.pixels.height)),
            let context = cairo_create(flat)
        else { return nil }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_rectangle(context, 0, 0, Double(picture.pixels.width), Double(picture.pixels.height))
        cairo_fill(context)
        cairo_set_source_surface(context, surface, 0, 0)
        cairo_rectangle(context, 0, 0, Double(picture.pixels.width), Double(picture.pixels.height))
        cairo_fill(context)
        cairo_destroy(context)
        return flat
    }

    /// A surface of the right size that carries the compressed bytes: cairo passes them through.
    private static func jpegSurface(_ file: JPEGFile) throws(ArtworkFault) -> OpaquePointer? {
        let pixels = file.picture.pixels
        guard
            let surface = cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, Int32(clamping: pixels.width), Int32(clamping: pixels.height)),
            cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        else { throw ArtworkFault("not enough memory for \(pixels.width) × \(pixels.height) pixels") }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.stripped.count)
        _ = copy.initialize(from: file.stripped)
        let status = cairo_surface_set_mime_data(
            surface, CAIRO_MIME_TYPE_JPEG, copy.baseAddress, UInt(copy.count),
            { box in box?.deallocate() }, copy.baseAddress)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            throw ArtworkFault("cairo refuses the JPEG")
        }
        return surface
    }
}
