// SPDX-License-Identifier: GPL-3.0-or-later

/// A length on the page, kept in PostScript points (1/72 inch).
public struct Length: Hashable, Sendable, Comparable {
    /// The length in points.
    public let points: Double

    /// A length of `value` points.
    public static func pt(_ value: Double) -> Length { Length(points: value) }
    /// A length of `value` millimetres.
    public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }

    /// The length in millimetres.
    public var millimetres: Double { points * 25.4 / 72 }

    /// Orders by extent.
    public static func < (left: Length, right: Length) -> Bool { left.points < right.points }
}
