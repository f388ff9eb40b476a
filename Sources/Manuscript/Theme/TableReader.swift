// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads how tables look.
struct TableReader {
    private static let keys = [
        "heavy-rule", "light-rule", "rule-colour", "column-gap", "row-padding", "zebra", "row-rule", "row-rule-colour",
        "group-space", "least-scale", "wide-tables", "stack-below", "stack-from", "tallest-row",
    ]

    func table(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> TableStyle {
        var style = TableStyle()
        guard let value, let fields = Fields(value, "table", keys: Self.keys, &diagnostics) else { return style }
        style.heavyRule = fields.length("heavy-rule", &diagnostics) ?? style.heavyRule
        style.lightRule = fields.length("light-rule", &diagnostics) ?? style.lightRule
        style.ruleColour = fields.string("rule-colour", &diagnostics) ?? style.ruleColour
        style.columnGap = fields.length("column-gap", &diagnostics) ?? style.columnGap
        style.rowPadding = fields.length("row-padding", &diagnostics) ?? style.rowPadding
        style.zebra = fields.string("zebra", &diagnostics)
        style.rowRule = fields.length("row-rule", &diagnostics) ?? style.rowRule
        style.rowRuleColour = fields.string("row-rule-colour", &diagnostics) ?? style.rowRuleColour
        style.groupSpace = fields.length("group-space", &diagnostics) ?? style.groupSpace
        style.leastScale = share("least-scale", from: 0.5, of: fields, &diagnostics) ?? style.leastScale
        style.wideTables =
            fields.choice("wide-tables", TableStyle.WideTables.self, &diagnostics) ?? style.wideTables
        style.stackBelow = fields.length("stack-below", &diagnostics) ?? style.stackBelow
        style.stackFrom =
            fields.number("stack-from", &diagnostics).map { Int(min(max($0, 2), 1000)) } ?? style.stackFrom
        style.tallestRow = share("tallest-row", from: 0.1, of: fields, &diagnostics) ?? style.tallestRow
        return style
    }

    private func share(_ key: String, from least: Double, of fields: Fields, _ diagnostics: inout Diagnostics)
        -> Double?
    {
        guard let number = fields.number(key, &diagnostics) else { return nil }
        if number >= least, number <= 1 { return number }
        diagnostics.error(
            "wrong-type", "‘\(key)’ must be between \(least) and 1", hint: "1 is the whole", at: fields.place(of: key))
        return nil
    }
}
