// SPDX-License-Identifier: GPL-3.0-or-later

/// What a page break costs: the currency in which breaks are compared. A line's depth of unwanted white is 10 at first.
///
/// The magnitudes declare the order in which rules are given up where a page has no good end: even spreads, full pages, notes in
/// one piece, an undivided word at a turn, whole callouts and tables, the company of lines, headings with their text.
struct PageMerits {
    /// Whether left and right pages face each other.
    let isFacing: Bool

    init(isFacing: Bool) { self.isFacing = isFacing }

    /// A section whose breaks cost no more than this is left as it is: no paragraph is pressed for it.
    static let content = 12.0

    /// White of `lines` lines at the foot of a page that is not the last.
    func white(_ lines: Int) -> Double {
        let lines = Double(lines)
        return lines <= 10 ? 10 * lines * lines : 1_000 + 160 * (lines - 10)
    }

    /// White on the first page of a section, which has enough of it above its title, weighs so much more.
    let opening = 1.5

    /// Facing pages that end `lines` lines apart.
    func uneven(_ lines: Int) -> Double { white(min(lines, 6)) * 0.8 }

    /// White that grows by a line above a heading, a box or a table: the first such place of a page costs least.
    func grown(_ lines: Int) -> Double { Double(lines * (lines + 1)) * 2.5 }

    /// So many lines of white a page may take, one at a place.
    static let mostGrown = 6

    /// A paragraph that is set a line longer or shorter, which makes its setting worse by `demerits` for each of its lines.
    func pressed(_ demerits: Double) -> Double { 8 + max(demerits, 0) / 100 }

    /// A paragraph is not pressed where its lines get worse by more than this on average.
    static let mostPressed = 3_500.0

    /// What the break itself costs.
    func hold(_ end: PageWalk.End, isRecto: Bool) -> Double {
        var cost: Double =
            switch end.keep {
            case .none: 0
            case .whole: 5_000
            case .lines: 40_000
            // Better between two headings than within one.
            case .firm: end.endsBlock ? 400_000 : 800_000
            }
        if end.isDivided { cost += !isFacing ? 30 : isRecto ? 600 : 8 }
        if end.partsNote { cost += 70 }
        return cost + Double(end.crowded) * 40 + Double(end.waiting) * 120
    }

    /// A page of notes and floats without text.
    let restAlone = 300.0

    /// The last page of a section that takes more than one: at least a quarter of it is text.
    func scant(_ share: Double) -> Double { share >= 0.25 ? 0 : 60 + 1_600 * (0.25 - share) }
}
