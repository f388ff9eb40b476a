// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import Groundwork

@testable import Manuscript

/// A project in a folder of its own that is removed with it.
final class TemporaryProject {
    let root: String
    /// A publication.yaml that is complete.
    static let settings = "title: A guide\nlanguage: en-GB\ncontents: [one.md]\n"

    /// A project with the publication `guide` of one chapter, and `files` by their paths.
    init(_ files: [String: String] = [:]) {
        var template = Array("/tmp/pamphlet-test-XXXXXX".utf8CString)
        root = mkdtemp(&template).map { String(cString: $0) } ?? ""
        precondition(!root.isEmpty)
        for (path, text) in ["publication.yaml": Self.settings, "one.md": "# One\n\nText.\n"] {
            write(text, to: "Documents/guide/" + path)
        }
        for (path, text) in files { write(text, to: path) }
    }

    deinit { Self.remove(root) }

    func write(_ text: String, to path: String) { write(Array(text.utf8), to: path) }

    func write(_ bytes: [UInt8], to path: String) {
        var folder = root
        for step in path.split(separator: "/").dropLast() {
            folder += "/" + step
            mkdir(folder, 0o755)
        }
        guard let handle = fopen(root + "/" + path, "wb") else { preconditionFailure(path) }
        fwrite(bytes, 1, bytes.count, handle)
        fclose(handle)
    }

    func link(_ target: String, at path: String) { symlink(target, root + "/" + path) }

    /// What is read of `guide`, with the faults found.
    func read(epoch: String? = nil) -> (publication: Publication?, faults: [Diagnostic]) {
        guard let project = Project.find(from: root) else { return (nil, []) }
        var reader = ManuscriptReader(project: project)
        reader.sourceDateEpoch = epoch
        var diagnostics = Diagnostics()
        let publication = reader.read("guide", diagnostics: &diagnostics)
        return (publication, diagnostics.all)
    }

    /// The faults as `code path:line:column`.
    func faults(epoch: String? = nil) -> [String] {
        read(epoch: epoch).faults.map { fault in
            let place = fault.origin.map { origin in
                let start = origin.source.start
                return "\(origin.source.file.path):\(start.line):\(start.column)"
            }
            return "\(fault.code) \(place ?? "-")"
        }
    }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR, let handle = opendir(path) else {
            unlink(path)
            return
        }
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { remove(path + "/" + name) }
        }
        closedir(handle)
        rmdir(path)
    }
}
