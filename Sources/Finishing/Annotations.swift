// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import PDFSyntax

/// Link annotations (ISO 32000-1:2008, 12.5.6.5).
enum Annotations {
    /// Writes `link` as an annotation of `page`.
    static func write(
        _ link: LinkArea, at place: LinkPlace, isTagged: Bool, _ places: PagePlaces, to file: inout FileWriter
    ) {
        guard let first = link.frames.first else { return }
        var union = first
        for frame in link.frames.dropFirst() {
            let (right, bottom) = (max(union.maxX, frame.maxX), max(union.maxY, frame.maxY))
            let (left, top) = (min(union.x, frame.x), min(union.y, frame.y))
            union = Rect(x: left, y: top, width: right - left, height: bottom - top)
        }
        file.object(place.number) { text in
            text.put("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P")
            text.put(reference: places.number(of: place.page))
            text.put("/Rect")
            places.write(union, on: place.page, to: &text)
            if link.frames.count > 1 {
                text.put("/QuadPoints[")
                for frame in link.frames { writeCorners(of: frame, on: place.page, places, to: &text) }
                text.put("]")
            }
            text.put("/Contents")
            text.put(text: link.contents)
            if isTagged {
                text.put("/StructParent ")
                text.put(place.key)
            }
            switch link.target {
            case .destination(let name):
                text.put("/Dest")
                text.put(key: name)
            case .address(let address):
                text.put("/A<</S/URI/URI")
                text.put(string: escaped(address))
                text.put(">>")
            }
            text.put(">>")
        }
    }

    /// Top left, top right, bottom left, bottom right: the order that readers expect.
    private static func writeCorners(of frame: Rect, on page: Int, _ places: PagePlaces, to text: inout ObjectText) {
        for (x, y) in [(frame.x, frame.y), (frame.maxX, frame.y), (frame.x, frame.maxY), (frame.maxX, frame.maxY)] {
            text.put(" ")
            text.put(places.x(x))
            text.put(" ")
            text.put(places.y(y, on: page))
        }
    }

    /// An address in ASCII: other bytes of its UTF-8 as `%XX`.
    private static func escaped(_ address: String) -> [UInt8] {
        var text = ObjectText()
        for byte in address.utf8 {
            if byte > 0x20, byte < 0x7F {
                text.bytes.append(byte)
            } else {
                text.put("%")
                text.put(hex: byte)
            }
        }
        return text.bytes
    }
}
