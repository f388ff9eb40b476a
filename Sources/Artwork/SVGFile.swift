// SPDX-License-Identifier: GPL-3.0-or-later
internal import CRSVG
import Groundwork

/// An SVG file that reaches nowhere outside itself.
final class SVGFile {
    let picture: Picture
    let handle: UnsafeMutablePointer<RsvgHandle>

    init(_ bytes: [UInt8]) throws(ArtworkFault) {
        try Self.refuseReferences(in: bytes)
        var error: UnsafeMutablePointer<GError>?
        guard let handle = rsvg_handle_new_from_data(bytes, UInt(bytes.count), &error) else {
            let reason = error.map { String(cString: $0.pointee.message) } ?? "unreadable"
            g_clear_error(&error)
            throw ArtworkFault("the SVG cannot be read: \(reason.split(separator: "\n").first ?? "")")
        }
        rsvg_handle_set_dpi(handle, 72)
        var width = 0.0
        var height = 0.0
        if rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) == 0 {
            var hasWidth: gboolean = 0
            var hasHeight: gboolean = 0
            var hasBox: gboolean = 0
            var box = RsvgRectangle()
            var declared = (RsvgLength(), RsvgLength())
            rsvg_handle_get_intrinsic_dimensions(handle, &hasWidth, &declared.0, &hasHeight, &declared.1, &hasBox, &box)
            (width, height) = (box.width, box.height)
        }
        guard width.isFinite, height.isFinite, width >= 1, height >= 1, width < 14_400, height < 14_400,
            let picture = try? Picture(
                kind: .svg, width: Int(width), height: Int(height), naturalSize: Size(width: width, height: height))
        else {
            g_object_unref(UnsafeMutableRawPointer(handle))
            throw ArtworkFault("the SVG declares no usable size; give it width, height and viewBox")
        }
        self.picture = picture
        self.handle = handle
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

    /// Pictures, styles, fonts and entities from elsewhere: a file that changes when something else does, or opens what it must not.
    private static func refuseReferences(in bytes: [UInt8]) throws(ArtworkFault) {
        let text = String(decoding: bytes, as: UTF8.self)
        if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
            throw ArtworkFault("the SVG declares a document type; remove <!DOCTYPE …> and entities")
        }
        if text.contains("<script") || text.contains("@import") || text.contains("<?xml-stylesheet") {
            throw ArtworkFault("the SVG has scripts or imported styles")
        }
        var rest = text[...]
        while let reference = rest.firstRange(of: "href") {
            rest = rest[reference.upperBound...]
            var value = rest.drop { $0 == " " || $0 == "=" || $0.isWhitespace }
            guard let quote = value.first, quote == "\"" || quote == "'" else { continue }
            value = value.dropFirst()
            if !value.hasPrefix("#"), !value.hasPrefix("data:image/") { throw external(value.prefix { $0 != quote }) }
        }
        rest = text[...]
        while let reference = rest.firstRange(of: "url(") {
            rest = rest[reference.upperBound...]
            let value = rest.drop { $0 == "\"" || $0 == "'" || $0.isWhitespace || $0 == "&" }
            if !value.hasPrefix("#"), !value.hasPrefix("quot;#"), !value.hasPrefix("data:image/") {
                throw external(value.prefix { $0 != ")" })
            }
        }
    }

    private static func external(_ value: Substring) -> ArtworkFault {
        ArtworkFault("the SVG refers to something outside it: ‘\(value.prefix(60))’; embed it or remove it")
    }
}
