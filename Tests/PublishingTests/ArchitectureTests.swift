// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// The rules of the house that the compiler does not keep: what the architecture article says of rooms and their arrows.
@Suite("The rooms and their arrows") struct ArchitectureTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Modules imported in Sources, by importing target.
    private static let imports: [String: Set<String>] = {
        var imports: [String: Set<String>] = [:]
        for (target, text) in texts(below: "Sources") {
            for match in text.matches(of: /(?m)^ *(?:@\w+ )?(?:internal |public |package |private )?import (\w+)/) {
                imports[target, default: []].insert(String(match.1))
            }
        }
        return imports
    }()

    /// The Swift files below `folder`, each with the name of its target.
    private static func texts(below folder: String) -> [(target: String, text: String)] {
        let base = root.appendingPathComponent(folder)
        let files = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?.allObjects ?? []
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.compactMap { url in
            let steps = url.path.dropFirst(base.path.count).split(separator: "/")
            guard let target = steps.first, let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
            return (String(target), text)
        }
    }

    /// The rooms of Package.swift, in its order, with what each may import.
    private static let rooms: [(name: String, dependencies: Set<String>)] = {
        let manifest = (try? String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)) ?? ""
        return manifest.matches(of: /room\(\s*"(\w+)",\s*\[([^\]]*)\]/).map { match in
            let names = match.2.replacing(/\.product\(name: ("\w+"), package: "[\w-]+"\)/) { $0.1 }
            return (String(match.1), Set(names.matches(of: /"(\w+)"/).map { String($0.1) }))
        }
    }()

    @Test("a C module is imported by one target, cairo by three")
    func oneImporter() throws {
        var importers: [String: Set<String>] = [:]
        for (target, modules) in Self.imports {
            for module in modules where module.wholeMatch(of: /C[A-Z]\w+/) != nil {
                importers[module, default: []].insert(target)
            }
        }
        #expect(importers.removeValue(forKey: "CCairo") == ["Fonts", "Artwork", "Rendering"])
        #expect(!importers.isEmpty)
        for (module, targets) in importers { #expect(targets.count == 1, "\(module): \(targets.sorted())") }
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.path + "/Sources")
        let libraries = Set(folders.filter { $0.wholeMatch(of: /C[A-Z]\w+/) != nil })
        #expect(libraries == Set(importers.keys).union(["CCairo"]), "a C library that nobody imports")
    }

    @Test("a room declares what it imports, and imports what it declares")
    func arrows() throws {
        try #require(Self.rooms.count > 15)
        let known = Set(Self.rooms.map(\.name))
        for room in Self.rooms {
            let imported = try #require(Self.imports[room.name] ?? (room.name == "Groundwork" ? [] : nil))
            let own = imported.filter { known.contains($0) || $0.wholeMatch(of: /C[A-Z]\w+|Yams/) != nil }
            // Groundwork may be looked at by all.
            #expect(own.union(["Groundwork"]) == room.dependencies.union(["Groundwork"]), "\(room.name)")
        }
    }

    @Test("arrows go one way: a room looks at none that stands after it")
    func oneWay() {
        var before: Set<String> = []
        for room in Self.rooms {
            let later = room.dependencies.intersection(Self.rooms.map(\.name)).subtracting(before)
            #expect(later.isEmpty, "\(room.name) looks at \(later.sorted())")
            before.insert(room.name)
        }
    }

    @Test("every file says its licence")
    func licences() {
        for (target, text) in Self.texts(below: "Sources") + Self.texts(below: "Tests") {
            #expect(text.hasPrefix("// SPDX-License-Identifier: GPL-3.0-or-later\n"), "\(target): \(text.prefix(60))")
        }
    }
}
