// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Names by which the parts of a theme point to each other. One that is not there would be passed over when pages are set.
struct ThemeReferences {
    let theme: Theme
    /// The fonts that the project has; `nil` if its manifest cannot be read, which is told elsewhere.
    let fontNames: [String]?

    func check(_ value: YAMLValue, _ diagnostics: inout Diagnostics) {
        let sections = Dictionary((value.pairs ?? []).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        fonts(sections["fonts"], &diagnostics)
        styles(sections["styles"], &diagnostics)
        components(sections["components"], &diagnostics)
        for variant in sections["variants"]?.pairs ?? [] {
            for pair in variant.value.pairs ?? [] {
                if pair.name == "styles" { styles(pair.value, &diagnostics) }
                if pair.name == "components" { components(pair.value, &diagnostics) }
            }
        }
        for cover in sections["covers"]?.pairs ?? [] { composition(cover.value, &diagnostics) }
        for opener in sections["openers"]?.items ?? [] { composition(opener, &diagnostics) }
        let swatches = theme.palette.swatches.map(\.name)
        expect(sections["table"], ["rule-colour", "zebra"], among: swatches, "colour of the palette", &diagnostics)
    }

    private func fonts(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) {
        guard let fontNames else { return }
        for pair in (value?.pairs ?? []).flatMap({ $0.value.pairs ?? [] }) {
            for name in pair.value.items ?? [pair.value] {
                expect(name, among: fontNames, "font in Fonts/fonts.yaml", &diagnostics)
            }
        }
    }

    private func styles(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) {
        let faces = Set(theme.fonts.values.flatMap(\.faces.keys)).sorted()
        for pair in value?.pairs ?? [] {
            expect(pair.value, ["font"], among: theme.fonts.keys.sorted(), "family in `fonts`", &diagnostics)
            expect(pair.value, ["face"], among: faces, "face in `fonts`", &diagnostics)
        }
    }

    private func components(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) {
        let styles = theme.styles.keys.sorted()
        for pair in value?.pairs ?? [] {
            expect(pair.value, ["style", "label-style", "title-style"], among: styles, "style", &diagnostics)
            expect(pair.value, ["mark"], among: theme.motifs.keys.sorted(), "motif", &diagnostics)
        }
    }

    private func composition(_ value: YAMLValue, _ diagnostics: inout Diagnostics) {
        let swatches = theme.palette.swatches.map(\.name) + ["chapter"]
        expect(value, ["ground"], among: swatches, "colour of the palette", &diagnostics)
        for piece in (value.pairs?.first { $0.name == "pieces" }?.value.items) ?? [] {
            expect(piece, ["motif"], among: theme.motifs.keys.sorted(), "motif", &diagnostics)
            for fill in (piece.pairs?.first { $0.name == "fills" }?.value.items) ?? [] {
                expect(fill, among: swatches, "colour of the palette", &diagnostics)
            }
        }
    }

    private func expect(
        _ value: YAMLValue?, _ keys: [String], among names: [String], _ what: String, _ diagnostics: inout Diagnostics
    ) {
        for pair in value?.pairs ?? [] where keys.contains(pair.name) {
            expect(pair.value, among: names, what, &diagnostics)
        }
    }

    private func expect(
        _ value: YAMLValue, among names: [String], _ what: String, _ diagnostics: inout Diagnostics
    ) {
        guard let name = value.scalar, !names.contains(name) else { return }
        let near = Fields.nearest(name, among: names)
        diagnostics.error(
            "unknown-name", "there is no \(what) called ‘\(name)’",
            hint: near.map { "did you mean ‘\($0)’?" } ?? "there are \(names.joined(separator: ", "))",
            at: value.origin)
    }
}
