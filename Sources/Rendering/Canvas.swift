// SPDX-License-Identifier: GPL-3.0-or-later
internal import Artwork
internal import CCairo
internal import Fonts
internal import Groundwork
internal import Layout
internal import Typesetting

/// The bytes that cairo gives out.
private final class Sink {
    var bytes: [UInt8] = []
}

/// A cairo PDF surface with its context.
final class Canvas {
    private let list: PageList
    private let margin: Double
    private let sink = Sink()
    private let surface: OpaquePointer
    private let cairo: OpaquePointer
    private var pen: Pen
    private var swatch: Int16 = -1
    private var pageSize = Size(width: 0, height: 0)

    init(fonts: FontBook, list: PageList, margin: Double) throws(StageFailure) {
        self.list = list
        self.margin = margin
        // Room that is not used costs nothing; room that is found later costs a copy of the file so far.
        sink.bytes.reserveCapacity(list.pages.count << 14)
        let surface = cairo_pdf_surface_create_for_stream(
            { box, data, count in
                guard let box, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Sink>.fromOpaque(box).takeUnretainedValue().bytes += UnsafeBufferPointer(
                    start: data, count: Int(count))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), 595, 842)
        guard let surface, let cairo = cairo_create(surface), cairo_status(cairo) == CAIRO_STATUS_SUCCESS else {
            throw StageFailure("cairo does not start")
        }
        self.surface = surface
        self.cairo = cairo
        pen = Pen(fonts: fonts, cairo: cairo)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_set_font_options(cairo, options)
        cairo_font_options_destroy(options)
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    /// Draws a page and gives its carriers in the order of their MCIDs.
    func draw(_ page: Page) throws(StageFailure) -> [Carrier] {
        cairo_pdf_surface_set_size(surface, page.size.width + 2 * margin, page.size.height + 2 * margin)
        pageSize = page.size
        pen.sheet = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height).outset(by: margin)
        cairo_identity_matrix(cairo)
        cairo_translate(cairo, margin, margin)
        swatch = -1
        var carriers: [Carrier] = []
        for fragment in page.fragments {
            let carrier = Carrier(owner: fragment.owner, actualText: fragment.actualText)
            if carriers.last != carrier {
                if !carriers.isEmpty { close() }
                cairo_tag_begin(cairo, "Span", "")
                carriers.append(carrier)
            }
            try draw(fragment)
        }
        if !carriers.isEmpty { close() }
        cairo_show_page(cairo)
        let status = cairo_status(cairo)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw StageFailure(
                "cairo cannot draw page \(page.label): \(String(cString: cairo_status_to_string(status)))")
        }
        return carriers
    }

    /// By PostScript name of a face: the texts of the codes that cairo gave to its glyphs.
    var glyphTexts: [String: [String]] { pen.glyphTexts }

    /// The whole file.
    func finish() throws(StageFailure) -> [UInt8] {
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw StageFailure("cairo cannot end the file: \(String(cString: cairo_status_to_string(status)))")
        }
        return sink.bytes
    }

    private func close() { cairo_tag_end(cairo, "Span") }

    private func draw(_ fragment: Fragment) throws(StageFailure) {
        switch fragment.content {
        case .text(let origin, let pieces) where fragment.isTurned: try drawTurned(pieces, at: origin)
        case .text(let origin, let pieces): try draw(pieces, at: origin)
        case .path(let path, let paint): draw(path, paint)
        case .image(let path, let frame):
            guard let bytes = list.images[path] else { return }
            try Picture.draw(bytes, path: path, on: cairo, in: frame)
            swatch = -1
        }
    }

    private func use(_ position: Int16) {
        guard position != swatch, list.palette.swatches.indices.contains(Int(position)) else { return }
        swatch = position
        let colour = list.palette.swatches[Int(position)].screen
        cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue)
    }

    private func draw(_ path: Path, _ paint: Fragment.Paint) {
        cairo_new_path(cairo)
        for segment in notched(path).segments {
            switch segment {
            case .move(let point): cairo_move_to(cairo, point.x, point.y)
            case .line(let point): cairo_line_to(cairo, point.x, point.y)
            case .curve(let first, let second, let end):
                cairo_curve_to(cairo, first.x, first.y, second.x, second.y, end.x, end.y)
            case .close: cairo_close_path(cairo)
            }
        }
        switch paint {
        case .fill(let position):
            use(position)
            cairo_fill(cairo)
        case .stroke(let position, let width, let dashes):
            use(position)
            cairo_set_line_width(cairo, width)
            // A pattern without length is no pattern: cairo would stop here.
            let isDashed = dashes.allSatisfy { $0 >= 0 } && dashes.contains { $0 > 0 }
            cairo_set_dash(cairo, dashes, isDashed ? Int32(clamping: dashes.count) : 0, 0)
            cairo_stroke(cairo)
        }
    }

    /// Draws pieces in as few operations as their faces, sizes and colours allow: each costs more than the glyphs in it.
    private func draw(_ pieces: ArraySlice<Piece>, at origin: Point) throws(StageFailure) {
        for piece in pieces {
            if piece.swatch != swatch || !pen.fits(piece) {
                pen.flush()
                use(piece.swatch)
                try pen.select(piece)
            }
            pen.add(piece, at: origin)
        }
        pen.flush()
    }

    /// Draws pieces that read upwards from `origin`.
    private func drawTurned(_ pieces: ArraySlice<Piece>, at origin: Point) throws(StageFailure) {
        let sheet = pen.sheet
        cairo_translate(cairo, origin.x, origin.y)
        cairo_rotate(cairo, -Double.pi / 2)
        // What cairo's page covers, as seen by the turned pen: along the text is up the page.
        pen.sheet = Rect(
            x: origin.y - sheet.maxY, y: sheet.x - origin.x, width: sheet.maxY - sheet.y, height: sheet.maxX - sheet.x)
        try draw(pieces, at: Point(x: 0, y: 0))
        pen.sheet = sheet
        cairo_identity_matrix(cairo)
        cairo_translate(cairo, margin, margin)
    }

    /// `path` with a notch above the page where it is a rectangle over the whole page.
    ///
    /// cairo 1.16: such a rectangle becomes a paint, which discards the commands before it, tags too; the surface then fails.
    private func notched(_ path: Path) -> Path {
        guard path.segments.count == 5, case .move(let corner) = path.segments[0],
            case .line(let next) = path.segments[1],
            case .line(let opposite) = path.segments[2], corner.y == next.y,
            min(corner.x, opposite.x) <= 0, max(corner.x, opposite.x) >= pageSize.width,
            min(corner.y, opposite.y) <= 0, max(corner.y, opposite.y) >= pageSize.height
        else { return path }
        var notched = path
        let outwards = corner.y < opposite.y ? -1.0 : 1.0
        notched.segments.insert(.line(Point(x: (corner.x + next.x) / 2, y: corner.y + outwards)), at: 1)
        return notched
    }
}
