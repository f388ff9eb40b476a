// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import PDFSyntax

/// The sheet round a page for a press: the bleed, and crop marks outside it, on all plates.
enum CropMarks {
    private static let length = 15.0
    private static let gap = 3.0

    /// The page's content cut at the bleed, then the marks, where the sheet has room for them; `page` is the trimmed
    /// page in the file's space.
    static func sheet(of content: [UInt8], page: Rect, bleed: Double, margin: Double) -> [UInt8] {
        guard margin - bleed >= gap + length else { return content }
        var text = ObjectText()
        text.bytes.reserveCapacity(content.count + 512)
        let frame = page.outset(by: bleed)
        text.put("q ")
        for value in [frame.x, frame.y, frame.width, frame.height] {
            text.put(value)
            text.put(" ")
        }
        text.put("re W n\n")
        text.bytes.append(contentsOf: content)
        text.put("\nQ\n/Artifact<</Type/Layout>>BDC\nq 1 1 1 1 K 0.25 w\n")
        for (x, outwards) in [(page.x, -1.0), (page.maxX, 1.0)] {
            for (y, upwards) in [(page.y, -1.0), (page.maxY, 1.0)] {
                let start = (x: x + outwards * (bleed + gap), y: y + upwards * (bleed + gap))
                line(from: (start.x, y), to: (start.x + outwards * length, y), &text)
                line(from: (x, start.y), to: (x, start.y + upwards * length), &text)
            }
        }
        text.put("Q\nEMC")
        return text.bytes
    }

    private static func line(from start: (Double, Double), to end: (Double, Double), _ text: inout ObjectText) {
        for (point, operation) in [(start, "m"), (end, "l")] {
            text.put(point.0)
            text.put(" ")
            text.put(point.1)
            text.put(" ")
            text.put(verbatim: operation)
            text.put(" ")
        }
        text.put("S\n")
    }
}
