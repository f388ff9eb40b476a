// SPDX-License-Identifier: GPL-3.0-or-later
internal import CPango
public import Groundwork

extension FontBook {
    /// Makes `files` the only fonts that text in artwork can use, for the whole process: call once, before any artwork.
    ///
    /// Otherwise an SVG's text would take whatever the machine has, and editions would differ from machine to machine.
    public static func installForArtwork(_ files: [FontFile]) throws(StageFailure) {
        guard let config = FcConfigCreate() else { throw StageFailure("out of memory for the font list") }
        defer { FcConfigDestroy(config) }
        for file in files where FcConfigAppFontAddFile(config, file.path) == 0 {
            throw StageFailure("‘\(file.name)’ is not a font")
        }
        guard FcConfigSetCurrent(config) != 0 else { throw StageFailure("the font list cannot be set") }
    }
}
