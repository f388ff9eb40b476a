// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo
internal import CPango
internal import Glibc
internal import Groundwork

/// A Cairo face made of a font file's bytes whose character map is hidden.
///
/// Cairo puts the glyphs of Windows Latin characters into a subset of their own, so that Cyrillic text changes font at each
/// blank and comma. It knows the characters from the face's `cmap`; under another tag FreeType does not find that table.
final class MemoryFace {
    let cairo: OpaquePointer

    init(_ file: FontFile) throws(StageFailure) {
        let carrier = try Carrier(file)
        guard let cairo = cairo_ft_font_face_create_for_ft_face(carrier.face, Self.noHinting),
            cairo_font_face_status(cairo) == CAIRO_STATUS_SUCCESS
        else { throw StageFailure("Cairo cannot use the font ‘\(file.name)’") }
        self.cairo = cairo
        // Cairo keeps scaled fonts after their last use, so the bytes live until Cairo drops its face, not the book its own.
        let held = Unmanaged.passRetained(carrier)
        let status = cairo_font_face_set_user_data(cairo, Self.key, held.toOpaque()) { box in
            if let box { Unmanaged<Carrier>.fromOpaque(box).release() }
        }
        if status != CAIRO_STATUS_SUCCESS {
            cairo_font_face_destroy(cairo)
            held.release()
            throw StageFailure("out of memory for the font ‘\(file.name)’")
        }
    }

    deinit { cairo_font_face_destroy(cairo) }

    /// FT_LOAD_NO_HINTING, a cast that Swift does not import.
    private static let noHinting: Int32 = 2
    /// Cairo wants an address that is unique in the process.
    nonisolated(unsafe) private static let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
}

/// The FreeType face with its library and its bytes: one library per face, so that no two tasks share one.
private final class Carrier {
    private let library: FT_Library
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    let face: FT_Face

    init(_ file: FontFile) throws(StageFailure) {
        let bytes = try Self.read(file)
        Self.hideCharacterMap(bytes)
        var library: FT_Library?
        var face: FT_Face?
        guard FT_Init_FreeType(&library) == 0, let library else {
            bytes.deallocate()
            throw StageFailure("FreeType does not start")
        }
        guard FT_New_Memory_Face(library, bytes.baseAddress, bytes.count, 0, &face) == 0, let face else {
            FT_Done_FreeType(library)
            bytes.deallocate()
            throw StageFailure("‘\(file.name)’ is not a font")
        }
        // Without a table FreeType makes a map out of the glyphs' names.
        face.pointee.charmap = nil
        self.library = library
        self.bytes = bytes
        self.face = face
    }

    deinit {
        FT_Done_Face(face)
        FT_Done_FreeType(library)
        bytes.deallocate()
    }

    private static func read(_ file: FontFile) throws(StageFailure) -> UnsafeMutableBufferPointer<UInt8> {
        let failure = StageFailure("cannot read the font ‘\(file.name)’")
        guard let stream = fopen(file.path, "rb") else { throw failure }
        defer { fclose(stream) }
        guard fseek(stream, 0, SEEK_END) == 0 else { throw failure }
        let count = ftell(stream)
        guard count > 12, fseek(stream, 0, SEEK_SET) == 0 else { throw failure }
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
        guard fread(bytes.baseAddress, 1, count, stream) == count else {
            bytes.deallocate()
            throw failure
        }
        return bytes
    }

    /// Renames `cmap` in the table directory to `cmaq`: the next tag in order, so the directory stays sorted.
    private static func hideCharacterMap(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        let tables = Int(bytes[4]) << 8 | Int(bytes[5])
        for record in 0..<tables {
            let start = 12 + 16 * record
            guard start + 16 <= bytes.count else { return }
            if bytes[start..<start + 4].elementsEqual("cmap".utf8) { bytes[start + 3] = UInt8(ascii: "q") }
        }
    }
}
