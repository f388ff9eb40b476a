// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Layout
import Manuscript
import Testing
import Typesetting

@testable import Quality

/// Pages made by hand: lines of 5 pt letters on a page of 400 × 500 with margins of 50.
struct HandMadePages {
    private var tree = TagTree(language: .british)
    private var record = SettingRecord()
    private var pages: [Page] = []
    private let section: TagNode.ID
    private var destinations: [String: Destination] = [:]
    private static let face = FaceKey(index: 0)

    init(pages count: Int) {
        section = tree.add(.sect, below: 0)
        for number in 1...count { pages.append(Page(size: Size(width: 400, height: 500), label: "\(number)")) }
        destinations["start"] = Destination(page: 0, point: Point(x: 0, y: 0))
    }

    /// A paragraph whose lines stand at these places.
    mutating func add(
        _ role: TagNode.Role = .p, below parent: TagNode.ID? = nil, hyphens: Bool = false,
        at places: (page: Int, x: Double, y: Double)...
    ) {
        let slot = tree.addSlot(below: tree.add(role, below: parent ?? section))
        let style = TextStyle(faces: [Self.face], size: 10, swatch: 0, language: .british)
        record.paragraphs.append(
            SetParagraph(
                runs: [TextRun(text: "", style: style, owner: Int32(slot))], measure: 300, size: 10, language: .british)
        )
        for (index, place) in places.enumerated() {
            let glyphs = (0..<10).map { _ in Glyph(id: 1, cluster: 0, advance: 0.5) }
            let piece = Piece(
                glyphs: GlyphString(face: Self.face, text: "word\(index)", glyphs: glyphs), x: 0, size: 10,
                owner: Int32(slot), swatch: 0)
            var line = Line(pieces: [piece], width: 50, ascent: 8, descent: 2, endsWithHyphen: hyphens, anchors: [])
            line.paragraph = Int32(record.paragraphs.count - 1)
            let origin = Point(x: place.x, y: place.y)
            record.lines.append(PlacedLine(page: place.page, origin: origin, line: line))
            pages[place.page].fragments.append(
                Fragment(owner: .tag(slot: slot), content: .text(origin: origin, pieces: line.pieces[...])))
        }
        record.lines.sort { $0.page < $1.page }
    }

    /// A note that begins on one page and is called on another.
    mutating func addNote(on page: Int, called other: Int) {
        let note = tree.add(.note, below: section)
        tree[note].identifier = "note-1"
        add(.p, below: note, at: (page, 50, 440))
        destinations["note-1"] = Destination(page: page, point: Point(x: 0, y: 430))
        pages[other].links.append(
            LinkArea(
                id: 0, frames: [Rect(x: 60, y: 90, width: 5, height: 5)], target: .destination("note-1"), contents: "1")
        )
    }

    var report: PageReport {
        var list = PageList(
            pages: pages, tags: tree, outline: [OutlineItem(title: "Start", destination: "start")],
            destinations: destinations,
            information: DocumentInformation(
                title: "", author: "", summary: "", language: .british, date: 0, isDiscreet: false),
            palette: Palette([]), images: [:], bleed: 0)
        list.record = record
        let format = PageFormat(
            size: Size(width: 400, height: 500), inner: 50, outer: 50, head: 50, foot: 50, column: 300, gutter: 0,
            marginColumn: 0, isFacing: true, bleed: 0)
        var body = Style()
        body.size = 10
        body.leading = 15
        return PageExaminer(list, format: format, body: body).examine()
    }

    /// How often each fault was found.
    var faults: [PageFinding.Kind: Int] {
        Dictionary(grouping: report.findings.filter(\.kind.isFault), by: \.kind).mapValues(\.count)
    }
}

@Suite struct PageExaminerTests {
    /// The baseline of line `number` of the grid.
    private func y(_ number: Int) -> Double { 50 + 7.5 + 3.4 + Double(number) * 15 }

    @Test func wholePagesHaveNoFault() {
        var pages = HandMadePages(pages: 2)
        pages.add(.h2, at: (0, 50, y(0)))
        pages.add(at: (0, 50, y(1)), (0, 50, y(2)), (1, 50, y(0)), (1, 50, y(1)))
        pages.addNote(on: 0, called: 0)
        #expect(pages.faults.isEmpty, "\(pages.report.findings)")
        #expect(pages.report.linesOnGrid == pages.report.bodyLines && pages.report.bodyLines == 4)
    }

    @Test func singleLinesAreWidowsAndOrphans() {
        var pages = HandMadePages(pages: 2)
        pages.add(at: (0, 50, y(1)), (1, 50, y(0)), (1, 50, y(1)))
        #expect(pages.faults == [.orphan: 1])
        pages = HandMadePages(pages: 2)
        pages.add(at: (0, 50, y(1)), (0, 50, y(2)), (1, 50, y(0)))
        #expect(pages.faults == [.widow: 1])
    }

    @Test func linesOnOneAnotherOverlap() {
        var pages = HandMadePages(pages: 1)
        pages.add(at: (0, 50, 100), (0, 50, 105))
        #expect(pages.faults == [.overlap: 1])
        pages = HandMadePages(pages: 1)
        pages.add(at: (0, 50, 100), (0, 50, 109.5), (0, 110, 100))
        #expect(pages.faults.isEmpty)
    }

    @Test(arguments: [(20.0, 100.0), (340.0, 100.0), (50.0, 460.0), (50.0, 40.0)])
    func linesOutsideTheAreaAreClipped(x: Double, y: Double) {
        var pages = HandMadePages(pages: 1)
        pages.add(at: (0, x, y))
        #expect(pages.faults == [.clipped: 1])
    }

    @Test func headingsStandWithTheirText() {
        var pages = HandMadePages(pages: 2)
        pages.add(.h2, at: (0, 50, y(20)))
        pages.add(at: (1, 50, y(0)), (1, 50, y(1)))
        #expect(pages.faults == [.strandedHeading: 1])
        pages = HandMadePages(pages: 2)
        pages.add(.h2, at: (0, 50, y(20)))
        pages.add(at: (0, 50, y(21)))
        pages.add(at: (1, 50, y(0)))
        #expect(pages.faults == [.strandedHeading: 1])
        // A heading below a heading is no text; another section's heading is not this one's.
        pages = HandMadePages(pages: 2)
        pages.add(.h2, at: (0, 50, y(20)))
        pages.add(.h3, at: (1, 50, y(0)))
        pages.add(at: (1, 50, y(1)))
        #expect(pages.faults == [.strandedHeading: 1])
        pages = HandMadePages(pages: 2)
        pages.add(.h3, at: (0, 50, y(20)))
        pages.add(.h3, at: (1, 50, y(0)))
        pages.add(at: (1, 50, y(1)))
        #expect(pages.faults.isEmpty)
    }

    @Test func notesBeginWithTheirMarks() {
        var pages = HandMadePages(pages: 2)
        pages.add(at: (0, 50, y(1)), (0, 50, y(2)))
        pages.addNote(on: 1, called: 0)
        #expect(pages.faults == [.noteOffPage: 1])
    }

    @Test func linesOffTheGridAreTold() {
        var pages = HandMadePages(pages: 1)
        pages.add(at: (0, 50, y(1)), (0, 50, y(2) + 4))
        #expect(pages.report[.offGrid] == 1)
        #expect(!pages.report.hasFaults)
    }

    @Test func dividedWordsAtTurnsAreTold() {
        var pages = HandMadePages(pages: 2)
        pages.add(hyphens: true, at: (0, 50, y(1)), (0, 50, y(2)), (1, 50, y(0)), (1, 50, y(1)))
        #expect(pages.report[.dividedAtTurn] == 1)
    }
}
