// SPDX-License-Identifier: GPL-3.0-or-later

/// The characters that turn the direction of what follows against its letters: embeddings and overrides, U+202A to U+202E.
///
/// They say one thing to a reader and another to a machine, and reach past the end of what they stand in. Isolates
/// (U+2066 to U+2069) do neither and are allowed.
public enum DirectionControl {
    /// Whether `scalar` is one.
    public static func isOne(_ scalar: Unicode.Scalar) -> Bool { (0x202A...0x202E).contains(scalar.value) }

    /// `text` without them; `nil` if it has none.
    public static func stripped(_ text: String) -> String? {
        // All begin with the same two bytes; most text has no such byte.
        guard text.utf8.contains(0xE2), text.unicodeScalars.contains(where: isOne) else { return nil }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isOne($0) }))
    }

    /// What to tell of one, found at `origin`.
    public static func fault(at origin: Origin?) -> Diagnostic {
        Diagnostic(
            .warning, "direction-control", "a character that overrides the direction of text is left out",
            hint: "delete it; mark text of another language with {lang=…}, or put it between U+2068 and U+2069",
            at: origin)
    }
}
