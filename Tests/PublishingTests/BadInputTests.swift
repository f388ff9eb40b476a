// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Groundwork
import Testing

@testable import Publishing

/// A fault with what must be said of it.
struct PlantedFault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: DiagnosticCode
    /// The file below Documents/, and a text of the line that must be pointed to.
    var file = "guide/01-text.md"
    let line: String
    let plant: @Sendable (PublisherTests.Sample) throws -> Void

    init(
        _ name: String, _ code: DiagnosticCode, in file: String = "guide/01-text.md", at line: String,
        plant: @escaping @Sendable (PublisherTests.Sample) throws -> Void
    ) {
        testDescription = name
        self.code = code
        self.file = file
        self.line = line
        self.plant = plant
    }

    /// A block in the first chapter, whose first line is pointed to.
    init(_ name: String, _ code: DiagnosticCode, adding text: String, at line: String? = nil) {
        self.init(name, code, at: line ?? String(text.prefix { $0 != "\n" })) { try $0.add(text) }
    }
}

/// Each fault is planted in a publication that is whole otherwise, and the whole line is run over it.
@Suite struct BadInputTests {
    private static let yaml = "guide/publication.yaml"

    static let files: [PlantedFault] = [
        .init("missing file", "missing-file", in: yaml, at: "- absent.md") {
            try $0.edit("publication.yaml", "- 01-text.md", "- absent.md")
        },
        .init("a pipe in a file's place", "unreadable-file", in: yaml, at: "- pipe.md") {
            mkfifo($0.folder.path + "/Documents/guide/pipe.md", 0o644)
            try $0.edit("publication.yaml", "- 01-text.md", "- pipe.md")
        },
        .init("chapter not UTF-8", "not-utf8", at: "na") { sample in
            let path = sample.folder.path + "/Documents/guide/01-text.md"
            try sample.write("01-text.md", bytes: try Disk.read(path) + Array("\nna".utf8) + [0xEF, 0x76, 0x65])
        },
        .init("settings not UTF-8", "not-utf8", in: yaml, at: "a: ") { sample in
            try sample.write("publication.yaml", bytes: Array("title: x\na: ".utf8) + [0xFF])
        },
        .init("catalogue not UTF-8", "not-utf8", in: "guide/po/ru.po", at: "msgid ") { sample in
            try sample.write("po/ru.po", bytes: Array("msgid \"".utf8) + [0xFF])
        },
        .init("broken catalogue", "catalogue-syntax", in: "guide/po/ru.po", at: "msgstr") {
            try $0.write("po/ru.po", "msgid \"a\nmsgstr \n")
        },
        .init("path out of the project", "outside-project", in: yaml, at: "- ../../../x.md") {
            try $0.edit("publication.yaml", "- 01-text.md", "- ../../../x.md")
        },
        .init("absolute path", "outside-project", in: yaml, at: "- /etc/hostname") {
            try $0.edit("publication.yaml", "- 01-text.md", "- /etc/hostname")
        },
        .init("notes out of the project", "outside-project", in: yaml, at: "notes: ") {
            try $0.set("notes: ../../../x.md")
        },
        .init("link out of the project", "outside-project", in: yaml, at: "- 01-text.md") { sample in
            sample.remove("01-text.md")
            symlink("/etc/hostname", sample.folder.path + "/Documents/guide/01-text.md")
        },
        .init("folder in the theme's place", "unreadable-file", in: "theme.yaml", at: "") {
            try Disk.makeFolder($0.folder.path + "/Documents/theme.yaml")
        },
        .init("empty publication", "empty-publication", in: yaml, at: "title: ") {
            try $0.write("publication.yaml", "title: A\nlanguage: en-GB\ncontents: []\n")
        },
    ]

    static let settings: [PlantedFault] = [
        .init("broken YAML", "yaml-syntax", in: yaml, at: "kind: ") { try $0.set("kind: \"a\" b") },
        .init("YAML 10,000 lists deep", "yaml-syntax", in: yaml, at: "kind: ") {
            try $0.set("kind: " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000))
        },
        .init("unknown key", "unknown-key", in: yaml, at: "kin: ") { try $0.set("kin: Handbook") },
        .init("wrong type", "wrong-type", in: yaml, at: "date: [1]") {
            try $0.edit("publication.yaml", "2026-01-01", "[1]")
        },
        .init("edition without a language", "missing-key", in: yaml, at: "- formats:") {
            try $0.set("editions:\n  - formats: [screen]")
        },
        .init("broken front matter", "yaml-syntax", at: "rol: chapter") {
            try $0.edit("01-text.md", "short: Text\nid: ch-text\nrole: chapter", "short: [x\nrol: chapter")
        },
        .init("unknown key of front matter", "unknown-key", at: "rol: chapter") {
            try $0.edit("01-text.md", "role: chapter", "rol: chapter")
        },
        .init("unknown key of the theme", "unknown-key", in: "theme.yaml", at: "sise: 3") { sample in
            try sample.write("../theme.yaml", "styles:\n  body:\n    sise: 3\n")
        },
        .init("theme that is no mapping", "wrong-type", in: "theme.yaml", at: "palette: 3") {
            try $0.write("../theme.yaml", "palette: 3\n")
        },
        .init("font that the project has not", "unknown-font", in: "theme.yaml", at: "regular: vera") {
            try $0.write("../theme.yaml", "fonts:\n  text:\n    regular: vera\n")
        },
        .init("page without room", "page-too-small", in: "theme.yaml", at: "page: ") {
            try $0.write("../theme.yaml", "page: {width: 0, height: 0}\n")
        },
        .init("column of no width", "page-too-small", in: "theme.yaml", at: "page: ") {
            try $0.write("../theme.yaml", "page: {column: 0}\n")
        },
        .init("NUL in YAML", "yaml-syntax", in: yaml, at: "kind: ") { try $0.set("kind: \"a\u{0}b\"") },
        .init("language of no people", "bad-language", in: yaml, at: "language: xx") {
            try $0.edit("publication.yaml", "language: en-GB", "language: xx")
        },
        .init("catalogue of no language", "bad-language", in: "guide/po/ua.po", at: "msgid") {
            try $0.write("po/ua.po", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n")
        },
        .init("word divided in no way", "bad-hyphenation", in: "theme.yaml", at: "ta--ble") {
            try $0.write("../theme.yaml", "hyphenation:\n  en: [ta--ble]\n")
        },
        .init("resources that are no list", "wrong-type", in: "resources.yaml", at: "entries: 3") {
            try $0.write("../resources.yaml", "entries: 3\n")
        },
    ]

    static let text: [PlantedFault] = [
        .init("unclosed container", "unclosed-container", adding: ":::note\nText"),
        .init("unknown resource", "unknown-resource", adding: "[a](resource:nobody)"),
        .init("unknown term", "unknown-term", adding: "[a](term:nothing)"),
        .init("unknown anchor", "unknown-anchor", adding: "[](#nowhere)"),
        .init("unknown file", "unknown-anchor", adding: "[a](nowhere.md#x)"),
        .init("unknown footnote", "unknown-footnote", adding: "Text.[^nobody]"),
        .init("id twice in a file", "duplicate-id", adding: "## Again {#lists}"),
        .init("id in two files", "duplicate-id", in: "guide/02-components.md", at: "## Callouts") {
            try $0.add("## Again {#callouts}")
        },
        .init("missing glyph", "missing-glyph", adding: "A letter 漢 that no font has."),
        .init("skipped level", "heading-skip", adding: "#### Too deep"),
        .init("language that does not exist", "bad-language", adding: "A [word]{lang=xx-Foo} of it."),
        .init("script that does not exist", "bad-language", adding: "A [word]{lang=sr-Cyrk} of it."),
        .init("NUL", "control-character", adding: "A zero \u{0} byte."),
        .init("U+FFFE", "control-character", adding: "No character: \u{FFFE}."),
        .init("control of the second set", "control-character", adding: "A \u{85} control."),
        .init("raw HTML", "raw-html", adding: "A <b>bold</b> word."),
        .init(
            "emphasis without end", "too-deep",
            adding: String(repeating: "*a **b ", count: 2_000) + "x" + String(repeating: " b** a*", count: 2_000)),
        .init("quotes without end", "too-deep", adding: String(repeating: ">", count: 10_000) + " x"),
        .init("10,000 lists", "too-deep", adding: String(repeating: "- ", count: 10_000) + "x"),
        .init(
            "spans without end", "too-deep",
            adding: String(repeating: "[", count: 5_000) + "x" + String(repeating: "]{lang=fr}", count: 5_000)),
        .init(
            "10,000 containers", "too-deep",
            adding: String(repeating: ":::note\n", count: 10_000) + "x\n" + String(repeating: ":::\n", count: 10_000)),
        .init(
            "table wider than the page", "wide-table",
            adding: String(repeating: "| a ", count: 8) + "|\n" + String(repeating: "|-", count: 8) + "|\n"
                + String(repeating: "| qwrtzpsdfghjklmnbvcxyqwrtz ", count: 8) + "|"),
    ]

    static let pictures: [PlantedFault] = [
        .init("missing picture", "missing-file", adding: "![A picture](absent.png)"),
        .init("picture without description", "alt-missing", adding: "![](figures/steps.svg)"),
        .init("picture elsewhere", "remote-image", adding: "![A](https://example.org/a.png)"),
        .init("corrupt PNG", "bad-image", at: "![A picture](a.png)") {
            try $0.show("a.png", Array(BadPicture.png(width: 9, height: 9).prefix(40)))
        },
        .init("PNG that claims gigabytes", "bad-image", at: "![A picture](a.png)") {
            try $0.show("a.png", BadPicture.png(width: 60_000, height: 60_000))
        },
        .init("PNG that claims 100 MB", "bad-image", at: "![A picture](a.png)") {
            try $0.show("a.png", BadPicture.png(width: 6_000, height: 6_000))
        },
        .init("corrupt JPEG", "bad-image", at: "![A picture](a.jpg)") {
            try $0.show("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0])
        },
        .init("no picture", "bad-image", at: "![A picture](a.png)") { try $0.show("a.png", Array("words".utf8)) },
        .init("SVG with a file", "bad-image", at: "![A picture](a.svg)") {
            try $0.show(
                "a.svg", BadPicture.svg("<image xlink:href=\"file:///etc/hostname\" width=\"9\" height=\"9\"/>"))
        },
        .init("SVG with a style elsewhere", "bad-image", at: "![A picture](a.svg)") {
            try $0.show("a.svg", BadPicture.svg("<style>@import url(https://example.org/a.css);</style>"))
        },
        .init("SVG with an entity", "bad-image", at: "![A picture](a.svg)") {
            let text = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            try $0.show("a.svg", Array(text.utf8) + BadPicture.svg("<text>&x;</text>"))
        },
    ]

    @Test(arguments: files + settings + text + pictures)
    func isToldWithItsPlaceAndLeavesTheEarlierFileWhole(_ fault: PlantedFault) async throws {
        let sample = try PublisherTests.Sample()
        try fault.plant(sample)
        let outcome = try await sample.build()
        try sample.expectRefusal(outcome)
        #expect(outcome.has(fault.code, in: fault.file, at: fault.line), outcome.said)
        // One slip is not told a hundred times.
        #expect(outcome.diagnostics.all.count { $0.severity == .error } < 5, outcome.said)
    }

    @Test func severalFaultsAreToldInOneRun() async throws {
        let sample = try PublisherTests.Sample()
        try sample.set("kin: Handbook")
        try sample.add("[a](resource:nobody)")
        try sample.add("[a](term:nothing)", to: "02-components.md")
        try sample.add("A letter 漢.")
        try sample.add("![A picture](absent.png)")
        let outcome = try await sample.build()
        try sample.expectRefusal(outcome)
        for code: DiagnosticCode in [
            "unknown-key", "unknown-resource", "unknown-term", "missing-glyph", "missing-file",
        ] {
            #expect(outcome.errors(code).count == 1, outcome.said)
        }
    }
}
