// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads page size, margins and how pages are counted.
struct PageReader {
    private static let keys = [
        "width", "height", "inner", "outer", "head", "foot", "column", "gutter", "margin-column", "facing", "bleed",
        "numerals", "openings", "multiple", "opener", "tap-height", "underline-links",
        "short-standing",
    ]

    /// A4 as in the built-in theme.
    private static let usual = PageFormat(
        size: Size(width: 595.28, height: 841.89), inner: 68, outer: 62, head: 74, foot: 79, column: 329, gutter: 17,
        marginColumn: 119, isFacing: true, bleed: 8.5)

    /// The page of `value`; where that leaves no room for text, `base`.
    func page(_ value: YAMLValue?, else base: PageFormat?, _ diagnostics: inout Diagnostics) -> PageFormat {
        let base = base ?? Self.usual
        guard let value, let fields = Fields(value, "page", keys: Self.keys, &diagnostics) else { return base }
        var format = base
        readLengths(of: &format, fields, &diagnostics)
        format.isFacing = fields.bool("facing", &diagnostics) ?? format.isFacing
        format.underlinesLinks = fields.bool("underline-links", &diagnostics) ?? format.underlinesLinks
        format.isStandingShort = fields.bool("short-standing", &diagnostics) ?? format.isStandingShort
        format.numerals = fields.choice("numerals", PageFormat.Numerals.self, &diagnostics) ?? format.numerals
        format.openings = fields.choice("openings", PageFormat.Openings.self, &diagnostics) ?? format.openings
        if let multiple = number("multiple", in: 1...32, "a whole number of pages", fields, &diagnostics) {
            format.multiple = Int(multiple)
        }
        format.openerShare =
            number("opener", in: 0...0.6, "a share of the page's height", fields, &diagnostics) ?? format.openerShare
        return hasRoom(format, value.origin, &diagnostics) ? format : base
    }

    private func readLengths(of format: inout PageFormat, _ fields: Fields, _ diagnostics: inout Diagnostics) {
        func set(_ key: String, _ target: inout Double) {
            guard let length = fields.length(key, &diagnostics) else { return }
            if length < 0 {
                diagnostics.error(
                    "wrong-type", "‘\(key)’ must not be negative", hint: "write 0 or more", at: fields.place(of: key))
            } else {
                target = length
            }
        }
        set("width", &format.size.width)
        set("height", &format.size.height)
        set("inner", &format.inner)
        set("outer", &format.outer)
        set("head", &format.head)
        set("foot", &format.foot)
        set("column", &format.column)
        set("gutter", &format.gutter)
        set("margin-column", &format.marginColumn)
        set("bleed", &format.bleed)
        set("tap-height", &format.tapHeight)
    }

    private func number(
        _ key: String, in range: ClosedRange<Double>, _ what: String, _ fields: Fields,
        _ diagnostics: inout Diagnostics
    ) -> Double? {
        guard let number = fields.number(key, &diagnostics) else { return nil }
        if range.contains(number) { return number }
        diagnostics.error(
            "wrong-type",
            "‘\(key)’ must lie between \(Self.short(range.lowerBound)) and \(Self.short(range.upperBound))",
            hint: what, at: fields.place(of: key))
        return nil
    }

    private static func short(_ number: Double) -> String {
        number == number.rounded() ? "\(Int(number))" : "\(number)"
    }

    private func hasRoom(_ format: PageFormat, _ origin: Origin, _ diagnostics: inout Diagnostics) -> Bool {
        // ISO 32000-1, annex C: a page may have 14,400 units.
        if max(format.size.width, format.size.height) + 2 * format.bleed > 14_400 {
            diagnostics.error(
                "page-too-large", "no PDF may have a page larger than 14,400 pt (5 m)", hint: "make the page smaller",
                at: origin)
            return false
        }
        let used = format.inner + format.fullMeasure
        if used > format.size.width || format.textHeight < 60 || format.column < 40 {
            diagnostics.error(
                "page-too-small", "margins and columns leave no room on the page",
                hint: "make margins smaller or the page larger", at: origin)
            return false
        }
        return true
    }
}

extension PageFormat {
    /// Gives what is left of the last line to the foot, so that the text area is a whole number of lines of `body`.
    mutating func fitGrid(of body: Style?) {
        guard let leading = body?.leading, leading > 0, textHeight >= leading else { return }
        let lines = (textHeight / leading + 0.001).rounded(.down)
        foot += max(textHeight - lines * leading, 0)
    }
}
