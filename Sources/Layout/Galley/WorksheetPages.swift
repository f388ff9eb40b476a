// SPDX-License-Identifier: GPL-3.0-or-later

extension Setter {
    /// `items` on as few pages as hold them, none much fuller than another, no label away from its lines.
    static func divided(_ items: [GalleyItem], into room: Double, last: Double) -> [[GalleyItem]] {
        let total = items.totalHeight + last
        let count = max((total / max(room, 1)).rounded(.up), 1)
        let share = min(total / count, room)
        var pages: [[GalleyItem]] = [[]]
        var height = 0.0
        var start = 0
        while start < items.count {
            var end = start + 1
            while end < items.count, items[end - 1].keep == .firm || items[end - 1].keepsWithNext { end += 1 }
            let unit = Array(items[start..<end])
            let more = unit.totalHeight + unit[0].before
            let isFull = height + more > room || height + more / 2 > share
            if isFull, !pages[pages.count - 1].isEmpty {
                pages.append([])
                height = 0
            }
            pages[pages.count - 1] += unit
            height += more
            start = end
        }
        return pages
    }
}
