// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a section's pages end, and what else stands on them.
struct PagePlan {
    /// In order.
    var pages: [PlannedPage] = []
    /// The paragraphs that are set with a line more or less, by block.
    var pressed: [Int32: Int] = [:]
    /// What the breaks cost in all.
    var cost = 0.0
    /// How far down the last page reaches, from the top of the text area.
    var depth = 0.0
}

/// A page to be made.
struct PlannedPage {
    /// Its strips in the section's flow; those of a float's own flow if `sheet` says so.
    var strips: Range<Int>
    /// The strips that get a line of white more.
    var grown: [Int] = []
    /// The notes at its foot.
    var foot: [NotePart] = []
    /// Floats above the text.
    var top: [Int32] = []
    /// Floats below it.
    var below: [Int32] = []
    /// The float whose own page it is.
    var sheet: Int32?
    /// What had to be given up at its end.
    var keep = GalleyItem.Keep.none
    /// Whether its last word is divided.
    var isDivided = false
    /// Whether it calls more notes than have room beside their marks.
    var isForced = false
    /// How many lines it is short of full.
    var short = 0
    /// The block with which it ends.
    var lastBlock: Int32 = -1
}
