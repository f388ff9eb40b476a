// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import Groundwork
import Testing

@testable import Manuscript

@Suite struct FileTests {
    private static let one = "Documents/guide/one.md"

    @Test func projectIsFoundFromWithin() throws {
        let project = TemporaryProject(["Documents/other/notes.md": ""])
        let found = try #require(Project.find(from: project.root + "/Documents/guide"))
        #expect(found.root.hasSuffix(project.root))
        #expect(found.publications() == ["guide"])
        #expect(Project.find(from: "/proc") == nil)
    }

    @Test func bytesThatAreNotUTF8AreReported() {
        let project = TemporaryProject()
        project.write(Array("Жук.\n\nab".utf8) + [0xFF, 0x61], to: Self.one)
        #expect(project.faults() == ["not-utf8 \(Self.one):3:3"])
    }

    @Test func byteOrderMarkIsLeftOut() {
        let project = TemporaryProject([Self.one: "\u{FEFF}# One\n\nText.\n"])
        #expect(project.read().publication?.parts.count == 1)
        #expect(project.faults().isEmpty)
    }

    @Test func picturesAreReadOnce() throws {
        let text = "![A](figures/a%20b.svg)\n\n![A](../guide/figures/a%20b.svg)\n"
        let project = TemporaryProject([Self.one: text, "Documents/guide/figures/a b.svg": "<svg/>"])
        let publication = try #require(project.read().publication)
        #expect(project.faults().isEmpty)
        #expect(publication.images.keys.sorted() == ["Documents/guide/figures/a b.svg"])
        #expect(publication.images.values.first?.bytes == Array("<svg/>".utf8))
    }

    @Test(arguments: [
        ("gone.svg", "missing-file"), ("/etc/hostname", "outside-project"),
        ("../../../../etc/hostname", "outside-project"),
        ("way/hostname", "outside-project"), ("folder", "unreadable-file"), ("circle.svg", "missing-file"),
        ("https://example.org/a.png", "remote-image"), ("huge.png", "too-large"), ("pipe.png", "unreadable-file"),
        ("../../beside.svg", "outside-project"), (".hidden.svg", "outside-project"),
    ])
    func picturesOutsideAreRefused(path: String, code: DiagnosticCode) {
        let project = TemporaryProject([
            Self.one: "![A](\(path))\n", "Documents/guide/folder/x": "", "beside.svg": "<svg/>",
            "Documents/guide/.hidden.svg": "<svg/>",
        ])
        project.link("/etc", at: "Documents/guide/way")
        project.link("circle.svg", at: "Documents/guide/circle.svg")
        mkfifo(project.root + "/Documents/guide/pipe.png", 0o644)
        project.write([0], to: "Documents/guide/huge.png")
        truncate(project.root + "/Documents/guide/huge.png", 51 << 20)
        let read = project.read()
        #expect(read.faults.map(\.code) == [code])
        #expect(read.faults.first?.origin?.source.start.line == 1)
        #expect(read.publication?.images.isEmpty == true)
        #expect(!read.faults.contains { $0.message.contains(project.root) })
    }

    @Test func chaptersByLinksOutOfTheProjectAreRefused() {
        let project = TemporaryProject()
        unlink(project.root + "/" + Self.one)
        project.link("/etc/hostname", at: Self.one)
        #expect(project.faults().first == "outside-project Documents/guide/publication.yaml:3:12")
    }

    @Test func cataloguesComeOwnFirst() throws {
        let project = TemporaryProject([
            "Documents/guide/po/ru.po": "own", "Documents/po/ru.po": "house", "Documents/po/uk.po": "house",
            "Documents/guide/po/notes.txt": "",
        ])
        project.write([0xFF], to: "Documents/guide/po/kk.po")
        var diagnostics = Diagnostics()
        let reader = ManuscriptReader(project: try #require(Project.find(from: project.root)))
        let catalogues = reader.catalogueFiles(of: "guide", diagnostics: &diagnostics)
        #expect(catalogues.mapValues { $0.map(\.text) } == [.russian: ["own", "house"]])
        #expect(diagnostics.all.map(\.code) == ["not-utf8"])
    }
}
