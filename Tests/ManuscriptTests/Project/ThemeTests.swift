// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Manuscript

@Suite struct ThemeTests {
    private static let path = "Documents/theme.yaml"

    private func theme(_ house: String) throws -> Theme {
        let read = TemporaryProject([Self.path: house]).read()
        #expect(read.faults.isEmpty)
        return try #require(read.publication).theme
    }

    private func faults(_ house: String) -> [String] { TemporaryProject([Self.path: house]).faults() }

    @Test func builtInThemeHasNoFault() throws {
        let theme = try theme("")
        #expect(theme.page.size.width.rounded() == 595)
        #expect((theme.page.column - Length.mm(116).points).magnitude < 0.001)
        #expect((theme.page.inner + theme.page.fullMeasure + theme.page.outer - theme.page.size.width).magnitude < 0.01)
        #expect(theme.palette["umbrella"]?.print == CMYK(cyan: 10, magenta: 100, yellow: 80, black: 15))
        #expect(theme.palette["ink"]?.print == CMYK(cyan: 0, magenta: 0, yellow: 0, black: 100))
        #expect(theme.coverOrder == ["canopy", "field", "plain"])
        #expect(theme.openers.count == 4)
        #expect(theme.motifs["canopy"]?.count == 8)
        #expect(theme.styles["body"]?.alignment == .justified)
        #expect(theme.styles["list"]?.size == 11)
        #expect(theme.components["definition"]?.form == .margin)
    }

    @Test func aHouseHasItsHabits() throws {
        let theme = try theme(
            "languages:\n  en: {quotes: \"‘ ’ “ ”\", rules-off: [ellipsis, dash]}\n  fr: {rules-off: dash}\n")
        let english = try #require(LanguageTag("en").flatMap { theme.languages[$0] }).habits
        #expect(english.quotes?.text == "‘ ’ “ ”" && english.rulesOff.map(\.text) == ["ellipsis", "dash"])
        #expect(LanguageTag("fr").flatMap { theme.languages[$0] }?.habits.rulesOff.map(\.text) == ["dash"])
        #expect(faults("languages: {en: {quote: x}}").count == 1 && faults("languages: {q: {}}").count == 1)
    }

    @Test func aHouseAddsAKindOfCallout() throws {
        let theme = try theme(
            """
            components:
              law: {label: label-law, mark: bars, badge: octagon, mark-colour: paper, mark-size: 1.5, ground: sand, edge: plum,
                edge-width: 4pt, edge-side: start, edge-form: double, bleed: outer, most-height: 0.3, space: 20pt, wide: true}
              sheet: {own-page: true, rest: sand}
            strings: {en: {label-law: The law}}
            """)
        let law = try #require(theme.components["law"])
        #expect(law.form == .box && law.label == "label-law" && law.badge == "octagon" && law.markColour == "paper")
        #expect(law.markSize == 1.5 && law.mostHeight == 0.3 && law.space == 20 && law.isWide && !law.hasOwnPage)
        #expect(law.edgeSide == .start && law.edgeForm == .double && law.bleed == .outer && law.edgeWidth == 4)
        let sheet = try #require(theme.components["sheet"])
        #expect(sheet.hasOwnPage && sheet.rest == "sand" && sheet.space == nil)
        for slip in ["badge: octagno", "edge-side: left", "edge-form: thick", "most-height: 1.2", "mark-size: -1"] {
            #expect(faults("components: {law: {\(slip)}}").count == 1, "\(slip)")
        }
    }

    @Test func aPaletteHasNoMoreColoursThanCanBeNumbered() {
        let colours = (0..<40_000).map { "  c\($0): {screen: \"#000000\", print: [0, 0, 0, 100]}\n" }
        let read = TemporaryProject([Self.path: "palette:\n" + colours.joined()]).read()
        #expect(read.faults.map(\.code) == ["wrong-type"])
        #expect(read.publication?.theme.palette.swatches.count == 1000)
    }

    /// JSON is YAML on one line: a mark counts columns from the line's beginning, and each value has one.
    @Test func aFileOfOneLineIsReadOnce() {
        let words = (0..<20_000).map { "\"label-\($0)\": \"слово\"" }.joined(separator: ", ")
        let read = TemporaryProject([Self.path: "{\"strings\": {\"en\": {\(words), \"no-such\": \"x\"}}}"])
        #expect(read.faults() == ["unknown-key \(Self.path):1:\(21 + words.unicodeScalars.count + 2)"])
    }

    @Test func russianHasEveryWordThatEnglishHas() throws {
        let theme = try theme("")
        let english = try #require(LanguageTag("en").flatMap { theme.strings[$0] })
        let russian = try #require(theme.strings[.russian])
        #expect(Set(english.keys) == Set(russian.keys))
        for (key, text) in english {
            // The same places are filled in.
            #expect(slots(text.source) == slots(russian[key]?.source ?? ""), "\(key)")
        }
    }

    private func slots(_ text: String) -> Set<Substring> {
        Set(text.split(separator: "{").dropFirst().map { $0.prefix { $0 != "}" } })
    }

    @Test func noTwoBoxesAreToldApartByColourAlone() throws {
        let theme = try theme("")
        let boxes = theme.components.filter { $0.value.form == .box }
        // The mark alone may be shared: then the label differs.
        #expect(Set(boxes.values.map { $0.mark + " " + $0.label }).count == boxes.count)
        #expect(boxes.values.allSatisfy { !$0.mark.isEmpty && $0.ground != nil })
    }

    @Test func houseThemeIsLaidOverKeyByKey() throws {
        let theme = try theme(
            """
            page: {outer: 20mm}
            palette: {teal: {screen: "#000080"}}
            styles: {body: {size: 12pt}, aside: {base: body, align: centre}}
            components: {note: {ground: null}}
            strings: {en: {contents: In here}}
            variants: {small: {page: {margin-column: 0}, styles: {body: {size: 9}}}}
            motifs: {drop: ["M 0 -1 Q 1 0 0 1 C -1 0.5 -1 0 0 -1 Z"]}

            """)
        #expect((theme.page.outer - Length.mm(20).points).magnitude < 0.001)
        #expect((theme.page.inner - Length.mm(24).points).magnitude < 0.001)
        #expect(theme.palette["teal"]?.screen == RGB(hex: "#000080"))
        #expect(theme.palette["teal"]?.print.cyan == 90)
        #expect(theme.styles["body"]?.size == 12)
        #expect(theme.styles["body"]?.leading == 15)
        #expect(theme.styles["aside"]?.size == 12)
        #expect(theme.styles["aside"]?.alignment == .centre)
        #expect(theme.components["note"]?.ground == nil)
        #expect(LanguageTag("en").flatMap { theme.strings[$0]?["contents"]?.plain } == "In here")
        let small = try #require(theme.variant("small"))
        #expect(small.page.marginColumn == 0)
        #expect(small.styles["body"]?.size == 9)
        #expect(small.styles["aside"]?.size == 9)
        #expect(theme.motifs["drop"]?.first?.segments.count == 4)
    }

    @Test(arguments: [
        ("pages: {}", "unknown-key :1:1"), ("page: {witdh: 3}", "unknown-key :1:8"),
        ("page: {width: 3cm}", "wrong-type :1:15"),
        ("page: {column: 900mm}", "page-too-small :1:7"), ("page: {height: 15000pt}", "page-too-large :1:7"),
        ("page: {facing: maybe}", "wrong-type :1:16"),
        ("palette: {teal: {screen: blue}}", "wrong-type :1:11"),
        ("palette: {x: {screen: \"#000000\", print: [0, 0, 0, 101]}}", "wrong-type :1:11"),
        ("styles: {body: {colour: teel}}", "unknown-colour :1:17"),
        ("styles: {body: {font: serif}}", "unknown-font :1:23"),
        ("styles: {body: {face: heavy}}", "unknown-font :1:23"), ("styles: {a: {base: bodi}}", "unknown-style :1:14"),
        ("styles: {body: {align: middle}}", "wrong-type :1:24"), ("styles: {body: {size: 0}}", "wrong-type :1:17"),
        ("components: {note: {form: bocks}}", "wrong-type :1:27"),
        ("components: {note: {mark: sqare}}", "unknown-motif :1:27"),
        ("components: {note: {style: bodi}}", "unknown-style :1:28"),
        ("components: {note: {label: label-nope}}", "unknown-string :1:28"),
        ("motifs: {a: [\"M 0 0 X 1 1\"]}", "wrong-path :1:14"), ("motifs: {a: [\"L 1 1\"]}", "wrong-path :1:14"),
        ("covers: {a: {pieces: [{motif: gor, centre: [0, 0], radius: 1}]}}", "unknown-motif :1:31"),
        ("covers: {a: {ground: sky}}", "unknown-colour :1:22"), ("strings: {en: {contnts: x}}", "unknown-key :1:16"),
        ("strings: {en: {contents: [x]}}", "wrong-type :1:26"),
        ("strings: {english!: {contents: x}}", "wrong-type :1:11"),
        ("fonts: {serif: {bold: x}}", "missing-key :1:9"), ("table: {zebra: sky}", "unknown-colour :1:16"),
        ("styles: {a: {drop-cap: {lines: 1}}}", "wrong-type :1:25"),
        ("styles: {a: {drop-cap: {lines: 2.5}}}", "wrong-type :1:25"),
        ("styles: {a: {drop-cap: {line: 3}}}", "unknown-key :1:25"),
        ("styles: {a: {drop-cap: {colour: teel}}}", "unknown-colour :1:25"),
        ("styles: {a: {drop-cap: {font: serif}}}", "unknown-font :1:31"),
        ("styles: {a: {drop-cap: {face: heavy}}}", "unknown-font :1:31"),
        ("styles: {a: {drop-cap: big}}", "wrong-type :1:24"),
        ("styles: {a: {small-caps: 0}}", "wrong-type :1:26"), ("styles: {a: {small-caps: all}}", "wrong-type :1:26"),
        ("styles: {a: {indent: 9, after: 9}}", "indent-and-space :1:14"),
        ("styles: {body: {before: 9}}", "indent-and-space :1:17"),
        ("variants: {v: {styles: {body: {after: 9}}}}", "indent-and-space :1:32"),
        ("openers: {}", "wrong-type :1:10"), ("palette: []", "wrong-type :1:10"),
    ])
    func faultsAreReported(house: String, fault: String) {
        let found = faults(house + "\n").map { $0.replacing(Self.path, with: "") }
        #expect(found.contains(fault), "\(found)")
    }

    @Test func howParagraphsBeginIsRead() throws {
        let theme = try theme(
            """
            styles:
              opening: {base: body, drop-cap: {lines: 4, font: display, face: bold, colour: teal, gap: 2pt, top: x-height}, small-caps: first-line}
              second: {base: opening, drop-cap: none, small-caps: 3}
              third: {base: opening, drop-cap: {lines: 2}}
              poem: {turnover: 12pt}
              h4: {run-in: true}
            components:
              poem: {form: verse, style: poem}

            """)
        let opening = try #require(theme.styles["opening"])
        #expect(opening.dropCap?.lines == 4 && opening.dropCap?.font == "display" && opening.dropCap?.face == "bold")
        #expect(opening.dropCap?.colour == "teal" && opening.dropCap?.gap == 2 && opening.dropCap?.top == .xHeight)
        #expect(opening.smallCaps == .firstLine)
        #expect(theme.styles["second"]?.dropCap == nil && theme.styles["second"]?.smallCaps == .words(3))
        #expect(theme.styles["third"]?.dropCap?.lines == 2 && theme.styles["third"]?.dropCap?.colour == "teal")
        #expect(theme.styles["poem"]?.turnover == 12)
        #expect(theme.styles["h4"]?.runsIn == true && theme.styles["h3"]?.runsIn == false)
        #expect(theme.components["poem"]?.form == .verse && theme.components["address"]?.form == .address)
    }

    @Test func paragraphsOfTheBuiltInThemeArePartedOnceOnly() throws {
        let theme = try theme("")
        for name in [nil] + theme.variants.keys.sorted().map({ Optional($0) }) {
            let styles = name.flatMap { theme.variant($0) }?.styles ?? theme.styles
            for (key, style) in styles { #expect(!style.partsTwice, "\(key) of \(name ?? "the theme")") }
        }
    }

    @Test func figuresOfTheBuiltInThemeAreThoseOfTheirRole() throws {
        let theme = try theme("")
        for name in ["body", "list", "quote", "footnote", "testimony", "verse"] {
            #expect(theme.styles[name]?.features.prefix(2) == ["onum", "pnum"], "\(name)")
        }
        for name in ["table-cell", "table-head"] { #expect(theme.styles[name]?.features == ["lnum", "tnum"]) }
        // Vollkorn's figures are oldstyle unless it is told otherwise, Inter's lining.
        for name in ["h1", "h2", "h3", "h4", "label", "caption", "cover-title", "contents-1", "opener-number"] {
            let style = try #require(theme.styles[name])
            #expect(style.font != "text" || style.features.contains("lnum"), "\(name)")
        }
    }

    @Test func fontsOfTheBuiltInThemeThatTheProjectHasNotAreReportedWhereTheyAreMissing() {
        let project = TemporaryProject(["Fonts/fonts.yaml": "files: []\n"])
        let faults = Set(project.faults())
        #expect(faults == ["unknown-font Fonts/fonts.yaml:1:1"])
    }

    @Test func stylesThatAreTheirOwnBaseAreReported() {
        #expect(faults("styles: {a: {base: b}, b: {base: a}}\n").allSatisfy { $0.hasPrefix("style-circle") })
        let chain = (1...3_000).map { "  s\($0): {base: s\($0 - 1)}\n" }.joined()
        #expect(!faults("styles:\n  s0: {size: 9}\n" + chain).isEmpty)
    }
}
