// SPDX-License-Identifier: GPL-3.0-or-later

/// A character beyond ASCII that says where lines may end.
enum Mark {
    /// U+00A0.
    case tie
    /// U+00AD.
    case softHyphen
    /// U+2010, U+2013 or U+2014.
    case dash
    /// U+2028.
    case lineBreak
    /// U+200B: a break without a hyphen.
    case opening
    /// U+2060 or U+FEFF: no break.
    case joiner

    /// The mark that begins at `index`, if one does.
    init?(_ text: UnsafeRawBufferPointer, at index: Int) {
        guard index + 1 < text.count else { return nil }
        switch (text[index], text[index + 1]) {
        case (0xC2, 0xA0): self = .tie
        case (0xC2, 0xAD): self = .softHyphen
        case (0xE2, 0x80):
            guard index + 2 < text.count else { return nil }
            switch text[index + 2] {
            case 0x90, 0x93, 0x94: self = .dash
            case 0xA8, 0xA9: self = .lineBreak
            case 0x8B: self = .opening
            default: return nil
            }
        case (0xE2, 0x81) where index + 2 < text.count && text[index + 2] == 0xA0: self = .joiner
        case (0xEF, 0xBB) where index + 2 < text.count && text[index + 2] == 0xBF: self = .joiner
        default: return nil
        }
    }

    /// In bytes.
    var length: Int { self == .tie || self == .softHyphen ? 2 : 3 }
}
