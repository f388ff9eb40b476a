// SPDX-License-Identifier: GPL-3.0-or-later

/// How the pages of an edition were chosen, section by section: kept only to explain one of them.
struct PageLedger {
    /// In order.
    var entries: [Entry] = []

    /// What chose a plan.
    struct Basis {
        /// The section before any paragraph was pressed.
        var flow: Flow
        /// The plan in its numbers.
        var plan: PagePlan
        /// What `flow` was made of.
        var items: [GalleyItem]
        /// Whether the first page is a recto.
        var isRecto: Bool
        /// How far down the first page it begins.
        var y = 0.0
        /// Pressed the paragraphs; `nil` if none was asked.
        var presser: Presser?
        /// The pages of each float that takes pages of its own.
        var sheets: [Int32: PagePlan]
    }

    /// A section.
    struct Entry {
        /// From 0.
        var section: Int
        /// The number of its first page, from 1.
        var firstPage: Int
        var basis: Basis
        /// The plan by which its pages were made, pressed paragraphs counted.
        var plan: PagePlan
        /// What they were made of.
        var items: [GalleyItem]
    }

    /// The section that ends last on page `number`, from 1.
    func entry(of number: Int) -> Entry? {
        entries.last { $0.firstPage <= number && number < $0.firstPage + $0.plan.pages.count }
    }
}
