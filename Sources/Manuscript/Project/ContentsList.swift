// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Unfolds an entry of a contents list: a file, a folder, an mdBook's SUMMARY.md.
struct ContentsList {
    /// A file by its path in the project; `role` where a summary says it.
    struct Entry {
        var path: String
        var role: Document.Role?
        var origin: Origin
    }

    let files: ProjectFiles
    /// The publication's folder.
    let folder: String

    /// The files that `written` stands for.
    func entries(_ written: String, at origin: Origin, _ diagnostics: inout Diagnostics) -> [Entry] {
        guard let path = ProjectFiles.joined(folder, written) else {
            diagnostics.error(
                "outside-project", "\(written) lies outside the project", hint: "name files below Documents/",
                at: origin)
            return []
        }
        if path.split(separator: "/").last == "SUMMARY.md" { return summary(path, origin, &diagnostics) }
        guard ProjectFiles.isFolder(files.root + "/" + path) else { return [Entry(path: path, origin: origin)] }
        let names = ProjectFiles.names(in: files.root + "/" + path).filter { $0.hasSuffix(".md") }
        if names.contains("SUMMARY.md") { return summary(path + "/SUMMARY.md", origin, &diagnostics) }
        if names.isEmpty {
            diagnostics.error(
                "empty-folder", "the folder \(path) holds no Markdown files", hint: "their names end in .md", at: origin
            )
        }
        return names.map { Entry(path: path + "/" + $0, origin: origin) }
    }

    /// The file that a link's destination names: without `<…>`, title and fragment.
    private static func target(_ destination: Substring) -> String {
        var words = destination.drop { $0 == " " }
        if words.first == "<" {
            words = words.dropFirst().prefix { $0 != ">" }
        } else {
            words = words.prefix { $0 != " " }
        }
        return PercentEscape.plain(String(words.prefix { $0 != "#" }))
    }

    private func summary(_ path: String, _ origin: Origin, _ diagnostics: inout Diagnostics) -> [Entry] {
        guard let file = files.text(path, at: origin, &diagnostics) else { return [] }
        var links: [(target: String, isListed: Bool, origin: Origin)] = []
        var offset = 0
        for line in file.text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
            defer { offset += line.count + 1 }
            let text = Substring(line)
            guard let open = text.range(of: "]("), let close = text[open.upperBound...].firstIndex(of: ")")
            else { continue }
            let target = Self.target(text[open.upperBound..<close])
            // A chapter that is still to be written has no target.
            guard target.hasSuffix(".md") else { continue }
            let mark = text.utf8.first { $0 != 32 && $0 != 9 }
            let isListed = mark.map { [45, 42, 43].contains($0) || (48...57).contains($0) } ?? false
            let place = Origin(source: SourceRange(file: file, utf8: offset..<offset + line.count))
            links.append((target, isListed, place))
        }
        let first = links.firstIndex { $0.isListed } ?? 0
        let last = links.lastIndex { $0.isListed } ?? links.count
        let base = path.split(separator: "/").dropLast().joined(separator: "/")
        var entries: [Entry] = []
        for (index, link) in links.enumerated() {
            guard let target = ProjectFiles.joined(base, link.target) else {
                diagnostics.error(
                    "outside-project", "\(link.target) lies outside the project", hint: "name files below Documents/",
                    at: link.origin)
                continue
            }
            let role: Document.Role = index < first ? .front : index > last ? .back : .chapter
            entries.append(Entry(path: target, role: role, origin: link.origin))
        }
        return entries
    }
}

extension Substring {
    /// Where the ASCII text `needle` first stands.
    func range(of needle: String) -> Range<Index>? {
        let wanted = Array(needle.utf8)
        var start = utf8.startIndex
        while start < utf8.endIndex {
            if utf8[start...].starts(with: wanted) { return start..<utf8.index(start, offsetBy: wanted.count) }
            start = utf8.index(after: start)
        }
        return nil
    }
}
