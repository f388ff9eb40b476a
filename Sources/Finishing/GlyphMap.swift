// SPDX-License-Identifier: GPL-3.0-or-later
internal import PDFSyntax

/// A ToUnicode map (ISO 32000-1:2008, 9.10.3): what the glyphs of a font say.
enum GlyphMap {
    /// The map in which CID n says `texts[n - 1]`.
    static func cmap(of texts: [String]) -> [UInt8] {
        var text = ObjectText()
        text.put(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000><FFFF>
            endcodespacerange

            """)
        let count = min(texts.count, 0xFFFF)
        var start = 0
        // A block holds at most 100 lines.
        while start < count {
            let end = min(start + 100, count)
            text.put(end - start)
            text.put(" beginbfchar\n")
            for index in start..<end {
                text.put("<")
                text.put(hex16: UInt16(index + 1))
                text.put("><")
                // A glyph that says nothing by itself, as the second of a decomposed letter, must say something: a joiner is not seen.
                text.put(utf16: texts[index].isEmpty ? "\u{2060}" : texts[index])
                text.put(">\n")
            }
            text.put("endbfchar\n")
            start = end
        }
        text.put(
            """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end

            """)
        return text.bytes
    }
}
