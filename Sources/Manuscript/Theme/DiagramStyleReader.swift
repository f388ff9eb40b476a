// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads how figures, charts and flowcharts look.
extension StyleReader {
    func figures(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> FigureStyle {
        var style = FigureStyle()
        guard let value, let fields = Fields(value, "figures", keys: ["float", "wide", "space", "grow"], &diagnostics)
        else { return style }
        style.float = fields.choice("float", FigureStyle.Float.self, &diagnostics) ?? style.float
        style.isWide = fields.bool("wide", &diagnostics) ?? style.isWide
        style.grows = fields.bool("grow", &diagnostics) ?? style.grows
        style.space = fields.length("space", &diagnostics).map { max($0, 0) } ?? style.space
        return style
    }

    func charts(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> ChartStyle {
        var style = ChartStyle()
        let keys = [
            "fills", "bar", "gap", "dot", "zero-rule", "light-rule", "rule-colour", "labels", "stack-below",
            "label-style", "value-style", "note-style",
        ]
        guard let value, let fields = Fields(value, "charts", keys: keys, &diagnostics) else { return style }
        let fills = (fields.strings("fills", &diagnostics) ?? []).filter { name in
            if name == "chapter" || palette[name] != nil { return true }
            diagnostics.error(
                "unknown-colour", "the palette has no ‘\(name)’",
                hint: Fields.hint(name, among: palette.swatches.map(\.name)), at: fields.place(of: "fills"))
            return false
        }
        if !fills.isEmpty { style.fills = fills }
        style.bar = positive("bar", fields, &diagnostics) ?? style.bar
        style.gap = fields.length("gap", &diagnostics).map { max($0, 0) } ?? style.gap
        style.dot = positive("dot", fields, &diagnostics) ?? style.dot
        style.zeroRule = fields.length("zero-rule", &diagnostics).map { max($0, 0) } ?? style.zeroRule
        style.lightRule = fields.length("light-rule", &diagnostics).map { max($0, 0) } ?? style.lightRule
        style.ruleColour = colour("rule-colour", fields, &diagnostics) ?? style.ruleColour
        style.labels = fields.number("labels", &diagnostics).map { min(max($0, 0.1), 0.6) } ?? style.labels
        style.stacksBelow = fields.length("stack-below", &diagnostics) ?? style.stacksBelow
        style.labelStyle = fields.string("label-style", &diagnostics) ?? style.labelStyle
        style.valueStyle = fields.string("value-style", &diagnostics) ?? style.valueStyle
        style.noteStyle = fields.string("note-style", &diagnostics) ?? style.noteStyle
        return style
    }

    func flow(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> FlowStyle {
        var style = FlowStyle()
        let keys = [
            "question", "action", "end", "padding", "gap", "drop", "rule", "rule-colour", "narrowest", "widest",
            "text-style", "answer-style", "number-style",
        ]
        guard let value, let fields = Fields(value, "flow", keys: keys, &diagnostics) else { return style }
        style.question = box(fields["question"], style.question, &diagnostics)
        style.action = box(fields["action"], style.action, &diagnostics)
        style.end = box(fields["end"], style.end, &diagnostics)
        style.padding = fields.length("padding", &diagnostics).map { max($0, 0) } ?? style.padding
        style.gap = positive("gap", fields, &diagnostics) ?? style.gap
        style.drop = positive("drop", fields, &diagnostics) ?? style.drop
        style.rule = fields.length("rule", &diagnostics).map { max($0, 0.1) } ?? style.rule
        style.ruleColour = colour("rule-colour", fields, &diagnostics) ?? style.ruleColour
        style.narrowest = positive("narrowest", fields, &diagnostics) ?? style.narrowest
        style.widest = max(positive("widest", fields, &diagnostics) ?? style.widest, style.narrowest)
        style.textStyle = fields.string("text-style", &diagnostics) ?? style.textStyle
        style.answerStyle = fields.string("answer-style", &diagnostics) ?? style.answerStyle
        style.numberStyle = fields.string("number-style", &diagnostics) ?? style.numberStyle
        return style
    }

    private func box(
        _ value: YAMLValue?, _ usual: FlowStyle.Box, _ diagnostics: inout Diagnostics
    ) -> FlowStyle.Box {
        guard let value, let fields = Fields(value, "a box of flowcharts", keys: ["ground", "edge"], &diagnostics)
        else { return usual }
        return FlowStyle.Box(
            ground: colour("ground", fields, &diagnostics), edge: colour("edge", fields, &diagnostics) ?? usual.edge)
    }
}
