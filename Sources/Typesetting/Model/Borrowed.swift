// SPDX-License-Identifier: GPL-3.0-or-later
public import Fonts
public import Groundwork

/// A character that another face of its style's list set, as the first one lacks it.
public struct Borrowed: Sendable {
    /// The character.
    public var character: Unicode.Scalar
    /// The style's first face.
    public var own: FaceKey
    /// The face that set it.
    public var face: FaceKey
    /// Where it is written.
    public var origin: Origin?

    /// What is told once: the faces and the neighbourhood in Unicode, of 128 characters, as blocks are multiples of it or smaller.
    struct Key: Hashable {
        var own: FaceKey
        var face: FaceKey
        var block: UInt32
    }

    var key: Key { Key(own: own, face: face, block: character.value >> 7) }
}
