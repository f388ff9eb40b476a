// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// The two streams of a terminal.
enum Console {
    enum Stream {
        case output
        case errors
    }

    /// Writes `text` and a line feed, whole.
    static func print(_ text: String, to stream: Stream = .output) {
        write(text + "\n", to: stream)
    }

    /// Writes `text`.
    static func write(_ text: String, to stream: Stream) {
        let bytes = Array(text.utf8)
        let descriptor = stream == .output ? STDOUT_FILENO : STDERR_FILENO
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBufferPointer { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            done += count
        }
    }

    /// Whether somebody watches the stream of errors.
    static var isTerminal: Bool {
        isatty(STDERR_FILENO) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"
    }

    /// The folder in which the command was given.
    static var workingFolder: String {
        guard let buffer = getcwd(nil, 0) else { return "." }
        defer { free(buffer) }
        return String(cString: buffer)
    }
}
