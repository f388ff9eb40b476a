// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
public import Manuscript

/// The proof of a language: a publication that shows how the theme sets it, for a native reader to sign off.
public struct Proof: Sendable {
    /// What the proof of a project has to know of its fonts and lists.
    public struct Means: Sendable {
        /// Where a word may be divided: UTF-8 offsets, ascending.
        public var divide: @Sendable (String) -> [Int]
        /// Whether there is a list for the language at all.
        public var hasList: Bool
        /// Whether the text's face has real small capitals for the alphabet.
        public var hasSmallCapitals: Bool
        /// Whether the text's face has forms of its own for the language.
        public var hasLocalForms: Bool

        /// Means.
        public init(
            divide: @escaping @Sendable (String) -> [Int], hasList: Bool, hasSmallCapitals: Bool, hasLocalForms: Bool
        ) {
            self.divide = divide
            self.hasList = hasList
            self.hasSmallCapitals = hasSmallCapitals
            self.hasLocalForms = hasLocalForms
        }
    }

    /// The languages of which there is a proof.
    public static let languages: [LanguageTag] = ProofShelf.codes.compactMap { LanguageTag($0) }

    let sheet: ProofSheet
    /// The language that it is set in.
    public let language: LanguageTag
    /// The stem of its file: `proof-ru`.
    public var name: String { "proof-" + sheet.code }
    /// The letters that are shown.
    public var alphabet: String { sheet.alphabet }

    /// The proof of `language`, or of the nearest that there is; `nil` if there is none.
    public init?(of language: LanguageTag) {
        guard let sheet = ProofShelf.code(for: language).flatMap({ ProofShelf.sheet($0) }) else { return nil }
        self.sheet = sheet
        self.language = language.description == language.primary ? sheet.language : language
    }

    /// The proof as a publication of a single chapter, set by `theme`.
    public func publication(theme: Theme, means: Means) -> Publication {
        let dressed = ProofTheme(theme, divides: means.hasList)
        var writer = ProofWriter(sheet, language: language)
        writer.writeAbout()
        writer.writeSample(measure: dressed.theme.page.column)
        writer.writeRules()
        writer.writeTyped("quotes", sheet.quotes)
        writer.writeTyped("numbers", sheet.numbers)
        writer.writeLetters(dressed, means)
        writer.writeFigures()
        writer.writeDivision(means)
        writer.writeStyles(dressed)
        writer.writeSignOff(hasLocal: sheet.local != nil)
        let title = writer.label("title", ["language": writer.languageName]).plainText
        let origin = sheet.origin("name")
        var settings = Settings(
            title: Text([Inline(.text(title), at: origin)], source: title, origin: origin), language: language,
            origin: origin)
        settings.kind = Text(writer.english(sheet.name), source: sheet.name, origin: origin)
        settings.subtitle = Text(
            writer.text(sheet.native, "native"), source: sheet.native, origin: sheet.origin("native"))
        let document = Document(
            path: sheet.file.path, origin: origin, title: [Inline(.text(title), at: origin)], id: "proof", role: .front,
            blocks: writer.blocks)
        let note = Note(
            label: ProofWriter.note, origin: origin, blocks: [writer.block(.paragraph(writer.label("figures-notes")))])
        return Publication(
            name: name, settings: settings, parts: [.document(document)], notes: [note.label: note], resources: [],
            glossary: [], theme: dressed.theme, images: [:])
    }
}
