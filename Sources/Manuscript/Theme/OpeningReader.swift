// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

extension StyleReader {
    /// How a paragraph of the style begins.
    func readOpening(of style: inout Style, _ fields: Fields, _ diagnostics: inout Diagnostics) {
        if let value = fields["small-caps"] {
            switch value.scalar {
            case "none": style.smallCaps = .none
            case "first-line": style.smallCaps = .firstLine
            case let text:
                if let count = text.flatMap({ Int($0) }), (1...20).contains(count) {
                    style.smallCaps = .words(count)
                } else {
                    diagnostics.error(
                        "wrong-type", "‘small-caps’ must be none, first-line, or a number of words",
                        hint: "small-caps: 3", at: value.origin)
                }
            }
        }
        guard let value = fields["drop-cap"] else { return }
        if value.scalar == "none" {
            style.dropCap = nil
            return
        }
        let keys = ["lines", "font", "face", "colour", "gap", "top"]
        guard let own = Fields(value, "a drop cap", keys: keys, &diagnostics) else { return }
        var cap = style.dropCap ?? Style.DropCap()
        if let lines = own.number("lines", &diagnostics) {
            if lines == lines.rounded(), (2...9).contains(lines) {
                cap.lines = Int(lines)
            } else {
                diagnostics.error(
                    "wrong-type", "a drop cap is 2 to 9 lines high", hint: "lines: 3", at: own.place(of: "lines"))
            }
        }
        cap.font = own.string("font", &diagnostics) ?? cap.font
        cap.face = own.string("face", &diagnostics) ?? cap.face
        cap.colour = colour("colour", own, &diagnostics) ?? cap.colour
        cap.gap = own.length("gap", &diagnostics) ?? cap.gap
        cap.top = own.choice("top", Style.DropCap.Top.self, &diagnostics) ?? cap.top
        style.dropCap = cap
    }

    func positive(_ key: String, _ fields: Fields, _ diagnostics: inout Diagnostics) -> Double? {
        guard let length = fields.length(key, &diagnostics) else { return nil }
        if (1...1000).contains(length) { return length }
        diagnostics.error(
            "wrong-type", "‘\(key)’ must lie between 1 and 1000 pt", hint: "write a length such as 11pt",
            at: fields.place(of: key))
        return nil
    }

    /// A palette colour, or `chapter`.
    func colour(_ key: String, _ fields: Fields, _ diagnostics: inout Diagnostics) -> SwatchName? {
        guard let name = fields.string(key, &diagnostics) else { return nil }
        if name == "chapter" || palette[name] != nil { return name }
        let near = Fields.nearest(name, among: palette.swatches.map(\.name))
        diagnostics.error(
            "unknown-colour", "the palette has no ‘\(name)’", hint: near.map { "did you mean ‘\($0)’?" } ?? "",
            at: fields.place(of: key))
        return nil
    }
}
