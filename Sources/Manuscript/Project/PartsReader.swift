// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads the documents that a contents list names.
struct PartsReader {
    let files: ProjectFiles
    let folder: String
    let settings: Settings
    private(set) var notes: [String: Note] = [:]
    private var ids = NodeIDSource()
    /// The colours that front matter names, with their places: the theme knows which there are.
    private(set) var colours: [(name: SwatchName, origin: Origin)] = []
    /// The page masters that parts ask for, with their places, by path or `:name`.
    private(set) var masters: [String: (name: String, origin: Origin)] = [:]
    private var places: [String: Origin] = [:]
    private var seen: Set<String> = []

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
        for entry in contents {
            let value = entry.pairs?.first { $0.name == "file" }?.value ?? entry
            guard let name = value.scalar else {
                diagnostics.error(
                    "wrong-type", "an entry of ‘contents’ must be a file's name", hint: value.kind, at: value.origin)
                continue
            }
            var master: (name: String, origin: Origin)?
            if entry.pairs != nil, let fields = Fields(entry, "an entry", keys: ["file", "master"], &diagnostics) {
                master = fields.string("master", &diagnostics).map { ($0, fields.place(of: "master")) }
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
                if let master { masters[name] = master }
                continue
            }
            let contents = ContentsList(files: files, folder: folder)
            for entry in contents.entries(name, at: value.origin, &diagnostics) {
                guard seen.insert(entry.path).inserted else {
                    diagnostics.error(
                        "duplicate-part", "\(entry.path) stands in the contents twice", hint: "name it once",
                        at: entry.origin)
                    continue
                }
                // What the file itself asks for is nearer.
                if let master { masters[entry.path] = master }
                if let document = document(entry, &library, &diagnostics) { parts.append(.document(document)) }
            }
        }
        return parts
    }

    /// Footnotes that all documents share.
    mutating func readNotes(_ value: YAMLValue?, _ library: inout PictureLibrary, _ diagnostics: inout Diagnostics) {
        guard let value else { return }
        guard let name = value.scalar else {
            diagnostics.error("wrong-type", "‘notes’ must be a file's name", hint: value.kind, at: value.origin)
            return
        }
        guard let path = ProjectFiles.joined(folder, name) else {
            diagnostics.error(
                "outside-project", "\(name) lies outside the project", hint: "name a file below Documents/",
                at: value.origin)
            return
        }
        guard let file = files.text(path, at: value.origin, &diagnostics) else { return }
        let front = FrontMatter(file, &diagnostics)
        let read = markdown(file, from: front.bodyOffset, &library, &diagnostics)
        for note in read.notes { notes[note.label] = note }
    }

    private mutating func document(
        _ entry: ContentsList.Entry, _ library: inout PictureLibrary, _ diagnostics: inout Diagnostics
    ) -> Document? {
        let path = entry.path
        guard let file = files.text(path, at: entry.origin, &diagnostics) else { return nil }
        let front = FrontMatter(file, &diagnostics)
        let read = markdown(file, from: front.bodyOffset, &library, &diagnostics)
        for note in read.notes { notes["\(path):\(note.label)"] = note }
        let stem = Self.withoutEnding(path.split(separator: "/").last.map(String.init) ?? path)
        let whole = Origin(source: SourceRange(file: file, utf8: 0..<0))
        // An empty title is none.
        let own = front.title.flatMap { $0.inlines.isEmpty ? nil : $0 }
        let title = own?.inlines ?? read.title?.inlines ?? [Inline(.text(Self.words(of: stem)), at: whole)]
        let id = id(front, read.title, path: path, at: whole, &diagnostics)
        if let colour = front.colour { colours.append(colour) }
        if let master = front.master { masters[path] = master }
        return Document(
            path: path, origin: own?.origin ?? read.title?.origin ?? whole, title: title,
            short: front.short?.inlines ?? [], id: id, role: front.role ?? entry.role ?? .chapter,
            colour: front.colour?.name,
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

    /// The id of a document, which no other document has: one that somebody wrote, else one made of the file's name.
    /// Ids inside documents
    /// are Assembly's to compare.
    private mutating func id(
        _ front: FrontMatter, _ title: MarkdownDocument.Title?, path: String, at whole: Origin,
        _ diagnostics: inout Diagnostics
    ) -> String {
        if let id = front.id ?? title?.attributes.id {
            let origin = front.id == nil ? title?.origin ?? whole : front.idOrigin ?? whole
            guard let earlier = places.updateValue(origin, forKey: id) else { return id }
            let start = earlier.source.start
            diagnostics.error(
                "duplicate-id", "the id ‘\(id)’ stands in \(earlier.source.file.path), line \(start.line), already",
                hint: "an id names one place of a publication", at: origin)
        }
        // Whole books have a README.md in each folder: more of the path tells them apart.
        let steps = path.split(separator: "/").map(String.init)
        for count in 1...max(steps.count, 1) {
            let id = Self.slug(of: Self.withoutEnding(steps.suffix(count).joined(separator: "-")))
            if places[id] == nil {
                places[id] = whole
                return id
            }
        }
        let id = "document-\(places.count)"
        places[id] = whole
        return id
    }

    private static func withoutEnding(_ name: String) -> String {
        name.hasSuffix(".md") ? String(name.dropLast(3)) : name
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
