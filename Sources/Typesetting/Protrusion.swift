// SPDX-License-Identifier: GPL-3.0-or-later

/// How far marks stick out of justified lines, so that the edges look straight: shares of the glyph's width.
enum Protrusion {
    /// Of a division's hyphen.
    static let hyphen = 0.7

    /// Of the first glyph of `text`, to the left.
    static func head(of text: String) -> Double {
        switch text.unicodeScalars.first {
        case "“", "«", "„", "\"": 0.5
        case "‘", "‚", "'": 0.7
        case "(", "A", "T", "V", "W", "X", "Y", "А", "Т", "У", "Л": 0.05
        case "—", "–": 0.2
        default: 0
        }
    }

    /// Of the last glyph of `text`, to the right.
    static func tail(of text: String) -> Double {
        switch text.unicodeScalars.last {
        case ".", ",", "-", "\u{2010}", "’", "'": 0.7
        case ":", ";", "”", "“", "»", "\"": 0.5
        case "–": 0.3
        case "—", "!", "?": 0.2
        case ")", "A", "T", "V", "W", "X", "Y", "А", "Т", "У", "Г": 0.05
        default: 0
        }
    }
}
