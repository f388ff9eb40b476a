// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Manuscript

/// The folder that a build writes into, with its manifest.
struct OutputFolder: Sendable {
    /// Its path.
    let path: String
    let project: Project

    private var manifestPath: String { path + "/manifest.json" }
    /// Stamps hold the identity of the program's file, which differs from machine to machine: they stay out of the manifest, which does not.
    private var stampsPath: String { path + "/.stamps" }

    /// The paths of the group's files if every one is there, unharmed, and made of what it would be made of now.
    func current(_ group: EditionGroup, _ stamper: Stamper) -> [String]? {
        let stamps = readStamps()
        var paths: [String] = []
        for format in group.formats {
            let file = group.path(format)
            guard let known = stamps[file], known.stamp == stamper.stamp(group, format),
                let bytes = try? Disk.read(path + "/" + file), sha256(bytes) == known.sha256
            else { return nil }
            paths.append(file)
        }
        return paths
    }

    /// Writes a file beside its place.
    func stage(_ bytes: [UInt8], at file: String) throws(StageFailure) {
        let target = path + "/" + file
        try Disk.makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
        try Disk.write(bytes, to: Disk.sibling(of: target))
    }

    /// Removes what was staged.
    func discard(_ files: [FileRecord]) {
        for file in files { Disk.remove(Disk.sibling(of: path + "/" + file.path)) }
    }

    /// Moves what was staged into place and writes the manifest.
    func accept(_ files: [FileRecord]) throws(StageFailure) {
        for file in files {
            try Disk.move(Disk.sibling(of: path + "/" + file.path), to: path + "/" + file.path)
        }
        var records: [String: JSON] = [:]
        if let text = try? Disk.read(manifestPath),
            case .array(let old)? = JSON(String(decoding: text, as: UTF8.self))?["files"]
        {
            for record in old {
                guard let file = record["path"]?.text, Disk.exists(path + "/" + file) else { continue }
                records[file] = record
            }
        }
        for file in files { records[file.path] = file.json }
        let manifest = JSON.object([
            "program": .object(["name": .string("pamphlet"), "version": .string(Release.version)]),
            "libraries": .object(librariesInUse().mapValues { .string($0) }),
            "files": .array(records.sorted { $0.key < $1.key }.map(\.value)),
        ])
        try Disk.replace(manifestPath, with: Array(manifest.pretty.utf8))
        try writeStamps(files)
    }

    private func readStamps() -> [String: (stamp: String, sha256: String)] {
        guard let bytes = try? Disk.read(stampsPath) else { return [:] }
        var stamps: [String: (stamp: String, sha256: String)] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: " ", maxSplits: 2)
            guard fields.count == 3 else { continue }
            stamps[String(fields[2])] = (String(fields[0]), String(fields[1]))
        }
        return stamps
    }

    private func writeStamps(_ files: [FileRecord]) throws(StageFailure) {
        var stamps = readStamps()
        for file in files { stamps[file.path] = (file.stamp, file.sha256) }
        let lines = stamps.sorted { $0.key < $1.key }.map { "\($0.value.stamp) \($0.value.sha256) \($0.key)\n" }
        try Disk.replace(stampsPath, with: Array(lines.joined().utf8))
    }
}

extension FileRecord {
    /// The record as it stands in the manifest.
    var json: JSON {
        var members: [String: JSON] = [
            "path": .string(path), "publication": .string(publication),
            "language": .string(edition.language.description), "format": .string(edition.format.rawValue),
            "draft": .boolean(edition.isDraft), "discreet": .boolean(edition.isDiscreet),
            "pages": .integer(pages), "bytes": .integer(size), "sha256": .string(sha256),
            "warnings": .array(warnings.map { .string($0) }),
        ]
        if let variant = edition.variant { members["variant"] = .string(variant) }
        if !seconds.isEmpty { members["seconds"] = .object(seconds.mapValues { .number($0) }) }
        return .object(members)
    }
}
