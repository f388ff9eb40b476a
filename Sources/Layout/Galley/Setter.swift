// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Manuscript
import Typesetting

/// Sets blocks as strips of a galley and grows the tag tree with them.
struct Setter {
    let book: Book
    let typesetter: Typesetter
    let fonts: FontBook
    let pictures: [String: Size]
    /// The text of page references, by anchor, from the pass before.
    let folios: Folios
    /// The tag tree of the edition.
    var tree: TagTree
    /// Which link a slot's marks belong to.
    var linkOfSlot: [Int: Int] = [:]
    /// Slots whose text is struck through.
    var struckSlots: Set<Int32> = []
    /// The links by number.
    var links: [PendingLink] = []
    /// The set notes by key.
    var notes: [String: [GalleyItem]] = [:]
    /// Heads of tables to be set again.
    var heads: [GalleyItem] = []
    /// Grounds so far.
    var groundCount = 0
    /// Page references that the block being set depends on, as they were set.
    var usedFields: [Field: String] = [:]
    /// Where page references are written: the first of each.
    var fieldPlaces: [Field: Origin] = [:]
    /// Notes called in the block being set, in order; some of them more than once.
    var calledNotes: [String] = []
    /// Slots of marks of notes: what is set again leaves them out.
    var noteSlots: Set<Int32> = []
    /// Further marks in it whose notes stand on other pages.
    var repeatedCalls: [NoteCall] = []
    /// Whether a note's text is being set: what it calls has been called with it.
    var isInNote = false
    /// The chapter's colour.
    var accent: SwatchName = "plum"
    /// Where the block being set was written: what the program prints in it, and cannot, is told there.
    var current: Origin
    /// The size of the type of the table being set, as share of its style's.
    var tableScale = 1.0
    /// Elements below which something is set on another page than its place in the text.
    var movedBelow: Set<TagNode.ID> = []
    /// By how many lines the paragraph being set is longer than is best for it.
    var looseness = 0
    /// Faults that only setting shows.
    var faults: [Diagnostic] = []
    /// The paragraphs so far, if it is recorded how they are set.
    var recorded: [SetParagraph]?
    /// The number of recommendations so far.
    var recommendations = 0

    var theme: Theme { book.theme }

    init(
        book: Book, typesetter: Typesetter, fonts: FontBook, pictures: [String: Size], folios: Folios, tree: TagTree,
        recorded: [SetParagraph]? = nil
    ) {
        self.book = book
        self.typesetter = typesetter
        self.fonts = fonts
        self.pictures = pictures
        self.folios = folios
        self.tree = tree
        self.recorded = recorded
        let nowhere = Origin(source: SourceRange(file: SourceFile(path: "", text: ""), utf8: 0..<0))
        current = book.sections.lazy.compactMap(\.title.first?.origin).first ?? nowhere
    }

    /// A word that the program prints.
    func string(_ key: String, _ values: [String: String] = [:]) -> String {
        var text = book.strings[key] ?? key
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// The style `name`, or `body`'s.
    func style(_ name: String) -> Style { theme.styles[name] ?? theme.styles["body"] ?? Style() }

    /// The position of a swatch; `chapter` is the chapter's colour.
    func swatch(_ name: SwatchName) -> Int16 {
        Int16(theme.palette.position(of: name == "chapter" ? accent : name) ?? theme.palette.position(of: "ink") ?? 0)
    }

    /// The faces of `style`, `italic` and `bold` as marked in the text.
    func faces(_ style: Style, italic: Bool, bold: Bool) -> [FaceKey] {
        let family = family(style.font)
        if theme.emphasis == .bold, italic || style.face.hasSuffix("italic") {
            var upright = style
            upright.face = style.face == "italic" ? "regular" : style.face.replacing("-italic", with: "")
            return faces(upright, italic: false, bold: bold || italic)
        }
        let weight =
            bold ? (style.face == "bold" ? "bold" : family.faces["semibold"] == nil ? "bold" : "semibold") : style.face
        let upright = weight.hasSuffix("italic") ? String(weight.dropLast(weight == "italic" ? 6 : 7)) : weight
        var wanted = [weight]
        if italic {
            if weight.hasSuffix("italic") {
                wanted = [upright.isEmpty ? "regular" : upright]
            } else {
                wanted = weight == "regular" ? ["italic"] : ["\(weight)-italic", "italic"]
            }
        }
        let names =
            (wanted + [style.face, "regular"]).compactMap { family.faces[$0] }.prefix(1)
            + family.fallbacks.compactMap { $0.name(for: weight) }
        return names.compactMap { fonts.face(named: $0) }
    }

    /// The family of a role; `sans` where a theme has no `mono`, else `text`.
    private func family(_ role: String) -> FontFamily {
        theme.fonts[role] ?? (role == "mono" ? theme.fonts["sans"] : nil) ?? theme.fonts["text"]
            ?? FontFamily(faces: [:], fallbacks: [])
    }

    /// The OpenType features of `style` in `language`: without its own letters where the theme does not want them.
    func features(_ style: Style, _ language: LanguageTag) -> [String] {
        theme.languages.isEmpty || theme.style(of: language).hasLocalForms ? style.features : style.features + ["-locl"]
    }

    /// Marks of an artifact, or of the tag slot `owner`.
    static func owner(_ number: Int32) -> Owner {
        switch number {
        case -1: .artifact(.layout)
        case -2: .artifact(.header)
        case -3: .artifact(.footer)
        default: .tag(slot: Int(number))
        }
    }
}

/// A link before its lines have a page.
struct PendingLink {
    /// Its element.
    let tag: TagNode.ID
    /// Where it goes.
    let target: LinkArea.Target
    /// What it says.
    var contents: String
    /// Whether it stands in running text, where a line below it tells it from the words around.
    var isInText = false
}
