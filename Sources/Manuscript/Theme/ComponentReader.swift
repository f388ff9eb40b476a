// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

extension StyleReader {
    func components(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> [String: ComponentStyle] {
        let keys = [
            "form", "label", "mark", "badge", "mark-colour", "mark-size", "rest", "ground", "edge", "edge-width",
            "edge-side", "edge-form", "bleed", "padding", "space", "most-height", "style", "label-style",
            "title-style", "wide", "own-page",
        ]
        var components: [String: ComponentStyle] = [:]
        for pair in value?.pairs ?? [] {
            guard let fields = Fields(pair.value, "the component ‘\(pair.name)’", keys: keys, &diagnostics) else {
                continue
            }
            components[pair.name] = component(fields, &diagnostics)
        }
        return components
    }

    private func component(_ fields: Fields, _ diagnostics: inout Diagnostics) -> ComponentStyle {
        var style = ComponentStyle()
        style.form = fields.choice("form", ComponentStyle.Form.self, &diagnostics) ?? style.form
        style.label = fields.string("label", &diagnostics) ?? style.label
        style.mark = fields.string("mark", &diagnostics) ?? style.mark
        style.badge = fields.string("badge", &diagnostics) ?? style.badge
        style.markColour = colour("mark-colour", fields, &diagnostics) ?? style.markColour
        style.rest = colour("rest", fields, &diagnostics)
        style.markSize = share("mark-size", upTo: 8, fields, &diagnostics) ?? style.markSize
        style.ground = colour("ground", fields, &diagnostics)
        style.edge = colour("edge", fields, &diagnostics) ?? style.edge
        style.edgeWidth = fields.length("edge-width", &diagnostics) ?? style.edgeWidth
        style.edgeSide = fields.choice("edge-side", ComponentStyle.Side.self, &diagnostics) ?? style.edgeSide
        style.edgeForm = fields.choice("edge-form", ComponentStyle.EdgeForm.self, &diagnostics) ?? style.edgeForm
        style.bleed = fields.choice("bleed", ComponentStyle.Bleed.self, &diagnostics) ?? style.bleed
        style.padding = fields.length("padding", &diagnostics) ?? style.padding
        style.space = fields.length("space", &diagnostics)
        style.mostHeight = share("most-height", upTo: 1, fields, &diagnostics) ?? style.mostHeight
        style.style = fields.string("style", &diagnostics) ?? style.style
        style.labelStyle = fields.string("label-style", &diagnostics) ?? style.labelStyle
        style.titleStyle = fields.string("title-style", &diagnostics) ?? style.titleStyle
        style.isWide = fields.bool("wide", &diagnostics) ?? style.isWide
        style.hasOwnPage = fields.bool("own-page", &diagnostics) ?? style.hasOwnPage
        return style
    }

    /// A number from 0 to `most`.
    private func share(
        _ key: String, upTo most: Double, _ fields: Fields, _ diagnostics: inout Diagnostics
    ) -> Double? {
        guard let number = fields.number(key, &diagnostics) else { return nil }
        guard number >= 0, number <= most else {
            diagnostics.error(
                "wrong-value", "‘\(key)’ must be a number from 0 to \(Int(most))", hint: "leave it out, or change it",
                at: fields.place(of: key))
            return nil
        }
        return number
    }
}
