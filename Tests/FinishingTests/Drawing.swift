// SPDX-License-Identifier: GPL-3.0-or-later
import CCairo
import Groundwork
import Layout
import Rendering

/// A small edition as Rendering would draw it: boxes instead of letters.
struct Drawing {
    var list: PageList
    var drawn: DrawnPDF
    static let bleed = 9.0

    /// Two pages: a heading, a paragraph over both pages with a division and a link, a table with an empty cell, an empty element, and paint
    /// outside all carriers.
    init() {
        var tags = TagTree(language: .british)
        let heading = tags.addSlot(below: tags.add(.h1, below: 0))
        _ = tags.addSlot(below: tags.add(.blockQuote, below: 0))
        let paragraph = tags.add(.p, below: 0, language: .russian)
        let words = tags.addSlot(below: paragraph)
        let link = tags.add(.link, below: paragraph)
        let linkWords = tags.addSlot(below: link)
        tags[link].children.append(.link(5))
        let row = tags.add(.tr, below: tags.add(.table, below: 0))
        let head = tags.add(.th, below: row)
        tags[head].scope = .column
        tags[head].columns = 2
        let headWords = tags.addSlot(below: head)
        _ = tags.add(.td, below: row)
        let carriers: [[Carrier]] = [
            [
                Carrier(owner: .artifact(.header)), Carrier(owner: .tag(slot: heading)),
                Carrier(owner: .tag(slot: words)),
                Carrier(owner: .tag(slot: words), actualText: "\u{AD}"),
            ],
            [
                Carrier(owner: .tag(slot: words)), Carrier(owner: .tag(slot: linkWords)),
                Carrier(owner: .tag(slot: headWords)),
            ],
        ]
        let size = Size(width: 200, height: 300)
        var pages = [Page(size: size, label: "ii"), Page(size: size, label: "1")]
        let frames = [Rect(x: 150, y: 10, width: 40, height: 12), Rect(x: 10, y: 24, width: 30, height: 12)]
        pages[1].links = [LinkArea(id: 5, frames: frames, target: .destination("начало"), contents: "Back")]
        let ink = Swatch(
            name: "ink", screen: RGB(red: 0.1, green: 0.1, blue: 0.2),
            print: CMYK(cyan: 0, magenta: 0, yellow: 0, black: 100))
        let red = Swatch(
            name: "red", screen: RGB(red: 0.8, green: 0.2, blue: 0.1),
            print: CMYK(cyan: 0, magenta: 90, yellow: 80, black: 5))
        list = PageList(
            pages: pages, tags: tags, outline: [OutlineItem(title: "Начало", destination: "начало")],
            destinations: ["начало": Destination(page: 0, point: Point(x: 10, y: 20))],
            information: DocumentInformation(
                title: "Title", author: "House", summary: "", language: .british, date: 1_000_000_000, isDiscreet: false
            ),
            palette: Palette([ink, red]), images: [:], bleed: Self.bleed)
        drawn = DrawnPDF(bytes: Self.draw(carriers, size), carriers: carriers, glyphTexts: [:], margin: Self.bleed)
    }

    /// Every carrier as a red box on its page, and one box after them in a colour of no swatch.
    private static func draw(_ carriers: [[Carrier]], _ size: Size) -> [UInt8] {
        final class Sink { var bytes: [UInt8] = [] }
        let sink = Sink()
        let surface = cairo_pdf_surface_create_for_stream(
            { closure, data, count in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes += UnsafeBufferPointer(
                    start: data, count: Int(count))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), size.width + 2 * bleed, size.height + 2 * bleed)
        let context = cairo_create(surface)
        for page in carriers {
            for index in page.indices {
                cairo_tag_begin(context, "Span", nil)
                cairo_set_source_rgb(context, 0.8, 0.2, 0.1)
                cairo_rectangle(context, 20, Double(index) * 20, 10, 10)
                cairo_fill(context)
                cairo_tag_end(context, "Span")
            }
            cairo_set_source_rgb(context, 1, 0, 0)
            cairo_rectangle(context, 0, 0, 5, 5)
            cairo_fill(context)
            cairo_show_page(context)
        }
        cairo_destroy(context)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
        return sink.bytes
    }

    /// The head of an ICC profile, which is all that is looked at.
    static func profile(_ kind: String, _ space: String) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 132)
        bytes.replaceSubrange(12..<16, with: kind.utf8)
        bytes.replaceSubrange(16..<20, with: space.utf8)
        return bytes
    }
}
