// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import Groundwork

/// Reads what editors write: publication.yaml, chapters, theme, resources, glossary, fonts.yaml, pictures.
public struct ManuscriptReader: Sendable {
    let project: Project
    var files: ProjectFiles { ProjectFiles(root: project.root) }

    /// A reader of `project`.
    public init(project: Project) {
        self.project = project
    }

    /// Everything of the publication `name`; `nil` only when its publication.yaml cannot be used at all. Every fault is reported.
    public func read(_ name: String, diagnostics: inout Diagnostics) -> Publication? {
        let path = "Documents/\(name)/publication.yaml"
        guard let file = files.text(path, at: nil, &diagnostics),
            let value = YAMLValue.read(file.text, in: file, &diagnostics),
            let read = SettingsReader().read(value, &diagnostics)
        else { return nil }
        diagnostics.levels = read.settings.lint
        var library = PictureLibrary(files: files)
        var parts = PartsReader(files: files, folder: "Documents/\(name)", settings: read.settings)
        let contents = parts.read(read.contents, &library, &diagnostics)
        parts.readNotes(read.notesFile, &library, &diagnostics)
        if contents.isEmpty {
            diagnostics.error(
                "empty-publication", "the publication holds nothing", hint: "name Markdown files under `contents`",
                at: read.settings.origin)
        }
        return Publication(
            name: name, settings: read.settings, parts: contents, notes: parts.notes,
            resources: resources(&diagnostics), glossary: glossary(&diagnostics),
            theme: theme(read.theme, &diagnostics),
            images: library.images)
    }

    /// What the publication says over the house theme over the built-in one.
    func theme(_ own: YAMLValue?, _ diagnostics: inout Diagnostics) -> Theme {
        var value = BuiltInTheme.value
        if ProjectFiles.isFile(project.root + "/Documents/theme.yaml"),
            let file = files.text("Documents/theme.yaml", at: nil, &diagnostics),
            let house = YAMLValue.read(file.text, in: file, &diagnostics)
        {
            value = value.overlaid(by: house)
        }
        if let own { value = value.overlaid(by: own) }
        return ThemeReader().read(value, &diagnostics)
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
        guard ProjectFiles.resolved(project.root + "/" + path) != nil,
            let file = files.text(path, at: nil, &diagnostics)
        else { return nil }
        return YAMLValue.read(file.text, in: file, &diagnostics)
    }

    /// What Fonts/fonts.yaml declares; `nil` after a diagnostic.
    public func fontManifest(diagnostics: inout Diagnostics) -> FontManifest? {
        guard let file = files.text("Fonts/fonts.yaml", at: nil, &diagnostics),
            let value = YAMLValue.read(file.text, in: file, &diagnostics)
        else { return nil }
        return FontManifestReader().read(value, &diagnostics)
    }

    /// The catalogues of a publication by language: its own, then the house's.
    public func catalogueFiles(of name: String) -> [LanguageTag: [SourceFile]] {
        var catalogues: [LanguageTag: [SourceFile]] = [:]
        for (position, folder) in ["Documents/\(name)/po", "Documents/po"].enumerated() {
            for entry in ProjectFiles.names(in: project.root + "/" + folder) where entry.hasSuffix(".po") {
                guard let language = LanguageTag(String(entry.dropLast(3))) else { continue }
                // The house's catalogues alone make no edition.
                guard position == 0 || catalogues[language] != nil else { continue }
                var ignored = Diagnostics()
                if let file = files.text("\(folder)/\(entry)", at: nil, &ignored) {
                    catalogues[language, default: []].append(file)
                }
            }
        }
        return catalogues
    }
}
