// SPDX-License-Identifier: GPL-3.0-or-later
internal import Assembly
internal import Catalogues
internal import Finishing
internal import Fonts
internal import Groundwork
internal import Hyphens
internal import Inks
internal import Layout
internal import Manuscript
internal import Quality
internal import Rendering
internal import Translation
internal import Typesetting

/// What came of one group.
struct GroupResult: Sendable {
    var number: Int
    var diagnostics = Diagnostics()
    var files: [FileRecord] = []
    var open: [OpenRecord] = []
    var typography: TypographyRecord?
    var explanation: ExplanationRecord?
    var misuse: String?
    var pages: PagesRecord?
}

/// Makes a group of editions, from the publication in its source language to the bytes of its files.
struct Press: Sendable {
    let stock: FontStore.Stock
    /// One for all groups: a list is long, and the same for every edition of a language.
    let hyphens: HyphenBook
    let store: FontStore
    let stamper: Stamper
    let folder: OutputFolder
    let request: Request

    /// Runs the line once and draws its result for each format. All C handles live and die in here, in one task.
    /// `group` gives up its publication's content on the way.
    func make(_ group: inout EditionGroup) -> GroupResult {
        var result = GroupResult(number: group.number)
        result.diagnostics.levels = group.publication.settings.lint
        var clock = StageClock()
        do throws(StageFailure) {
            let fonts = try FontBook(stock.fonts)
            var list = try compose(&group, fonts, &clock, &result)
            store.report(fonts.faults, &result.diagnostics)
            if let name = request.explaining {
                try explain(list, name, group, fonts, &result)
                return result
            }
            guard !result.diagnostics.hasErrors, !request.isSetOnly else { return result }
            Memory.returnFreed()
            let renderer = Renderer(fonts: fonts)
            let finisher = try finisher(isPrinting: group.formats.contains(.print))
            for (index, format) in group.formats.enumerated() {
                let drawn = try renderer.draw(list, isPrint: format == .print)
                if index == group.formats.count - 1 {
                    // All that is drawn has been drawn.
                    for page in list.pages.indices { list.pages[page].fragments = [] }
                    Memory.returnFreed()
                }
                clock.lap("draw")
                let record = try finish(drawn, list, group, format, finisher, &clock, result.diagnostics)
                result.files.append(record)
            }
        } catch {
            result.diagnostics.error("stage-failure", "\(group.label): \(error)")
        }
        return result
    }

    /// The pages of `group`. Manuscript, book and galleys are gone when it returns: a long book needs the memory for what follows.
    private func compose(
        _ group: inout EditionGroup, _ fonts: FontBook, _ clock: inout StageClock, _ result: inout GroupResult
    ) throws(StageFailure) -> PageList {
        let publication = translated(group, &result.diagnostics)
        clock.lap("translate")
        let book = Assembler(consume publication, edition: group.edition(group.formats.first ?? .screen))
            .assemble(&result.diagnostics)
        group.publication.giveUpContent()
        clock.lap("assemble")
        let typesetter = Typesetter(fonts: fonts, hyphens: hyphens, exceptions: book.theme.exceptions)
        let composer = Composer(
            book: book, typesetter: typesetter, fonts: fonts, isRecording: request.isSetOnly,
            explaining: request.explaining)
        let list = composer.compose(&result.diagnostics)
        clock.lap("compose")
        if request.isExamining {
            let report = Examiner(list, limits: book.theme.typography).examine()
            result.typography = TypographyRecord(group, report)
        }
        if request.isExaminingPages {
            result.pages = PagesRecord(group, PageExaminer(list, theme: book.theme).examine())
        }
        result.open = openItems(of: book, list, group)
        return list
    }

    private func translated(_ group: EditionGroup, _ diagnostics: inout Diagnostics) -> Publication {
        guard group.language != group.publication.settings.language else { return group.publication }
        let catalogues = group.catalogues.map { file in
            Catalogue.read(file, path: folder.project.root + "/" + file.path, diagnostics: &diagnostics)
        }
        return Translator(catalogues: catalogues, language: group.language)
            .translate(group.publication, &diagnostics)
    }

    private func finish(
        _ drawn: consuming DrawnPDF, _ list: PageList, _ group: EditionGroup, _ format: EditionFormat,
        _ finisher: Finisher, _ clock: inout StageClock, _ diagnostics: Diagnostics
    ) throws(StageFailure) -> FileRecord {
        let bytes = try finisher.finish(
            drawn, of: list, isPrint: format == .print, isDiscreet: group.isDiscreet)
        let path = group.path(format)
        if request.isWriting { try folder.stage(bytes, at: path) }
        clock.lap("finish")
        return FileRecord(
            path: path, publication: group.publication.name, edition: group.edition(format),
            pages: list.pages.count, size: bytes.count, sha256: sha256(bytes),
            // What was made without a list that it should have is made again when the list is there.
            stamp: hyphens.faults.isEmpty ? stamper.stamp(group, format) : "",
            warnings: diagnostics.all.filter { $0.severity == .warning }.map(\.summary),
            seconds: request.isTimed ? clock.seconds : [:])
    }

    /// Colours that the palette does not know, such as those of photographs, become inks through the press profile.
    func finisher(isPrinting: Bool) throws(StageFailure) -> Finisher {
        let (screen, press) = (try profile("srgb"), try profile("press"))
        // The table of inks takes longer than a short edition.
        guard isPrinting else { return Finisher(screenProfile: screen, pressProfile: press) { _ in nil } }
        let inks = try PressProfile(press, screen: screen)
        return Finisher(screenProfile: screen, pressProfile: press) { try? inks.convert($0) }
    }

    private func profile(_ name: String) throws(StageFailure) -> [UInt8] {
        guard let bytes = stock.profiles[name] else {
            throw StageFailure("Fonts/fonts.yaml declares no ICC profile named \(name)")
        }
        return bytes
    }

    /// What is open, with the folio of the page where it stands.
    private func openItems(of book: Book, _ list: PageList, _ group: EditionGroup) -> [OpenRecord] {
        guard group.isDraft else { return [] }
        return book.openItems.map { item in
            let page = item.anchor.flatMap { list.destinations[$0]?.page }
            let label = page.flatMap { list.pages.indices.contains($0) ? list.pages[$0].label : nil }
            return OpenRecord(group: group.label, text: item.text, origin: item.origin, pages: label.map { [$0] } ?? [])
        }
    }
}

/// How long the stages of one group took. Only read when somebody asks for times: nothing of it reaches a PDF.
struct StageClock {
    /// By stage, in whole milliseconds.
    var seconds: [String: Double] { milliseconds.mapValues { Double($0) / 1000 } }
    private var milliseconds: [String: Int] = [:]
    private var last = ContinuousClock.now

    mutating func lap(_ stage: String) {
        let now = ContinuousClock.now
        milliseconds[stage, default: 0] += Int(((now - last) / .milliseconds(1)).rounded())
        last = now
    }
}

extension Diagnostic {
    /// One line for the manifest.
    var summary: String {
        guard let source = origin?.source else { return "\(message) [\(code)]" }
        return "\(source.file.path):\(source.start.line): \(message) [\(code)]"
    }
}

extension Publication {
    /// Leaves what names it and drops what it says: that is in the book by now.
    mutating func giveUpContent() {
        parts = []
        notes = [:]
        resources = []
        glossary = []
    }
}
