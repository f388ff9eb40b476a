// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout

extension ExplanationRecord {
    /// What a person reads.
    public var text: String {
        var lines = ["\(group): page \(label) of \(page.pageCount)" + (page.isRecto ? ", to be turned" : "")]
        if page.section.isEmpty {
            lines.append("  it stands for itself: no text runs over its end")
        } else {
            lines.append("  section “\(page.section)”, its page \(page.place.number) of \(page.place.count)")
            lines += page.isChosen ? plan : ["  it stands for itself: no text runs over its end"]
        }
        lines += ends + kept + changes + furniture
        if let overlay { lines.append("overlay: \(overlay)") }
        return lines.joined(separator: "\n")
    }

    private var plan: [String] {
        let number = Self.number
        let own = page.ends.first(where: \.isChosen)?.cost ?? 0
        let rest = page.planCost - page.costBefore - own
        var lines = [
            "  the section's pages cost \(number(page.planCost)) in all: \(number(page.costBefore)) before this one, "
                + "\(number(own)) here, \(number(rest)) after it (a line of white is 10)"
        ]
        if let short = page.facingShort {
            lines.append("  the facing page is \(short == 0 ? "full" : "\(short) short")")
        }
        return lines
    }

    /// Those that were looked at, and how many were not.
    private var ends: [String] {
        let looked = page.ends.filter { $0.total != nil || $0.isChosen }
        guard !looked.isEmpty else { return [] }
        let others = page.ends.count - looked.count
        var lines = ["where it might have ended:"]
        for end in looked { lines += told(end) }
        if others > 0 {
            lines.append("  \(others) other\(others == 1 ? "" : "s") left out: too short, or firmer held than these")
        }
        return lines
    }

    private func told(_ end: PageExplanation.End) -> [String] {
        let number = Self.number
        let place = Self.place(end.origin).map { "  \($0)" } ?? ""
        let after = end.after.isEmpty ? (place.isEmpty ? "notes alone" : "a picture or a rule") : "“\(end.after)”"
        var facts = [Self.depth(end.short)]
        if end.hold != .none { facts.append(end.hold.words) }
        if end.endsBlock { facts.append("a block ends") }
        if end.isDivided { facts.append("divided word") }
        if end.partsNote { facts.append("its note runs on") }
        if end.elastic > 0 { facts.append("\(end.elastic) elastic place\(end.elastic == 1 ? "" : "s")") }
        if end.grown > 0 { facts.append("white grown by \(end.grown)") }
        if end.pressed != 0 { facts.append("a paragraph a line \(end.pressed > 0 ? "longer" : "shorter")") }
        let sum = end.parts.map { "\($0.kind.words) \(number($0.cost))" }.joined(separator: " + ")
        var costs = end.parts.isEmpty ? "costs nothing" : "costs \(number(end.cost))"
        if end.parts.count > 1 || end.cost > 0 { costs += " = \(sum)" }
        if let total = end.total {
            let more = total - page.planCost
            costs += abs(more) < 0.05 ? "; plan \(number(total))" : "; plan \(number(total)), \(number(more)) more"
        }
        return [
            "\(end.isChosen ? "* " : "  ")after \(after)\(place)", "      \(facts.joined(separator: ", "))",
            "      \(costs)",
        ]
    }

    private static func depth(_ short: Int) -> String {
        short == 0 ? "full" : short > 0 ? "\(short) short" : "\(-short) too many"
    }

    private var kept: [String] {
        guard !page.kept.isEmpty else { return [] }
        var lines = ["kept together:"]
        for kept in page.kept where kept.hold == .firm || kept.hold == .whole {
            let what = kept.hold == .firm ? "holds on to what follows" : "stays whole"
            let place = Self.place(kept.origin).map { "  \($0)" } ?? ""
            lines.append("  “\(kept.text)” \(what), \(kept.strips.count) strips\(place)")
        }
        let pairs = page.kept.count { $0.hold == .lines }
        if pairs > 0 { lines.append("  \(pairs) time\(pairs == 1 ? "" : "s") lines or rows that may not stand alone") }
        return lines
    }

    /// What was pressed, and where white grew.
    private var changes: [String] {
        var lines = page.pressed.map { pressed in
            let place = Self.place(pressed.origin).map { "  \($0)" } ?? ""
            return "pressed: a paragraph a line \(pressed.lines > 0 ? "longer" : "shorter"), "
                + "\(Self.number(pressed.demerits)) demerits more a line\(place)"
        }
        lines += page.grown.map { strip in
            let place = Self.place(strip.origin).map { "  \($0)" } ?? ""
            return "grown: \(Self.number(strip.white)) pt of white above “\(strip.text)”\(place)"
        }
        return lines
    }

    private var furniture: [String] {
        let notes = page.notes.map { note in
            let part = note.lines == note.count ? "" : ", \(note.lines) of its \(note.count) lines"
            let ends = (note.isContinued ? ", begun before" : "") + (note.runsOn ? ", runs on" : "")
            return "note: \(note.key)\(part)\(ends)"
        }
        return notes
            + page.floats.map { float in
                let place = Self.place(float.origin).map { "  \($0)" } ?? ""
                let height = float.place == .page ? "" : ", \(Self.number(float.height)) pt"
                return "float: \(float.place.rawValue)\(height)\(place)"
            }
    }
}
