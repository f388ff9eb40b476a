// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Makes a typed theme of YAML that has been laid over the built-in one.
struct ThemeReader {
    /// The fonts that the project has; `nil` if that is not known.
    var fontNames: [String]?

    private static let keys = [
        "page", "palette", "fonts", "styles", "components", "motifs", "covers", "openers", "strings", "table",
        "figures", "charts", "flow", "languages", "hyphenation", "typography", "masters", "footnotes", "thumb-index",
        "variants",
    ]

    func read(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> Theme {
        let fields = Fields(value, "theme.yaml", keys: Self.keys, &diagnostics) ?? Fields(BuiltInTheme.value)
        let palette = palette(fields.pairs("palette", &diagnostics), &diagnostics)
        let covers = compositions(fields.pairs("covers", &diagnostics), &diagnostics)
        var theme = Theme(
            page: PageReader().page(fields["page"], else: nil, &diagnostics), palette: palette,
            fonts: FamilyReader(fontNames: fontNames).families(fields.pairs("fonts", &diagnostics), &diagnostics),
            styles: StyleReader(palette: palette).styles(fields["styles"], &diagnostics),
            components: StyleReader(palette: palette).components(fields["components"], &diagnostics),
            motifs: motifs(fields.pairs("motifs", &diagnostics), &diagnostics),
            covers: Dictionary(covers, uniquingKeysWith: { $1 }),
            coverOrder: covers.map(\.0).filter { $0 != "back" },
            openers: openers(fields["openers"], &diagnostics),
            strings: strings(fields.pairs("strings", &diagnostics), &diagnostics),
            table: TableReader().table(fields["table"], &diagnostics),
            languages: LanguageReader().languages(fields.pairs("languages", &diagnostics), &diagnostics),
            exceptions: LanguageReader().exceptions(fields.pairs("hyphenation", &diagnostics), &diagnostics),
            variants: [:])
        theme.typography = LimitsReader().limits(fields["typography"], &diagnostics)
        theme.page.fitGrid(of: theme.styles["body"])
        let masters = MasterReader(palette: palette)
        theme.masters = masters.masters(fields["masters"], &diagnostics)
        theme.thumbs = masters.thumbs(fields["thumb-index"], &diagnostics)
        theme.footnotes = NoteStyleReader().style(fields["footnotes"], &diagnostics)
        theme.figures = StyleReader(palette: palette).figures(fields["figures"], &diagnostics)
        theme.charts = StyleReader(palette: palette).charts(fields["charts"], &diagnostics)
        theme.flow = StyleReader(palette: palette).flow(fields["flow"], &diagnostics)
        theme.variants = VariantReader(reader: self, fields: fields, base: theme).variants(&diagnostics)
        let english = BuiltInTheme.value.pairs?.first { $0.name == "strings" }?.value.pairs?.first { $0.name == "en" }
        ThemeNames(theme: theme, fontNames: fontNames, words: Set((english?.value.pairs ?? []).map(\.name))).check(
            value, &diagnostics)
        return theme
    }

    /// Layout numbers the colours in 16 bits.
    private static let mostColours = 1000

    private func palette(_ pairs: [YAMLValue.Pair], _ diagnostics: inout Diagnostics) -> Palette {
        if pairs.count > Self.mostColours {
            diagnostics.error(
                "wrong-type", "the palette has \(pairs.count) colours; \(Self.mostColours) are allowed",
                hint: "remove those that nothing uses", at: pairs[Self.mostColours].key.origin)
        }
        var swatches: [Swatch] = []
        for pair in pairs.prefix(Self.mostColours) {
            guard let fields = Fields(pair.value, "a colour", keys: ["screen", "print"], &diagnostics) else { continue }
            let inks = (fields["print"]?.items ?? []).compactMap { $0.scalar.flatMap(Double.init) }
            guard let screen = fields.string("screen", &diagnostics).flatMap({ RGB(hex: $0) }), inks.count == 4,
                inks.allSatisfy({ (0...100).contains($0) })
            else {
                diagnostics.error(
                    "wrong-type",
                    "the colour ‘\(pair.name)’ needs screen: \"#RRGGBB\" and print: [c, m, y, k] in per cent",
                    hint: "ink: {screen: \"#1E1B2E\", print: [0, 0, 0, 100]}", at: pair.key.origin)
                continue
            }
            swatches.append(
                Swatch(
                    name: pair.name, screen: screen,
                    print: CMYK(cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3])))
        }
        return Palette(swatches)
    }

    private func motifs(_ pairs: [YAMLValue.Pair], _ diagnostics: inout Diagnostics) -> [String: [Path]] {
        var motifs: [String: [Path]] = [:]
        for pair in pairs {
            motifs[pair.name] = (pair.value.items ?? []).compactMap { item in
                if let path = item.scalar.flatMap({ PathSyntax.path($0) }) { return path }
                diagnostics.error(
                    "wrong-path", "‘\(item.scalar ?? "")’ is no path", hint: "absolute M, L, C, Q and Z with numbers",
                    at: item.origin)
                return nil
            }
        }
        return motifs
    }

    /// The compositions of a list.
    func openers(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> [Composition] {
        guard let value else { return [] }
        guard let items = value.items else {
            diagnostics.error("wrong-type", "‘openers’ must be a list", hint: value.kind, at: value.origin)
            return []
        }
        return items.compactMap { composition($0, &diagnostics) }
    }

    private func compositions(_ pairs: [YAMLValue.Pair], _ diagnostics: inout Diagnostics) -> [(String, Composition)] {
        pairs.compactMap { pair in composition(pair.value, &diagnostics).map { (pair.name, $0) } }
    }

    private func composition(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> Composition? {
        guard let fields = Fields(value, "a composition", keys: ["ground", "pieces", "text-top", "flag"], &diagnostics)
        else { return nil }
        let pieces = fields.items("pieces", &diagnostics).compactMap { item -> Composition.Piece? in
            guard
                let piece = Fields(item, "a piece", keys: ["motif", "centre", "radius", "turn", "fills"], &diagnostics)
            else { return nil }
            let centre = (piece["centre"]?.items ?? []).compactMap { $0.scalar.flatMap(Double.init) }
            guard let motif = piece.string("motif", &diagnostics), centre.count == 2,
                let radius = piece.number("radius", &diagnostics)
            else {
                diagnostics.error(
                    "missing-key", "a piece needs motif, centre: [x, y] and radius", hint: "write the missing one",
                    at: item.origin)
                return nil
            }
            return Composition.Piece(
                motif: motif, centre: Point(x: centre[0], y: centre[1]), radius: radius,
                turn: piece.number("turn", &diagnostics) ?? 0,
                fills: piece.items("fills", &diagnostics).map { $0.isNull ? nil : $0.scalar })
        }
        var composition = Composition(ground: fields.string("ground", &diagnostics), pieces: pieces)
        composition.flag = fields.string("flag", &diagnostics)
        if let top = fields.number("text-top", &diagnostics) {
            if (0...0.9).contains(top) {
                composition.textTop = top
            } else {
                diagnostics.error(
                    "wrong-type", "‘text-top’ must lie between 0 and 0.9", hint: "a share of the page's height",
                    at: fields.place(of: "text-top"))
            }
        }
        return composition
    }

    private func strings(_ pairs: [YAMLValue.Pair], _ diagnostics: inout Diagnostics) -> [LanguageTag: [String: Text]] {
        var strings: [LanguageTag: [String: Text]] = [:]
        for pair in pairs {
            guard let language = Fields.language(of: pair, &diagnostics) else { continue }
            if pair.value.pairs == nil, !pair.value.isNull {
                diagnostics.error(
                    "wrong-type", "the words of ‘\(pair.name)’ must be a mapping", hint: pair.value.kind,
                    at: pair.value.origin)
            }
            for entry in pair.value.pairs ?? [] {
                guard let text = entry.value.scalar else {
                    if !entry.value.isNull {
                        diagnostics.error(
                            "wrong-type", "‘\(entry.name)’ must be a text", hint: entry.value.kind,
                            at: entry.value.origin)
                    }
                    continue
                }
                strings[language, default: [:]][entry.name] = Text(
                    [Inline(.text(text), at: entry.value.origin)], source: text, origin: entry.value.origin)
            }
        }
        return strings
    }
}

extension Fields {
    /// The fields of the built-in theme, whose keys are known.
    fileprivate init(_ value: YAMLValue) {
        var ignored = Diagnostics()
        guard let fields = Fields(value, "theme", keys: value.pairs?.map(\.name) ?? [], &ignored) else {
            preconditionFailure("the built-in theme is no mapping")
        }
        self = fields
    }
}
