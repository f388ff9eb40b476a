// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Manuscript

@Suite struct DirectoryTests {
    private static let resources = "Documents/resources.yaml"
    private static let glossary = "Documents/glossary.yaml"

    @Test func resourceIsReadWhole() throws {
        let text = """
            version: 1
            entries:
            - id: line
              kind: helpline
              name: {en: Line, ru: null}
              url: https://example.org/a
              phone: +371 67222922
              dial: "116123"
              countries: [LV, "NO"]
              languages: [lv, ru]
              hours: "24/7"
              restrict: {ru: text-only}
              grade: A
              checked: 2026-11-01
              copy_read: "2026-11-22"
              url_checked: true
              note: for editors

            """
        let read = TemporaryProject([Self.resources: text]).read()
        let resource = try #require(read.publication?.resources.first)
        #expect(read.faults.isEmpty)
        #expect(resource.names.values.map(\.plain) == ["Line"])
        #expect(resource.countries == ["LV", "NO"])
        #expect(resource.restrictions == [.russian: "text-only"])
        #expect(resource.checked == "2026-11-01")
        #expect(resource.called == nil)
        #expect(resource.hours?.source == "24/7")
    }

    @Test func faultsOfResourcesAreReported() {
        let text = """
            entries:
            - {id: a, kind: report, name: {en: A}, grade: A}
            - {id: a, kind: report, name: {en: A}, grade: A}
            - {id: b, kind: reports, name: {en: A}, grade: C}
            - {id: c, kind: report, name: {en: A}, grade: A, url: "javascript:alert(1)", phone: 116123}
            - {id: d, kind: report, name: {en: A}, grade: A, restrict: {ru: hide}, checked: soon, colour: red}
            - {kind: report, name: {en: A}, grade: A}

            """
        let faults = TemporaryProject([Self.resources: text]).faults()
        #expect(
            faults.map { String($0.prefix { $0 != " " }) + $0.drop { $0 != ":" }.prefix(3) } == [
                "duplicate-id:3:", "wrong-type:4:", "wrong-type:4:", "wrong-type:5:", "wrong-phone:5:",
                "unknown-key:6:",
                "wrong-type:6:", "wrong-type:6:", "missing-key:7:",
            ])
    }

    @Test func glossaryIsReadWithItsFaults() throws {
        let text = """
            languages: [en, ru]
            terms:
            - {id: stigma, en: stigma, ru: стигма, definition: {en: A mark., ru: null}, see: [stigmatta], source: F04}
            - {id: stigma, en: stigma}
            - {id: law, en: law, fr: loi}

            """
        let project = TemporaryProject([Self.glossary: text])
        let read = project.read()
        let term = try #require(read.publication?.glossary.first)
        #expect(term.names[.russian]?.plain == "стигма")
        #expect(term.definitions.count == 1)
        #expect(
            project.faults() == [
                "duplicate-id \(Self.glossary):4:3", "unknown-key \(Self.glossary):5:22",
                "unknown-term \(Self.glossary):3:83",
            ])
        #expect(read.faults.last?.hint == "did you mean ‘stigma’?")
    }

    @Test func fontManifestIsReadWithItsFaults() throws {
        let hash = String(repeating: "ab", count: 32)
        let text = """
            files:
            - {name: a, kind: font, path: /usr/share/A.otf, package: p, version: "1", licence: OFL-1.1, sha256: \(hash)}
            - {name: ru, kind: hyphenation, path: /usr/share/hyph_ru.dic, package: p, version: "1", licence: X, sha256: \(hash)}
            - {name: b, kind: font, path: share/A.otf, sha256: \(hash)}
            - {name: b, kind: picture, path: /A.otf, sha256: \(hash)}
            - {name: ../b, kind: hyphenation, path: /A.otf, sha256: \(hash)}
            - {name: b, kind: font, path: /A.otf, sha: \(hash)}

            """
        let project = TemporaryProject(["Fonts/fonts.yaml": text])
        var diagnostics = Diagnostics()
        let reader = ManuscriptReader(project: try #require(Project.find(from: project.root)))
        let manifest = try #require(reader.fontManifest(diagnostics: &diagnostics))
        #expect(manifest.entries.map(\.projectPath) == ["Fonts/A.otf", "Fonts/hyphenation/ru.dic"])
        #expect(
            diagnostics.all.map { "\($0.code):\($0.origin?.source.start.line ?? 0)" } == [
                "wrong-type:4", "wrong-type:5", "missing-key:5", "wrong-type:6", "unknown-key:7", "missing-key:7",
            ])
    }
}
