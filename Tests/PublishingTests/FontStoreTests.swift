// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Hyphens
import Manuscript
import Testing

@testable import Publishing

@Suite struct FontStoreTests {
    /// "UTF-8" has no letter beyond ASCII; this list has: `.а1б`, as Debian's Russian one is encoded.
    static let russian: [UInt8] = Array("KOI8-R\n.".utf8) + [0xC1, 0x31, 0xC2, 10]

    static func entry(
        _ name: String, _ kind: FontManifest.Kind, _ path: String, in project: String, hash: String
    ) -> FontManifest.Entry {
        let file = SourceFile(path: "Fonts/fonts.yaml", text: "fonts:\n")
        return FontManifest.Entry(
            name: name, kind: kind, path: path, package: "some-package", version: "1.2-3", licence: "OFL-1.1",
            sha256: hash, origin: Origin(source: SourceRange(file: file, utf8: 0..<5)), projectPath: project)
    }

    @Test func listsAreConvertedAndKnownAgain() throws {
        let converted = try ListFile.prepared(Self.russian)
        #expect(String(decoding: converted, as: UTF8.self) == "UTF-8\n% converted from KOI8-R\n.а1б\n")
        #expect(ListFile.original(of: converted) == Self.russian)
        let plain = Array("UTF-8\na1b\n".utf8)
        #expect(try ListFile.prepared(plain) == plain)
        #expect(throws: StageFailure.self) { try ListFile.prepared(Array("KOI8-X\na1b\n".utf8)) }
        #expect(throws: StageFailure.self) { try ListFile.prepared([]) }
    }

    @Test func installsVerifiesAndKeeps() throws {
        let machine = try TemporaryFolder()
        let project = try TemporaryFolder()
        try Disk.makeFolder(machine.path + "/usr/share")
        try Disk.replace(machine.path + "/usr/share/ru.dic", with: Self.russian)
        let store = FontStore(
            root: project.path,
            manifest: FontManifest(entries: [
                Self.entry(
                    "ru", .hyphenation, "/usr/share/ru.dic", in: "Fonts/hyphenation/ru.dic", hash: sha256(Self.russian))
            ]))
        var diagnostics = Diagnostics()
        #expect(store.install(from: machine.path, &diagnostics).written == ["Fonts/hyphenation/ru.dic"])
        #expect(store.install(from: machine.path, &diagnostics).kept == 1)
        let source = try #require(store.stock(&diagnostics).hyphenation[.russian])
        #expect(try source().get() == ListFile.prepared(Self.russian))
        #expect(diagnostics.all.isEmpty)
    }

    @Test func anotherVersionStopsTheBuildAndIsNamed() throws {
        let machine = try TemporaryFolder()
        let project = try TemporaryFolder()
        try Disk.replace(machine.path + "/x.otf", with: [1, 2, 3])
        let store = FontStore(
            root: project.path,
            manifest: FontManifest(entries: [
                Self.entry("x", .font, "/x.otf", in: "Fonts/x.otf", hash: sha256([1, 2]))
            ]))
        var diagnostics = Diagnostics()
        #expect(store.install(from: machine.path, &diagnostics).written.isEmpty)
        #expect(!Disk.exists(project.path + "/Fonts/x.otf"))
        #expect(diagnostics.all.map(\.code) == ["font-hash"])
        #expect(diagnostics.all.allSatisfy { $0.hint.contains("some-package") && $0.hint.contains("1.2-3") })

        try Disk.makeFolder(project.path + "/Fonts")
        try Disk.replace(project.path + "/Fonts/x.otf", with: [9])
        var build = Diagnostics()
        #expect(store.stock(&build).fonts.isEmpty)
        #expect(build.hasErrors)
    }

    @Test func sumsAreThoseOfOthers() {
        #expect(sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
