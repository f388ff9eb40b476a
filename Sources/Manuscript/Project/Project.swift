// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// A project: the folder that holds Documents/ and Fonts/.
public struct Project: Hashable, Sendable {
    /// Its absolute path, links resolved. Never in anything that leaves the house.
    public let root: String

    /// The project that `directory` lies in, or `nil`.
    public static func find(from directory: String) -> Project? {
        guard var path = ProjectFiles.resolved(directory) else { return nil }
        while true {
            if ProjectFiles.isFolder(path == "/" ? "/Documents" : path + "/Documents") { return Project(root: path) }
            guard path != "/", let cut = path.lastIndex(of: "/") else { return nil }
            path = cut == path.startIndex ? "/" : String(path[..<cut])
        }
    }

    /// The folders of Documents/ that hold a publication.yaml, sorted.
    public func publications() -> [String] {
        ProjectFiles.names(in: root + "/Documents").filter {
            ProjectFiles.isFile(root + "/Documents/\($0)/publication.yaml")
        }
    }
}
