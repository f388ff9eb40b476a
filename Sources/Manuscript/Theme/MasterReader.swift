// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Reads page masters: what holds for both sides, then what `verso` and `recto` say otherwise.
struct MasterReader {
    let palette: Palette

    private static let sideKeys = ["head", "folio", "mark", "standing", "thumb", "tint"]

    func masters(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> [String: PageMaster] {
        guard let value else { return [:] }
        guard let pairs = value.pairs else {
            diagnostics.error("wrong-type", "‘masters’ must be a mapping", hint: value.kind, at: value.origin)
            return [:]
        }
        var masters: [String: PageMaster] = [:]
        for pair in pairs {
            guard
                let fields = Fields(
                    pair.value, "the master ‘\(pair.name)’", keys: Self.sideKeys + ["verso", "recto"], &diagnostics)
            else { continue }
            let both = side(fields, over: PageMaster.Side(), &diagnostics)
            var master = PageMaster(verso: both, recto: both)
            if let verso = fields["verso"] { master.verso = side(verso, over: both, &diagnostics) }
            if let recto = fields["recto"] { master.recto = side(recto, over: both, &diagnostics) }
            masters[pair.name] = master
        }
        return masters
    }

    private func side(
        _ value: YAMLValue, over both: PageMaster.Side, _ diagnostics: inout Diagnostics
    ) -> PageMaster.Side {
        guard let fields = Fields(value, "a side of a master", keys: Self.sideKeys, &diagnostics) else { return both }
        return side(fields, over: both, &diagnostics)
    }

    private func side(
        _ fields: Fields, over both: PageMaster.Side, _ diagnostics: inout Diagnostics
    ) -> PageMaster.Side {
        var side = both
        side.head = fields.choice("head", PageMaster.Head.self, &diagnostics) ?? side.head
        side.folio = fields.choice("folio", PageMaster.Folio.self, &diagnostics) ?? side.folio
        if let mark = fields.string("mark", &diagnostics) { side.mark = mark == "none" ? nil : mark }
        side.hasStanding = fields.bool("standing", &diagnostics) ?? side.hasStanding
        side.hasThumb = fields.bool("thumb", &diagnostics) ?? side.hasThumb
        if let tint = fields.string("tint", &diagnostics) { side.tint = tint == "none" ? nil : tint }
        return side
    }

    func thumbs(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) -> ThumbIndex {
        var thumbs = ThumbIndex()
        let keys = ["width", "height", "top", "step"]
        guard let value, let fields = Fields(value, "thumb-index", keys: keys, &diagnostics) else { return thumbs }
        func set(_ key: String, from least: Double, _ target: inout Double) {
            guard let length = fields.length(key, &diagnostics) else { return }
            if (least...2000).contains(length) {
                target = length
            } else {
                diagnostics.error(
                    "wrong-type", "‘\(key)’ must lie between \(Int(least)) and 2000 pt", hint: "a length such as 12mm",
                    at: fields.place(of: key))
            }
        }
        set("width", from: 1, &thumbs.width)
        set("height", from: 1, &thumbs.height)
        set("top", from: 0, &thumbs.top)
        set("step", from: 1, &thumbs.step)
        return thumbs
    }
}
