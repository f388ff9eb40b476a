// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Manuscript

@Suite struct SettingsTests {
    private func faults(_ settings: String, epoch: String? = nil) -> [String] {
        TemporaryProject(["Documents/guide/publication.yaml": settings]).faults(epoch: epoch)
    }

    private static let path = "Documents/guide/publication.yaml"

    @Test func titleLanguageAndContentsAreEnough() throws {
        let (publication, faults) = TemporaryProject().read()
        let read = try #require(publication)
        #expect(faults.isEmpty)
        #expect(read.settings.title.plain == "A guide")
        #expect(read.settings.printableGrades == ["A", "B"])
        #expect(read.parts.count == 1)
        guard case .document(let document)? = read.parts.first else { return #expect(Bool(false)) }
        #expect(document.title.plainText == "One")
        #expect(document.id == "one")
        #expect(document.role == .chapter)
    }

    @Test func whatIsMissingIsNamed() {
        #expect(
            faults("subtitle: x\n") == Array(repeating: "missing-key \(Self.path):1:1", count: 3) + [
                "empty-publication \(Self.path):1:1"
            ])
    }

    @Test func everyFaultIsReportedWithItsPlace() {
        let settings =
            TemporaryProject.settings + """
                subtitel: x
                date: 2026-02-30
                sign-off: {a: b}
                kind: [x]
                cover: canopi
                resources: {kinds: [helplines], group-by: colour, grades: [C]}
                editions: [{language: english!, formats: [web]}, {language: ru, variants: [huge]}]
                translations: {ru: {reviewed-on: soon}}
                lint: {raw-html: loud, no-such: off}

                """
        #expect(
            Set(faults(settings)) == [
                "unknown-key \(Self.path):4:1", "wrong-type \(Self.path):5:7", "wrong-type \(Self.path):6:11",
                "wrong-type \(Self.path):7:7", "unknown-cover \(Self.path):8:8", "wrong-type \(Self.path):9:13",
                "wrong-type \(Self.path):9:33", "wrong-type \(Self.path):9:51", "wrong-type \(Self.path):10:23",
                "wrong-type \(Self.path):10:33",
                "unknown-variant \(Self.path):10:76", "wrong-type \(Self.path):11:21",
                "wrong-type \(Self.path):12:18", "unknown-key \(Self.path):12:24",
            ])
    }

    @Test(arguments: [
        ("title: \"\"\nlanguage: en\ncontents: [one.md]\n", "missing-key", 1),
        ("title: A\nlanguage: en\ncontents: [one.md]\neditions: []\n", "wrong-type", 4),
    ])
    func emptyIsMissing(settings: String, code: String, line: Int) {
        let found = faults(settings)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("\(code) \(Self.path):\(line):") == true, "\(found)")
    }

    @Test func nearestKeyIsOffered() {
        let project = TemporaryProject([Self.path: TemporaryProject.settings + "sumary: x\n"])
        #expect(project.read().faults.map(\.hint) == ["did you mean ‘summary’?"])
    }

    @Test func lintHoldsForTheFileItself() {
        #expect(faults(TemporaryProject.settings + "no-such: x\nlint: {unknown-key: off}\n").isEmpty)
        let project = TemporaryProject([
            Self.path: TemporaryProject.settings + "no-such: x\nlint: {unknown-key: warn}\n"
        ])
        #expect(project.read().faults.map(\.severity) == [.warning])
    }

    @Test(
        arguments: [
            ("2026-11-24", nil, 1_795_478_400, 0), ("2026-11-24", "86400", 86_400, 0),
            ("2024-02-29", nil, 1_709_164_800, 0),
            ("2026-11-24", "yesterday", 1_795_478_400, 1), ("2026-11-24", "-5", 1_795_478_400, 1),
        ] as [(String, String?, Int, Int)])
    func dateIsDeclaredOrOverridden(day: String, epoch: String?, seconds: Int, faults: Int) throws {
        let project = TemporaryProject([Self.path: TemporaryProject.settings + "date: \(day)\n"])
        let read = project.read(epoch: epoch)
        #expect(try #require(read.publication).settings.date == seconds)
        #expect(read.faults.map(\.code) == Array(repeating: "source-date-epoch", count: faults))
    }

    @Test(
        arguments: [
            ("title: [a\n", 2, 1), ("title: a\nбукы: «\n  b: : c\n", 3, 4), ("title: a\ntitle: b\n", 1, 1),
            ("? [a]\n: b\n", 1, 1),
            ("a: \u{7}\n", 1, 4), ("a: *x\n", 1, 4), (String(repeating: "[", count: 100_000), 1, 1),
        ] as [(String, Int, Int)])
    func brokenYAMLIsReported(text: String, line: Int, column: Int) {
        let read = TemporaryProject([Self.path: text]).read()
        #expect(read.publication == nil)
        #expect(read.faults.map(\.code) == ["yaml-syntax"])
        if text.utf8.count < 100, let start = read.faults.first?.origin?.source.start {
            #expect(start.line == line)
            #expect(start.column == column)
        }
    }

    @Test func columnsCountCharactersNotBytes() {
        #expect(
            faults(TemporaryProject.settings + "imprint: [{label: Издание, texst: a}]\n").contains(
                "unknown-key \(Self.path):4:28"))
    }

    @Test func manyAliasesDoNotUnfold() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        #expect(TemporaryProject([Self.path: text]).read().faults.map(\.code) == ["yaml-syntax"])
    }
}
