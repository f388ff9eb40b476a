// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Preflight
import Testing

@testable import Publishing

/// Fonts and hyphenation lists that only some texts need.
@Suite struct ScriptTests {
    private static let arabic = "[لكل إنسان (حق) التمتع بكافة الحقوق]{lang=ar} and [Ամեն մարդ]{lang=hy}."

    @Test func fontsOfOtherScriptsNeedNotBeThere() async throws {
        let sample = try PublisherTests.Sample()
        for name in ["NotoNaskhArabic-Regular", "NotoSerifArmenian-Regular", "NotoSansArabic-Regular"] {
            Disk.remove(sample.folder.path + "/Fonts/\(name).ttf")
        }
        let outcome = try await sample.build()
        #expect(!outcome.diagnostics.hasErrors, outcome.said)
        #expect(outcome.files.count == 1)
    }

    @Test func textOfOtherScriptsIsSetInTheFontsOfTheTheme() async throws {
        let sample = try PublisherTests.Sample()
        try sample.add(Self.arabic)
        let outcome = try await sample.build()
        #expect(!outcome.diagnostics.hasErrors, outcome.said)
        // The tags hold the text as it was written, brackets and joined letters too.
        let inspection = try Inspection.inspect(bytes: sample.bytes(PublisherTests.Sample.edition))
        let texts = inspection.tags.map(\.text)
        #expect(texts.contains { $0.contains("لكل إنسان (حق) التمتع بكافة الحقوق") }, "\(texts)")
        #expect(texts.contains { $0.contains("Ամեն մարդ") })
    }

    @Test func aFontThatATextNeedsIsMissed() async throws {
        let sample = try PublisherTests.Sample()
        try sample.add(Self.arabic)
        Disk.remove(sample.folder.path + "/Fonts/NotoNaskhArabic-Regular.ttf")
        try Disk.replace(sample.folder.path + "/Fonts/NotoSerifArmenian-Regular.ttf", with: [1, 2, 3])
        let outcome = try await sample.build()
        #expect(outcome.files.isEmpty)
        let missing = try #require(outcome.errors("font-missing").first, outcome.said)
        #expect(missing.origin?.source.file.path == "Fonts/fonts.yaml" && missing.hint.contains("fonts-noto-core"))
        #expect(outcome.errors("font-hash").first?.message.contains("NotoSerifArmenian") == true, outcome.said)
    }

    @Test func aListThatIsMissingOrDamagedLeavesADraftUndivided() async throws {
        for damage in [nil, "UTF-8\nx1x\n"] {
            let sample = try PublisherTests.Sample()
            let path = sample.folder.path + "/Fonts/hyphenation/en.dic"
            if let damage { try Disk.replace(path, with: Array(damage.utf8)) } else { Disk.remove(path) }
            let draft = try await sample.build()
            #expect(!draft.diagnostics.hasErrors && draft.files.count == 1, draft.said)
            let warning = try #require(draft.diagnostics.all.first { $0.code == "hyphenation-list" }, draft.said)
            #expect(warning.severity == .warning && warning.origin?.source.file.path == "Fonts/fonts.yaml")
            // The list comes back: the edition is not taken for current.
            let again = await sample.publish { $0.formats = [.screen] }
            #expect(again.current.isEmpty)
            try sample.close()
            let final = try await sample.build(isDraft: false)
            #expect(final.files.isEmpty && !final.errors("hyphenation-list").isEmpty, final.said)
        }
    }

    @Test func facesWithoutTheLettersOfTheLanguageAreTold() async throws {
        let sample = try PublisherTests.Sample()
        try sample.edit("publication.yaml", "language: en-GB", "language: bg")
        let usual = await sample.publish { $0.formats = [.screen] }
        // Vollkorn has them; Inter, in which labels are set, has not.
        #expect(usual.errors("local-forms").isEmpty, usual.said)
        #expect(usual.diagnostics.all.contains { $0.code == "local-forms" && $0.severity == .warning })
        try sample.write("../theme.yaml", "fonts:\n  text: {regular: inter-regular}\n")
        let inter = await sample.publish { $0.formats = [.screen] }
        #expect(!inter.errors("local-forms").isEmpty, inter.said)
        try sample.write(
            "../theme.yaml",
            "fonts:\n  text: {regular: inter-regular}\nlanguages:\n  bg: {local-forms: false}\n")
        let plain = await sample.publish { $0.formats = [.screen] }
        #expect(!plain.diagnostics.all.contains { $0.code == "local-forms" }, plain.said)
    }

    @Test func exceptionsAreReadFromThemeAndPublication() async throws {
        let sample = try PublisherTests.Sample()
        try sample.write("../theme.yaml", "hyphenation:\n  en: [pam-phlet, ta--ble, \"a b\", \"-x\", pamph-let]\n")
        try sample.set("hyphenation: {en: [ta-ble, 5-x]}")
        let outcome = try await sample.build()
        #expect(outcome.errors("bad-hyphenation").count == 5, outcome.said)
    }

    @Test func directionControlsAreToldAndLeftOut() async throws {
        let sample = try PublisherTests.Sample()
        try sample.add("Money for \u{202E}nobody\u{202C}, and for &#x202E;somebody.")
        try sample.edit("publication.yaml", "kind: Handbook", "kind: \"Hand\u{202B}book\"")
        let outcome = try await sample.build()
        #expect(!outcome.diagnostics.hasErrors && outcome.files.count == 1, outcome.said)
        let told = outcome.diagnostics.all.filter { $0.code == "direction-control" }
        #expect(told.count >= 4 && told.allSatisfy { $0.severity == .warning && !$0.hint.isEmpty }, outcome.said)
        let inspection = try Inspection.inspect(bytes: sample.bytes(PublisherTests.Sample.edition))
        let text = inspection.tags.map(\.text).joined(separator: "\n")
        #expect(text.contains("Money for nobody, and for somebody."))
        #expect(!text.unicodeScalars.contains(where: DirectionControl.isOne))
    }

    @Test(.timeLimit(.minutes(10)))
    func hugeWordsAndMarksAreSet() async throws {
        let sample = try PublisherTests.Sample()
        try sample.add(String(repeating: "abcdefghij", count: 30_000))
        try sample.add("A e" + String(repeating: "\u{301}", count: 10_000) + " letter.")
        let outcome = try await sample.build()
        #expect(!outcome.diagnostics.hasErrors && outcome.files.count == 1, outcome.said)
        let codes = Set(outcome.diagnostics.all.map(\.code))
        #expect(codes.isSuperset(of: ["overfull-line", "too-many-marks"]), outcome.said)
    }

    @Test func anotherFaceThanTheStylesIsTold() async throws {
        let sample = try PublisherTests.Sample()
        try sample.add("An arrow ⇒ of Inter, and [حق]{lang=ar}.")
        let outcome = try await sample.build()
        #expect(!outcome.diagnostics.hasErrors, outcome.said)
        let told = outcome.diagnostics.all.filter { $0.code == "fallback-font" }
        #expect(
            told.contains { $0.severity == .note && $0.message.contains("noto-naskh-arabic-regular") }, outcome.said)
        #expect(told.allSatisfy { $0.origin?.source.file.path.hasSuffix("01-text.md") == true })
    }
}
