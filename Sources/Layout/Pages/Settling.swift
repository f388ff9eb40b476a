// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript

/// Counts the passes until every page reference says what is true. A reference may change the length of what it stands in, and so its own
/// target's page; some would go on so for ever. From the fourth pass on those that still change name plain pages, and no block becomes
/// lower any more: heights that only grow come to rest.
struct Settling {
    /// No more than these are made.
    static let mostPasses = 8
    /// So many are made before anything is held.
    private static let freePasses = 3

    /// What the next pass is set with.
    private(set) var folios = Folios()
    /// How many have been made.
    private(set) var passes = 0
    /// What the last pass says that is not true.
    private(set) var unsettled: [Field] = []

    /// Whether no further pass is needed, or allowed.
    var isDone: Bool { passes > 0 && (unsettled.isEmpty || passes >= Self.mostPasses) }

    /// Takes where a pass has put everything; `fields` are what its pages say.
    mutating func take(_ found: Folios, fields: some Sequence<Field>) {
        passes += 1
        var next = found
        next.plain = folios.plain
        unsettled = fields.filter { folios.value(of: $0) != next.value(of: $0) }
        if passes >= Self.freePasses {
            next.isSteady = true
            for case .place(_, let from) in unsettled { next.plain.insert(from) }
        }
        folios = next
    }

    /// Says which references are still not true; `places` is where they are written.
    func report(_ places: [Field: Origin], _ diagnostics: inout Diagnostics) {
        guard isDone else { return }
        let origins = unsettled.compactMap { places[$0] }.sorted { left, right in
            (left.source.file.path, left.source.utf8.lowerBound) < (
                right.source.file.path, right.source.utf8.lowerBound
            )
        }
        guard let first = origins.first else { return }
        let others = origins.count == 1 ? "" : ", and so do \(origins.count - 1) more"
        diagnostics.warning(
            "unsettled-pages",
            "after \(passes) passes this page reference still changes what it depends on\(others)",
            hint: "give what it points to, or the paragraph that it stands in, other words: a line more or less",
            at: first)
    }
}
