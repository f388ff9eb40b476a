// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript

/// What page references say: where the places of an edition stood in the pass before.
struct Folios {
    /// The label of the page where an anchor stands.
    var label: [String: String] = [:]
    /// The position of that page, from 0.
    private var position: [String: Int] = [:]
    /// The labels of all pages.
    private var labels: [String] = []
    /// The anchors of an edition in order, for `pages(prefix:)`, by prefix up to the last hyphen.
    private var byPrefix: [String: [String]] = [:]
    /// Whether left and right pages lie open side by side.
    private var isFacing = false
    /// References that name the page whatever stands beside them: those that would not settle.
    var plain: Set<String> = []
    /// Whether no block may become lower than it was.
    var isSteady = false

    /// Nothing is known yet.
    init() {}

    /// Where the anchors of `pages` stand.
    init(of pages: [PageDraft], isFacing: Bool) {
        self.isFacing = isFacing
        labels = pages.map(\.label)
        for (index, page) in pages.enumerated() {
            for anchor in page.anchors where label[anchor.name] == nil {
                label[anchor.name] = page.label
                position[anchor.name] = index
                guard Self.isCounted(anchor.name), let hyphen = anchor.name.lastIndex(of: "-") else { continue }
                byPrefix[String(anchor.name[...hyphen]), default: []].append(anchor.name)
            }
        }
    }

    private static func isCounted(_ name: String) -> Bool {
        name.hasPrefix("cite-") || name.hasPrefix("index-") || name.hasPrefix("use-")
    }

    /// The label for `anchor`; two digits' room while it is not known.
    func page(_ anchor: String) -> String { label[anchor] ?? "00" }

    // MARK: As seen from somewhere

    /// Where something stands for who looks up from a reference to it.
    enum Whereabouts: String {
        case here, facing, overleaf, elsewhere
    }

    /// Where `anchor` stands as seen from the place `from`. Pages that do not lie side by side are only told by their numbers.
    func whereabouts(_ anchor: String, from: String) -> Whereabouts {
        guard let there = position[anchor], let here = position[from], !plain.contains(from) else { return .elsewhere }
        if there == here { return .here }
        guard isFacing else { return .elsewhere }
        // The first page is the right one of its leaf.
        if there / 2 == here / 2 { return .overleaf }
        return (there + 1) / 2 == (here + 1) / 2 ? .facing : .elsewhere
    }

    // MARK: Lists of pages

    /// A page of a list, or several that follow one another.
    struct Span: Equatable {
        /// Where it leads.
        var anchor: String
        /// `9`, or `14–16`.
        var text: String
    }

    /// Pages that follow one another.
    private struct Run {
        var first: Int
        var last: Int
        /// Whether it was marked as a whole.
        var isWhole: Bool
        /// What stands on its first page, and on its last.
        var anchors: (String, String)
    }

    /// The pages of the anchors that begin with `prefix`, no page twice, three and more in a row as a range.
    func pages(_ prefix: String) -> [Span] {
        runs(prefix).flatMap { run -> [Span] in
            let first = Span(anchor: run.anchors.0, text: labels[run.first])
            if run.first == run.last { return [first] }
            if run.last == run.first + 1, !run.isWhole {
                return [first, Span(anchor: run.anchors.1, text: labels[run.last])]
            }
            return [Span(anchor: first.anchor, text: "\(labels[run.first])–\(labels[run.last])")]
        }
    }

    private func runs(_ prefix: String) -> [Run] {
        let places = (byPrefix[prefix] ?? []).compactMap { anchor -> Run? in
            guard let first = position[anchor] else { return nil }
            let last = max(position["end\u{1F}" + anchor] ?? first, first)
            return Run(first: first, last: last, isWhole: last > first, anchors: (anchor, anchor))
        }
        var runs: [Run] = []
        // A place may stand on a page before that of its forerunner: at the foot, or floating.
        for place in places.enumerated().sorted(by: { ($0.1.first, $0.0) < ($1.1.first, $1.0) }).map(\.element) {
            guard let end = runs.indices.last, follows(place, runs[end]) else {
                runs.append(place)
                continue
            }
            runs[end].isWhole = runs[end].isWhole || place.isWhole
            guard place.last > runs[end].last else { continue }
            runs[end].last = place.last
            runs[end].anchors.1 = place.anchors.1
        }
        return runs
    }

    private func follows(_ place: Run, _ run: Run) -> Bool {
        if place.first <= run.last { return true }
        // From xii to 1 no page follows another.
        return place.first == run.last + 1 && isNumbered(place.first) == isNumbered(run.last)
    }

    private func isNumbered(_ page: Int) -> Bool { labels[page].utf8.allSatisfy { (48...57).contains($0) } }

    // MARK: Comparing

    /// What `field` says: as long as it is the same, nothing has to be set again.
    func value(of field: Field) -> String {
        switch field {
        case .page(let anchor): page(anchor)
        case .pages(let prefix), .cited(let prefix, _):
            pages(prefix).map { "\($0.anchor)=\($0.text)" }.joined(separator: ",")
        case .place(let anchor, let from):
            switch whereabouts(anchor, from: from) {
            case .elsewhere: page(anchor)
            case let place: place.rawValue
            }
        }
    }
}
