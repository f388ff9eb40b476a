// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// The pictures of a publication, each read once.
struct PictureLibrary {
    let files: ProjectFiles
    private(set) var images: [String: ImageFile] = [:]
    private var failed: Set<String> = []

    init(files: ProjectFiles) {
        self.files = files
    }

    /// The key of the picture that a document in `folder` calls `path`; `nil` after a diagnostic. Versions for
    /// languages (`name.ru.svg`)
    /// come along.
    mutating func add(_ path: String, from folder: String, at origin: Origin, _ diagnostics: inout Diagnostics)
        -> String?
    {
        // A name that really holds a percent sign comes first.
        let literal = ProjectFiles.joined(folder, path)
        let isThere = literal.map { ProjectFiles.isFile(files.root + "/" + $0) } ?? false
        guard let whole = isThere ? literal : ProjectFiles.joined(folder, PercentEscape.plain(path)) else {
            diagnostics.error(
                "outside-project", "the picture \(path) lies outside the project", hint: "copy it into Documents/",
                at: origin)
            return nil
        }
        if images[whole] != nil { return whole }
        guard !failed.contains(whole),
            let bytes = files.bytes(whole, limit: ProjectFiles.mostPicture, at: origin, &diagnostics)
        else {
            failed.insert(whole)
            return nil
        }
        images[whole] = ImageFile(path: whole, bytes: bytes, origin: origin)
        addVersions(of: whole, at: origin, &diagnostics)
        return whole
    }

    private mutating func addVersions(of path: String, at origin: Origin, _ diagnostics: inout Diagnostics) {
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = path[cut...]
        guard let dot = name.lastIndex(of: ".") else { return }
        let stem = name[..<dot] + "."
        let ending = name[dot...]
        for entry in ProjectFiles.names(in: files.root + "/" + path[..<cut]) {
            guard entry.hasPrefix(stem), entry.hasSuffix(ending), entry != name,
                entry.utf8.count > stem.utf8.count + ending.utf8.count,
                LanguageTag(String(entry.dropFirst(stem.count).dropLast(ending.count))) != nil
            else { continue }
            let version = String(path[..<cut]) + entry
            if let bytes = files.bytes(version, limit: ProjectFiles.mostPicture, at: origin, &diagnostics) {
                images[version] = ImageFile(path: version, bytes: bytes, origin: origin)
            }
        }
    }
}
