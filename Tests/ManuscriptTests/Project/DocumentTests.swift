// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Manuscript

@Suite struct DocumentTests {
    private static let path = "Documents/guide/publication.yaml"

    private func settings(contents: String) -> String { "title: A\nlanguage: en-GB\ncontents: \(contents)\n" }

    private func documents(_ project: TemporaryProject) -> [Document] {
        (project.read().publication?.parts ?? []).compactMap { part in
            if case .document(let document) = part { document } else { nil }
        }
    }

    @Test func frontMatterIsRead() throws {
        let text = "---\ntitle: The *one*\nshort: One\nid: ch-one\nrole: back\ncolour: teal\n---\n\nText.\n"
        let project = TemporaryProject(["Documents/guide/one.md": text])
        let document = try #require(documents(project).first)
        #expect(project.faults().isEmpty)
        #expect(document.title.plainText == "The one")
        #expect(document.short.plainText == "One")
        #expect(document.id == "ch-one")
        #expect(document.role == .back)
        #expect(document.colour == "teal")
        #expect(document.origin.source.start == (2, 8))
    }

    @Test func faultsOfFrontMatterHaveTheirPlaceInTheFile() {
        let text = "---\ntitel: A\nrole: middle\ncolour: teel\nid: a b\n---\n\nText.\n"
        let one = "Documents/guide/one.md"
        #expect(
            Set(TemporaryProject([one: text]).faults()) == [
                "unknown-key \(one):2:1", "wrong-type \(one):3:7", "unknown-colour \(one):4:1", "wrong-type \(one):5:1",
            ])
        #expect(
            TemporaryProject([one: "---\na: [\n---\n\nText.\n"]).faults().allSatisfy {
                $0.hasPrefix("yaml-syntax \(one):")
            })
    }

    @Test(arguments: ["---\n\nText.\n", "---\n\nText.\n\n---\n\nMore.\n"])
    func thematicBreakAtTheHeadIsNoFrontMatter(text: String) throws {
        let project = TemporaryProject(["Documents/guide/one.md": text])
        #expect(project.faults().isEmpty)
        #expect(try #require(documents(project).first).blocks.first?.content == .divider)
    }

    @Test func foldersAndSummariesUnfold() {
        let files = [
            Self.path: settings(contents: "[a, book]"), "Documents/guide/a/2.md": "Two.\n",
            "Documents/guide/a/1.md": "One.\n",
            "Documents/guide/book/SUMMARY.md":
                "# Summary\n\n[Before](before.md)\n\n- [One](one/README.md)\n  - [Draft]()\n  - [Two](two%20words.md)\n\n[After](after.md)\n",
            "Documents/guide/book/before.md": "Text.\n", "Documents/guide/book/one/README.md": "Text.\n",
            "Documents/guide/book/two words.md": "Text.\n", "Documents/guide/book/after.md": "Text.\n",
        ]
        let project = TemporaryProject(files)
        let read = documents(project)
        #expect(project.faults().isEmpty)
        #expect(
            read.map { String($0.path.dropFirst("Documents/guide/".count)) } == [
                "a/1.md", "a/2.md", "book/before.md", "book/one/README.md", "book/two words.md", "book/after.md",
            ])
        #expect(read.map(\.role) == [.chapter, .chapter, .front, .chapter, .chapter, .back])
    }

    @Test func idsOfFilesWithOneNameDiffer() {
        let project = TemporaryProject([
            Self.path: settings(contents: "[a/README.md, b/README.md]"), "Documents/guide/a/README.md": "A.\n",
            "Documents/guide/b/README.md": "B.\n",
        ])
        #expect(documents(project).map(\.id) == ["readme", "b-readme"])
        #expect(project.faults().isEmpty)
    }

    @Test func faultsOfTheContentsAreReported() {
        let project = TemporaryProject([
            Self.path: settings(contents: "[one.md, one.md, two.md, ':indix', ../../../x.md, /etc/passwd, empty, [a]]"),
            "Documents/guide/empty/x.txt": "",
        ])
        #expect(
            project.faults() == [
                "duplicate-part \(Self.path):3:20", "missing-file \(Self.path):3:28", "unknown-part \(Self.path):3:36",
                "outside-project \(Self.path):3:46", "outside-project \(Self.path):3:61",
                "empty-folder \(Self.path):3:74",
                "wrong-type \(Self.path):3:81",
            ])
    }

    @Test func twoDocumentsWithOneIDAreReported() {
        let text = "---\nid: same\n---\n\nText.\n"
        let project = TemporaryProject([
            Self.path: settings(contents: "[one.md, two.md]"), "Documents/guide/one.md": text,
            "Documents/guide/two.md": text,
        ])
        #expect(project.faults() == ["duplicate-id Documents/guide/two.md:2:5"])
    }

    @Test(arguments: ["[]", "", "[':contents']", "[empty.md]"])
    func emptyPublicationIsReported(contents: String) {
        let project = TemporaryProject([Self.path: settings(contents: contents), "Documents/guide/empty.md": "\n"])
        #expect(project.faults().contains { $0.hasPrefix("empty-publication") })
    }

    @Test func notesOfFilesAndSharedOnes() throws {
        let project = TemporaryProject([
            Self.path: TemporaryProject.settings + "notes: notes.md\n", "Documents/guide/notes.md": "[^a]: Shared.\n",
            "Documents/guide/one.md": "Text[^a][^b].\n\n[^b]: Own.\n",
        ])
        let publication = try #require(project.read().publication)
        #expect(publication.notes.keys.sorted() == ["Documents/guide/one.md:b", "a"])
        let lost = TemporaryProject([Self.path: TemporaryProject.settings + "notes: ../../../notes.md\n"])
        #expect(lost.faults() == ["outside-project \(Self.path):4:8"])
    }
}
