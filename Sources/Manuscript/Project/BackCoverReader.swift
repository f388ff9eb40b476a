// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads what publication.yaml says of the back cover.
struct BackCoverReader {
    /// More would not be legible in a row or two.
    private static let mostLogos = 24

    func read(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> Settings.BackCover? {
        guard let value, let fields = Fields(value, "back-cover", keys: ["text", "logos", "qr"], &diagnostics)
        else { return nil }
        var cover = Settings.BackCover()
        cover.text = fields.text("text", &diagnostics)
        let items = fields.items("logos", &diagnostics)
        if items.count > Self.mostLogos {
            diagnostics.error(
                "wrong-type", "a back cover has room for \(Self.mostLogos) logos, not \(items.count)",
                hint: "set the others in a section at the end", at: items[Self.mostLogos].origin)
        }
        cover.logos = items.prefix(Self.mostLogos).compactMap { logo($0, &diagnostics) }
        cover.code = code(fields, &diagnostics)
        return cover
    }

    /// `{picture: …, alternative: …}`, or a marked place such as `[TO CONFIRM – logo]`.
    private func logo(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> Settings.BackCover.Logo? {
        if value.scalar != nil {
            guard let text = value.text(&diagnostics) else { return nil }
            if text.isMarkedPlace {
                return Settings.BackCover.Logo(path: nil, text: text, origin: value.origin)
            }
            diagnostics.error(
                "alt-missing", "the logo ‘\(text.source)’ has no text alternative",
                hint: "write `{picture: \(text.source), alternative: whose it is}`", at: value.origin)
            return Settings.BackCover.Logo(path: text.source, text: text, origin: value.origin)
        }
        guard let fields = Fields(value, "a logo", keys: ["picture", "alternative"], &diagnostics) else { return nil }
        guard let path = fields.string("picture", &diagnostics) else {
            diagnostics.error(
                "missing-key", "a logo has no ‘picture’", hint: "name a file of the publication's folder",
                at: value.origin)
            return nil
        }
        var text = fields.text("alternative", &diagnostics)
        if text?.plain.allSatisfy(\.isWhitespace) ?? true {
            diagnostics.error(
                "alt-missing", "the logo ‘\(path)’ has no text alternative", hint: "say whose it is: `alternative: …`",
                at: value.origin)
            text = nil
        }
        let fallback = Text([Inline(.text(path), at: value.origin)], source: path, origin: value.origin)
        return Settings.BackCover.Logo(path: path, text: text ?? fallback, origin: value.origin)
    }

    private func code(_ fields: Fields, _ diagnostics: inout Diagnostics) -> Text? {
        guard let value = fields["qr"], let scalar = fields.string("qr", &diagnostics) else { return nil }
        let isAddress = scalar.hasPrefix("https://") || scalar.hasPrefix("http://")
        if isAddress, scalar.utf8.allSatisfy({ $0 > 32 && $0 != 127 }) {
            return Text([Inline(.text(scalar), at: value.origin)], source: scalar, origin: value.origin)
        }
        if let text = value.text(&diagnostics), text.isMarkedPlace { return text }
        diagnostics.error(
            "wrong-type", "‘qr’ must be an address", hint: "write one that begins with https://, or `[TO CONFIRM – …]`",
            at: value.origin)
        return nil
    }
}
