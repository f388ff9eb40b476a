// SPDX-License-Identifier: GPL-3.0-or-later

/// A plain PDF file in the making: numbered objects one after another, then the cross-reference table. libqpdf reads it as it would any
/// file, at a tenth of what building the objects through its interface costs.
public struct FileText: Sendable {
    private var text = ObjectText()
    private var places: [Int]

    /// A file without objects.
    public init() {
        places = [0]
        text.put("%PDF-1.7\n")
    }

    /// Numbers for `count` more objects, to be written at any time: gives the first.
    public mutating func allocate(_ count: Int = 1) -> Int {
        let first = places.count
        places.append(contentsOf: repeatElement(0, count: max(0, count)))
        return first
    }

    /// Writes object `number`, which was allocated.
    public mutating func object(_ number: Int, _ write: (inout ObjectText) -> Void) {
        begin(number)
        write(&text)
        text.put("\nendobj\n")
    }

    /// Writes object `number`, a stream of `data` that is not compressed; `entries` are those of its dictionary.
    public mutating func stream(_ number: Int, _ data: [UInt8], _ entries: (inout ObjectText) -> Void = { _ in }) {
        begin(number)
        text.put("<<")
        entries(&text)
        text.put("/Length ")
        text.put(data.count)
        text.put(">>stream\n")
        text.bytes.append(contentsOf: data)
        text.put("\nendstream\nendobj\n")
    }

    private mutating func begin(_ number: Int) {
        if places.indices.contains(number) { places[number] = text.bytes.count }
        text.put(number)
        text.put(" 0 obj\n")
    }

    /// The file, with its catalogue and information dictionary by number.
    public consuming func finish(root: Int, information: Int) -> [UInt8] {
        let start = text.bytes.count
        text.put("xref\n0 ")
        text.put(places.count)
        text.put("\n0000000000 65535 f \n")
        for place in places.dropFirst() {
            let digits = String(place)
            text.put(verbatim: String(repeating: "0", count: max(0, 10 - digits.utf8.count)))
            text.put(verbatim: digits)
            // An object that was never written is free.
            if place == 0 { text.put(" 00000 f \n") } else { text.put(" 00000 n \n") }
        }
        text.put("trailer\n<</Size ")
        text.put(places.count)
        text.put("/Root")
        text.put(reference: root)
        text.put("/Info")
        text.put(reference: information)
        text.put(">>\nstartxref\n")
        text.put(start)
        text.put("\n%%EOF\n")
        return text.bytes
    }
}
