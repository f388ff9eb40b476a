// SPDX-License-Identifier: GPL-3.0-or-later

/// The class of a justified line's tightness. Neighbours that are more than one class apart are seen to differ
/// (Knuth and Plass, *Breaking paragraphs into lines*, 1981).
public enum Fitness: Int8, Sendable {
    case veryLoose, loose, decent, tight

    /// The class of a line of `badness`, shrunk if `isShort`, else stretched.
    public init(badness: Double, isShort: Bool) {
        self = badness < 13 ? .decent : isShort ? .tight : badness < 100 ? .loose : .veryLoose
    }
}
