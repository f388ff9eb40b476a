// SPDX-License-Identifier: GPL-3.0-or-later
public import Layout

/// A run of marks on one page that share an owner: drawn as one marked-content sequence.
public struct Carrier: Hashable, Sendable {
    /// Whose the marks are.
    public var owner: Owner
    /// What they say where that is not what the glyphs say.
    public var actualText: String?
    /// A carrier.
    public init(owner: Owner, actualText: String? = nil) {
        self.owner = owner
        self.actualText = actualText
    }
}

/// The pages as cairo drew them, with what is needed to make a conforming file of them.
public struct DrawnPDF: Sendable {
    /// The file.
    public var bytes: [UInt8]
    /// By page, then by the MCID that cairo gave: drawing order.
    public var carriers: [[Carrier]]
    /// By PostScript name of a face: the texts of CIDs 1, 2, … in order of first use.
    public var glyphTexts: [String: [String]]
    /// Outside the trim on all sides, in points: page space is shifted by it.
    public var margin: Double
    /// Drawn pages.
    public init(bytes: [UInt8], carriers: [[Carrier]], glyphTexts: [String: [String]], margin: Double) {
        self.bytes = bytes
        self.carriers = carriers
        self.glyphTexts = glyphTexts
        self.margin = margin
    }
}
