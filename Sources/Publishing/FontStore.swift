// SPDX-License-Identifier: GPL-3.0-or-later
public import Fonts
public import Groundwork
public import Hyphens
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
        /// Hyphenation lists, each read and compared with its hash when it is wanted.
        public var hyphenation: [LanguageTag: HyphenBook.Source] = [:]
        /// ICC profiles by name.
        public var profiles: [String: [UInt8]] = [:]
        /// Of all declared hashes.
        public var digest = ""
    }

    /// Reads each file once and compares it with its hash. An error for each that is missing or another. Hyphenation lists, and
    /// fonts kept for some scripts, wait until a text wants them: most editions want few of them.
    public func stock(_ diagnostics: inout Diagnostics) -> Stock {
        var stock = Stock()
        let sum = Checksum()
        for entry in manifest.entries {
            let path = root + "/" + entry.projectPath
            sum.add(entry.projectPath)
            sum.add(entry.sha256)
            switch entry.kind {
            case .font where !entry.scripts.isEmpty:
                sum.add(entry.scripts.joined(separator: " "))
                stock.fonts.append(
                    FontFile(name: entry.name, path: path, scripts: entry.scripts, sha256: entry.sha256))
            case .font:
                guard verified(entry, at: path, &diagnostics) != nil else { continue }
                stock.fonts.append(FontFile(name: entry.name, path: path))
            case .profile:
                stock.profiles[entry.name] = verified(entry, at: path, &diagnostics)
            case .hyphenation:
                guard let language = LanguageTag(entry.name) else { continue }
                stock.hyphenation[language] = { Self.list(entry, at: path) }
            }
        }
        stock.digest = sum.digest()
        return stock
    }

    private func verified(
        _ entry: FontManifest.Entry, at path: String, _ diagnostics: inout Diagnostics
    ) -> [UInt8]? {
        do throws(StageFailure) {
            let bytes = try Disk.read(path)
            if sha256(bytes) == entry.sha256 { return bytes }
            diagnostics.report(entry.differs)
        } catch {
            diagnostics.report(entry.isMissing("\(error)"))
        }
        return nil
    }

    private static func list(_ entry: FontManifest.Entry, at path: String) -> Result<[UInt8], StageFailure> {
        do throws(StageFailure) {
            let bytes = try Disk.read(path)
            if sha256(ListFile.original(of: bytes)) == entry.sha256 { return .success(bytes) }
            return .failure(StageFailure("\(entry.projectPath) is not the file that fonts.yaml declares"))
        } catch {
            return .failure(StageFailure("cannot read \(entry.projectPath): \(error)"))
        }
    }

    /// What was wanted of the store and could not be used, each where fonts.yaml declares it.
    func report(_ faults: [String: FontFault], _ diagnostics: inout Diagnostics) {
        for entry in manifest.entries where entry.kind == .font {
            switch faults[entry.name] {
            case .missing: diagnostics.report(entry.isMissing("a text needs it"))
            case .different: diagnostics.report(entry.differs)
            case nil: continue
            }
        }
    }

    /// Lists that were wanted and could not be used. Words stay whole without them, so a draft is still made.
    func report(
        _ faults: [(language: LanguageTag, failure: StageFailure)], isDraft: Bool, _ diagnostics: inout Diagnostics
    ) {
        for fault in faults {
            let entry = manifest.entries.first {
                $0.kind == .hyphenation && $0.name == fault.language.description
            }
            let package = entry.map { "install \($0.package) \($0.version) and run `pamphlet fonts`" }
            diagnostics.report(
                Diagnostic(
                    isDraft ? .warning : .error, "hyphenation-list",
                    "nothing is hyphenated in \(fault.language): \(fault.failure)",
                    hint: package ?? "run `pamphlet fonts`", at: entry?.origin))
        }
    }
}

extension FontManifest.Entry {
    fileprivate func isMissing(_ reason: String) -> Diagnostic {
        let hint = scripts.isEmpty ? "" : "install \(package) \(version) and "
        return Diagnostic(
            .error, "font-missing", "cannot read \(projectPath): \(reason)", hint: "\(hint)run `pamphlet fonts`",
            at: origin)
    }

    fileprivate var differs: Diagnostic {
        Diagnostic(
            .error, "font-hash", "\(projectPath) is not the file that fonts.yaml declares",
            hint: "install \(package) \(version) and run `pamphlet fonts`", at: origin)
    }

    /// Whether a build goes on without it as long as no text needs it.
    var isForSomeTexts: Bool { kind == .hyphenation || !scripts.isEmpty }
}
