// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Typesetting

/// A strip of a galley that no page break divides: a line, a row of a table, a picture. Points; x from the column's left edge, y from the strip's top.
struct GalleyItem {
    /// White above it; dropped at the top of a page.
    var before = 0.0
    /// Its own height.
    var height = 0.0
    /// Whether its top comes to the baseline grid.
    var snaps = false
    /// How firmly it holds on to what follows.
    var keep = Keep.none
    /// Whether its last word is divided: it is not torn between a recto and its verso.
    var endsDivided = false
    /// Where it goes if it leaves the flow: it is called where it stands among the strips.
    var float: FloatPlace?
    /// The block of its section that it belongs to, from 0; −1 for the section's title.
    var block: Int32 = -1
    /// The number of the worksheet that it is part of: set on a page of its own.
    var ownPage: Int?
    /// Whether x counts from the left edge of the full measure.
    var isWide = false
    /// Its marks.
    var marks: [Mark] = []
    /// Names of places in it.
    var anchors: [String] = []
    /// Notes that are called in it.
    var notes: [String] = []
    /// Whether a block of a section begins with it.
    var beginsBlock = false
    /// Whether it is a line to write on.
    var isRuledLine = false
    /// The field of its worksheet that a line to write on is part of.
    var ruledField: Int?
    /// Grounds that it stands on, the lowest first.
    var grounds: [Ground] = []
    /// The head that is set again when a page begins with this item.
    var repeatedHead: Int?
    /// What stands in the margin column beside it.
    var margin: [GalleyItem] = []
    /// What covers the page behind it.
    var composition: Composition?
    /// Pictures that become figures: their element gets page and frame.
    var figures: [(tag: TagNode.ID, frame: Rect)] = []
    /// What can be filled in, with frames in its own space.
    var fields: [FormField] = []

    /// A mark of an item.
    enum Mark {
        /// A line of text with its baseline's origin.
        case line(Line, Point)
        /// A line that is read as another text: what a drop cap is torn from is whole when it is copied.
        case said(Line, Point, String)
        /// A line that reads upwards: its origin is where it begins, on the baseline.
        case turned(Line, Point)
        /// An outline.
        case path(Path, Fragment.Paint, Owner)
        /// A picture.
        case image(String, Rect, Owner)
    }
}

extension GalleyItem {
    /// How firmly a strip holds on to the next, the weakest first: in this order the holds are given up where a page has no other end.
    enum Keep: UInt8, Comparable {
        /// A page may end after it.
        case none
        /// A page that ends after it splits what should stay whole: a callout, a small table.
        case whole
        /// A page that ends after it leaves a line alone: a widow, an orphan, a lonely row.
        case lines
        /// A page that ends after it parts a heading, a caption or a label from what it stands for.
        case firm

        static func < (left: Keep, right: Keep) -> Bool { left.rawValue < right.rawValue }
    }

    /// Where a float stands.
    enum FloatPlace: UInt8 {
        /// Above the text of the page where it is called, or of the next with room.
        case top
        /// Below it.
        case foot
        /// On a page of its own.
        case page
    }

    /// Whether it holds firmly on to what follows.
    var keepsWithNext: Bool {
        get { keep == .firm }
        set { keep = newValue ? .firm : .none }
    }

    /// Makes it hold on at least as firmly as `other`.
    mutating func hold(_ other: Keep) { keep = max(keep, other) }
}

extension GalleyItem {
    /// White alone.
    var isBlank: Bool {
        height == 0 && marks.isEmpty && anchors.isEmpty && margin.isEmpty && notes.isEmpty && composition == nil
    }
}

extension [GalleyItem] {
    /// The height of the items below one another.
    var totalHeight: Double {
        var height = 0.0
        for (index, item) in enumerated() { height += item.height + (index == 0 ? 0 : item.before) }
        return height
    }

    /// One item that holds all of these, each in its place.
    func joined() -> GalleyItem {
        var whole = GalleyItem()
        whole.before = first?.before ?? 0
        var y = 0.0
        for (index, item) in enumerated() {
            if index > 0 { y += item.before }
            whole.take(item, movedBy: Point(x: 0, y: y))
            y += item.height
        }
        whole.height = y
        whole.isWide = contains { $0.isWide }
        return whole
    }
}

extension GalleyItem {
    /// Takes the marks, anchors, notes and figures of `item`, moved by `offset`.
    mutating func take(_ item: GalleyItem, movedBy offset: Point) {
        marks += item.marks.map { $0.moved(by: offset) }
        anchors += item.anchors
        notes += item.notes
        margin += item.margin
        figures += item.figures.map { ($0.tag, $0.frame.moved(by: offset)) }
        fields += item.fields.map { $0.moved(by: offset) }
    }
}

extension GalleyItem.Mark {
    func moved(by offset: Point) -> GalleyItem.Mark {
        switch self {
        case .line(let line, let origin): .line(line, Point(x: origin.x + offset.x, y: origin.y + offset.y))
        case .said(let line, let origin, let text):
            .said(line, Point(x: origin.x + offset.x, y: origin.y + offset.y), text)
        case .turned(let line, let origin): .turned(line, Point(x: origin.x + offset.x, y: origin.y + offset.y))
        case .path(let path, let paint, let owner): .path(path.moved(by: offset), paint, owner)
        case .image(let path, let frame, let owner): .image(path, frame.moved(by: offset), owner)
        }
    }
}

extension FormField {
    func moved(by offset: Point) -> FormField {
        var field = self
        field.frame = frame.moved(by: offset)
        return field
    }
}

extension Rect {
    func moved(by offset: Point) -> Rect { Rect(x: x + offset.x, y: y + offset.y, width: width, height: height) }
}

extension Path {
    /// The path with every point changed by `change`.
    func mapped(_ change: (Point) -> Point) -> Path {
        Path(
            segments.map { segment in
                switch segment {
                case .move(let point): .move(change(point))
                case .line(let point): .line(change(point))
                case .curve(let first, let second, let end): .curve(change(first), change(second), change(end))
                case .close: .close
                }
            })
    }

    func moved(by offset: Point) -> Path { mapped { Point(x: $0.x + offset.x, y: $0.y + offset.y) } }
}
