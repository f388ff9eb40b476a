// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads the paragraph styles and the components of a theme.
struct StyleReader {
    let palette: Palette

    /// Bases are followed by recursion, and input must not choose how far.
    private static let longestLineage = 16

    private static let styleKeys = [
        "base", "font", "face", "size", "leading", "colour", "align", "indent", "inset", "before", "after", "hyphenate",
        "tracking", "features", "uppercase", "keep-with-next", "balance",
    ]

    func styles(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> [String: Style] {
        let pairs = value?.pairs ?? []
        let values = Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        var styles: [String: Style] = [:]
        for pair in pairs { styles[pair.name] = style(pair.name, values, [], &diagnostics) }
        if styles["body"] == nil { styles["body"] = Style() }
        return styles
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
        return style
    }

    private func positive(_ key: String, _ fields: Fields, _ diagnostics: inout Diagnostics) -> Double? {
        guard let length = fields.length(key, &diagnostics) else { return nil }
        if (1...1000).contains(length) { return length }
        diagnostics.error(
            "wrong-type", "‘\(key)’ must lie between 1 and 1000 pt", hint: "write a length such as 11pt",
            at: fields.place(of: key))
        return nil
    }

    /// A palette colour, or `chapter`.
    private func colour(_ key: String, _ fields: Fields, _ diagnostics: inout Diagnostics) -> SwatchName? {
        guard let name = fields.string(key, &diagnostics) else { return nil }
        if name == "chapter" || palette[name] != nil { return name }
        let near = Fields.nearest(name, among: palette.swatches.map(\.name))
        diagnostics.error(
            "unknown-colour", "the palette has no ‘\(name)’", hint: near.map { "did you mean ‘\($0)’?" } ?? "",
            at: fields.place(of: key))
        return nil
    }

    func components(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> [String: ComponentStyle] {
        let keys = [
            "form", "label", "mark", "ground", "edge", "edge-width", "padding", "space", "style", "label-style",
            "title-style", "wide",
        ]
        var components: [String: ComponentStyle] = [:]
        for pair in value?.pairs ?? [] {
            guard let fields = Fields(pair.value, "the component ‘\(pair.name)’", keys: keys, &diagnostics) else {
                continue
            }
            var style = ComponentStyle()
            style.form = fields.choice("form", ComponentStyle.Form.self, &diagnostics) ?? style.form
            style.label = fields.string("label", &diagnostics) ?? style.label
            style.mark = fields.string("mark", &diagnostics) ?? style.mark
            style.ground = colour("ground", fields, &diagnostics)
            style.edge = colour("edge", fields, &diagnostics) ?? style.edge
            style.edgeWidth = fields.length("edge-width", &diagnostics) ?? style.edgeWidth
            style.padding = fields.length("padding", &diagnostics) ?? style.padding
            style.space = fields.length("space", &diagnostics) ?? style.space
            style.style = fields.string("style", &diagnostics) ?? style.style
            style.labelStyle = fields.string("label-style", &diagnostics) ?? style.labelStyle
            style.titleStyle = fields.string("title-style", &diagnostics) ?? style.titleStyle
            style.isWide = fields.bool("wide", &diagnostics) ?? style.isWide
            components[pair.name] = style
        }
        return components
    }
}
