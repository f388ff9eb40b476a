// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A folder that is gone when its owner is.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("pamphlet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    /// Puts a copy of the folder `name` into `target`, in place of what stands there.
    func copy(_ name: String, into target: String) throws {
        try? FileManager.default.removeItem(atPath: target + "/" + name)
        try FileManager.default.copyItem(atPath: path + "/" + name, toPath: target + "/" + name)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
