// SPDX-License-Identifier: GPL-3.0-or-later
internal import CPango
public import Groundwork

extension FontBook {
    /// Shapes the whole of `text` in one face. A character that the face lacks becomes glyph 0.
    ///
    /// `before` and `after` are what stands beside it in the same direction: not shaped, but letters join towards them.
    /// `isRightToLeft` is the direction of its level, which turns brackets; without it the text's own script decides.
    public func shape(
        _ text: String, face: FaceKey, features: [String], language: LanguageTag, isRightToLeft: Bool? = nil,
        before: String = "", after: String = ""
    ) -> GlyphString {
        guard let open = open(face) else { return GlyphString(face: face, text: text, glyphs: []) }
        let start = fillBuffer(before, text, after)
        // Before the guess, which would otherwise take the language of the process.
        hb_buffer_set_language(buffer, hb_language_from_string(language.description, -1))
        if let isRightToLeft {
            hb_buffer_set_direction(buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        }
        hb_buffer_guess_segment_properties(buffer)
        hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
        let wanted = features.compactMap(Self.feature)
        hb_shape(open.font, buffer, wanted, UInt32(wanted.count))
        return GlyphString(face: face, text: text, glyphs: glyphs(from: start, scale: Float(open.scale)))
    }

    /// Puts the text into the buffer; returns the offset from which its clusters count.
    private func fillBuffer(_ before: String, _ text: String, _ after: String) -> UInt32 {
        hb_buffer_clear_contents(buffer)
        // HarfBuzz looks five characters around, so no more are handed over.
        let head = String(String.UnicodeScalarView(before.unicodeScalars.suffix(5)))
        var whole = text
        if !head.isEmpty || !after.isEmpty {
            whole = head + text + String(String.UnicodeScalarView(after.unicodeScalars.prefix(5)))
        }
        let start = UInt32(clamping: head.utf8.count)
        let length = Int32(clamping: text.utf8.count)
        whole.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                hb_buffer_add_utf8(buffer, $0.baseAddress, Int32(clamping: $0.count), start, length)
            }
        }
        return start
    }

    private static func feature(_ name: String) -> hb_feature_t? {
        var feature = hb_feature_t()
        return hb_feature_from_string(name, -1, &feature) != 0 ? feature : nil
    }

    private func glyphs(from start: UInt32, scale: Float) -> [Glyph] {
        var count: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
            let positions = hb_buffer_get_glyph_positions(buffer, &count)
        else { return [] }
        return (0..<Int(count)).map { index in
            let position = positions[index]
            return Glyph(
                id: infos[index].codepoint, cluster: infos[index].cluster &- start,
                advance: Float(position.x_advance) / scale,
                dx: Float(position.x_offset) / scale, dy: Float(position.y_offset) / scale,
                isBound: hb_glyph_info_get_glyph_flags(&infos[index]).rawValue
                    & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue != 0)
        }
    }
}

extension FontBook {
    /// What a glyph covers, in em from its origin, y upwards; none if it leaves no ink.
    public func inkBounds(of glyph: UInt32, face key: FaceKey) -> Rect? {
        guard let open = open(key) else { return nil }
        var extents = hb_glyph_extents_t()
        guard hb_font_get_glyph_extents(open.font, glyph, &extents) != 0, extents.width != 0, extents.height != 0 else {
            return nil
        }
        // HarfBuzz measures heights downwards from the top.
        return Rect(
            x: Double(extents.x_bearing) / open.scale,
            y: Double(extents.y_bearing + extents.height) / open.scale,
            width: Double(extents.width) / open.scale, height: -Double(extents.height) / open.scale)
    }
}
