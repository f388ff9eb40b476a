// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
internal import PDFSyntax

extension Inspection {
    /// Reads the file `bytes`. Throws if it is no PDF file; of what is damaged in one, as much is told as can be read.
    public static func inspect(bytes: [UInt8]) throws(StageFailure) -> Inspection {
        let file = try PDFFile(reading: bytes)
        let catalogue = file.catalogue
        var inspection = Inspection(
            version: file.version, title: file.trailer["Info"]["Title"].text ?? "",
            language: catalogue["Lang"].text ?? "",
            pages: [], outline: outline(of: catalogue), fonts: [], links: [], tags: [])
        let pages = (0..<file.pageCount).map { file.page($0) }
        let labels = PageLabels(catalogue["PageLabels"])
        var fonts = FontList()
        var texts: [[Int: String]] = []
        for (index, page) in pages.enumerated() {
            let (width, height) = size(of: page)
            inspection.pages.append(Page(label: labels[index], width: width, height: height))
            inspection.links += links(on: page, index)
            fonts.add(page["Resources"])
            texts.append(MarkedText.read(try file.content(of: page), fonts: fonts.maps(of: page["Resources"])))
        }
        inspection.fonts = fonts.fonts
        let numbers = Dictionary(pages.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        inspection.tags = TagWalk(pages: numbers, texts: texts).tags(below: catalogue["StructTreeRoot"])
        return inspection
    }

    private static func size(of page: PDFObject) -> (Double, Double) {
        for key in ["TrimBox", "CropBox", "MediaBox"] {
            let box = page[key]
            let sides = (0..<box.count).compactMap { box[$0].real }
            if sides.count == 4 { return (abs(sides[2] - sides[0]), abs(sides[3] - sides[1])) }
        }
        return (0, 0)
    }

    private static func links(on page: PDFObject, _ index: Int) -> [Link] {
        let annotations = page["Annots"]
        return (0..<annotations.count).compactMap { at in
            let annotation = annotations[at]
            guard annotation["Subtype"].name == "Link" else { return nil }
            let action = annotation["A"]
            let place = annotation["Dest"].isNull ? action["D"] : annotation["Dest"]
            let target = action["URI"].text ?? "#" + (place.text ?? place.name ?? "?")
            return Link(page: index, target: target, contents: annotation["Contents"].text ?? "")
        }
    }

    private static func outline(of catalogue: PDFObject) -> [Bookmark] {
        var bookmarks: [Bookmark] = []
        var seen: Set<Int> = []
        var waiting = [(catalogue["Outlines"]["First"], 0)]
        while let (item, depth) = waiting.popLast() {
            guard item.isDictionary, seen.insert(item.number).inserted else { continue }
            bookmarks.append(Bookmark(depth: depth, title: item["Title"].text ?? ""))
            waiting.append((item["Next"], depth))
            waiting.append((item["First"], depth + 1))
        }
        return bookmarks
    }
}
