// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo
internal import Groundwork
internal import Testing

@testable internal import Fonts

/// Collects what Cairo writes.
private final class Sink {
    var bytes: [UInt8] = []
}

@Suite struct MemoryFaceTests {
    /// One page with Latin and Cyrillic text of `face`.
    private func page(_ book: FontBook, _ face: FaceKey) throws -> String {
        let sink = Sink()
        let surface = cairo_pdf_surface_create_for_stream(
            { box, data, count in
                guard let box, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Sink>.fromOpaque(box).takeUnretainedValue().bytes += UnsafeBufferPointer(
                    start: data, count: Int(count))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), 200, 200)
        let context = cairo_create(surface)
        cairo_set_font_face(context, try book.cairoFace(face))
        cairo_set_font_size(context, 12)
        var x = 10.0
        let shaped = book.shape("Жизнь, 12 words", face: face, features: [], language: .russian)
        let glyphs = shaped.glyphs.map { glyph in
            defer { x += Double(glyph.advance) * 12 }
            return cairo_glyph_t(index: UInt(glyph.id), x: x, y: 50)
        }
        cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
        #expect(cairo_status(context) == CAIRO_STATUS_SUCCESS)
        cairo_destroy(context)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    @Test(arguments: ["serif", "sans"]) func givesCairoOneSubsetOfTwoByteCodes(name: String) throws {
        let book = try testBook()
        let pdf = try page(book, try #require(book.face(named: name)))
        let encodings = (pdf.contains("/Identity-H"), pdf.contains("WinAnsiEncoding"))
        #expect(encodings == (true, false))
        let subsets = pdf.count(of: "/Type /FontDescriptor")
        #expect(subsets == 1)
    }

    @Test func outlivesTheBookInsideCairo() throws {
        var book: FontBook? = try testBook()
        let face = try book?.cairoFace(FaceKey(index: 0))
        cairo_font_face_reference(face)
        book = nil
        var matrix = cairo_matrix_t()
        cairo_matrix_init_identity(&matrix)
        let options = cairo_font_options_create()
        let scaled = cairo_scaled_font_create(face, &matrix, &matrix, options)
        var extents = cairo_text_extents_t()
        var glyph = cairo_glyph_t(index: 40, x: 0, y: 0)
        cairo_scaled_font_glyph_extents(scaled, &glyph, 1, &extents)
        #expect(cairo_scaled_font_status(scaled) == CAIRO_STATUS_SUCCESS)
        #expect(extents.x_advance > 0)
        cairo_scaled_font_destroy(scaled)
        cairo_font_options_destroy(options)
        cairo_font_face_destroy(face)
    }
}

extension String {
    fileprivate func count(of part: String) -> Int {
        let bytes = Array(utf8)
        let sought = Array(part.utf8)
        guard bytes.count >= sought.count else { return 0 }
        return (0...(bytes.count - sought.count)).count { bytes[$0..<$0 + sought.count].elementsEqual(sought) }
    }
}
