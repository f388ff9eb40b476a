// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout

extension ExplanationRecord {
    /// What a program reads: an object on one line.
    public var json: String {
        var members: [String: JSON] = [
            "publication": .string(publication), "edition": .string(language), "page": .string(label),
            "pageNumber": .integer(page.page + 1), "pages": .integer(page.pageCount),
            "section": .string(page.section), "sectionPage": .integer(page.place.number),
            "sectionPages": .integer(page.place.count), "isRecto": .boolean(page.isRecto),
            "isChosen": .boolean(page.isChosen), "textHeight": Self.value(page.height),
            "grid": Self.value(page.grid), "planCost": Self.value(page.planCost),
            "costBefore": Self.value(page.costBefore), "pageCosts": .array(page.pageCosts.map(Self.value)),
            "ends": .array(page.ends.map(Self.object)), "kept": .array(page.kept.map(Self.object)),
            "pressed": .array(
                page.pressed.map {
                    .object([
                        "lines": .integer($0.lines), "demerits": Self.value($0.demerits), "place": Self.json($0.origin),
                    ])
                }),
            "strips": .array(page.strips.map(Self.object)), "notes": .array(page.notes.map(Self.object)),
            "floats": .array(
                page.floats.map {
                    .object([
                        "place": .string($0.place.rawValue), "height": Self.value($0.height),
                        "source": Self.json($0.origin),
                    ])
                }),
        ]
        if let variant { members["variant"] = .string(variant) }
        if let short = page.facingShort { members["facingShort"] = .integer(short) }
        if let overlay { members["overlay"] = .string(overlay) }
        return JSON.object(members).line
    }

    private static func object(_ end: PageExplanation.End) -> JSON {
        .object([
            "after": .string(end.after), "source": json(end.origin), "short": .integer(end.short),
            "hold": .string(end.hold.rawValue), "endsBlock": .boolean(end.endsBlock),
            "isDivided": .boolean(end.isDivided), "partsNote": .boolean(end.partsNote),
            "elastic": .integer(end.elastic), "bottom": value(end.bottom), "grown": .integer(end.grown),
            "pressed": .integer(end.pressed), "isChosen": .boolean(end.isChosen),
            "parts": .object(
                Dictionary(end.parts.map { ($0.kind.rawValue, value($0.cost)) }, uniquingKeysWith: { $1 })),
            "cost": end.total == nil ? .null : value(end.cost), "plan": end.total.map(value) ?? .null,
        ])
    }

    private static func object(_ kept: PageExplanation.Kept) -> JSON {
        .object([
            "hold": .string(kept.hold.rawValue), "firstStrip": .integer(kept.strips.lowerBound),
            "lastStrip": .integer(kept.strips.upperBound), "text": .string(kept.text), "source": json(kept.origin),
        ])
    }

    private static func object(_ strip: PageExplanation.Strip) -> JSON {
        .object([
            "text": .string(strip.text), "source": json(strip.origin), "x": value(strip.frame.x),
            "y": value(strip.frame.y), "width": value(strip.frame.width), "height": value(strip.frame.height),
            "white": value(strip.white), "isElastic": .boolean(strip.isElastic), "isGrown": .boolean(strip.isGrown),
            "hold": .string(strip.hold.rawValue),
        ])
    }

    private static func object(_ note: PageExplanation.Note) -> JSON {
        .object([
            "key": .string(note.key), "lines": .integer(note.lines), "of": .integer(note.count),
            "isContinued": .boolean(note.isContinued), "runsOn": .boolean(note.runsOn),
        ])
    }

    /// In thousandths: costs are compared, not measured.
    private static func value(_ value: Double) -> JSON { .number((value * 1000).rounded() / 1000) }

    private static func json(_ origin: Origin?) -> JSON {
        guard let range = origin.map({ $0.catalogue ?? $0.source }), !range.file.path.isEmpty else { return .null }
        let (line, column) = range.start
        return .object(["file": .string(range.file.path), "line": .integer(line), "column": .integer(column)])
    }
}
