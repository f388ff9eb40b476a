// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Groundwork
import Manuscript
import Testing

@Suite struct BriefingPaperTests {
    private static let folder = #filePath.components(separatedBy: "/Tests/")[0] + "/Documents/briefing-paper/"

    /// The msgids of the Russian catalogue that do not come from YAML; front matter is YAML too.
    private func msgids() throws -> [String] {
        let text = try String(contentsOfFile: Self.folder + "po/ru.po", encoding: .utf8)
        var ids: [String] = []
        for entry in text.components(separatedBy: "\n\n") {
            guard !entry.contains("#: publication.yaml"), entry.contains("msgctxt"),
                !entry.contains("msgctxt \"heading 1\""), !entry.contains("msgctxt \"short title\"")
            else { continue }
            guard let start = entry.range(of: "\nmsgid \""), let end = entry.range(of: "\"\nmsgstr") else { continue }
            ids.append(
                entry[start.upperBound..<end.lowerBound].replacingOccurrences(of: "\\\"", with: "\"")
                    .replacingOccurrences(of: "\\\\", with: "\\"))
        }
        return ids
    }

    @Test func everyMsgidOfTheCatalogueIsFound() throws {
        var texts: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
        where name.hasSuffix(".md") {
            let text = try String(contentsOfFile: Self.folder + name, encoding: .utf8)
            let matter = text.hasPrefix("---\n") ? text.components(separatedBy: "\n---\n")[0] + "\n---\n" : ""
            let file = SourceFile(path: name, text: text)
            var reader = MarkdownReader(language: .british)
            var diagnostics = Diagnostics()
            let document = reader.read(
                file, from: matter.utf8.count, figurePath: { path, _, _ in path }, diagnostics: &diagnostics)
            #expect(diagnostics.all.map { "\(name) \($0.code) \($0.message)" } == [])
            for block in document.blocks + document.notes.flatMap(\.blocks) { collect(block, &texts) }
        }
        let missing = try msgids().filter { !texts.contains($0) }
        #expect(missing == [])
        #expect(try msgids().count > 200)
    }

    private func collect(_ block: Block, _ texts: inout Set<String>) {
        if let to = block.attributes["to"] { texts.insert(to) }
        for part in (block.attributes["index"] ?? "").split(whereSeparator: { ";>".contains($0) }) {
            texts.insert(part.trimmingCharacters(in: .whitespaces))
        }
        switch block.content {
        case .heading(_, let inlines), .paragraph(let inlines): texts.insert(sourceText(of: inlines))
        case .list(let list): for item in list.items { for block in item.blocks { collect(block, &texts) } }
        case .table(let table):
            texts.insert(sourceText(of: table.caption))
            for row in table.head + table.rows { for cell in row { texts.insert(sourceText(of: cell.inlines)) } }
            for note in table.notes { collect(note, &texts) }
        case .figure(let figure):
            texts.insert(sourceText(of: figure.caption))
            texts.insert(figure.alternative)
        case .chart(let chart): for text in chart.texts { texts.insert(sourceText(of: text)) }
        case .flow(let flow): for text in flow.texts { texts.insert(sourceText(of: text)) }
        case .quote(let blocks): for block in blocks { collect(block, &texts) }
        case .component(let component):
            texts.insert(sourceText(of: component.title))
            for block in component.blocks { collect(block, &texts) }
        case .definitions, .code, .divider, .contents, .index: break
        }
    }
}
