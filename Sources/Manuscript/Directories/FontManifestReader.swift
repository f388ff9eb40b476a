// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

/// Reads Fonts/fonts.yaml.
struct FontManifestReader {
    func read(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> FontManifest? {
        guard let fields = Fields(value, "fonts.yaml", keys: ["files"], &diagnostics) else { return nil }
        var entries: [FontManifest.Entry] = []
        for item in fields.items("files", &diagnostics) {
            guard
                let entry = Fields(
                    item, "a file of fonts.yaml",
                    keys: ["name", "kind", "path", "package", "version", "licence", "sha256", "scripts"], &diagnostics)
            else { continue }
            guard let name = entry.string("name", &diagnostics),
                let kind = entry.choice("kind", FontManifest.Kind.self, &diagnostics),
                let path = entry.string("path", &diagnostics), let hash = entry.string("sha256", &diagnostics)
            else {
                diagnostics.error(
                    "missing-key", "a file of fonts.yaml needs name, kind, path and sha256",
                    hint: "write the missing line", at: item.origin)
                continue
            }
            guard path.hasPrefix("/"), hash.utf8.count == 64, !name.contains("/"), !name.hasPrefix(".") else {
                diagnostics.error(
                    "wrong-type", "‘\(name)’ needs an absolute path and a SHA-256 of 64 digits",
                    hint: "`sha256sum` prints it", at: item.origin)
                continue
            }
            if kind == .hyphenation, LanguageTag(name) == nil {
                diagnostics.error(
                    "wrong-type", "the hyphenation list ‘\(name)’ is called after no language",
                    hint: "write a language tag such as en, ru or sr-Cyrl", at: item.origin)
                continue
            }
            let file = path.split(separator: "/").last.map(String.init) ?? name
            let projectPath =
                switch kind {
                case .font: "Fonts/\(file)"
                case .hyphenation: "Fonts/hyphenation/\(name).dic"
                case .profile: "Fonts/profiles/\(file)"
                }
            entries.append(
                FontManifest.Entry(
                    name: name, kind: kind, path: path, package: entry.string("package", &diagnostics) ?? "",
                    version: entry.string("version", &diagnostics) ?? "",
                    licence: entry.string("licence", &diagnostics) ?? "",
                    sha256: hash.lowercased(), scripts: scripts(entry, &diagnostics), origin: item.origin,
                    projectPath: projectPath))
        }
        return FontManifest(entries: entries)
    }

    private func scripts(_ entry: Fields, _ diagnostics: inout Diagnostics) -> [String] {
        let scripts = entry.strings("scripts", &diagnostics) ?? []
        for script in scripts where script.utf8.count != 4 || script.utf8.contains(where: { $0 < 65 }) {
            diagnostics.error(
                "wrong-type", "‘\(script)’ is no script",
                hint: "write its ISO 15924 code: Arab, Armn, Geor, Hebr, Grek", at: entry.place(of: "scripts"))
        }
        return scripts
    }
}
