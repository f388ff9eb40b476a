// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Foundation
import Groundwork
import Hyphens
import Layout
import Manuscript
import Quality
import Testing
import Typesetting

@testable import Publishing

/// A project in which Markdown becomes pages, and nothing is drawn.
struct Desk {
    let sample: PublisherTests.Sample
    private let stock: FontStore.Stock
    private let hyphens: HyphenBook
    let fonts: FontBook

    /// The formats in which documents are looked at.
    static let formats: [String?] = [nil, "small", "phone"]

    init() throws {
        sample = try PublisherTests.Sample()
        try Disk.replace(sample.folder.path + "/Documents/theme.yaml", with: Array(Self.theme.utf8))
        var diagnostics = Diagnostics()
        let manifest = try #require(
            ManuscriptReader(project: sample.project).fontManifest(diagnostics: &diagnostics))
        stock = FontStore(root: sample.folder.path, manifest: manifest).stock(&diagnostics)
        hyphens = HyphenBook(sources: stock.hyphenation)
        try FontBook.installForArtwork(stock.fonts.filter { Disk.exists($0.path) })
        fonts = try FontBook(stock.fonts)
    }

    private static let theme = """
        variants:
          small:
            page: {width: 148mm, height: 210mm, inner: 17mm, outer: 15mm, head: 20mm, foot: 20mm, column: 116mm, gutter: 0, margin-column: 0}
            styles:
              body: {size: 9.5pt, leading: 13pt}
              list: {size: 9.5pt, leading: 13pt}
              quote: {size: 9.5pt, leading: 13pt}
        """

    /// Pages with what they were made of.
    struct Made {
        var list: PageList
        var theme: Theme
        var diagnostics: Diagnostics
        var report: PageReport
    }

    /// The pages of a chapter that says `markdown`, and of files that stand in the publication.
    func make(_ markdown: String, language: String = "en-GB", variant: String? = nil) throws -> Made {
        try sample.write(
            "publication.yaml",
            "title: A document\nlanguage: \(language)\ndate: 2026-01-01\ncontents:\n  - chapter.md\n")
        try sample.write("chapter.md", "---\ntitle: A chapter\n---\n\n" + markdown)
        return try make(variant: variant)
    }

    /// Writes a copy of the publication where `PAMPHLET_WRITE` says.
    func keep(_ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["PAMPHLET_WRITE"] else { return }
        try Disk.makeFolder(folder + "/" + name)
        for file in ["chapter.md", "publication.yaml"] {
            let bytes = try Disk.read(sample.folder.path + "/Documents/guide/" + file)
            try Disk.replace(folder + "/" + name + "/" + file, with: bytes)
        }
    }

    /// The pages of the publication as it stands.
    func make(variant: String? = nil) throws -> Made {
        var diagnostics = Diagnostics()
        let publication = try #require(
            ManuscriptReader(project: sample.project).read("guide", diagnostics: &diagnostics))
        let edition = Edition(
            language: publication.settings.language, variant: variant, format: .screen, isDraft: true,
            isDiscreet: false)
        let book = Assembler(publication, edition: edition).assemble(&diagnostics)
        let typesetter = Typesetter(fonts: fonts, hyphens: hyphens, exceptions: book.theme.exceptions)
        let list = Composer(book: book, typesetter: typesetter, fonts: fonts, isRecording: true)
            .compose(&diagnostics)
        return Made(
            list: list, theme: book.theme, diagnostics: diagnostics,
            report: PageExaminer(list, theme: book.theme).examine())
    }
}

extension Desk.Made {
    /// What no page may have, as lines.
    var faults: [String] {
        report.findings.filter(\.kind.isFault).map { finding in
            "\(finding.kind.rawValue) page \(finding.page + 1) y \(Int(finding.y)) value \(finding.value): \(finding.words)"
        }
    }

    /// The text in reading order, letters alone: what stands in marks, numbers and the blanks between is not the document's.
    var letters: String {
        var textOfSlot: [Int: String] = [:]
        for fragment in list.pages.lazy.flatMap(\.fragments) {
            guard case .tag(let slot) = fragment.owner, case .text(_, let pieces) = fragment.content else { continue }
            textOfSlot[slot, default: ""] += fragment.actualText ?? pieces.map(\.glyphs.text).joined()
        }
        var letters = ""
        var waiting: [TagNode.Child] = [.node(0)]
        while let child = waiting.popLast() {
            switch child {
            case .content(let slot): letters += (textOfSlot[slot] ?? "").bareLetters
            case .node(let id): waiting += list.tags[id].children.reversed()
            case .link: continue
            }
        }
        return letters
    }

    /// `text`, a stroke where it stops being that of the pages, and what they say instead.
    private static func gap(in text: String, against all: String) -> String {
        var length = 0
        var place = all.startIndex
        while length < text.count, let range = all.firstRange(of: text.prefix(length + 1)) {
            length += 1
            place = range.upperBound
        }
        return
            "\(text.prefix(length).suffix(30))|\(text.dropFirst(length).prefix(30)) (pages: \(all[place...].prefix(40)))"
    }

    /// The texts that the pages lack: of `texts` in their order, of `loose` anywhere.
    func lost(_ texts: [RandomDocument.Text], loose: [RandomDocument.Text]) -> [String] {
        let all = letters
        var lost: [String] = []
        var rest = all[...]
        for text in texts {
            let letters = text.text.bareLetters
            if let range = rest.firstRange(of: letters) {
                rest = rest[range.upperBound...]
            } else if all.contains(letters) {
                lost.append("\(text.kind), out of order: \(text.text.prefix(40))")
            } else {
                lost.append("\(text.kind): \(Self.gap(in: letters, against: all))")
            }
        }
        return lost + loose.filter { !all.contains($0.text.bareLetters) }.map { "\($0.kind): \($0.text)" }
    }
}

extension String {
    /// Its letters in lower case.
    var bareLetters: String {
        String(String.UnicodeScalarView(lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }))
    }
}
