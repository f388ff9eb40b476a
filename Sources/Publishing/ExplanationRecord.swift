// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import Manuscript

/// Why a page looks as it does, ready to be printed.
public struct ExplanationRecord: Sendable {
    /// The group: `briefing-paper, ru`.
    public let group: String
    /// The page's label.
    public let label: String
    /// The file with the overlay: its path from the output folder, or as it was asked for; `nil` if none was written.
    public internal(set) var overlay: String?
    let publication: String
    let language: String
    let variant: String?
    let page: PageExplanation

    init(_ group: EditionGroup, _ page: PageExplanation) {
        self.group = group.label
        label = page.label
        publication = group.publication.name
        language = group.language.description
        variant = group.variant
        self.page = page
    }

    /// A place that somebody can open: `file:line:column`, the catalogue's if the text came from one.
    static func place(_ origin: Origin?) -> String? {
        guard let range = origin.map({ $0.catalogue ?? $0.source }), !range.file.path.isEmpty else { return nil }
        let (line, column) = range.start
        return "\(range.file.path):\(line):\(column)"
    }

    /// With one decimal at most.
    static func number(_ value: Double) -> String {
        let text = "\((value * 10).rounded() / 10)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension PageExplanation.Hold {
    /// What a page that ends after it gives up.
    var words: String {
        switch self {
        case .none: ""
        case .whole: "splits what should stay whole"
        case .lines: "leaves a line or a row alone"
        case .firm: "parts a heading, a caption or a label from its text"
        }
    }
}

extension PageExplanation.Part.Kind {
    /// What it is called in a sum.
    var words: String {
        switch self {
        case .white: "white at the foot"
        case .uneven: "uneven with the facing page"
        case .grown: "white that grew"
        case .pressed: "pressed paragraph"
        case .hold: "hold given up"
        case .divided: "divided word"
        case .note: "note that runs on"
        case .crowded: "crowded margin"
        case .waiting: "page waits"
        case .scant: "scant last page"
        case .notesAlone: "page of notes alone"
        }
    }
}
