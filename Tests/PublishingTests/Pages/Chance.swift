// SPDX-License-Identifier: GPL-3.0-or-later

/// Chance that is the same on every machine.
struct Chance {
    private var state: UInt64

    init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// From 0 up to `sides`, which is left out.
    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(sides, 1)
    }

    mutating func roll(in range: ClosedRange<Int>) -> Int { range.lowerBound + roll(range.count) }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }

    mutating func isOnce(in times: Int) -> Bool { roll(times) == 0 }
}
