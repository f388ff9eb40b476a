// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Manuscript

@Suite("Masters, formats and back covers are read") struct MasterReadingTests {
    private static let path = "Documents/theme.yaml"

    private func theme(_ house: String) throws -> Theme {
        let read = TemporaryProject([Self.path: house]).read()
        #expect(read.faults.isEmpty, "\(read.faults)")
        return try #require(read.publication).theme
    }

    private func faults(_ files: [String: String]) -> [String] { TemporaryProject(files).faults() }

    @Test("a side says what it has otherwise than both")
    func masters() throws {
        let theme = try theme(
            "masters: {aside: {head: chapter, tint: mist, verso: {head: none, folio: centre}, recto: {mark: none}}}\n")
        let master = theme.master("aside")
        #expect(master.verso.head == .none && master.recto.head == .chapter)
        #expect(master.verso.folio == .centre && master.recto.folio == .outer)
        #expect(master.verso.mark == "gore" && master.recto.mark == nil)
        #expect(master.verso.tint == "mist" && master.recto.tint == "mist")
        #expect(theme.master("body").recto.head == .section)
    }

    @Test("a variant that extends another says only what it changes")
    func lineage() throws {
        let theme = try theme(
            """
            variants:
              tiny: {extends: small, page: {numerals: arabic}}
              small: {page: {margin-column: 0, column: 90mm, numerals: roman}, styles: {body: {size: 9}}}

            """)
        let tiny = try #require(theme.variant("tiny"))
        #expect(tiny.page.marginColumn == 0 && tiny.page.numerals == .arabic)
        #expect(tiny.styles["body"]?.size == 9)
        #expect(theme.variant("small")?.page.numerals == .roman)
    }

    @Test(
        "in large print nothing is smaller, divided, in italics or in capitals",
        arguments: [
            ("large-print", 16.0), ("large-print-18", 18.0),
        ])
    func largePrint(name: String, size: Double) throws {
        let theme = try #require(try theme("styles: {mine: {size: 7, face: italic, uppercase: true}}\n").variant(name))
        #expect(theme.emphasis == .bold && theme.leastSize == size)
        for (style, value) in theme.styles {
            #expect(value.size >= size && value.leading >= value.size * 1.05, "\(style)")
            #expect(!value.hyphenates && !value.isUppercase && value.alignment != .justified, "\(style)")
            #expect(value.font != "text", "\(style)")
        }
    }

    @Test("the text area of every built-in format is a whole number of lines")
    func grid() throws {
        let theme = Theme.builtIn
        for name in theme.variants.keys.sorted() {
            let variant = try #require(theme.variant(name))
            let lines = variant.page.textHeight / (variant.styles["body"]?.leading ?? 1)
            #expect(abs(lines - lines.rounded()) < 0.001, "\(name): \(lines)")
        }
        #expect(Set(theme.variants.keys) == ["a5", "us-letter", "large-print", "large-print-18", "phone"])
    }

    @Test(arguments: [
        ("masters: {body: {head: chaptre}}", "wrong-type"), ("masters: {body: {foot: x}}", "unknown-key"),
        ("masters: {body: {tint: teel}}", "unknown-colour"), ("masters: {body: {mark: gor}}", "unknown-motif"),
        ("masters: {body: {verso: 3}}", "wrong-type"), ("masters: []", "wrong-type"),
        ("thumb-index: {width: 0}", "wrong-type"), ("thumb-index: {step: 1e9}", "wrong-type"),
        ("page: {numerals: greek}", "wrong-type"), ("page: {multiple: 0}", "wrong-type"),
        ("page: {opener: NaN}", "wrong-type"), ("page: {width: NaN}", "wrong-type"),
        ("page: {height: 1e9}", "wrong-type"), ("page: {inner: -3mm}", "wrong-type"),
        ("page: {height: 0}", "page-too-small"), ("variants: {a5: {page: {head: 200mm}}}", "page-too-small"),
        ("variants: {a: {extends: b}, b: {extends: a}}", "variant-circle"),
        ("variants: {a: {extends: a}}", "variant-circle"), ("variants: {a: {extends: fone}}", "unknown-variant"),
        ("variants: {a: {every-style: {font: serif}}}", "unknown-font"),
        ("variants: {a: {every-style: {least-size: 0}}}", "wrong-type"),
        ("variants: {a: {every-style: {least-leading: 1e9}}}", "wrong-type"),
        ("covers: {plain: {flag: rde}}", "unknown-colour"), ("covers: {plain: {text-top: 2}}", "wrong-type"),
    ])
    func faultsAreReported(house: String, code: String) {
        let found = faults([Self.path: house + "\n"])
        #expect(found.contains { $0.hasPrefix(code) }, "\(found)")
    }

    private func publication(_ more: String) -> [String: String] {
        [
            "Documents/guide/publication.yaml":
                "title: Guide\nlanguage: en-GB\ncontents:\n  - {file: one.md, master: crisis}\n" + more,
            "Documents/guide/one.md": "# One\n\n## Two {short=\"2\" master=plain}\n\nText.\n",
        ]
    }

    @Test("a part and a heading ask for a master")
    func choices() throws {
        let project = TemporaryProject(publication("back-cover: {text: Hello, qr: https://example.org/}\n"))
        let found = project.read()
        #expect(found.faults.isEmpty, "\(found.faults)")
        let read = try #require(found.publication)
        #expect(read.masters == ["Documents/guide/one.md": "crisis"])
        #expect(read.settings.backCover?.code?.source == "https://example.org/")
    }

    @Test(arguments: [
        ("back-cover: {qr: mailto}", "wrong-type"), ("back-cover: {logos: [a.png]}", "alt-missing"),
        ("back-cover: {logos: [{picture: none.svg, alternative: A house}]}", "missing-file"),
        ("back-cover: {logos: [{alternative: A house}]}", "missing-key"), ("back-cover: 3", "wrong-type"),
    ])
    func backCoversHaveFaults(line: String, code: String) {
        let found = faults(publication(line + "\n"))
        #expect(found.contains { $0.hasPrefix(code) }, "\(found)")
    }

    @Test("a master that the theme has not is told where it is asked for")
    func unknownMasters() {
        var files = publication("")
        files["Documents/guide/one.md"] = "---\nmaster: crsis\n---\n# One\n\n## Two {master=plian}\n\nText.\n"
        let found = faults(files)
        #expect(found.filter { $0.hasPrefix("unknown-master") }.count == 2, "\(found)")
    }

    @Test("marked places for logos and the code are no faults")
    func markedPlaces() {
        let line = "back-cover: {logos: [\"[TO CONFIRM – logo]\"], qr: \"[TO CONFIRM – address]\"}\n"
        #expect(faults(publication(line)).isEmpty)
    }
}
