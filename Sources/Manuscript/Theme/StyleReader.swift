// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads the paragraph styles and the components of a theme.
struct StyleReader {
    let palette: Palette

    /// Bases are followed by recursion, and input must not choose how far.
    private static let longestLineage = 16

    private static let styleKeys = [
        "base", "font", "face", "size", "leading", "colour", "align", "indent", "inset", "before", "after", "hyphenate",
        "tracking", "features", "uppercase", "keep-with-next", "balance", "turnover", "run-in", "drop-cap",
        "small-caps",
    ]

    func styles(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> [String: Style] {
        let pairs = value?.pairs ?? []
        let values = Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        var styles: [String: Style] = [:]
        for pair in pairs {
            let style = style(pair.name, values, [], &diagnostics)
            styles[pair.name] = style
            if style.partsTwice, let place = Self.parting(pair.value) {
                diagnostics.warning(
                    "indent-and-space", "paragraphs of ‘\(pair.name)’ have both an indent and white between them",
                    hint: "one shows where a paragraph begins: set indent, or before and after, to 0", at: place)
            }
        }
        if styles["body"] == nil { styles["body"] = Style() }
        return styles
    }

    /// Where `style` itself says what parts its paragraphs; what it has of its base is told there.
    private static func parting(_ style: YAMLValue) -> Origin? {
        let places = (style.pairs ?? []).filter { ["indent", "before", "after"].contains($0.name) }.map(\.key.origin)
        // Nobody can change the built-in theme.
        return places.first { $0.source.file.path != BuiltInTheme.path } ?? places.first
    }

    /// A style over the one that it names as its base.
    private func style(
        _ name: String, _ values: [String: YAMLValue], _ path: [String], _ diagnostics: inout Diagnostics
    ) -> Style {
        guard let value = values[name],
            let fields = Fields(value, "the style ‘\(name)’", keys: Self.styleKeys, &diagnostics)
        else {
            return Style()
        }
        var style = Style()
        if let base = fields.string("base", &diagnostics) {
            if values[base] == nil {
                let near = Fields.nearest(base, among: Array(values.keys))
                diagnostics.error(
                    "unknown-style", "there is no style ‘\(base)’", hint: near.map { "did you mean ‘\($0)’?" } ?? "",
                    at: fields.place(of: "base"))
            } else if path.contains(base) || base == name {
                diagnostics.error(
                    "style-circle", "the style ‘\(name)’ is its own base", hint: "name another style, or none",
                    at: fields.place(of: "base"))
            } else if path.count >= Self.longestLineage {
                diagnostics.error(
                    "style-circle", "‘\(name)’ stands on more than \(Self.longestLineage) bases",
                    hint: "say more in fewer styles", at: fields.place(of: "base"))
            } else {
                style = self.style(base, values, path + [name], &diagnostics)
            }
        }
        style.font = fields.string("font", &diagnostics) ?? style.font
        style.face = fields.string("face", &diagnostics) ?? style.face
        style.size = positive("size", fields, &diagnostics) ?? style.size
        style.leading = positive("leading", fields, &diagnostics) ?? style.leading
        style.colour = colour("colour", fields, &diagnostics) ?? style.colour
        style.alignment = fields.choice("align", Style.Alignment.self, &diagnostics) ?? style.alignment
        style.indent = fields.length("indent", &diagnostics) ?? style.indent
        style.inset = fields.length("inset", &diagnostics) ?? style.inset
        style.before = fields.length("before", &diagnostics) ?? style.before
        style.after = fields.length("after", &diagnostics) ?? style.after
        style.hyphenates = fields.bool("hyphenate", &diagnostics) ?? style.hyphenates
        style.tracking = fields.number("tracking", &diagnostics) ?? style.tracking
        style.features = fields.strings("features", &diagnostics) ?? style.features
        style.isUppercase = fields.bool("uppercase", &diagnostics) ?? style.isUppercase
        style.keepsWithNext = fields.bool("keep-with-next", &diagnostics) ?? style.keepsWithNext
        style.isBalanced = fields.bool("balance", &diagnostics) ?? style.isBalanced
        style.turnover = fields.length("turnover", &diagnostics) ?? style.turnover
        style.runsIn = fields.bool("run-in", &diagnostics) ?? style.runsIn
        readOpening(of: &style, fields, &diagnostics)
        return style
    }
}
