// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// Reads files whole: what a project holds, and what a build made of it.
package enum WholeFile {
    /// Why a file was not read.
    package enum Fault: Error, Equatable {
        /// It has more bytes than wanted.
        case tooLarge
        /// The system's reason.
        case unreadable(String)
    }

    /// The bytes of the regular file at `path`, as many as it has when it is opened; at most `limit`.
    package static func read(_ path: String, limit: Int = .max) throws(Fault) -> [UInt8] {
        // Without waiting: a pipe in the place of a file would never answer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(reason()) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason()) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("not a regular file") }
        guard status.st_size <= limit else { throw .tooLarge }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while count < buffer.count {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failed = true }
                if got <= 0 { break }
                count += got
            }
        }
        guard !failed else { throw .unreadable(reason()) }
        return bytes
    }

    /// What the system says of the call that failed last.
    package static func reason() -> String {
        strerror(errno).map { String(cString: $0) }?.lowercased() ?? "unknown error"
    }
}
