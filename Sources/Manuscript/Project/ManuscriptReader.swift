// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import Groundwork

/// Reads what editors write: publication.yaml, chapters, theme, resources, glossary, fonts.yaml, pictures.
public struct ManuscriptReader: Sendable {
    let project: Project
    /// What SOURCE_DATE_EPOCH says: overrides the dates of publications.
    var sourceDateEpoch: String?
    var files: ProjectFiles { ProjectFiles(root: project.root) }

    /// A reader of `project`.
    public init(project: Project) {
        self.project = project
        sourceDateEpoch = getenv("SOURCE_DATE_EPOCH").flatMap { String(validatingCString: $0) }
    }

    /// Everything of the publication `name`; `nil` only when its publication.yaml cannot be used at all. Every fault is
    /// reported.
    public func read(_ name: String, diagnostics: inout Diagnostics) -> Publication? {
        let path = "Documents/\(name)/publication.yaml"
        guard let file = files.text(path, &diagnostics),
            let value = YAMLValue.read(file, &diagnostics),
            let read = SettingsReader(sourceDateEpoch: sourceDateEpoch).read(value, of: name, &diagnostics)
        else { return nil }
        var theme = theme(read.theme, &diagnostics)
        // The publication's words before the house's: the first that says how a word is divided counts.
        theme.exceptions = read.settings.exceptions.merging(theme.exceptions) { $0 + $1 }
        var library = PictureLibrary(files: files)
        var parts = PartsReader(files: files, folder: "Documents/\(name)", settings: read.settings)
        let contents = parts.read(read.contents, &library, &diagnostics)
        parts.readNotes(read.notesFile, &library, &diagnostics)
        reportEmpty(contents, read.settings.origin, &diagnostics)
        checkNames(read, parts.colours, theme, &diagnostics)
        checkMasters(Array(parts.masters.values), contents, theme, &diagnostics)
        var settings = read.settings
        for index in settings.backCover?.logos.indices ?? 0..<0 {
            guard let path = settings.backCover?.logos[index].path, let origin = settings.backCover?.logos[index].origin
            else { continue }
            settings.backCover?.logos[index].path = library.add(
                path, from: "Documents/\(name)", at: origin, &diagnostics)
        }
        var publication = Publication(
            name: name, settings: settings, parts: contents, notes: parts.notes,
            resources: resources(&diagnostics), glossary: glossary(&diagnostics), theme: theme,
            images: library.images)
        publication.masters = parts.masters.mapValues(\.name)
        return publication
    }

    /// The page masters that contents, front matter and headings ask for.
    private func checkMasters(
        _ asked: [(name: String, origin: Origin)], _ parts: [Part], _ theme: Theme, _ diagnostics: inout Diagnostics
    ) {
        var asked = asked
        for case .document(let document) in parts {
            for block in document.blocks {
                if case .heading = block.content, let name = block.attributes["master"] {
                    asked.append((name, block.origin))
                }
            }
        }
        let order = asked.sorted {
            ($0.origin.source.file.path, $0.origin.source.utf8.lowerBound)
                < ($1.origin.source.file.path, $1.origin.source.utf8.lowerBound)
        }
        for (name, origin) in order where theme.masters[name] == nil {
            diagnostics.error(
                "unknown-master", "the theme has no page master ‘\(name)’",
                hint: Fields.hint(name, among: Array(theme.masters.keys)), at: origin)
        }
    }

    private func reportEmpty(_ parts: [Part], _ origin: Origin, _ diagnostics: inout Diagnostics) {
        let isEmpty = parts.allSatisfy { part in
            switch part {
            case .document(let document): document.blocks.isEmpty
            case .generated(let generated, _): generated != .glossary && generated != .resources
            }
        }
        // A file that is missing has said so itself.
        guard isEmpty, !diagnostics.all.contains(where: { ["missing-file", "not-utf8"].contains($0.code) }) else {
            return
        }
        diagnostics.error(
            "empty-publication", "the publication holds nothing",
            hint: "name Markdown files with text under `contents`",
            at: origin)
    }

    /// Names in publication.yaml and in front matter that the theme has to know.
    private func checkNames(
        _ read: SettingsReader.Result, _ colours: [(name: SwatchName, origin: Origin)], _ theme: Theme,
        _ diagnostics: inout Diagnostics
    ) {
        func check(_ kind: String, _ code: DiagnosticCode, _ name: String?, _ known: [String], _ origin: Origin) {
            guard let name, !known.contains(name) else { return }
            diagnostics.error(
                code, "the theme has no \(kind) ‘\(name)’", hint: Fields.hint(name, among: known), at: origin)
        }
        if let cover = read.cover { check("cover", "unknown-cover", cover.scalar, theme.coverOrder, cover.origin) }
        for variant in read.variants {
            check("variant", "unknown-variant", variant.scalar, theme.variants.keys.sorted(), variant.origin)
        }
        for colour in colours {
            check("colour", "unknown-colour", colour.name, theme.palette.swatches.map(\.name), colour.origin)
        }
    }

    /// The house's theme, without what any publication changes.
    public func houseTheme(diagnostics: inout Diagnostics) -> Theme { theme(nil, &diagnostics) }

    /// What the publication says over the house theme over the built-in one.
    func theme(_ own: YAMLValue?, _ diagnostics: inout Diagnostics) -> Theme {
        var value = BuiltInTheme.value
        if let house = optional("Documents/theme.yaml", &diagnostics) {
            value = value.overlaid(by: house, &diagnostics)
        }
        if let own { value = value.overlaid(by: own, &diagnostics) }
        // Where fonts.yaml cannot be read, that is told when the fonts are.
        var ignored = Diagnostics()
        let fonts = fontManifest(diagnostics: &ignored)?.entries.filter { $0.kind == .font }.map(\.name)
        return ThemeReader(fontNames: fonts).read(value, &diagnostics)
    }

    private func resources(_ diagnostics: inout Diagnostics) -> [Resource] {
        guard let value = optional("Documents/resources.yaml", &diagnostics) else { return [] }
        return ResourceReader().read(value, &diagnostics)
    }

    private func glossary(_ diagnostics: inout Diagnostics) -> [Term] {
        guard let value = optional("Documents/glossary.yaml", &diagnostics) else { return [] }
        return GlossaryReader().read(value, &diagnostics)
    }

    private func optional(_ path: String, _ diagnostics: inout Diagnostics) -> YAMLValue? {
        guard ProjectFiles.isTaken(project.root + "/" + path),
            let file = files.text(path, &diagnostics)
        else { return nil }
        return YAMLValue.read(file, &diagnostics)
    }

    /// What Fonts/fonts.yaml declares; `nil` after a diagnostic.
    public func fontManifest(diagnostics: inout Diagnostics) -> FontManifest? {
        guard let file = files.text("Fonts/fonts.yaml", &diagnostics),
            let value = YAMLValue.read(file, &diagnostics)
        else { return nil }
        return FontManifestReader().read(value, &diagnostics)
    }

    /// The catalogues of a publication by language: its own, then the house's.
    public func catalogueFiles(of name: String, diagnostics: inout Diagnostics) -> [LanguageTag: [SourceFile]] {
        var catalogues: [LanguageTag: [SourceFile]] = [:]
        for (position, folder) in ["Documents/\(name)/po", "Documents/po"].enumerated() {
            for entry in ProjectFiles.names(in: project.root + "/" + folder) where entry.hasSuffix(".po") {
                guard let language = LanguageTag(String(entry.dropLast(3))) else { continue }
                // The house's catalogues alone make no edition.
                guard position == 0 || catalogues[language] != nil else { continue }
                if let file = files.text("\(folder)/\(entry)", &diagnostics) {
                    let top = Origin(source: SourceRange(file: file, utf8: 0..<0))
                    Fields.reportUnknown(language, at: top, &diagnostics)
                    catalogues[language, default: []].append(file)
                }
            }
        }
        return catalogues
    }
}
