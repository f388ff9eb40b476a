// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo
internal import CRSVG
package import Groundwork

extension Picture {
    /// Draws the picture of `bytes` into `frame` (points, y downwards) on a cairo context.
    ///
    /// A raster picture that is drawn more than once is written once: cairo knows it by its `path`.
    /// Throws for a picture that `inspect` would have refused, and for cairo's own failures.
    package static func draw(
        _ bytes: [UInt8], path: String, on cairo: OpaquePointer, in frame: Rect
    ) throws(StageFailure) {
        guard frame.width > 0, frame.height > 0 else { return }
        cairo_save(cairo)
        defer { cairo_restore(cairo) }
        do throws(ArtworkFault) {
            clip(cairo, to: frame)
            if bytes.starts(with: PNGFile.signature) {
                let file = try PNGFile(bytes)
                let surface = try file.surface.flattened(file.picture.pixels)
                try draw(surface, file.picture, .upright, path, on: cairo, in: frame)
            } else if bytes.starts(with: JPEGFile.signature) {
                let file = try JPEGFile(bytes)
                // Never painted: cairo passes the compressed bytes through.
                let surface = try ImageSurface(file.picture.pixels)
                try surface.attach(file.stripped, as: CAIRO_MIME_TYPE_JPEG)
                try draw(surface, file.picture, file.orientation, path, on: cairo, in: frame)
            } else {
                try draw(SVGFile(bytes), on: cairo, in: frame)
            }
        } catch {
            throw StageFailure("cannot draw the picture ‘\(path)’: \(error)")
        }
    }

    /// Clips to `frame`, never by a rectangle that holds the whole page.
    ///
    /// cairo 1.16 leaves such a clip out; then an opaque picture over the whole page becomes a paint, which discards the commands before
    /// it, tags too. A notch outside the page keeps the clip.
    private static func clip(_ cairo: OpaquePointer, to frame: Rect) {
        var page = (left: 0.0, top: 0.0, right: 0.0, bottom: 0.0)
        cairo_clip_extents(cairo, &page.left, &page.top, &page.right, &page.bottom)
        cairo_new_path(cairo)
        cairo_rectangle(cairo, frame.x, frame.y, frame.width, frame.height)
        if frame.x <= page.left, frame.y <= page.top, frame.maxX >= page.right, frame.maxY >= page.bottom {
            cairo_move_to(cairo, frame.x, frame.y)
            cairo_line_to(cairo, frame.maxX, frame.y)
            cairo_line_to(cairo, frame.x + frame.width / 2, frame.y - 1)
            cairo_close_path(cairo)
        }
        cairo_clip(cairo)
    }

    private static func draw(_ file: SVGFile, on cairo: OpaquePointer, in frame: Rect) throws(ArtworkFault) {
        var error: UnsafeMutablePointer<GError>?
        var viewport = RsvgRectangle(x: frame.x, y: frame.y, width: frame.width, height: frame.height)
        guard rsvg_handle_render_document(file.handle, cairo, &viewport, &error) != 0 else {
            throw ArtworkFault(SVGFile.reason(&error))
        }
    }

    private static func draw(
        _ surface: ImageSurface, _ picture: Picture, _ orientation: Orientation, _ path: String,
        on cairo: OpaquePointer, in frame: Rect
    ) throws(ArtworkFault) {
        if !path.isEmpty { try surface.attach(path.utf8, as: CAIRO_MIME_TYPE_UNIQUE_ID) }
        let (width, height) = (Double(picture.pixels.width), Double(picture.pixels.height))
        cairo_translate(cairo, frame.x, frame.y)
        cairo_scale(
            cairo, frame.width / (orientation.isTurned ? height : width),
            frame.height / (orientation.isTurned ? width : height))
        var matrix = orientation.matrix(width, height)
        cairo_transform(cairo, &matrix)
        cairo_set_source_surface(cairo, surface.handle, 0, 0)
        cairo_rectangle(cairo, 0, 0, width, height)
        cairo_fill(cairo)
    }
}
