// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Checks that the names which parts of a theme use for one another are there.
struct ThemeNames {
    let theme: Theme
    /// The fonts of fonts.yaml; `nil` if that is not known.
    let fontNames: [String]?
    /// The keys of the words that the program prints: those of the built-in English.
    let words: Set<String>

    /// Words that a house may add: each component names its own label.
    private static let openPrefixes = [
        "label-", "kind-", "country-", "placeholder-", "resource-", "list-numbers", "list-bullets",
    ]

    func check(_ value: YAMLValue, _ diagnostics: inout Diagnostics) {
        check(styles: value["styles"], &diagnostics)
        check(components: value["components"], &diagnostics)
        for variant in value["variants"]?.pairs ?? [] {
            check(styles: variant.value["styles"], &diagnostics)
            check(components: variant.value["components"], &diagnostics)
        }
        for family in value["fonts"]?.pairs ?? []
        where theme.fonts[family.name].map({ $0.faces["regular"] == nil }) ?? false {
            diagnostics.error(
                "missing-key", "the fonts of ‘\(family.name)’ have no face ‘regular’",
                hint: "regular: a name of fonts.yaml", at: family.key.origin)
        }
        check(fonts: value["fonts"], &diagnostics)
        check(masters: value["masters"], &diagnostics)
        for variant in value["variants"]?.pairs ?? [] { check(masters: variant.value["masters"], &diagnostics) }
        for cover in value["covers"]?.pairs ?? [] { check(composition: cover.value, &diagnostics) }
        for opener in value["openers"]?.items ?? [] { check(composition: opener, &diagnostics) }
        for key in ["label-style", "value-style", "note-style"] {
            name(value["charts"]?[key], "style", "unknown-style", theme.styles.keys, &diagnostics)
        }
        for key in ["text-style", "answer-style", "number-style"] {
            name(value["flow"]?[key], "style", "unknown-style", theme.styles.keys, &diagnostics)
        }
        for key in ["rule-colour", "row-rule-colour", "zebra"] {
            swatch(value["table"]?[key], &diagnostics)
            for variant in value["variants"]?.pairs ?? [] { swatch(variant.value["table"]?[key], &diagnostics) }
        }
        check(strings: value["strings"], &diagnostics)
    }

    private func check(fonts: YAMLValue?, _ diagnostics: inout Diagnostics) {
        guard let fontNames else { return }
        for family in fonts?.pairs ?? [] {
            // Faces of the built-in theme for scripts that the house has no text in, and for code, may be absent.
            let isAbsent = theme.fonts[family.name] == nil
            for face in family.value.pairs ?? [] {
                let names = (face.value.items ?? [face.value]).flatMap { $0.pairs?.map(\.value) ?? [$0] }
                for font in names where font.scalar.map(fontNames.contains) == false {
                    if font.isBuiltIn, face.name == "fallback" || isAbsent { continue }
                    report(font, among: fontNames, &diagnostics)
                }
            }
        }
    }

    private func report(_ font: YAMLValue, among fontNames: [String], _ diagnostics: inout Diagnostics) {
        let manifest = SourceRange(file: SourceFile(path: "Fonts/fonts.yaml", text: ""), utf8: 0..<0)
        diagnostics.error(
            "unknown-font", "Fonts/fonts.yaml has no font ‘\(font.scalar ?? "")’",
            hint: Fields.hint(font.scalar ?? "", among: fontNames),
            at: font.isBuiltIn ? Origin(source: manifest) : font.origin)
    }

    private func check(styles: YAMLValue?, _ diagnostics: inout Diagnostics) {
        for pair in styles?.pairs ?? [] {
            if pair.value["font"]?.isBuiltIn == false {
                name(pair.value["font"], "fonts for", "unknown-font", theme.fonts.keys, &diagnostics)
            }
            check(dropCap: pair.value["drop-cap"], of: theme.styles[pair.name], &diagnostics)
            guard let face = pair.value["face"], let style = theme.styles[pair.name],
                let family = theme.fonts[style.font]
            else { continue }
            name(face, "face", "unknown-font", family.faces.keys, &diagnostics)
        }
    }

    private func check(dropCap: YAMLValue?, of style: Style?, _ diagnostics: inout Diagnostics) {
        guard let dropCap, let style else { return }
        name(dropCap["font"], "fonts for", "unknown-font", theme.fonts.keys, &diagnostics)
        guard let family = theme.fonts[style.dropCap?.font ?? style.font] else { return }
        name(dropCap["face"], "face", "unknown-font", family.faces.keys, &diagnostics)
    }

    private func check(components: YAMLValue?, _ diagnostics: inout Diagnostics) {
        let labels = theme.strings[LanguageTag("en") ?? .british]?.keys.sorted() ?? []
        for pair in components?.pairs ?? [] {
            name(pair.value["label"], "word in English for", "unknown-string", labels, &diagnostics)
            name(pair.value["mark"], "motif", "unknown-motif", theme.motifs.keys, &diagnostics)
            name(pair.value["badge"], "motif", "unknown-motif", theme.motifs.keys, &diagnostics)
            for key in ["style", "label-style", "title-style"] {
                name(pair.value[key], "style", "unknown-style", theme.styles.keys, &diagnostics)
            }
        }
    }

    private func check(masters: YAMLValue?, _ diagnostics: inout Diagnostics) {
        for master in masters?.pairs ?? [] {
            for side in [master.value, master.value["verso"], master.value["recto"]] {
                guard let side, side.pairs != nil else { continue }
                if side["tint"]?.scalar != "none" { swatch(side["tint"], &diagnostics) }
                if side["mark"]?.scalar != "none" {
                    name(side["mark"], "motif", "unknown-motif", theme.motifs.keys, &diagnostics)
                }
            }
        }
    }

    private func check(composition: YAMLValue, _ diagnostics: inout Diagnostics) {
        swatch(composition["ground"], &diagnostics)
        swatch(composition["flag"], &diagnostics)
        for piece in composition["pieces"]?.items ?? [] {
            name(piece["motif"], "motif", "unknown-motif", theme.motifs.keys, &diagnostics)
            for fill in piece["fills"]?.items ?? [] { swatch(fill, &diagnostics) }
        }
    }

    private func check(strings: YAMLValue?, _ diagnostics: inout Diagnostics) {
        for language in strings?.pairs ?? [] {
            for pair in language.value.pairs ?? [] {
                let isOpen = Self.openPrefixes.contains { pair.name.hasPrefix($0) }
                guard !words.contains(pair.name), !isOpen else { continue }
                diagnostics.error(
                    "unknown-key", "the program prints no word ‘\(pair.name)’",
                    hint: Fields.nearest(pair.name, among: words.sorted()).map { "did you mean ‘\($0)’?" } ?? "",
                    at: pair.key.origin)
            }
        }
    }

    private func swatch(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) {
        name(value, "colour", "unknown-colour", theme.palette.swatches.map(\.name) + ["chapter"], &diagnostics)
    }

    private func name(
        _ value: YAMLValue?, _ kind: String, _ code: DiagnosticCode, _ known: some Collection<String>,
        _ diagnostics: inout Diagnostics
    ) {
        guard let value, let name = value.scalar, !name.isEmpty, !known.contains(name) else { return }
        diagnostics.error(
            code, "the theme has no \(kind) ‘\(name)’", hint: Fields.hint(name, among: Array(known)), at: value.origin)
    }
}

extension YAMLValue {
    /// The value of `key` in a mapping.
    fileprivate subscript(key: String) -> YAMLValue? { pairs?.first { $0.name == key }?.value }
}
