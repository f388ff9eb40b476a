// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
public import Layout
internal import PDFSyntax
public import Rendering

/// Makes conforming files of drawn pages: PDF/UA-1 with PDF/A-2a for the screen, PDF/X-4 for a press. It moves no glyph.
///
/// The document that cairo wrote is only read: pages, structure and metadata are written anew, fonts and pictures are carried over.
public struct Finisher: Sendable {
    private let screenProfile: [UInt8]
    private let pressProfile: [UInt8]
    private let convert: @Sendable ([UInt8]) -> [UInt8]

    /// A finisher with the ICC profiles of the two output intents: an RGB display's and a CMYK press's.
    ///
    /// `convert` gives the inks of colours that are not in the palette: interleaved RGB to CMYK, eight bits each. Where it gives none, what
    /// the three colours share is printed in black.
    public init(screenProfile: [UInt8], pressProfile: [UInt8], convert: @escaping @Sendable ([UInt8]) -> [UInt8]?) {
        self.screenProfile = screenProfile
        self.pressProfile = pressProfile
        self.convert = { convert($0) ?? PressColours.plainConversion($0) }
    }

    /// The file of `drawn`, which was drawn of `list`. Throws if the two do not agree or libqpdf fails.
    public func finish(
        _ drawn: consuming DrawnPDF, of list: PageList, isPrint: Bool, isDiscreet: Bool
    ) throws(StageFailure) -> [UInt8] {
        let profile = try ColourProfile(isPrint ? pressProfile : screenProfile, isPrint: isPrint)
        let metadata = Metadata(list.information, isPrint: isPrint, isDiscreet: isDiscreet)
        var plan = try FilePlan(list, margin: drawn.margin, isPrint: isPrint, isDiscreet: isDiscreet)
        try carry(drawn, of: list, isPrint: isPrint, hasLinks: !isPrint && !isDiscreet, to: &plan)
        return try plan.finish(profile: profile, metadata: metadata)
    }

    /// Takes over what was drawn. What libqpdf keeps of it is gone when it returns.
    private func carry(
        _ drawn: consuming DrawnPDF, of list: PageList, isPrint: Bool, hasLinks: Bool, to plan: inout FilePlan
    ) throws(StageFailure) {
        let margin = drawn.margin
        let glyphTexts = drawn.glyphTexts
        let carriers = drawn.carriers
        let source = try PDFFile(reading: drawn.bytes)
        // libqpdf has a copy of its own.
        drawn.bytes = []
        guard source.pageCount == list.pages.count, carriers.count == list.pages.count else {
            throw StageFailure("\(source.pageCount) pages were drawn of \(list.pages.count)")
        }
        let colours = isPrint ? PressColours(palette: list.palette, convert: convert) : nil
        var repair = ResourceRepair(source, glyphTexts: glyphTexts, colours: colours)
        let roles = Structure.roles(of: list.tags, hasLinks: hasLinks)
        for index in list.pages.indices {
            let page = source.page(index)
            let resources = page["Resources"]
            let content = try source.content(of: page)
            do throws(StageFailure) {
                var rewriter = ContentRewriter(page: content, carriers: carriers[index], roles: roles, colours: colours)
                let rewritten = try rewriter.rewrite()
                let isTransparent = try repair.repair(resources)
                let sheet =
                    isPrint
                    ? CropMarks.sheet(
                        of: rewritten, page: plan.places.trim(of: index), bleed: list.bleed, margin: margin) : rewritten
                try plan.add(content: sheet, resources: resources, isTransparent: isTransparent)
                try plan.marks.append(page: rewriter.slots)
                try source.check()
            } catch {
                throw StageFailure("page \(index + 1): \(error)")
            }
        }
        try plan.copyShared()
    }
}
