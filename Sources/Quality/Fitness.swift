// SPDX-License-Identifier: GPL-3.0-or-later
internal import Typesetting

/// The class of a justified line's tightness, after Knuth and Plass, “Breaking Paragraphs into Lines” (1981).
enum Fitness: Int {
    case tight, decent, loose, veryLoose

    init(_ fit: LineFit) {
        if fit.badness < 13 {
            self = .decent
        } else if fit.wordSpace < 1 {
            self = .tight
        } else {
            self = fit.badness < 100 ? .loose : .veryLoose
        }
    }
}
