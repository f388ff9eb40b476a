// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads `typography:` of a theme.
struct LimitsReader {
    private static let keys = [
        "word-space", "ladder", "stack", "rivers", "short-last-lines", "hyphens-at-turns", "overfull-lines",
        "loose-lines-per-100", "uneven-lines-per-100",
    ]

    func limits(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> TypographyLimits {
        var limits = TypographyLimits()
        guard let value, let fields = Fields(value, "typography", keys: Self.keys, &diagnostics) else { return limits }
        if let range = range("word-space", fields, &diagnostics) { limits.wordSpace = range }
        func count(_ key: String, _ target: inout Int) {
            guard let number = number(key, fields, &diagnostics) else { return }
            target = Int(number.rounded(.down))
        }
        count("ladder", &limits.ladder)
        count("stack", &limits.stack)
        count("rivers", &limits.rivers)
        count("short-last-lines", &limits.shortLastLines)
        count("hyphens-at-turns", &limits.hyphensAtTurns)
        count("overfull-lines", &limits.overfullLines)
        limits.looseLinesPer100 = number("loose-lines-per-100", fields, &diagnostics) ?? limits.looseLinesPer100
        limits.unevenLinesPer100 = number("uneven-lines-per-100", fields, &diagnostics) ?? limits.unevenLinesPer100
        return limits
    }

    private func number(_ key: String, _ fields: Fields, _ diagnostics: inout Diagnostics) -> Double? {
        guard let number = fields.number(key, &diagnostics) else { return nil }
        if (0...1_000_000).contains(number) { return number }
        diagnostics.error(
            "wrong-type", "‘\(key)’ must lie between 0 and 1,000,000", hint: "0 allows none", at: fields.place(of: key))
        return nil
    }

    private func range(_ key: String, _ fields: Fields, _ diagnostics: inout Diagnostics) -> ClosedRange<Double>? {
        guard fields[key] != nil else { return nil }
        let ends = fields.items(key, &diagnostics).map { $0.scalar.flatMap(Double.init) ?? .nan }
        if ends.count == 2, ends[0] > 0, ends[0] <= 1, ends[1] >= 1, ends[1] < 1000 { return ends[0]...ends[1] }
        diagnostics.error(
            "wrong-type", "‘\(key)’ must be the least and the greatest share of a word space's natural width",
            hint: "[0.7, 1.6]", at: fields.place(of: key))
        return nil
    }
}
