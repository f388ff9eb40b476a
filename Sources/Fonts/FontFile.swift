// SPDX-License-Identifier: GPL-3.0-or-later

/// A font file of a project and the name that its styles call it by.
public struct FontFile: Hashable, Sendable {
    /// The name in the theme: `text-italic`.
    public var name: String
    /// Where it lies. For opening only: never written into an edition.
    public var path: String

    /// The scripts that it is kept for, by their ISO 15924 codes: it gives no other characters, and the file is looked for
    /// only when a text has some. Empty for a font that is always there.
    public var scripts: [String]
    /// What the file of a font for some scripts must be: its SHA-256, compared when it is opened.
    public var sha256: String

    /// The font `name`, kept in the file at `path`.
    public init(name: String, path: String, scripts: [String] = [], sha256: String = "") {
        self.name = name
        self.path = path
        self.scripts = scripts
        self.sha256 = sha256
    }
}

/// What a face says of itself. Lengths in em.
public struct FaceMetrics: Hashable, Sendable {
    /// From the baseline up to the top of the line, as the face's makers see it.
    public var ascent: Double
    /// From the baseline down to the bottom of the line: positive.
    public var descent: Double
    /// The height of a lower-case x.
    public var xHeight: Double
    /// The height of a capital.
    public var capHeight: Double
    /// The PostScript name; empty if it has none.
    public var postScriptName: String
}
