// SPDX-License-Identifier: GPL-3.0-or-later

/// The edges at which marks stick out, so that they look straight or, where lines are ragged, begin where the eye expects.
struct Edges {
    let start: Bool
    let end: Bool

    /// Of lines that stand as `alignment` says, none if nothing may stick out; right-to-left lines have marks of their own, of which no table speaks.
    init(_ alignment: Paragraph.Alignment?, isRightToLeft: Bool) {
        start = alignment != nil && alignment != .end && !isRightToLeft
        end = alignment != nil && alignment != .start && !isRightToLeft
    }
}
