// SPDX-License-Identifier: GPL-3.0-or-later
internal import CPango

/// A SHA-256 that grows piece by piece. It stands in this room because GLib comes with Pango, and one room imports a C module.
public final class Checksum {
    private let state: OpaquePointer?

    /// The checksum of nothing.
    public init() {
        state = g_checksum_new(G_CHECKSUM_SHA256)
    }

    deinit {
        if let state { g_checksum_free(state) }
    }

    /// Adds `bytes`.
    public func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { add($0) }
    }

    func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        g_checksum_update(state, base, bytes.count)
    }

    /// Adds a text and a mark of its end, so that two neighbours do not run together.
    public func add(_ text: String) {
        add(Array(text.utf8) + [0])
    }

    /// The sum, 64 hex digits in lower case. Nothing can be added after it has been read.
    public func digest() -> String {
        guard let text = g_checksum_get_string(state) else { return "" }
        return String(cString: text)
    }
}

/// The SHA-256 of `bytes`, 64 hex digits in lower case.
public func sha256(_ bytes: [UInt8]) -> String {
    let sum = Checksum()
    sum.add(bytes)
    return sum.digest()
}
