// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// Copies objects of a `PDFFile`, with all that they refer to, into a `FileWriter`; each once.
public struct ObjectCopier {
    private var numbers: [Int: Int] = [:]
    private var waiting: [PDFObject] = []

    /// Nothing is copied yet.
    public init() {}

    /// Writes `object` itself, not a reference to it, to `text`. What it refers to is copied by `finish(to:)`.
    public mutating func copy(_ object: PDFObject, to text: inout ObjectText, in writer: inout FileWriter)
        throws(StageFailure)
    {
        try write(object, to: &text, in: &writer, depth: 0)
    }

    /// Copies what was referred to.
    public mutating func finish(to writer: inout FileWriter) throws(StageFailure) {
        while let object = waiting.popLast() {
            guard let number = numbers[object.number] else { continue }
            var text = ObjectText()
            try write(object, to: &text, in: &writer, depth: 0)
            if object.isStream {
                // The dictionary without its brackets: the writer adds the length, and the filter where there is none.
                let entries = text.bytes.dropFirst(2).dropLast(2)
                writer.stream(number, try object.encodedData(), isPlain: !object["Filter"].isNull) {
                    $0.bytes.append(contentsOf: entries)
                }
            } else {
                writer.object(number) { $0.bytes.append(contentsOf: text.bytes) }
            }
        }
    }

    private mutating func write(
        _ object: PDFObject, to text: inout ObjectText, in writer: inout FileWriter, depth: Int
    ) throws(StageFailure) {
        guard depth < 64 else { throw StageFailure("PDF: objects are nested more than 64 deep") }
        if object.isArray {
            text.put("[")
            for index in 0..<object.count {
                if index > 0 { text.put(" ") }
                try writeValue(object[index], to: &text, in: &writer, depth: depth)
            }
            text.put("]")
        } else if object.isDictionary || object.isStream {
            text.put("<<")
            for key in object.keys where !(object.isStream && key == "Length") {
                text.put(name: key)
                text.put(" ")
                try writeValue(object[key], to: &text, in: &writer, depth: depth)
            }
            text.put(">>")
        } else {
            text.put(verbatim: object.spelling)
        }
    }

    private mutating func writeValue(
        _ value: PDFObject, to text: inout ObjectText, in writer: inout FileWriter, depth: Int
    ) throws(StageFailure) {
        guard value.isIndirect else { return try write(value, to: &text, in: &writer, depth: depth + 1) }
        let number = value.number
        if numbers[number] == nil {
            numbers[number] = writer.allocate()
            waiting.append(value)
        }
        text.put(reference: numbers[number] ?? 0)
    }
}
