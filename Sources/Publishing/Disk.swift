// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import Groundwork
internal import Manuscript

/// Files as a build reads and writes them: whole or not at all.
public enum Disk {
    /// The bytes of the file at `path`.
    public static func read(_ path: String) throws(StageFailure) -> [UInt8] {
        do throws(WholeFile.Fault) {
            return try WholeFile.read(path)
        } catch {
            switch error {
            case .tooLarge: throw StageFailure("too large")
            case .unreadable(let reason): throw StageFailure(reason)
            }
        }
    }

    /// Writes `bytes` to `path`, which is made or emptied.
    static func write(_ bytes: [UInt8], to path: String) throws(StageFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw StageFailure("cannot write \(path): \(reason())") }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBufferPointer { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw StageFailure("cannot write \(path): \(reason())") }
            done += count
        }
    }

    /// Writes `bytes` beside `path`, then puts them in its place: a reader sees the old file or the new one.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(StageFailure) {
        let temporary = sibling(of: path)
        do throws(StageFailure) {
            try write(bytes, to: temporary)
            try move(temporary, to: path)
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// The name under which `path` is written before it is whole: in the same folder, so that the renaming is one step.
    static func sibling(of path: String) -> String {
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return path[..<cut] + "." + path[cut...] + ".part"
    }

    static func move(_ source: String, to target: String) throws(StageFailure) {
        guard rename(source, target) == 0 else { throw StageFailure("cannot write \(target): \(reason())") }
    }

    static func remove(_ path: String) {
        unlink(path)
    }

    /// Makes the folder `path` with those above it.
    public static func makeFolder(_ path: String) throws(StageFailure) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made == "/" ? "" : "/") + part
            guard mkdir(made, 0o755) == 0 || errno == EEXIST else {
                throw StageFailure("cannot make the folder \(path): \(reason())")
            }
        }
    }

    /// Whether something stands at `path`.
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The regular files below `folder`, as paths from it, in the order of their bytes. Hidden ones are left out, links to folders not followed.
    static func files(below folder: String) -> [String] {
        var found: [String] = []
        var waiting = [""]
        while let current = waiting.popLast() {
            guard let handle = opendir(folder + "/" + current) else { continue }
            defer { closedir(handle) }
            while let entry = readdir(handle) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard !name.hasPrefix(".") else { continue }
                let path = current.isEmpty ? name : current + "/" + name
                var status = stat()
                guard lstat(folder + "/" + path, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR { waiting.append(path) } else { found.append(path) }
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// What tells one build of the running program from another.
    static func programIdentity() -> String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return "" }
        return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
    }

    private static func reason() -> String { WholeFile.reason() }
}
