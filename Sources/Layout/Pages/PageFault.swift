// SPDX-License-Identifier: GPL-3.0-or-later

/// A page that could not be ended well, and what was given up.
struct PageFault {
    /// What a reader calls the page.
    var page: String
    /// The section.
    var section: Int
    /// The block with which the page ends, from 0; −1 for the section's title, one past the last for the notes at its end.
    var block: Int
    /// What was given up.
    var kind: Kind

    /// What a page may have to give up, the gravest last.
    enum Kind {
        /// A divided word stands at a page turn.
        case dividedWord
        /// A callout or a small table is split.
        case splitWhole
        /// A line, or a row, stands alone.
        case lonelyLine
        /// A heading, a caption or a label is parted from what it stands for.
        case strandedHeading
        /// A strip and its notes are more than a page holds: some notes begin on the next.
        case lateNotes
    }

    /// The faults of a section's plan whose pages are those of `drafts` from position `first` on.
    static func all(in plan: PagePlan, section: Int, first: Int, of drafts: [PageDraft]) -> [PageFault] {
        var faults: [PageFault] = []
        for (index, page) in plan.pages.enumerated() where drafts.indices.contains(first + index) {
            let draft = drafts[first + index]
            let kind: Kind? =
                switch page.keep {
                case .firm: .strandedHeading
                case .lines: .lonelyLine
                case .whole: .splitWhole
                case .none: page.isDivided && draft.number % 2 == 1 ? .dividedWord : nil
                }
            for kind in [kind, page.isForced ? .lateNotes : nil].compactMap({ $0 }) {
                faults.append(
                    PageFault(page: draft.label, section: section, block: Int(page.lastBlock), kind: kind))
            }
        }
        return faults
    }
}
