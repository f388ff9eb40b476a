// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// What Fonts/fonts.yaml declares: fonts, hyphenation lists, ICC profiles.
public struct FontManifest: Sendable {
    /// In the order of the file.
    public var entries: [Entry]
    /// A manifest.
    public init(entries: [Entry]) { self.entries = entries }

    /// What a file is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A font.
        case font
        /// A hyphenation list.
        case hyphenation
        /// An ICC profile.
        case profile
    }

    /// A file.
    public struct Entry: Hashable, Sendable {
        /// The name that themes use: `vollkorn-regular`; `ru` for a hyphenation list; `srgb`, `press` for a profile.
        public var name: String
        /// What it is.
        public var kind: Kind
        /// Where the package puts it: an absolute path.
        public var path: String
        /// The Debian package.
        public var package: String
        /// The version that has this hash.
        public var version: String
        /// The licence's name.
        public var licence: String
        /// Of the file in the package: 64 hex digits, lower case.
        public var sha256: String
        /// The scripts that a font is kept for, by their ISO 15924 codes; empty for a font of the house's own text. Such a font need
        /// not be there before a text has characters of these scripts.
        public var scripts: [String]
        /// Where it is declared.
        public var origin: Origin
        /// The path of the file in the project: `Fonts/x.otf`, `Fonts/hyphenation/ru.dic`, `Fonts/profiles/x.icc`.
        public var projectPath: String
        /// An entry.
        public init(
            name: String, kind: Kind, path: String, package: String, version: String, licence: String, sha256: String,
            scripts: [String] = [], origin: Origin, projectPath: String
        ) {
            self.name = name
            self.kind = kind
            self.path = path
            self.package = package
            self.version = version
            self.licence = licence
            self.sha256 = sha256
            self.scripts = scripts
            self.origin = origin
            self.projectPath = projectPath
        }
    }
}

extension FontManifest.Entry {
    /// The same kind, name and hash.
    public static func == (left: Self, right: Self) -> Bool {
        left.kind == right.kind && left.name == right.name && left.sha256 == right.sha256
    }
    /// Hashes kind and name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(name)
    }
}
