// SPDX-License-Identifier: GPL-3.0-or-later
public import Assembly
import Artwork
public import Fonts
public import Groundwork
import Manuscript
public import Typesetting

/// Sets a book as pages: galleys, pages, folios, and again until every page reference says what is true.
public struct Composer {
    let book: Book
    let typesetter: Typesetter
    let fonts: FontBook
    private let isRecording: Bool
    let explaining: String?

    /// A composer of `book`; `isRecording` keeps how each line was set, `explaining` is the label or the number of a page of which the
    /// list is to say why it looks as it does.
    public init(
        book: Book, typesetter: Typesetter, fonts: FontBook, isRecording: Bool = false, explaining: String? = nil
    ) {
        self.book = book
        self.typesetter = typesetter
        self.fonts = fonts
        self.isRecording = isRecording || explaining != nil
        self.explaining = explaining
    }

    /// The pages of the book. Characters that no font has, and pictures that cannot be read, are reported.
    public func compose(_ diagnostics: inout Diagnostics) -> PageList {
        let pictures = naturalSizes(&diagnostics)
        LocalForms(theme: book.theme, fonts: fonts)
            .check(book.language, at: book.sections.lazy.compactMap(\.title.first?.origin).first, &diagnostics)
        var galleys = Galleys(
            setter: Setter(
                book: book, typesetter: typesetter, fonts: fonts, pictures: pictures, folios: Folios(),
                tree: TagTree(language: book.language), recorded: isRecording ? [] : nil),
            ledger: explaining.map { _ in PageLedger() })
        var pages: [PageDraft] = []
        var faults: [PageFault] = []
        var settling = Settling()
        repeat {
            // Two sets of pages at a time are more than a long book can afford.
            pages = []
            galleys.set(with: settling.folios)
            (pages, faults) = galleys.pages()
            var next = Folios(of: pages, isFacing: book.theme.page.isFacing)
            next.numberNotes(on: pages, of: book, after: settling.folios)
            settling.take(next, fields: galleys.setter.fieldPlaces.keys)
        } while !settling.isDone
        settling.report(galleys.setter.fieldPlaces, &diagnostics)
        for fault in galleys.setter.faults { diagnostics.report(fault) }
        for fault in faults { report(fault, &diagnostics) }
        reportMissing(&diagnostics)
        reportBorrowed(&diagnostics)
        let explainer = explainer(of: galleys)
        return explained(
            PageListBuilder(book: book, galleys: consume galleys, pages: consume pages).list(), by: explainer)
    }

    /// Tells what a page had to give up: nobody finds it by turning pages.
    private func report(_ fault: PageFault, _ diagnostics: inout Diagnostics) {
        let section = book.sections[fault.section]
        let block =
            section.blocks.indices.contains(fault.block)
            ? section.blocks[fault.block]
            : fault.block < 0 ? nil : section.endnotes.lazy.compactMap { book.notes[$0]?.blocks.first }.first
        guard let origin = block?.origin ?? section.title.first?.origin ?? section.blocks.first?.origin else { return }
        let (severity, code, what): (Severity, DiagnosticCode, String) =
            switch fault.kind {
            case .dividedWord: (.note, "divided-at-turn", "ends with a divided word")
            case .splitWhole: (.note, "split-block", "ends within what should stay whole")
            case .lonelyLine: (.warning, "lonely-line", "leaves a line or a row alone")
            case .strandedHeading: (.warning, "stranded-heading", "parts a heading or a label from its text")
            case .lateNotes:
                (.warning, "late-notes", "has not room for all notes of one line or row: some begin on the next")
            }
        diagnostics.report(
            Diagnostic(
                severity, code, "page \(fault.page) \(what): nothing better was found",
                hint: "shorten or lengthen the text before it, or move what is large", at: origin))
    }

    private func naturalSizes(_ diagnostics: inout Diagnostics) -> [String: Size] {
        var sizes: [String: Size] = [:]
        for (path, image) in book.images.sorted(by: { $0.key < $1.key }) {
            do throws(ArtworkFault) {
                sizes[path] = try Picture.inspect(image.bytes, path: path).naturalSize
            } catch {
                diagnostics.error(
                    "bad-image", "\(path): \(error)", hint: "save the picture again and check it", at: image.origin)
            }
        }
        return sizes
    }

    /// Running text in a face that the theme gives no script to is told as a warning: nobody may have wanted it. Fonts for scripts are
    /// there for that.
    private func reportBorrowed(_ diagnostics: inout Diagnostics) {
        let textFaces = Set((book.theme.fonts["text"]?.faces.values).map(Array.init) ?? [])
        for borrowed in typesetter.drainBorrowed() {
            let own = fonts.files[Int(borrowed.own.index)].name
            let other = fonts.files[Int(borrowed.face.index)]
            let isPlanned = !other.scripts.isEmpty || !textFaces.contains(own)
            diagnostics.report(
                Diagnostic(
                    isPlanned ? .note : .warning, "fallback-font",
                    "‘\(borrowed.character)’ (\(Self.code(of: borrowed.character))) is set in \(other.name), as \(own) lacks it",
                    hint: "look whether both go together, or use another character; told once for characters beside it",
                    at: borrowed.origin))
        }
    }

    /// `U+00AD`.
    private static func code(of character: Unicode.Scalar) -> String {
        let code = String(character.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    }

    private func reportMissing(_ diagnostics: inout Diagnostics) {
        for missing in typesetter.drainMissing() {
            diagnostics.error(
                "missing-glyph",
                "no font of the theme has ‘\(missing.character)’ (\(Self.code(of: missing.character)))",
                hint: "use another character, or add a font that has it to `fallback` in theme.yaml", at: missing.origin
            )
        }
    }
}
