// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
public import Groundwork
internal import Hyphens
internal import Manuscript

extension FontStore {
    /// What `install` did.
    public struct Installation: Sendable {
        /// Paths from the project's folder that were written.
        public var written: [String] = []
        /// How many were there already.
        public var kept = 0
    }

    /// Copies what fonts.yaml declares out of the installed packages, each file verified first. `source` is the folder below which the
    /// packages are installed: `/` but in tests.
    public func install(from source: String = "", _ diagnostics: inout Diagnostics) -> Installation {
        var result = Installation()
        for entry in manifest.entries {
            let target = root + "/" + entry.projectPath
            if isCurrent(entry, at: target) {
                result.kept += 1
                continue
            }
            let wanted = "install the Debian package \(entry.package), version \(entry.version)"
            do throws(StageFailure) {
                let bytes = try Disk.read(source + entry.path)
                guard sha256(bytes) == entry.sha256 else {
                    diagnostics.error(
                        "font-hash", "\(entry.path) is not the file that fonts.yaml declares", hint: wanted,
                        at: entry.origin)
                    continue
                }
                try Disk.makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
                try Disk.replace(target, with: entry.kind == .hyphenation ? ListFile.prepared(bytes) : bytes)
                result.written.append(entry.projectPath)
            } catch {
                // What only some texts need is missed when they are built.
                diagnostics.report(
                    Diagnostic(
                        entry.isForSomeTexts ? .warning : .error, "font-missing", "cannot take \(entry.path): \(error)",
                        hint: wanted, at: entry.origin))
            }
        }
        return result
    }

    private func isCurrent(_ entry: FontManifest.Entry, at path: String) -> Bool {
        guard let bytes = try? Disk.read(path) else { return false }
        guard entry.kind == .hyphenation else { return sha256(bytes) == entry.sha256 }
        let original = ListFile.original(of: bytes)
        // An earlier release put lists in place without the patterns that they lack.
        return sha256(original) == entry.sha256 && ListFile.isPrepared(bytes)
    }
}
