// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Makes a typed theme of YAML that has been laid over the built-in one.
struct ThemeReader {
    /// The fonts that the project has; `nil` if that is not known.
    var fontNames: [String]?

    private static let keys = [
        "page", "palette", "fonts", "styles", "components", "motifs", "covers", "openers", "strings", "table",
        "languages", "hyphenation", "typography", "footnotes", "variants",
    ]

    private static let variantKeys = ["page", "styles", "components", "typography", "footnotes"]

    func read(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> Theme {
        let fields = Fields(value, "theme.yaml", keys: Self.keys, &diagnostics) ?? Fields(BuiltInTheme.value)
        let palette = palette(fields.pairs("palette", &diagnostics), &diagnostics)
        let covers = compositions(fields.pairs("covers", &diagnostics), &diagnostics)
        var theme = Theme(
            page: page(fields["page"], &diagnostics), palette: palette,
            fonts: FamilyReader(fontNames: fontNames).families(fields.pairs("fonts", &diagnostics), &diagnostics),
            styles: StyleReader(palette: palette).styles(fields["styles"], &diagnostics),
            components: StyleReader(palette: palette).components(fields["components"], &diagnostics),
            motifs: motifs(fields.pairs("motifs", &diagnostics), &diagnostics),
            covers: Dictionary(covers, uniquingKeysWith: { $1 }),
            coverOrder: covers.map(\.0),
            openers: fields.items("openers", &diagnostics).compactMap { composition($0, &diagnostics) },
            strings: strings(fields.pairs("strings", &diagnostics), &diagnostics),
            table: table(fields["table"], &diagnostics),
            languages: LanguageReader().languages(fields.pairs("languages", &diagnostics), &diagnostics),
            exceptions: LanguageReader().exceptions(fields.pairs("hyphenation", &diagnostics), &diagnostics),
            variants: [:])
        theme.typography = LimitsReader().limits(fields["typography"], &diagnostics)
        theme.footnotes = NoteStyleReader().style(fields["footnotes"], &diagnostics)
        theme.variants = variants(fields, palette, &diagnostics)
        let english = BuiltInTheme.value.pairs?.first { $0.name == "strings" }?.value.pairs?.first { $0.name == "en" }
        ThemeNames(theme: theme, fontNames: fontNames, words: Set((english?.value.pairs ?? []).map(\.name))).check(
            value, &diagnostics)
        return theme
    }

    private func variants(_ fields: Fields, _ palette: Palette, _ diagnostics: inout Diagnostics) -> [String: Theme
        .Variant]
    {
        var variants: [String: Theme.Variant] = [:]
        for pair in fields.pairs("variants", &diagnostics) {
            guard let own = Fields(pair.value, "a variant", keys: Self.variantKeys, &diagnostics) else { continue }
            func laid(_ key: String) -> YAMLValue? {
                guard let base = fields[key] else { return own[key] }
                return own[key].map { base.overlaid(by: $0, &diagnostics) } ?? base
            }
            let reader = StyleReader(palette: palette)
            // A variant's page has the faults of the page that it changes; they are told once.
            var faults = Diagnostics()
            let page = page(laid("page"), &faults)
            if !diagnostics.all.contains(where: { $0.code == "page-too-small" }) {
                for fault in faults.all { diagnostics.report(fault) }
            }
            var variant = Theme.Variant(
                page: page, styles: reader.styles(laid("styles"), &diagnostics),
                components: reader.components(laid("components"), &diagnostics))
            variant.typography = LimitsReader().limits(laid("typography"), &diagnostics)
            variant.footnotes = NoteStyleReader().style(laid("footnotes"), &diagnostics)
            variants[pair.name] = variant
        }
        return variants
    }

    private func page(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> PageFormat {
        let usual = PageFormat(
            size: Size(width: 595.28, height: 841.89), inner: 68, outer: 62, head: 74, foot: 79, column: 329,
            gutter: 17,
            marginColumn: 119, isFacing: true, bleed: 8.5)
        var format = usual
        let keys = [
            "width", "height", "inner", "outer", "head", "foot", "column", "gutter", "margin-column", "facing", "bleed",
        ]
        guard let value, let fields = Fields(value, "page", keys: keys, &diagnostics) else { return format }
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
        format.isFacing = fields.bool("facing", &diagnostics) ?? format.isFacing
        // ISO 32000-1, annex C: a page may have 14,400 units.
        if max(format.size.width, format.size.height) + 2 * format.bleed > 14_400 {
            diagnostics.error(
                "page-too-large", "no PDF may have a page larger than 14,400 pt (5 m)", hint: "make the page smaller",
                at: value.origin)
            return usual
        }
        let used = format.inner + format.fullMeasure
        if used > format.size.width || format.head + format.foot > format.size.height - 60 || format.column < 40 {
            diagnostics.error(
                "page-too-small", "margins and columns leave no room on the page",
                hint: "make margins smaller or the page larger",
                at: value.origin)
            return usual
        }
        return format
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

    private func compositions(_ pairs: [YAMLValue.Pair], _ diagnostics: inout Diagnostics) -> [(String, Composition)] {
        pairs.compactMap { pair in composition(pair.value, &diagnostics).map { (pair.name, $0) } }
    }

    private func composition(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> Composition? {
        guard let fields = Fields(value, "a composition", keys: ["ground", "pieces"], &diagnostics) else { return nil }
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
        return Composition(ground: fields.string("ground", &diagnostics), pieces: pieces)
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

    private func table(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> TableStyle {
        var style = TableStyle()
        let keys = ["heavy-rule", "light-rule", "rule-colour", "column-gap", "row-padding", "zebra"]
        guard let value, let fields = Fields(value, "table", keys: keys, &diagnostics) else { return style }
        style.heavyRule = fields.length("heavy-rule", &diagnostics) ?? style.heavyRule
        style.lightRule = fields.length("light-rule", &diagnostics) ?? style.lightRule
        style.ruleColour = fields.string("rule-colour", &diagnostics) ?? style.ruleColour
        style.columnGap = fields.length("column-gap", &diagnostics) ?? style.columnGap
        style.rowPadding = fields.length("row-padding", &diagnostics) ?? style.rowPadding
        style.zebra = fields.string("zebra", &diagnostics)
        return style
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
