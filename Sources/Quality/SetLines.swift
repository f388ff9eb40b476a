// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import Typesetting

/// The lines of one paragraph in order, with what they say.
struct SetLines {
    let paragraph: SetParagraph
    let placed: [PlacedLine]
    let texts: [LineText]

    init(_ placed: [PlacedLine], of paragraph: SetParagraph) {
        self.paragraph = paragraph
        self.placed = placed
        texts = placed.map { LineText($0, isRightToLeft: paragraph.language.isRightToLeft) }
    }

    /// Whether line `index` stands directly below the one before: on the same page, further down.
    func followsOn(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        return placed[index].page == placed[index - 1].page && placed[index].origin.y > placed[index - 1].origin.y
    }

    /// The lines that stand below one another without a turn of page or column.
    var stretches: [Range<Int>] {
        var stretches: [Range<Int>] = []
        var start = 0
        for index in placed.indices where index > 0 && !followsOn(index) {
            stretches.append(start..<index)
            start = index
        }
        if start < placed.count { stretches.append(start..<placed.count) }
        return stretches
    }

    func line(_ index: Int) -> Line { placed[index].line }
}
