// SPDX-License-Identifier: GPL-3.0-or-later

/// A face of a `FontBook`: its position in the list that the book was made of, the same in every book of one project.
public struct FaceKey: Hashable, Sendable {
    /// The position.
    public let index: UInt16
    /// The face at `index`.
    public init(index: UInt16) { self.index = index }
}

/// A glyph in its place. Lengths in em, x to the right, y upwards.
public struct Glyph: Hashable, Sendable {
    /// The glyph's number in the face.
    public var id: UInt32
    /// The UTF-8 offset in the string's text where its cluster begins.
    public var cluster: UInt32
    /// How far the pen moves.
    public var advance: Float
    /// Where it is drawn, from the pen.
    public var dx: Float
    /// Where it is drawn, from the baseline.
    public var dy: Float
    /// Whether the text before it and the text from it on, shaped by themselves, come out otherwise: a ligature, a kern, a joined letter.
    public var isBound: Bool

    /// A glyph.
    public init(
        id: UInt32, cluster: UInt32, advance: Float, dx: Float = 0, dy: Float = 0, isBound: Bool = false
    ) {
        self.id = id
        self.cluster = cluster
        self.advance = advance
        self.dx = dx
        self.dy = dy
        self.isBound = isBound
    }
}

/// Shaped text of one face: a word or a part of one. Shared by all the places where the word stands.
public final class GlyphString: Sendable {
    /// The face.
    public let face: FaceKey
    /// What it says.
    public let text: String
    /// In visual order; clusters ascend (or descend, right to left).
    public let glyphs: [Glyph]
    /// The sum of the advances, in em.
    public let advance: Double

    /// Whether its text runs from right to left; not known of a single cluster.
    public var isBackward: Bool {
        guard let first = glyphs.first, let last = glyphs.last else { return false }
        return first.cluster > last.cluster
    }

    /// A shaped text.
    public init(face: FaceKey, text: String, glyphs: [Glyph]) {
        self.face = face
        self.text = text
        self.glyphs = glyphs
        advance = glyphs.reduce(0) { $0 + Double($1.advance) }
    }
}
