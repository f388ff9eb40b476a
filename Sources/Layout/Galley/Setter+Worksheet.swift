// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Typesetting

extension Setter {
    /// A page to fill in: title, purpose, then fields. An item of a list is a field: its text the label, `{lines=3}` its ruled lines, `[ ]` a box.
    mutating func worksheet(
        _ component: Component, _ look: ComponentStyle, block: Block, in place: Place
    ) -> [GalleyItem] {
        var inner = place
        inner.parent = tree.add(.sect, below: place.parent)
        if isTopLevel(place) { inner.measure = theme.page.fullMeasure }
        inner.isRunning = false
        inner.isOpening = false
        inner.body = look.style
        var sheet = Sheet(name: block.attributes.id ?? "sheet-\(block.id.number)")
        var items = head(of: component, look, in: inner)
        for (index, block) in component.blocks.enumerated() {
            if case .list(let list) = block.content, place.depth == 0 {
                items += fields(list, of: &sheet, in: inner)
            } else {
                // The line of purpose, under the title.
                let isPurpose = index == 0 && theme.styles["worksheet-purpose"] != nil
                inner.body = isPurpose ? "worksheet-purpose" : look.style
                items += self.block(block, in: &inner)
                inner.body = look.style
            }
        }
        let foot = foot(of: look, in: inner)
        trimEnd(of: &items)
        guard !items.isEmpty else { return [] }
        let room = theme.page.size.height - theme.page.head - theme.page.foot
        let below = foot.totalHeight + style("body").leading
        fitLines(&items, into: room - below, at: block.origin)
        enter(sheet.fields, on: &items)
        items.pressed(by: items.totalHeight + below - room)
        items.spread(room - below - items.totalHeight, upTo: style("body").leading)
        // The note stands at the foot of the page.
        let missing = room - items.totalHeight - foot.totalHeight
        items += foot
        if missing > 0, !foot.isEmpty { items[items.count - foot.count].before = missing - 0.01 }
        groundCount += 1
        movedBelow.insert(place.parent)
        for index in items.indices {
            items[index].isWide = true
            items[index].ownPage = groundCount
        }
        return items
    }

    /// A worksheet's fields so far.
    struct Sheet {
        /// What their names begin with.
        let name: String
        /// By the number of the run of ruled lines that they are.
        var fields: [Int: FormField] = [:]
        var count = 0
    }

    /// The note to keep the page safe, with its mark.
    private mutating func foot(of look: ComponentStyle, in place: Place) -> [GalleyItem] {
        var note = look
        note.labelStyle = "caption"
        note.mark = "lock"
        note.badge = ""
        note.edge = style("caption").colour
        var items = label(string("worksheet-note"), note, in: place)
        items.keepWhole(.firm)
        return items
    }

    /// Takes ruled lines away where that brings the worksheet on one page, and says so; a worksheet that takes two pages in any case
    /// keeps the lines that it asks for.
    private mutating func fitLines(_ items: inout [GalleyItem], into height: Double, at origin: Origin) {
        var fitted = items
        Self.fit(&fitted, into: height)
        let (asked, kept) = (items.count(where: \.isRuledLine), fitted.count(where: \.isRuledLine))
        guard kept < asked, fitted.totalHeight <= height else { return }
        items = fitted
        faults.append(
            Diagnostic(
                .warning, "worksheet-lines",
                "this worksheet asks for \(asked) lines to write on; \(kept) have room on its page",
                hint: "ask for fewer `{lines=…}`, or divide the worksheet", at: origin))
    }

    /// Takes ruled lines away, one at a time from the field that has most, until the worksheet fits a page; each field keeps one.
    static func fit(_ items: inout [GalleyItem], into height: Double) {
        var total = items.totalHeight
        while total > height {
            var longest = 0..<0
            var start = 0
            while start < items.count {
                var end = start
                while end < items.count, items[end].isRuledLine, items[end].ruledField == items[start].ruledField {
                    end += 1
                }
                if end - start > longest.count { longest = start..<end }
                start = max(end, start + 1)
            }
            guard longest.count > 1 else { return }
            total -= items[longest.lowerBound].height + items[longest.lowerBound].before
            items.remove(at: longest.lowerBound)
        }
    }

    /// Gives each field the frame of the lines that it has kept.
    private func enter(_ fields: [Int: FormField], on items: inout [GalleyItem]) {
        var start = 0
        while start < items.count {
            guard let number = items[start].ruledField, var field = fields[number] else {
                start += 1
                continue
            }
            var end = start
            while end < items.count, items[end].ruledField == number { end += 1 }
            let leading = items[start].height
            field.frame.height = leading * Double(end - start) - 1
            field.kind = end - start == 1 ? .text : .lines(count: end - start, leading: leading)
            items[start].fields.append(field)
            start = end
        }
    }

    private mutating func fields(
        _ list: Manuscript.List, of sheet: inout Sheet, in place: Place
    ) -> [GalleyItem] {
        let tag = tree.add(.l, below: place.parent)
        tree[tag].numbering = list.items.contains { $0.isChecked != nil } ? .square : TagNode.Numbering.none
        var items: [GalleyItem] = []
        for (index, item) in list.items.enumerated() {
            sheet.count += 1
            let li = tree.add(.li, below: tag)
            let own = item.blocks.first?.attributes.id
            let field = FormField(
                name: own ?? "\(sheet.name)-\(sheet.count)", kind: .text,
                tooltip: Self.label(of: item.blocks), frame: Rect(x: place.x, y: 0, width: place.measure, height: 0),
                order: 0, tag: li)
            if let isChecked = item.isChecked {
                items += tick(item, isChecked, field, isFirst: index == 0, below: li, in: place)
            } else {
                items += lines(item, field, of: &sheet, below: li, in: place)
            }
        }
        return items
    }

    /// A box of 4.5 mm with its label beside it.
    private mutating func tick(
        _ item: Manuscript.List.Item, _ isChecked: Bool, _ field: FormField, isFirst: Bool, below li: TagNode.ID,
        in place: Place
    ) -> [GalleyItem] {
        var field = field
        let side = Length.mm(4.5).points
        let label = tree.add(.lbl, below: li)
        var inner = place
        inner.parent = tree.add(.lBody, below: li)
        inset(&inner, by: side + 8)
        inner.body = "component-text"
        let style = self.style("component-text")
        var strips = blocks(item.blocks, in: inner)
        trimEnd(of: &strips)
        if strips.isEmpty { strips = [GalleyItem()] }
        strips[0].before = isFirst ? 12 : 5
        // The box is higher than small type: the line comes down to its middle.
        let missing = max(side - style.leading, 0)
        strips[0].marks = strips[0].marks.map { $0.moved(by: Point(x: 0, y: missing / 2)) }
        strips[0].height = max(strips[0].height + missing, side)
        let middle = baseline(of: style) - style.size * 0.36 + missing / 2
        field.frame = box(
            isChecked, frame: Rect(x: start(side, in: place), y: middle - side / 2, width: side, height: side),
            label: label, on: &strips[0])
        field.kind = .tickBox(isTicked: isChecked)
        field.tag = label
        strips[0].fields.append(field)
        strips.keepWhole(.firm)
        return strips
    }

    /// A label with ruled lines below it.
    private mutating func lines(
        _ item: Manuscript.List.Item, _ field: FormField, of sheet: inout Sheet, below li: TagNode.ID, in place: Place
    ) -> [GalleyItem] {
        var field = field
        var inner = place
        inner.parent = tree.add(.lBody, below: li)
        inner.body = "worksheet-label"
        field.tag = inner.parent
        var strips = blocks(item.blocks, in: inner)
        trimEnd(of: &strips)
        strips.hold(.firm)
        sheet.fields[sheet.count] = field
        return strips + ruled(Self.ruledLines(of: item.blocks), field: sheet.count, in: place)
    }

    /// The text of a field's label.
    private static func label(of blocks: [Block]) -> String {
        for block in blocks {
            if case .paragraph(let inlines) = block.content { return inlines.plainText }
        }
        return ""
    }

    /// The ruled lines that `{lines=n}` asks for; 2 where nothing is said.
    static func ruledLines(of blocks: [Block]) -> Int {
        let declared = blocks.lazy.compactMap { $0.attributes["lines"].flatMap { Int($0) } }.first
        return min(max(declared ?? 2, 0), 40)
    }

    /// `count` ruled lines, 9 mm apart.
    private func ruled(_ count: Int, field: Int, in place: Place) -> [GalleyItem] {
        (0..<count).map { index in
            var item = GalleyItem()
            item.height = Length.mm(9).points
            item.keepsWithNext = index < count - 1
            item.isRuledLine = true
            item.ruledField = field
            let y = item.height - 1
            item.marks = [
                .path(
                    .line(from: Point(x: place.x, y: y), to: Point(x: place.x + place.measure, y: y)),
                    .stroke(swatch: swatch("grey"), width: 0.35, dashes: []), .artifact(.layout))
            ]
            return item
        }
    }
}
