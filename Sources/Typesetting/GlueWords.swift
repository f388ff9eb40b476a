// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Languages

/// The words of a language that hold on to their neighbours.
struct GlueWords {
    let glue: Glue

    init(_ language: LanguageTag) { glue = Language.of(language).glue }
}
