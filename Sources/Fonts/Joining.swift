// SPDX-License-Identifier: GPL-3.0-or-later
internal import CPango

/// Characters that are drawn as others from right to left.
public enum Mirroring {
    /// What is drawn for `scalar`: `)` for `(`; `nil` if it has no other.
    public static func other(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        var other: FriBidiChar = 0
        guard fribidi_get_mirror_char(scalar.value, &other) != 0, other != scalar.value else { return nil }
        return Unicode.Scalar(other)
    }
}

/// How letters of joined scripts take hold of their neighbours.
public enum Joining {
    /// Whether `scalar` joins the letter after it.
    public static func reachesForward(_ scalar: Unicode.Scalar) -> Bool { mask(scalar) & 2 != 0 }

    /// Whether `scalar` joins the letter before it.
    public static func reachesBack(_ scalar: Unicode.Scalar) -> Bool { mask(scalar) & 1 != 0 }

    /// Whether `scalar` is a mark that joining passes over.
    public static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool { mask(scalar) & 8 != 0 }

    /// FRIBIDI_MASK_JOINS_RIGHT is 1, …_LEFT 2, …_TRANSPARENT 8: casts that Swift does not import.
    private static func mask(_ scalar: Unicode.Scalar) -> UInt8 {
        fribidi_get_joining_type(scalar.value)
    }
}
