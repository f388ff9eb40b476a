// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension PageListBuilder {
    /// Gives a page what its master says: ground, running head, folio, standing lines, thumb tab.
    mutating func furnish(_ draft: inout PageDraft, _ run: RunningSections.Run) {
        guard let master = master(of: draft, run) else { return }
        let format = book.theme.page
        let isRecto = !format.isFacing || draft.number % 2 == 1
        let side = isRecto ? master.recto : master.verso
        // A book that is bound on the right has its first page on the left.
        let isRight = isRecto != book.language.isRightToLeft
        let left = isRight ? format.inner : format.size.width - format.inner - format.fullMeasure
        if let tint = side.tint { ground(tint, below: &draft) }
        let head = headText(side.head, draft, run)
        let isNumberAbove = side.folio == .head && !draft.label.isEmpty
        if !head.isEmpty {
            drawHead(
                head, isEnd: isRecto != isNumberAbove, left: left,
                room: format.fullMeasure - (isNumberAbove ? setter.style("folio").size * 4 : 0), on: &draft)
        }
        var room = format.fullMeasure
        if side.folio != .none, !draft.label.isEmpty {
            drawFolio(side, isRecto: isRecto, isRight: isRight, left: left, on: &draft)
            if side.folio != .head { room -= setter.style("folio").size * 4.4 }
        }
        if side.hasStanding { drawStanding(isRecto: isRecto, left: left, room: room, on: &draft) }
        if side.hasThumb { drawThumb(isRight: isRight, on: &draft) }
    }

    /// The master that a heading, the section or its role asks for; a cover, a back cover and a blank page have none unless the theme
    /// says so.
    private func master(of draft: borrowing PageDraft, _ run: RunningSections.Run) -> PageMaster? {
        switch draft.kind {
        case .cover: return book.theme.masters["cover"]
        case .back: return book.theme.masters["back-cover"]
        case .blank: return book.theme.masters["blank"]
        case .text: break
        }
        guard draft.section >= 0 else { return nil }
        let section = book.sections[draft.section]
        if !draft.hasHead, let opening = book.theme.masters["opening"] { return opening }
        let role =
            switch section.role {
            case .chapter: "body"
            case .front, .imprint, .contents: "front"
            case .back: "back"
            }
        let names = [run.master, section.master, role, "body"].compactMap { $0 }
        var master = names.lazy.compactMap { book.theme.masters[$0] }.first ?? .usual
        if !draft.hasHead {
            master.verso.head = .none
            master.recto.head = .none
        }
        return master
    }

    /// What the running head says; in a discreet edition the neutral title alone.
    private func headText(
        _ head: PageMaster.Head, _ draft: borrowing PageDraft, _ run: RunningSections.Run
    ) -> String {
        guard head != .none, draft.section >= 0 else { return "" }
        if head == .title || book.edition.isDiscreet { return book.title }
        let section = book.sections[draft.section]
        let chapter = (section.number.isEmpty ? "" : section.number + " · ") + section.short
        switch head {
        case .section: return run.first ?? chapter
        case .lastSection: return run.last ?? chapter
        default: return chapter
        }
    }

    private mutating func drawHead(_ text: String, isEnd: Bool, left: Double, room: Double, on draft: inout PageDraft) {
        var style = setter.style("running-head")
        style.alignment = isEnd ? .end : .start
        let measure = book.theme.page.fullMeasure
        let key = "\(isEnd ? 1 : 0)\(text)"
        if heads[key] == nil {
            heads[key] = setter.shortened(text, style: style, measure: measure, room: room, owner: -2)
        }
        guard let line = heads[key] else { return }
        draft.draw(.line(line, Point(x: left, y: book.theme.page.head * 0.55)), at: Point(x: 0, y: 0), linkOfSlot: [:])
    }

    /// The number, with its motif on it.
    private mutating func drawFolio(
        _ side: PageMaster.Side, isRecto: Bool, isRight: Bool, left: Double, on draft: inout PageDraft
    ) {
        let format = book.theme.page
        var style = setter.style("folio")
        style.alignment = side.folio == .centre ? .centre : isRecto ? .end : .start
        let y = side.folio == .head ? format.head * 0.55 : footY
        let owner: Int32 = side.folio == .head ? -2 : -3
        guard let line = setter.artifact(draft.label, style: style, measure: format.fullMeasure, owner: owner) else {
            return
        }
        draft.draw(.line(line, Point(x: left, y: y)), at: Point(x: 0, y: 0), linkOfSlot: [:])
        guard let mark = side.mark, side.folio != .head else { return }
        let radius = max(style.size * 0.36, 3.2)
        let x =
            side.folio == .centre
            ? left + format.fullMeasure / 2 : isRight ? left + format.fullMeasure - 2 : left + 2
        for mark in setter.motif(
            mark, centre: Point(x: x, y: y - style.size - 6), radius: radius, turn: 0,
            fills: [setter.style("ornament").colour], owner: .artifact(.footer))
        {
            draft.draw(mark, at: Point(x: 0, y: 0), linkOfSlot: [:])
        }
    }

    /// A line below each link of the text: where there is no pointer to change over it, colour alone must not tell.
    mutating func underline(_ draft: inout PageDraft) {
        let swatch = setter.swatch(setter.style("link").colour)
        for (number, frame) in draft.links where setter.links[number].isInText && frame.width > frame.height * 0.4 {
            // An area is 1.08 sizes high and its baseline 0.8 below its top.
            let size = frame.height / 1.08
            let y = frame.y + size * 0.96
            draft.draw(
                .path(
                    .line(from: Point(x: frame.x, y: y), to: Point(x: frame.maxX, y: y)),
                    .stroke(swatch: swatch, width: size * 0.05, dashes: []), .artifact(.layout)),
                at: Point(x: 0, y: 0), linkOfSlot: [:])
        }
    }

    /// The baseline of what stands at the foot.
    private var footY: Double { book.theme.page.size.height - book.theme.page.foot * 0.42 }

    /// What every page says of the edition's state, on as many lines as it takes, the last level with the folio.
    private mutating func drawStanding(isRecto: Bool, left: Double, room: Double, on draft: inout PageDraft) {
        let text = book.standing.joined(separator: " · ")
        guard !text.isEmpty else { return }
        var style = setter.style("standing")
        style.alignment = isRecto ? .start : .end
        let lines = setter.artifacts(text, style: style, measure: room, owner: -3)
        let x = isRecto ? left : left + book.theme.page.fullMeasure - room
        for (index, line) in lines.enumerated() {
            let y = footY - Double(lines.count - 1 - index) * style.leading
            draft.draw(.line(line, Point(x: x, y: y)), at: Point(x: 0, y: 0), linkOfSlot: [:])
        }
    }

    /// A ground of the whole page, below all else.
    private func ground(_ tint: SwatchName, below draft: inout PageDraft) {
        let format = book.theme.page
        let page = Rect(x: 0, y: 0, width: format.size.width, height: format.size.height).outset(by: format.bleed)
        let paint = Fragment.Paint.fill(swatch: setter.swatch(tint))
        draft.fragments.insert(
            Fragment(owner: .artifact(.background), content: .path(.rectangle(page), paint)), at: 0)
    }

    /// A tab that bleeds off the fore edge, one step lower for each chapter, with its number.
    private mutating func drawThumb(isRight: Bool, on draft: inout PageDraft) {
        guard !book.edition.isDiscreet, draft.section >= 0 else { return }
        let section = book.sections[draft.section]
        guard section.role == .chapter, let number = Int(section.number), number > 0 else { return }
        let format = book.theme.page
        let thumbs = book.theme.thumbs
        // As many as the edge holds; the next chapter begins at the top again.
        let steps = max(Int(((format.size.height - thumbs.top - thumbs.height) / thumbs.step).rounded(.down)) + 1, 1)
        let top = thumbs.top + Double((number - 1) % steps) * thumbs.step
        guard top + thumbs.height <= format.size.height else { return }
        let width = thumbs.width + format.bleed
        let x = isRight ? format.size.width - thumbs.width : -format.bleed
        setter.accent = section.colour ?? "plum"
        draft.draw(
            .path(
                .rectangle(Rect(x: x, y: top, width: width, height: thumbs.height)),
                .fill(swatch: setter.swatch("chapter")), .artifact(.footer)),
            at: Point(x: 0, y: 0), linkOfSlot: [:])
        let style = setter.style("thumb")
        guard let line = setter.artifact(section.number, style: style, measure: 200, owner: -3).map(setter.flush) else {
            return
        }
        let middle = (isRight ? format.size.width - thumbs.width : 0) + thumbs.width / 2
        draft.draw(
            .line(line, Point(x: middle - line.width / 2, y: top + thumbs.height / 2 + style.size * 0.35)),
            at: Point(x: 0, y: 0), linkOfSlot: [:])
    }
}

extension PageMaster {
    /// Of a theme that declares none: the publication's title on the left, the chapter on the right.
    fileprivate static var usual: PageMaster {
        var master = PageMaster()
        master.verso.head = .title
        master.recto.head = .chapter
        return master
    }
}

extension [LinkArea] {
    /// Makes low areas `height` high, half of it above and half below, where no other area stands in the way.
    mutating func grow(to height: Double, within page: Size) {
        let frames = flatMap(\.frames)
        // A page with more is no page to tap on, and each is compared with all.
        guard frames.count <= 400 else { return }
        for area in indices {
            for index in self[area].frames.indices {
                let frame = self[area].frames[index]
                let missing = (height - frame.height) / 2
                guard missing > 0 else { continue }
                var (above, below) = (Swift.min(missing, frame.y), Swift.min(missing, page.height - frame.maxY))
                for other in frames where other != frame && other.x < frame.maxX && other.maxX > frame.x {
                    // Neighbours share what lies between them.
                    if other.y < frame.y { above = Swift.min(above, Swift.max((frame.y - other.maxY) / 2, 0)) }
                    if other.y > frame.y { below = Swift.min(below, Swift.max((other.y - frame.maxY) / 2, 0)) }
                }
                self[area].frames[index] = Rect(
                    x: frame.x, y: frame.y - above, width: frame.width, height: frame.height + above + below)
            }
        }
    }
}
