// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
import Groundwork

/// Reads files of a project, and none outside it.
struct ProjectFiles {
    let root: String

    /// Larger text files are refused.
    private static let mostText = 64 << 20
    /// Larger pictures are refused.
    static let mostPicture = 50 << 20

    /// The text file at `path` (from the project's folder); `nil` after a diagnostic at `origin`.
    func text(_ path: String, at origin: Origin? = nil, _ diagnostics: inout Diagnostics) -> SourceFile? {
        guard let bytes = bytes(path, limit: Self.mostText, at: origin, &diagnostics) else { return nil }
        if let offset = Self.firstFault(in: bytes) {
            let line = bytes[..<offset].count { $0 == 10 } + 1
            let prefix = SourceFile(path: path, text: String(decoding: bytes[..<offset], as: UTF8.self))
            diagnostics.error(
                "not-utf8", "the file is not UTF-8: byte \(offset) on line \(line) begins no character",
                hint: "save it in the encoding UTF-8",
                at: Origin(source: SourceRange(file: prefix, utf8: offset..<offset)))
            return nil
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return SourceFile(path: path, text: String(decoding: bytes[start...], as: UTF8.self))
    }

    /// The bytes of the file at `path` (from the project's folder); `nil` after a diagnostic at `origin`.
    func bytes(_ path: String, limit: Int, at place: Origin?, _ diagnostics: inout Diagnostics) -> [UInt8]? {
        let origin = place ?? Origin(source: SourceRange(file: SourceFile(path: path, text: ""), utf8: 0..<0))
        guard let whole = Self.resolved(root + "/" + path) else {
            diagnostics.error(
                "missing-file", "there is no file \(path)", hint: "check the name, capitals too", at: origin)
            return nil
        }
        let inner = Substring(whole.utf8.dropFirst(root.utf8.count))
        guard whole.hasPrefix(root == "/" ? "/" : root + "/"), Self.isWatched(inner) else {
            diagnostics.error(
                "outside-project", "\(path) lies outside Documents/, or is hidden",
                hint: "copy the file into Documents/", at: origin)
            return nil
        }
        do throws(WholeFile.Fault) {
            return try WholeFile.read(whole, limit: limit)
        } catch {
            switch error {
            case .tooLarge:
                diagnostics.error(
                    "too-large", "\(path) is larger than \(limit >> 20) MB", hint: "split it or make it smaller",
                    at: origin)
            case .unreadable:
                diagnostics.error(
                    "unreadable-file", "\(path) cannot be read", hint: "it must be a file that you may read",
                    at: origin)
            }
            return nil
        }
    }

    /// Whether a build looks at the file when it asks if anything has changed; another would leave stale editions behind.
    private static func isWatched(_ path: Substring) -> Bool {
        let steps = path.split(separator: "/")
        return (steps.first == "Documents" || steps.first == "Fonts") && !steps.contains { $0.hasPrefix(".") }
    }

    /// The offset of the first byte that begins no UTF-8 character.
    private static func firstFault(in bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var offset = 0
        while offset < bytes.count {
            let lead = bytes[offset]
            let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
            guard length > 0, offset + length <= bytes.count,
                String(validating: bytes[offset..<offset + length], as: UTF8.self) != nil
            else { return offset }
            offset += length
        }
        return nil
    }

    /// The real path, every link followed; `nil` if nothing is there.
    static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Whether anything stands at `path`, be it a link to nothing.
    static func isTaken(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    static func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }
    static func isFile(_ path: String) -> Bool { mode(path) == S_IFREG }

    private static func mode(_ path: String) -> mode_t? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return status.st_mode & S_IFMT
    }

    /// The names in a folder, hidden ones left out, in the order of their bytes.
    static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// `path` written from `folder`, without `.` and `..`; `nil` where it leaves the project's folder or is absolute.
    static func joined(_ folder: String, _ path: String) -> String? {
        // A zero byte would end the name before its end.
        guard !path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
        var parts = folder.split(separator: "/").map(String.init)
        for part in path.split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
