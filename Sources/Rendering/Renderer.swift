// SPDX-License-Identifier: GPL-3.0-or-later
internal import Artwork
internal import CCairo
public import Fonts
public import Groundwork
public import Layout

/// Draws a page list with cairo and notes which marks belong to whom.
///
/// Neighbouring fragments of one owner are wrapped in one flat tag, a *carrier*; on each page the n-th carrier opened gets MCID n.
/// That is the whole contract with Finishing. Nothing is placed here: positions come from Layout.
public struct Renderer {
    private let fonts: FontBook

    /// A renderer with the fonts that the list was set with.
    public init(fonts: FontBook) {
        self.fonts = fonts
    }

    /// From the bleed to the edge of a press's sheet, in points: room for crop marks.
    public static let sheetMargin = 21.0

    /// The pages of `list`; for print with the bleed and the margin of the sheet round each. Throws when cairo fails.
    public func draw(_ list: PageList, isPrint: Bool) throws(StageFailure) -> DrawnPDF {
        let margin = isPrint ? list.bleed + Self.sheetMargin : 0
        let canvas = try Canvas(fonts: fonts, list: list, margin: margin)
        var carriers: [[Carrier]] = []
        carriers.reserveCapacity(list.pages.count)
        for page in list.pages { carriers.append(try canvas.draw(page)) }
        let bytes = try canvas.finish()
        return DrawnPDF(bytes: bytes, carriers: carriers, glyphTexts: canvas.glyphTexts, margin: margin)
    }
}
