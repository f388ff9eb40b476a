// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

extension StyleReader {
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
