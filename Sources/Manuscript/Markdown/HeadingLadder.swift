// SPDX-License-Identifier: GPL-3.0-or-later

/// Mends the levels of headings, so that none skips a step.
struct HeadingLadder {
    private var rungs: [(written: Int, mended: Int)] = []
    private var shift = 0
    private(set) var isEmpty = true

    /// Takes the first heading, of level 1, as the title.
    mutating func takeTitle() { isEmpty = false }

    /// The level for a heading written with `level`, and the level that was expected if it skips one.
    ///
    /// After a second heading of level 1 everything moves one down: only the title has level 1.
    mutating func level(_ level: Int) -> (level: Int, skippedFrom: Int?) {
        isEmpty = false
        if level == 1 { shift = 1 }
        let written = level + shift
        while let last = rungs.last, last.written >= written { rungs.removeLast() }
        let parent = rungs.last ?? (1, 1)
        let mended = min(parent.mended + 1, 6)
        rungs.append((written, mended))
        return (mended, written > parent.written + 1 ? parent.written + 1 : nil)
    }
}
