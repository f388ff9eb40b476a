// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads the variants of a theme: each laid over the theme, or over the variant that it extends.
struct VariantReader {
    let reader: ThemeReader
    /// The theme's own.
    let fields: Fields
    let base: Theme

    private static let keys = [
        "extends", "page", "styles", "every-style", "components", "typography", "masters", "thumb-index", "openers",
        "footnotes", "table", "figures", "charts", "flow",
    ]

    func variants(_ diagnostics: inout Diagnostics) -> [String: Theme.Variant] {
        let pairs = fields.pairs("variants", &diagnostics)
        var own: [String: Fields] = [:]
        for pair in pairs { own[pair.name] = Fields(pair.value, "a variant", keys: Self.keys, &diagnostics) }
        var variants: [String: Theme.Variant] = [:]
        for pair in pairs where own[pair.name] != nil {
            let line = lineage(of: pair.name, own, &diagnostics)
            variants[pair.name] = variant(line.compactMap { own[$0] }, &diagnostics)
        }
        return variants
    }

    /// The variants that `name` stands on, the lowest first, itself last.
    private func lineage(
        of name: String, _ own: [String: Fields], _ diagnostics: inout Diagnostics
    ) -> [String] {
        var line = [name]
        var seen: Set<String> = [name]
        var last = name
        while let fields = own[last], let below = fields.string("extends", &diagnostics) {
            guard own[below] != nil else {
                diagnostics.error(
                    "unknown-variant", "the theme has no variant ‘\(below)’",
                    hint: Fields.hint(below, among: Array(own.keys)), at: fields.place(of: "extends"))
                break
            }
            guard seen.insert(below).inserted else {
                diagnostics.error(
                    "variant-circle", "the variant ‘\(last)’ extends itself", hint: "extend another, or none",
                    at: fields.place(of: "extends"))
                break
            }
            line.append(below)
            last = below
        }
        return line.reversed()
    }

    private func variant(_ line: [Fields], _ diagnostics: inout Diagnostics) -> Theme.Variant {
        func laid(_ key: String) -> YAMLValue? {
            var value = fields[key]
            for layer in line {
                guard let over = layer[key] else { continue }
                value = value?.overlaid(by: over, &diagnostics) ?? over
            }
            return value
        }
        func says(_ key: String) -> Bool { line.contains { $0[key] != nil } }
        let styles = StyleReader(palette: base.palette)
        var page = base.page
        if says("page") {
            var faults = Diagnostics()
            page = PageReader().page(laid("page"), else: base.page, &faults)
            for var fault in faults.all {
                // Nobody can change the built-in theme: it is the house's page that leaves its variant no room.
                if fault.origin?.source.file.path == BuiltInTheme.path { fault.origin = fields["page"]?.origin }
                diagnostics.report(fault)
            }
        }
        var variant = Theme.Variant(
            page: page, styles: styles.styles(laid("styles"), &diagnostics),
            components: styles.components(laid("components"), &diagnostics))
        variant.typography = LimitsReader().limits(laid("typography"), &diagnostics)
        variant.footnotes = NoteStyleReader().style(laid("footnotes"), &diagnostics)
        if says("table") { variant.table = TableReader().table(laid("table"), &diagnostics) }
        if says("figures") { variant.figures = styles.figures(laid("figures"), &diagnostics) }
        if says("charts") { variant.charts = styles.charts(laid("charts"), &diagnostics) }
        if says("flow") { variant.flow = styles.flow(laid("flow"), &diagnostics) }
        let masters = MasterReader(palette: base.palette)
        variant.masters = masters.masters(laid("masters"), &diagnostics)
        variant.thumbs = masters.thumbs(laid("thumb-index"), &diagnostics)
        if says("openers") { variant.openers = reader.openers(laid("openers"), &diagnostics) }
        if let value = laid("every-style") { EveryStyle(value, base.fonts, &diagnostics)?.apply(to: &variant) }
        variant.page.fitGrid(of: variant.styles["body"])
        return variant
    }
}

/// What a variant says of all styles at once.
struct EveryStyle {
    private let font: String?
    private let leastSize: Double?
    private let leastLeading: Double?
    private let hyphenates: Bool?
    private let justifies: Bool?
    private let isUppercase: Bool?
    private let emphasis: Theme.Emphasis?

    init?(_ value: YAMLValue, _ fonts: [String: FontFamily], _ diagnostics: inout Diagnostics) {
        let keys = ["font", "least-size", "least-leading", "hyphenate", "justify", "uppercase", "emphasis"]
        guard let fields = Fields(value, "every-style", keys: keys, &diagnostics) else { return nil }
        var font = fields.string("font", &diagnostics)
        if let name = font, fonts[name] == nil {
            diagnostics.error(
                "unknown-font", "the theme has no fonts for ‘\(name)’",
                hint: Fields.hint(name, among: Array(fonts.keys)), at: fields.place(of: "font"))
            font = nil
        }
        self.font = font
        let reader = StyleReader(palette: Palette([]))
        leastSize = reader.positive("least-size", fields, &diagnostics)
        var leading = fields.number("least-leading", &diagnostics)
        if let share = leading, !(0.8...3).contains(share) {
            diagnostics.error(
                "wrong-type", "‘least-leading’ must lie between 0.8 and 3", hint: "a share of the type size",
                at: fields.place(of: "least-leading"))
            leading = nil
        }
        leastLeading = leading
        hyphenates = fields.bool("hyphenate", &diagnostics)
        justifies = fields.bool("justify", &diagnostics)
        isUppercase = fields.bool("uppercase", &diagnostics)
        emphasis = fields.choice("emphasis", Theme.Emphasis.self, &diagnostics)
    }

    func apply(to variant: inout Theme.Variant) {
        variant.emphasis = emphasis ?? variant.emphasis
        variant.leastSize = leastSize ?? variant.leastSize
        for name in variant.styles.keys.sorted() {
            guard var style = variant.styles[name] else { continue }
            if let font, style.font != "mono" { style.font = font }
            if let leastSize, style.size < leastSize {
                style.leading *= leastSize / style.size
                style.size = leastSize
            }
            if let leastLeading { style.leading = max(style.leading, style.size * leastLeading) }
            style.hyphenates = hyphenates ?? style.hyphenates
            if let isUppercase {
                style.isUppercase = isUppercase
                if !isUppercase, style.tracking > 0 { style.tracking = 0 }
            }
            if justifies == false, style.alignment == .justified { style.alignment = .start }
            variant.styles[name] = style
        }
    }
}
