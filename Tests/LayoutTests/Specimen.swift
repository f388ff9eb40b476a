// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Hyphens
import Manuscript
import Typesetting

@testable import Layout

/// Small books, set with the house fonts as Debian ships them.
struct Specimen {
    static let origin = Origin(source: SourceRange(file: SourceFile(path: "specimen.md", text: ""), utf8: 0..<0))
    private var counter = 0
    var blocks: [Block] = []
    var notes: [String: Book.BookNote] = [:]

    static func text(_ string: String) -> [Inline] { [Inline(.text(string), at: origin)] }

    mutating func add(
        _ content: Block.Content, id: String? = nil, classes: [String] = [], values: [String: String] = [:]
    ) {
        blocks.append(
            Block(
                id: NodeID(counter), origin: Self.origin,
                attributes: Attributes(id: id, classes: classes, values: values), content: content))
        counter += 1
    }

    mutating func paragraph(words: Int, note: String? = nil) {
        var inlines = Self.text(
            (0..<words).map { Self.words[($0 * 7 + counter) % Self.words.count] }.joined(separator: " ") + ".")
        if let note {
            notes[note] = Book.BookNote(
                mark: "\(notes.count + 1)", anchor: "note-\(note)", calls: ["call-\(note)"],
                blocks: [
                    Block(
                        id: NodeID(100_000 + counter), origin: Self.origin,
                        content: .paragraph(Self.text("The text of note \(note) stands at the foot.")))
                ])
            inlines.append(
                Inline(
                    .noteCall(NoteCall(note: note, mark: notes[note]?.mark ?? "", anchor: "call-\(note)")),
                    at: Self.origin))
        }
        add(.paragraph(inlines))
    }

    private static let words = [
        "people", "work", "together", "and", "look", "after", "one", "another", "whatever", "the", "weather", "brings",
    ]

    func book(
        role: Book.Section.Role = .back, language: LanguageTag = .british, styles: [String: Style] = [:],
        components: [String: ComponentStyle] = [:],
        palette: Palette = Palette([
            Swatch(
                name: "ink", screen: RGB(red: 0, green: 0, blue: 0),
                print: CMYK(cyan: 0, magenta: 0, yellow: 0, black: 100))
        ])
    ) -> Book {
        let page = PageFormat(
            size: Size(width: 400, height: 500), inner: 50, outer: 50, head: 50, foot: 50, column: 300, gutter: 0,
            marginColumn: 0, isFacing: false, bleed: 9)
        var body = Style()
        body.alignment = .justified
        var small = Style()
        small.size = 8.5
        small.leading = 11
        let theme = Theme(
            page: page, palette: palette,
            fonts: ["text": FontFamily(faces: ["regular": "regular"], fallbacks: [])],
            styles: ["body": body, "footnote": small, "folio": small, "running-head": small].merging(styles) { $1 },
            components: ["note": ComponentStyle()].merging(components) { $1 }, motifs: [:], covers: [:], coverOrder: [],
            openers: [], strings: [:],
            table: TableStyle(), variants: [:])
        return Book(
            edition: Edition(language: language, variant: nil, format: .screen, isDraft: false, isDiscreet: false),
            language: language, title: "Specimen", author: "Specimen", summary: "", date: 0,
            cover: Book.Cover(kind: "", title: "Specimen", subtitle: "", note: "", composition: nil),
            sections: [
                Book.Section(
                    anchor: "start", role: role, number: "", title: Self.text("Specimen"), short: "Specimen",
                    colour: nil,
                    blocks: blocks)
            ], notes: notes, strings: [:], standing: [], images: [:], theme: theme)
    }

    static func fonts() throws -> FontBook {
        try FontBook([FontFile(name: "regular", path: "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf")])
    }

    static func compose(_ book: Book, _ diagnostics: inout Diagnostics) throws -> PageList {
        let fonts = try fonts()
        let typesetter = Typesetter(fonts: fonts, hyphens: try HyphenBook([:]))
        return Composer(book: book, typesetter: typesetter, fonts: fonts).compose(&diagnostics)
    }
}

extension Page {
    /// The lines of text with their baselines, artifacts left out.
    var lines: [(y: Double, text: String)] {
        var lines: [(y: Double, text: String)] = []
        for fragment in fragments {
            guard case .text(let origin, let pieces) = fragment.content, case .tag = fragment.owner else { continue }
            let text = pieces.map { $0.glyphs.text + ($0.blank >= 0 ? " " : "") }.joined()
            if let last = lines.last, abs(last.y - origin.y) < 0.01 {
                lines[lines.count - 1].text += text
            } else {
                lines.append((origin.y, text))
            }
        }
        return lines
    }

    /// All its text.
    var text: String { lines.map(\.text).joined(separator: " ") }
}
