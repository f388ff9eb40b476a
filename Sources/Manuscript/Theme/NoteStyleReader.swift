// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads `footnotes:` of a theme.
struct NoteStyleReader {
    func style(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> NoteStyle {
        var style = NoteStyle()
        guard let value, let fields = Fields(value, "footnotes", keys: ["place", "number"], &diagnostics) else {
            return style
        }
        style.place = fields.choice("place", NoteStyle.Place.self, &diagnostics) ?? style.place
        style.number = fields.choice("number", NoteStyle.Number.self, &diagnostics) ?? style.number
        if style.place == .chapterEnd, style.number == .page {
            diagnostics.error(
                "wrong-type", "notes at a chapter's end cannot be counted by page",
                hint: "write `number: chapter`, or `place: foot`", at: fields.place(of: "number"))
            style.number = .chapter
        }
        return style
    }
}
