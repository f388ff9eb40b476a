// SPDX-License-Identifier: GPL-3.0-or-later
internal import Assembly
internal import Fonts
internal import Glibc
internal import Groundwork
public import Manuscript

/// The whole line as one call: reads each publication once, sets each language in each variant in a task of its own, draws all formats
/// from the one layout, and writes either every file of the run or none.
public struct Publisher: Sendable {
    let project: Project
    let request: Request

    /// A publisher for `request` in `project`.
    public init(project: Project, request: Request) {
        self.project = project
        self.request = request
    }

    /// Does what was requested. `report` is called from several tasks.
    public func publish(report: @escaping @Sendable (Progress) -> Void = { _ in }) async -> Outcome {
        var outcome = Outcome()
        let groups = plan(&outcome.diagnostics)
        let reader = ManuscriptReader(project: project)
        guard !groups.isEmpty, let manifest = reader.fontManifest(diagnostics: &outcome.diagnostics) else {
            return outcome
        }
        let stock = FontStore(root: project.root, manifest: manifest).stock(&outcome.diagnostics)
        let folder = OutputFolder(path: request.output ?? project.root + "/Output", project: project)
        let stamper = Stamper(root: project.root, fonts: stock.digest)
        var due: [EditionGroup] = []
        for group in groups {
            let current = request.isWriting ? folder.current(group, stamper) : nil
            if let current { outcome.current += current } else { due.append(group) }
        }
        // Faults in one publication stop none of the others from being looked at, but fonts are the ground of all.
        guard !due.isEmpty,
            !outcome.diagnostics.all.contains(where: { $0.code == "font-hash" || $0.code == "font-missing" })
        else { return outcome }
        do throws(StageFailure) {
            try FontBook.installForArtwork(stock.fonts)
        } catch {
            outcome.diagnostics.error("stage-failure", "\(error)")
            return outcome
        }
        report(.planned(groups: due.count))
        let press = Press(stock: stock, stamper: stamper, folder: folder, request: request)
        await run(due, on: press, report, &outcome)
        conclude(&outcome, folder)
        return outcome
    }

    private func plan(_ diagnostics: inout Diagnostics) -> [EditionGroup] {
        let all = project.publications()
        let reader = ManuscriptReader(project: project)
        var groups: [EditionGroup] = []
        if all.isEmpty {
            diagnostics.error(
                "no-publication", "the project has no publication", hint: "`pamphlet new NAME` lays one out")
        }
        var read: [Publication] = []
        for name in request.publications.isEmpty ? all : request.publications {
            guard all.contains(name) else {
                diagnostics.error(
                    "unknown-publication", "there is no publication “\(name)”",
                    hint: "publications are \(all.joined(separator: ", "))")
                continue
            }
            // Levels that one publication's `lint:` sets are not the next one's.
            var found = Diagnostics()
            if let publication = reader.read(name, diagnostics: &found) {
                read.append(publication)
                let catalogues = reader.catalogueFiles(of: name, diagnostics: &found)
                let plan = EditionPlan(request: request, publication: publication, catalogues: catalogues)
                groups += plan.groups(&found)
            }
            diagnostics.append(contentsOf: found)
        }
        if read.count == all.count { Citations.reportUncited(in: read, &diagnostics) }
        for index in groups.indices { groups[index].number = index }
        return groups
    }

    /// At most `jobs` groups at a time: each holds a layout in memory and keeps a core busy.
    private func run(
        _ groups: [EditionGroup], on press: Press, _ report: @escaping @Sendable (Progress) -> Void,
        _ outcome: inout Outcome
    ) async {
        let width = max(1, request.jobs ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        var results: [Int: GroupResult] = [:]
        await withTaskGroup(of: GroupResult.self) { tasks in
            var waiting = groups[...]
            func startNext() {
                guard let group = waiting.popFirst() else { return }
                tasks.addTask {
                    report(.began(group.label))
                    defer { report(.ended(group.label)) }
                    return press.make(group)
                }
            }
            for _ in 0..<min(width, groups.count) { startNext() }
            for await result in tasks {
                results[result.number] = result
                startNext()
            }
        }
        for group in groups {
            guard let result = results[group.number] else { continue }
            outcome.diagnostics.append(contentsOf: result.diagnostics)
            outcome.files += result.files
            outcome.open += result.open
        }
        outcome.files.sort { $0.path < $1.path }
    }

    /// Puts the files in place, all of them or none.
    private func conclude(_ outcome: inout Outcome, _ folder: OutputFolder) {
        guard request.isWriting else { return }
        guard !outcome.diagnostics.hasErrors else {
            folder.discard(outcome.files)
            return
        }
        do throws(StageFailure) {
            try folder.accept(outcome.files)
        } catch {
            outcome.diagnostics.error("output", "\(error)")
        }
    }
}
