// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts

/// Shapes a word in the first face of its style, and what that lacks in the next faces.
struct FallbackShaper {
    let fonts: FontBook
    let style: ShapeStyle

    func shape(_ text: String) -> (strings: [GlyphString], missing: [Unicode.Scalar]) {
        guard let first = style.faces.first else { return ([], Array(text.unicodeScalars)) }
        let whole = shape(text, first)
        if !whole.glyphs.contains(where: { $0.id == 0 }) { return ([whole], []) }
        var strings: [GlyphString] = []
        var missing: [Unicode.Scalar] = []
        let parts = parts(of: text)
        for (index, (part, face)) in parts.enumerated() {
            if let face {
                // Letters join across a change of face.
                strings.append(
                    shape(
                        part, face, before: index > 0 ? parts[index - 1].0 : "",
                        after: index + 1 < parts.count ? parts[index + 1].0 : ""))
            } else {
                missing += part.unicodeScalars.filter { scalar in
                    !style.faces.contains { fonts.covers(scalar, face: $0) }
                }
                strings.append(replacement(for: part, first))
            }
        }
        return (strings, missing)
    }

    private func shape(_ text: String, _ face: FaceKey, before: String = "", after: String = "") -> GlyphString {
        guard style.isRightToLeft else {
            return fonts.shape(text, face: face, features: style.features, language: style.language)
        }
        return fonts.shape(
            text, face: face, features: style.features, language: style.language, isRightToLeft: true, before: before,
            after: after)
    }

    /// The text in stretches of one face; characters that none has stand alone.
    private func parts(of text: String) -> [(String, FaceKey?)] {
        var parts: [(String, FaceKey?)] = []
        for character in text {
            let face = style.faces.first { face in
                character.unicodeScalars.allSatisfy {
                    $0.properties.isDefaultIgnorableCodePoint || $0.properties.isWhitespace
                        || fonts.covers($0, face: face)
                }
            }
            if let face, let last = parts.indices.last, parts[last].1 == face {
                parts[last].0.append(character)
            } else {
                parts.append((String(character), face))
            }
        }
        return parts
    }

    /// U+FFFD of a face that has it, or else the box of the first face; it still says what was written.
    private func replacement(for text: String, _ first: FaceKey) -> GlyphString {
        let face = style.faces.first { fonts.covers("\u{FFFD}", face: $0) } ?? first
        let drawn = fonts.shape("\u{FFFD}", face: face, features: [], language: style.language)
        return GlyphString(face: face, text: text, glyphs: drawn.glyphs)
    }
}
