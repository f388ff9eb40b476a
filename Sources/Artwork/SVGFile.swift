// SPDX-License-Identifier: GPL-3.0-or-later
internal import CRSVG
import Groundwork

/// An SVG file that reaches nowhere outside itself.
final class SVGFile {
    /// The widest and highest page of a PDF file, in points.
    private static let longestSide = 14_400.0
    let picture: Picture
    let handle: UnsafeMutablePointer<RsvgHandle>

    init(_ bytes: [UInt8]) throws(ArtworkFault) {
        try SVGReferences(bytes).check()
        var error: UnsafeMutablePointer<GError>?
        guard let handle = rsvg_handle_new_from_data(bytes, UInt(bytes.count), &error) else {
            throw ArtworkFault("the SVG cannot be read: \(Self.reason(&error))")
        }
        // One unit is a point, so that millimetres are millimetres.
        rsvg_handle_set_dpi(handle, 72)
        do throws(ArtworkFault) {
            picture = try Self.picture(handle)
        } catch {
            g_object_unref(UnsafeMutableRawPointer(handle))
            throw error
        }
        self.handle = handle
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

    private static func picture(_ handle: UnsafeMutablePointer<RsvgHandle>) throws(ArtworkFault) -> Picture {
        var width = 0.0
        var height = 0.0
        if rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) == 0 {
            var hasWidth: gboolean = 0
            var hasHeight: gboolean = 0
            var hasBox: gboolean = 0
            var box = RsvgRectangle()
            var declared = (RsvgLength(), RsvgLength())
            rsvg_handle_get_intrinsic_dimensions(handle, &hasWidth, &declared.0, &hasHeight, &declared.1, &hasBox, &box)
            (width, height) = hasBox != 0 ? (box.width, box.height) : (0, 0)
        }
        guard width.isFinite, height.isFinite, width >= 1, height >= 1, max(width, height) <= longestSide else {
            throw ArtworkFault("the SVG declares no usable size; give it width, height and viewBox")
        }
        return try Picture(
            kind: .svg, width: Int(width), height: Int(height), naturalSize: Size(width: width, height: height))
    }

    /// The first line of what the library says, which is then cleared.
    static func reason(_ error: inout UnsafeMutablePointer<GError>?) -> String {
        let message = error.map { String(cString: $0.pointee.message) } ?? ""
        g_clear_error(&error)
        return message.split(separator: "\n").first.map(String.init) ?? "unreadable"
    }
}
