// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads the documents that a contents list names.
struct PartsReader {
    let files: ProjectFiles
    let folder: String
    let settings: Settings
    private(set) var notes: [String: Note] = [:]
    private var ids = NodeIDSource()
    private var seen: Set<String> = []
    /// Where documents declare their ids. One made of a file's name may stand twice: a number tells them apart later.
    private var declared: [String: Origin] = [:]

    init(files: ProjectFiles, folder: String, settings: Settings) {
        self.files = files
        self.folder = folder
        self.settings = settings
    }

    /// The parts of the list, in order; a folder stands for its Markdown files, sorted.
    mutating func read(_ contents: [YAMLValue], _ library: inout PictureLibrary, _ diagnostics: inout Diagnostics)
        -> [Part]
    {
        var parts: [Part] = []
        for value in contents {
            guard let name = value.scalar else {
                diagnostics.error(
                    "wrong-type", "an entry of ‘contents’ must be a file's name", hint: "this is \(value.kind)",
                    at: value.origin)
                continue
            }
            if name.hasPrefix(":") {
                guard let generated = Part.Generated(rawValue: String(name.dropFirst())) else {
                    let names = Part.Generated.allCases.map { ":" + $0.rawValue }
                    diagnostics.error(
                        "unknown-part", "there is no generated part ‘\(name)’",
                        hint: "there are \(names.joined(separator: ", "))",
                        at: value.origin)
                    continue
                }
                parts.append(.generated(generated, value.origin))
                continue
            }
            for path in paths(name, at: value.origin, &diagnostics) {
                guard seen.insert(path).inserted else {
                    diagnostics.error(
                        "duplicate-part", "\(path) stands in the contents twice", hint: "name it once", at: value.origin
                    )
                    continue
                }
                if let document = document(path, at: value.origin, &library, &diagnostics) {
                    parts.append(.document(document))
                }
            }
        }
        return parts
    }

    private func paths(_ name: String, at origin: Origin, _ diagnostics: inout Diagnostics) -> [String] {
        guard let path = ProjectFiles.joined(folder, name) else {
            diagnostics.error(
                "outside-project", "\(name) lies outside the project", hint: "name files below Documents/", at: origin)
            return []
        }
        guard ProjectFiles.isFolder(files.root + "/" + path) else { return [path] }
        let names = ProjectFiles.names(in: files.root + "/" + path).filter { $0.hasSuffix(".md") }
        if names.isEmpty {
            diagnostics.error(
                "empty-folder", "the folder \(path) holds no Markdown files", hint: "their names end in .md",
                at: origin)
        }
        return names.map { path + "/" + $0 }
    }

    /// Footnotes that all documents share.
    mutating func readNotes(_ value: YAMLValue?, _ library: inout PictureLibrary, _ diagnostics: inout Diagnostics) {
        guard let value else { return }
        guard let name = value.scalar else {
            diagnostics.error(
                "wrong-type", "‘notes’ must be a file's name", hint: "this is \(value.kind)", at: value.origin)
            return
        }
        guard let path = paths(name, at: value.origin, &diagnostics).first,
            let file = files.text(path, at: value.origin, &diagnostics)
        else { return }
        let read = markdown(file, from: 0, &library, &diagnostics)
        for note in read.notes { notes[note.label] = note }
    }

    private mutating func document(
        _ path: String, at origin: Origin, _ library: inout PictureLibrary, _ diagnostics: inout Diagnostics
    ) -> Document? {
        guard let file = files.text(path, at: origin, &diagnostics) else { return nil }
        let front = FrontMatter(file, &diagnostics)
        let read = markdown(file, from: front.bodyOffset, &library, &diagnostics)
        for note in read.notes { notes["\(path):\(note.label)"] = note }
        let stem =
            path.split(separator: "/").last.map { $0.hasSuffix(".md") ? String($0.dropLast(3)) : String($0) } ?? path
        let whole = Origin(source: SourceRange(file: file, utf8: 0..<0))
        let title = front.title?.inlines ?? read.title?.inlines ?? [Inline(.text(Self.words(of: stem)), at: whole)]
        let own = front.id ?? read.title?.attributes.id
        let place = front.id == nil ? read.title?.origin ?? whole : whole
        if let own, let earlier = declared.updateValue(place, forKey: own) {
            diagnostics.error(
                "duplicate-id", "the document \(earlier.source.file.path) has the id ‘\(own)’ already",
                hint: "an id is unique in a publication", at: place)
        }
        let id = own ?? Self.slug(of: stem)
        return Document(
            path: path, origin: front.title?.origin ?? read.title?.origin ?? whole, title: title,
            short: front.short?.inlines ?? [], id: id, role: front.role ?? .chapter, colour: front.colour,
            blocks: read.blocks)
    }

    private mutating func markdown(
        _ file: SourceFile, from offset: Int, _ library: inout PictureLibrary, _ diagnostics: inout Diagnostics
    ) -> MarkdownDocument {
        var reader = MarkdownReader(ids: ids, language: settings.language)
        let base = file.path.split(separator: "/").dropLast().joined(separator: "/")
        var pictures = library
        let document = reader.read(
            file, from: offset,
            figurePath: { path, origin, diagnostics in pictures.add(path, from: base, at: origin, &diagnostics) },
            diagnostics: &diagnostics)
        library = pictures
        ids = reader.ids
        return document
    }

    private static func words(of stem: String) -> String {
        let words = stem.drop { $0.isNumber || $0 == "-" || $0 == "_" }.replacing("-", with: " ").replacing(
            "_", with: " ")
        return words.isEmpty ? stem : words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func slug(of stem: String) -> String {
        String(stem.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
    }
}

/// The YAML between two lines `---` at a file's beginning.
struct FrontMatter {
    private(set) var title: Text?
    private(set) var short: Text?
    private(set) var id: String?
    private(set) var role: Document.Role?
    private(set) var colour: SwatchName?
    /// The UTF-8 offset where the Markdown begins.
    private(set) var bodyOffset = 0

    init(_ file: SourceFile, _ diagnostics: inout Diagnostics) {
        guard Self.isFence(file.line(1)), file.text.utf8.count > 3 else { return }
        var line = 2
        while file.offset(ofLine: line) < file.text.utf8.count, !Self.isFence(file.line(line)) { line += 1 }
        guard Self.isFence(file.line(line)) else {
            // A thematic break at the beginning of a file that has no front matter.
            return
        }
        bodyOffset = file.offset(ofLine: line + 1)
        let bytes = Array(file.text.utf8)[file.offset(ofLine: 2)..<file.offset(ofLine: line)]
        guard let value = YAMLValue.read(String(decoding: bytes, as: UTF8.self), in: file, lineOffset: 1, &diagnostics),
            let fields = Fields(value, "front matter", keys: ["title", "short", "id", "role", "colour"], &diagnostics)
        else { return }
        title = fields.text("title", &diagnostics)
        short = fields.text("short", &diagnostics)
        id = fields.string("id", &diagnostics)
        role = fields.choice("role", Document.Role.self, &diagnostics)
        colour = fields.string("colour", &diagnostics)
    }

    private static func isFence(_ line: Substring) -> Bool {
        var line = line
        while let last = line.last, last == "\r" || last == " " { line.removeLast() }
        return line == "---"
    }
}
