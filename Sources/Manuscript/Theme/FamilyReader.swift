// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads the font families of a theme.
struct FamilyReader {
    /// The fonts that the project has; `nil` if that is not known.
    let fontNames: [String]?

    func families(_ pairs: [YAMLValue.Pair], _ diagnostics: inout Diagnostics) -> [String: FontFamily] {
        var families: [String: FontFamily] = [:]
        for pair in pairs {
            var family = FontFamily(faces: [:], fallbacks: [])
            for face in pair.value.pairs ?? [] {
                switch face.name {
                case "fallback":
                    family.fallbacks = (face.value.items ?? [face.value]).compactMap { fallback($0, &diagnostics) }
                default: family.faces[face.name] = name(face, &diagnostics)
                }
            }
            families[pair.name] = family
        }
        // A house that declares no such font sets code in the face of its labels.
        if let mono = families["mono"]?.faces["regular"], !isThere(mono), isBuiltIn(pairs) {
            families["mono"] = nil
        }
        return families
    }

    private func isThere(_ name: String) -> Bool { fontNames?.contains(name) ?? true }

    private func isBuiltIn(_ pairs: [YAMLValue.Pair]) -> Bool {
        pairs.first { $0.name == "mono" }?.value.pairs?.first { $0.name == "regular" }?.value.isBuiltIn ?? false
    }

    /// A face, or the faces of a family.
    private func fallback(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> FontFamily.Fallback? {
        if let name = value.scalar { return isThere(name) ? FontFamily.Fallback(stringLiteral: name) : nil }
        guard let pairs = value.pairs else {
            diagnostics.error(
                "wrong-type", "a fallback must be a name of fonts.yaml, or faces with their names", hint: value.kind,
                at: value.origin)
            return nil
        }
        var faces: [String: String] = [:]
        for pair in pairs {
            guard let name = name(pair, &diagnostics), isThere(name) else { continue }
            faces[pair.name] = name
        }
        return faces.isEmpty ? nil : FontFamily.Fallback(faces: faces)
    }

    private func name(_ face: YAMLValue.Pair, _ diagnostics: inout Diagnostics) -> String? {
        if let name = face.value.scalar { return name }
        diagnostics.error(
            "wrong-type", "the face ‘\(face.name)’ must be a name of fonts.yaml", hint: face.value.kind,
            at: face.value.origin)
        return nil
    }
}

extension YAMLValue {
    /// Whether it stands in the built-in theme, which nobody can change.
    var isBuiltIn: Bool { origin.source.file.path == BuiltInTheme.path }
}
