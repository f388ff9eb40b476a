// SPDX-License-Identifier: GPL-3.0-or-later
internal import Assembly
internal import Fonts
internal import Glibc
internal import Groundwork
internal import Hyphens
public import Manuscript
internal import Synchronization

/// The whole line as one call: reads each publication once, sets each language in each variant in a task of its own, draws all formats
/// from the one layout, and puts the files of a run in place only if no part of it had an error.
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
        // Fonts are compared with their hashes while the publications are read.
        async let ground = ground()
        var groups = request.proofs.isEmpty ? plan(&outcome.diagnostics) : []
        let (store, stock, stamper, faults) = await ground
        if let stock, !request.proofs.isEmpty { groups = proofs(stock, &outcome.diagnostics) }
        guard !groups.isEmpty else { return outcome }
        outcome.diagnostics.append(contentsOf: faults)
        guard let store, let stock, let stamper else { return outcome }
        let folder = OutputFolder(path: request.output ?? project.root + "/Output", project: project)
        // Taken out in place: who holds a group holds its publication.
        groups.removeAll { group in
            guard request.isWriting, request.explaining == nil, let current = folder.current(group, stamper) else {
                return false
            }
            outcome.current += current
            return true
        }
        // Faults in one publication stop none of the others from being looked at, but fonts are the ground of all.
        guard !groups.isEmpty,
            !outcome.diagnostics.all.contains(where: { $0.code == "font-hash" || $0.code == "font-missing" })
        else { return outcome }
        do throws(StageFailure) {
            let scripts = Set(groups.map(\.language.script))
            try FontBook.installForArtwork(
                stock.fonts.filter { font in
                    font.scripts.isEmpty || !scripts.isDisjoint(with: font.scripts) && Disk.exists(font.path)
                })
        } catch {
            outcome.diagnostics.error("stage-failure", "\(error)")
            return outcome
        }
        report(.planned(groups: groups.count))
        let hyphens = HyphenBook(sources: stock.hyphenation)
        let press = Press(
            stock: stock, hyphens: hyphens, store: store, stamper: stamper, folder: folder, request: request)
        await run(consume groups, on: press, report, &outcome)
        store.report(hyphens.faults, isDraft: request.isDraft, &outcome.diagnostics)
        conclude(&outcome, folder)
        return outcome
    }

    private func ground() async -> (FontStore?, FontStore.Stock?, Stamper?, Diagnostics) {
        var faults = Diagnostics()
        guard let manifest = ManuscriptReader(project: project).fontManifest(diagnostics: &faults) else {
            return (nil, nil, nil, faults)
        }
        let store = FontStore(root: project.root, manifest: manifest)
        let stock = store.stock(&faults)
        return (store, stock, Stamper(root: project.root, fonts: stock.digest), faults)
    }

    /// The proofs that were asked for, set by the house's theme.
    private func proofs(_ stock: FontStore.Stock, _ diagnostics: inout Diagnostics) -> [EditionGroup] {
        let theme = ManuscriptReader(project: project).houseTheme(diagnostics: &diagnostics)
        do throws(StageFailure) {
            let plan = ProofPlan(
                request: request, theme: theme, hyphens: HyphenBook(sources: stock.hyphenation),
                fonts: try FontBook(stock.fonts))
            return plan.groups(&diagnostics)
        } catch {
            diagnostics.error("stage-failure", "\(error)")
            return []
        }
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
        // One page of one edition: the source's language, if none is named.
        if request.explaining != nil { groups = Array(groups.prefix(1)) }
        for index in groups.indices { groups[index].number = index }
        return groups
    }

    /// At most `jobs` groups at a time: each holds a layout in memory and keeps a core busy.
    private func run(
        _ groups: consuming [EditionGroup], on press: Press, _ report: @escaping @Sendable (Progress) -> Void,
        _ outcome: inout Outcome
    ) async {
        let width = max(1, request.jobs ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let tables = min(width, groups.count)
        // A publication is given up as soon as the last of its editions has been assembled: nothing else may hold it.
        let queue = GroupQueue(consume groups)
        var results: [GroupResult] = []
        await withTaskGroup(of: [GroupResult].self) { tasks in
            for _ in 0..<tables {
                tasks.addTask {
                    var made: [GroupResult] = []
                    while var group = queue.next() {
                        let label = group.label
                        report(.began(label))
                        made.append(press.make(&group))
                        report(.ended(label))
                    }
                    return made
                }
            }
            for await made in tasks { results += made }
        }
        for result in results.sorted(by: { $0.number < $1.number }) {
            outcome.diagnostics.append(contentsOf: result.diagnostics)
            outcome.files += result.files
            outcome.open += result.open
            if let record = result.typography { outcome.typography.append(record) }
            outcome.explanation = outcome.explanation ?? result.explanation
            outcome.misuse = outcome.misuse ?? result.misuse
            if let record = result.pages { outcome.pages.append(record) }
        }
        outcome.files.sort { $0.path < $1.path }
    }

    /// Puts the files in place if there was no error; each is whole, and what could not be put in place is removed.
    private func conclude(_ outcome: inout Outcome, _ folder: OutputFolder) {
        guard !outcome.diagnostics.hasErrors else {
            if request.isWriting, request.explaining == nil { folder.discard(outcome.files) }
            outcome.files = []
            return
        }
        guard request.isWriting, request.explaining == nil else { return }
        do throws(StageFailure) {
            try folder.accept(outcome.files)
        } catch {
            folder.discard(outcome.files)
            outcome.diagnostics.error("output", "\(error)", hint: "look at the folder's rights and the space left")
        }
    }
}

/// The groups that wait for a task. One that is taken is not held here any more.
private final class GroupQueue: Sendable {
    private let waiting: Mutex<[EditionGroup]>

    init(_ groups: consuming [EditionGroup]) {
        groups.reverse()
        waiting = Mutex(groups)
    }

    func next() -> EditionGroup? { waiting.withLock { $0.popLast() } }
}
