// SPDX-License-Identifier: GPL-3.0-or-later
public import Fonts
public import Groundwork
public import Manuscript

/// The project's Fonts/ folder: what fonts.yaml declares and nothing else.
public struct FontStore: Sendable {
    /// The project's folder.
    let root: String
    /// What fonts.yaml declares.
    let manifest: FontManifest

    /// The store of the project at `root`, which declares `manifest`.
    public init(root: String, manifest: FontManifest) {
        self.root = root
        self.manifest = manifest
    }

    /// What a build takes from the store.
    public struct Stock: Sendable {
        /// Every font, in the manifest's order.
        public var fonts: [FontFile] = []
        /// The paths of hyphenation lists.
        public var hyphenation: [LanguageTag: String] = [:]
        /// ICC profiles by name.
        public var profiles: [String: [UInt8]] = [:]
        /// Of all declared hashes.
        public var digest = ""
    }

    /// Reads each file once and compares it with its hash. An error for each that is missing or another.
    public func stock(_ diagnostics: inout Diagnostics) -> Stock {
        var stock = Stock()
        let sum = Checksum()
        for entry in manifest.entries {
            let path = root + "/" + entry.projectPath
            sum.add(entry.projectPath)
            sum.add(entry.sha256)
            guard let bytes = verified(entry, at: path, &diagnostics) else { continue }
            switch entry.kind {
            case .font: stock.fonts.append(FontFile(name: entry.name, path: path))
            case .profile: stock.profiles[entry.name] = bytes
            case .hyphenation:
                if let language = LanguageTag(entry.name) { stock.hyphenation[language] = path }
            }
        }
        stock.digest = sum.digest()
        return stock
    }

    private func verified(
        _ entry: FontManifest.Entry, at path: String, _ diagnostics: inout Diagnostics
    ) -> [UInt8]? {
        let bytes: [UInt8]
        do throws(StageFailure) {
            bytes = try Disk.read(path)
        } catch {
            diagnostics.error(
                "font-missing", "cannot read \(entry.projectPath): \(error)", hint: "run `pamphlet fonts`",
                at: entry.origin)
            return nil
        }
        let original = entry.kind == .hyphenation ? HyphenationFile.original(of: bytes) : bytes
        guard sha256(original) == entry.sha256 else {
            diagnostics.error(
                "font-hash", "\(entry.projectPath) is not the file that fonts.yaml declares",
                hint: "install \(entry.package) \(entry.version) and run `pamphlet fonts`", at: entry.origin)
            return nil
        }
        return bytes
    }
}
