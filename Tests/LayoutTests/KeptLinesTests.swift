// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Fonts
import Groundwork
import Hyphens
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// Verse, addresses, quotations, headings, and what spans ask of a face.
@Suite("Styles of paragraphs") struct KeptLinesTests {
    private func compose(
        _ specimen: Specimen, styles: [String: Style] = [:], components: [String: ComponentStyle] = [:],
        language: LanguageTag = .british
    ) throws -> (list: PageList, faults: [DiagnosticCode]) {
        var diagnostics = Diagnostics()
        let book = specimen.book(language: language, styles: styles, components: components)
        return (try Specimen.compose(book, &diagnostics), diagnostics.all.map(\.code))
    }

    private func lines(_ list: PageList) -> [(y: Double, text: String)] {
        list.pages.dropFirst().flatMap(\.lines).filter { $0.text != "Specimen" }
    }

    private func verse(_ form: ComponentStyle.Form, _ stanzas: [[String]]) -> Specimen {
        var specimen = Specimen()
        let blocks = stanzas.map { lines in
            Block(
                id: NodeID(1), origin: Specimen.origin,
                content: .paragraph(
                    lines.enumerated().flatMap { index, line in
                        (index > 0 ? [Inline(.lineBreak, at: Specimen.origin)] : []) + Specimen.text(line)
                    }))
        }
        specimen.add(.component(Component(name: "poem", blocks: blocks)))
        return specimen
    }

    private func look(_ form: ComponentStyle.Form) -> [String: ComponentStyle] {
        var look = ComponentStyle()
        look.form = form
        look.style = "poem"
        return ["poem": look]
    }

    @Test("verse keeps its lines, long ones turn over further in, stanzas stand apart")
    func keepsLines() throws {
        let long = "a line that is so much longer than the column that it has to be turned over at some place"
        var style = Style()
        style.turnover = 20
        style.before = 8
        let specimen = verse(.verse, [["One", long, "three"], ["Four", "five"]])
        let (list, faults) = try compose(specimen, styles: ["poem": style], components: look(.verse))
        #expect(faults == [])
        let found = lines(list)
        #expect(found.count == 6)
        #expect(found[0].text.hasPrefix("One") && found[3].text.hasPrefix("three") && found[5].text == "five")
        // Words of two lines come apart when they are copied.
        #expect(found[0].text == "One " && found[2].text.hasSuffix("place "))
        let starts = try #require(list.pages.last).fragments.compactMap { fragment -> Double? in
            guard case .text(let origin, let pieces) = fragment.content, case .tag = fragment.owner,
                let first = pieces.first, first.glyphs.text != "Specimen"
            else { return nil }
            return origin.x + Double(first.x)
        }
        #expect(starts == [50, 50, 70, 50, 50, 50])
        #expect((found[4].y - found[3].y - 23).magnitude < 0.01 && (found[1].y - found[0].y - 15).magnitude < 0.01)
        // A stanza is a paragraph.
        let roles = list.tags.nodes.map(\.role)
        #expect(roles.firstRange(of: [.div, .p, .p]) != nil)
    }

    @Test("an address is not divided between pages", arguments: 20..<26)
    func address(offset: Int) throws {
        var specimen = Specimen()
        for _ in 0..<offset { specimen.add(.paragraph(Specimen.text("Filler."))) }
        specimen.blocks += verse(.address, [["Name", "Street", "Town", "Country"]]).blocks
        let (list, _) = try compose(specimen, styles: ["poem": Style()], components: look(.address))
        let counts = list.pages.map { page in
            page.lines.count { !$0.text.hasPrefix("Filler") && $0.text != "Specimen" }
        }
        #expect(counts.filter { $0 > 0 } == [4])
    }

    @Test("an attribution stays with its quotation", arguments: 18..<26)
    func attribution(offset: Int) throws {
        var specimen = Specimen()
        for _ in 0..<offset { specimen.add(.paragraph(Specimen.text("Filler."))) }
        let said = Block(id: NodeID(1), origin: Specimen.origin, content: .paragraph(Specimen.text("Words.")))
        let name = Block(
            id: NodeID(2), origin: Specimen.origin, attributes: Attributes(classes: ["attribution"]),
            content: .paragraph(Specimen.text("Name")))
        specimen.add(.quote([said, name]))
        var small = Style()
        small.size = 9
        let (list, _) = try compose(specimen, styles: ["attribution": small])
        let page = try #require(list.pages.first { $0.text.contains("Name") })
        #expect(page.text.contains("Words."))
        let sizes = page.fragments.compactMap { fragment -> Float? in
            guard case .text(_, let pieces) = fragment.content, pieces.first?.glyphs.text == "Name" else { return nil }
            return pieces.first?.size
        }
        #expect(sizes == [9])
    }

    @Test(
        "no line of a heading ends in a short word, a hyphen or a part of a word",
        arguments: [
            ("en-GB", "Coping strategies of the people and the houses of a town in the north of some country"),
            ("ru", "Доступ секс-работниц и секс-работников к службам психического здоровья в городе и в области"),
        ], [120.0, 150, 180, 210, 240, 270, 300])
    func headings(sample: (String, String), measure: Double) throws {
        let language = try #require(LanguageTag(sample.0))
        var specimen = Specimen()
        specimen.add(.heading(level: 2, Specimen.text(sample.1)))
        var style = Style()
        style.isBalanced = true
        style.size = 12
        style.inset = 300 - measure
        let (list, faults) = try compose(specimen, styles: ["h2": style], language: language)
        #expect(faults == [])
        let found = lines(list).map(\.text)
        #expect(found.count > 1)
        for line in found.dropLast() {
            let last = String(line.split(separator: " ").last ?? "")
            #expect(!Conventions.endsNoHeadingLine(last, language) && !last.hasSuffix("-"), "\(found)")
        }
    }

    @Test("a heading that cannot be held together is still set whole")
    func narrowHeading() throws {
        var specimen = Specimen()
        specimen.add(.heading(level: 2, Specimen.text("Of the and to a in with of the and to a in with of the and to")))
        var style = Style()
        style.isBalanced = true
        style.inset = 250
        let (list, faults) = try compose(specimen, styles: ["h2": style])
        #expect(faults == [])
        #expect(lines(list).map(\.text).joined() == "Of the and to a in with of the and to a in with of the and to")
    }

    @Test("a note's mark is the face's own superior and moves no line")
    func superiors() throws {
        var specimen = Specimen()
        specimen.paragraph(words: 60, note: "x")
        let (list, _) = try compose(specimen)
        let pieces = list.pages.dropFirst().flatMap(\.fragments).flatMap { fragment -> [Piece] in
            guard case .text(_, let pieces) = fragment.content else { return [] }
            return pieces.filter { $0.glyphs.text == "1" }
        }
        let mark = try #require(pieces.first { $0.size == 11 })
        let fonts = try Specimen.fonts()
        let face = try #require(fonts.face(named: "regular"))
        #expect(mark.rise == 0)
        #expect(
            mark.glyphs.glyphs.map(\.id)
                == fonts.shape("1", face: face, features: ["sups"], language: .british).glyphs.map(\.id))
        let ys = lines(list).map(\.y).filter { $0 < 400 }
        #expect(zip(ys, ys.dropFirst()).allSatisfy { ($1 - $0 - 15).magnitude < 0.01 })
    }

    @Test(
        "a span is dressed as it asks if the face can, else it is said",
        arguments: [
            ("frac", "3/4", "frac", false), ("smallcaps", "word", "smcp", false), ("smallcaps", "слово", "smcp", false),
            ("sup", "2", "sups", false), ("ordinal", "5a", "ordn", false), ("frac", "a/b", "", true),
            ("smallcaps", "word", "italic", true),
        ])
    func spans(name: String, text: String, feature: String, isMissing: Bool) throws {
        var specimen = Specimen()
        // Greek has no small capitals in this face.
        let text = feature == "italic" ? "λόγος" : text
        specimen.add(
            .paragraph([Inline(.span(Attributes(classes: [name]), Specimen.text(text)), at: Specimen.origin)]))
        let (list, faults) = try compose(specimen)
        #expect(faults == (isMissing ? ["face-lacks-feature"] : []))
        let fonts = try Specimen.fonts()
        let face = try #require(fonts.face(named: "regular"))
        let glyphs = list.pages.dropFirst().flatMap(\.fragments).flatMap { fragment -> [UInt32] in
            guard case .text(_, let pieces) = fragment.content, case .tag = fragment.owner,
                pieces.first?.glyphs.text.hasPrefix(text.prefix(1)) == true
            else { return [] }
            return pieces.flatMap { $0.glyphs.glyphs.map(\.id) }
        }
        let features = isMissing ? [] : [feature]
        #expect(glyphs == fonts.shape(text, face: face, features: features, language: .british).glyphs.map(\.id))
    }

    @Test("endings of ordinals that the face has not are made smaller and move no line")
    func endings() throws {
        var specimen = Specimen()
        var inlines = Specimen.text("le 1")
        inlines.append(Inline(.span(Attributes(classes: ["ordinal"]), Specimen.text("er")), at: Specimen.origin))
        specimen.add(.paragraph(inlines + Specimen.text(" mars " + String(repeating: "de plus ", count: 30))))
        let (list, faults) = try compose(specimen)
        #expect(faults == [])
        let found = lines(list)
        #expect(found[0].text.hasPrefix("le 1er mars"))
        #expect(zip(found, found.dropFirst()).allSatisfy { ($1.y - $0.y - 15).magnitude < 0.01 })
    }

    @Test("names are not divided")
    func names() throws {
        let specimen = Specimen()
        let book = specimen.book()
        let fonts = try Specimen.fonts()
        var setter = Setter(
            book: book, typesetter: Typesetter(fonts: fonts, hyphens: try HyphenBook([:])), fonts: fonts, pictures: [:],
            folios: Folios(), tree: TagTree(language: .british))
        for (name, divides) in [("name", false), ("nohyphen", false), ("other", true)] {
            let span = Inline(.span(Attributes(classes: [name]), Specimen.text("Konstantinopel")), at: Specimen.origin)
            let runs = setter.runs([span], style: Style(), language: .british, parent: 0)
            #expect(runs.map(\.style.hyphenates) == [divides])
        }
    }
}
