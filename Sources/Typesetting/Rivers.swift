// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds rivers: gaps between words that overlap through three lines or more, each wider than 1.3 times its natural width.
public enum Rivers {
    /// A river: the first line it runs through, how many, and where it ends.
    public struct River: Hashable, Sendable {
        /// The line it begins on.
        public var first: Int
        /// How many lines it runs through.
        public var length: Int
        /// The gap of its last line.
        public var gap: Int

        /// A river.
        public init(first: Int, length: Int, gap: Int) {
            self.first = first
            self.length = length
            self.gap = gap
        }
    }

    /// From which share of its natural width a gap counts.
    public static let width = 1.3
    /// From how many lines white is a river.
    public static let length = 3

    /// The rivers through neighbouring lines: `gaps` of each, from left to right, none for a line whose word spaces are no wider than usual. Each
    /// is told where it ends.
    public static func find(in gaps: [[ClosedRange<Double>]]) -> [River] {
        var rivers: [River] = []
        var above: [Int] = []
        var aboveGaps: [ClosedRange<Double>] = []
        for (line, own) in gaps.enumerated() {
            var lengths: [Int] = []
            lengths.reserveCapacity(own.count)
            var isContinued = [Bool](repeating: false, count: aboveGaps.count)
            var first = 0
            for gap in own {
                // Gaps stand from left to right: those that end before this one begins end before the next one too.
                while first < aboveGaps.count, aboveGaps[first].upperBound <= gap.lowerBound { first += 1 }
                var longest = 0
                var other = first
                while other < aboveGaps.count, aboveGaps[other].lowerBound < gap.upperBound {
                    longest = max(longest, above[other])
                    isContinued[other] = true
                    other += 1
                }
                lengths.append(longest + 1)
            }
            rivers += ended(above, isContinued, before: line)
            (above, aboveGaps) = (lengths, own)
        }
        rivers += ended(above, above.map { _ in false }, before: gaps.count)
        return rivers
    }

    private static func ended(_ lengths: [Int], _ isContinued: [Bool], before line: Int) -> [River] {
        lengths.indices.filter { lengths[$0] >= length && !isContinued[$0] }.map {
            River(first: line - lengths[$0], length: lengths[$0], gap: $0)
        }
    }
}
