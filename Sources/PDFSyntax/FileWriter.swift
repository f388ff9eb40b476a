// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// A PDF file in the making: objects are numbered first and written in any order, those that are no streams into object streams
/// (ISO 32000-1:2008, 7.5.7 and 7.5.8). Everything goes out compressed as soon as it is written: nothing is kept but the places.
///
/// libqpdf could write too, but keeps every object in memory and takes ten times as long over a structure tree.
public struct FileWriter {
    private enum Place {
        case free
        case offset(Int)
        case stream(Int, index: Int)
    }

    private var output: [UInt8] = []
    private var places: [Place] = [.free]
    private let deflater: Deflater
    /// Objects for the next object stream: `number offset` for each, and their text.
    private var batch: [Int] = []
    private var heads = ObjectText()
    private var bodies = ObjectText()
    private static let batchSize = 200

    /// A file without objects, of `version`.
    public init(version: String) throws(StageFailure) {
        deflater = try Deflater()
        output.append(contentsOf: "%PDF-\(version)\n".utf8)
        // Four bytes above 127 tell programs that the file is binary.
        output.append(contentsOf: [0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    }

    /// Numbers for `count` more objects, to be written at any time: gives the first.
    public mutating func allocate(_ count: Int = 1) -> Int {
        let first = places.count
        places.append(contentsOf: repeatElement(.free, count: max(0, count)))
        return first
    }

    /// Writes object `number`, which was allocated and is no stream.
    public mutating func object(_ number: Int, _ write: (inout ObjectText) -> Void) {
        heads.put(number)
        heads.put(" ")
        heads.put(bodies.bytes.count)
        heads.put(" ")
        batch.append(number)
        write(&bodies)
        bodies.put("\n")
        if batch.count == Self.batchSize { flush() }
    }

    /// Writes object `number`, a stream whose `data` is compressed unless `isPlain`; `entries` are those of its dictionary.
    public mutating func stream(
        _ number: Int, _ data: [UInt8], isPlain: Bool = false, _ entries: (inout ObjectText) -> Void = { _ in }
    ) {
        if places.indices.contains(number) { places[number] = .offset(output.count) }
        var encoded: [UInt8] = []
        if !isPlain { deflater.compress(data, to: &encoded) }
        var text = ObjectText()
        text.put(number)
        text.put(" 0 obj\n<<")
        entries(&text)
        if !isPlain { text.put("/Filter/FlateDecode") }
        text.put("/Length ")
        text.put(isPlain ? data.count : encoded.count)
        text.put(">>\nstream\n")
        output.append(contentsOf: text.bytes)
        output.append(contentsOf: isPlain ? data : encoded)
        output.append(contentsOf: "\nendstream\nendobj\n".utf8)
    }

    private mutating func flush() {
        guard !batch.isEmpty else { return }
        let number = allocate()
        for (index, object) in batch.enumerated() where places.indices.contains(object) {
            places[object] = .stream(number, index: index)
        }
        let (count, first) = (batch.count, heads.bytes.count)
        stream(number, heads.bytes + bodies.bytes) { text in
            text.put("/Type/ObjStm/N ")
            text.put(count)
            text.put("/First ")
            text.put(first)
        }
        batch.removeAll(keepingCapacity: true)
        heads.bytes.removeAll(keepingCapacity: true)
        bodies.bytes.removeAll(keepingCapacity: true)
    }

    /// 128 bits made of all that is written so far.
    public var digest: (UInt64, UInt64) {
        var (one, two): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9AE1_6A3B_2F90_404F)
        func mix(_ word: UInt64) {
            one = (one ^ word) &* 0x9E37_79B9_7F4A_7C15
            one ^= one >> 32
            two = (two ^ word) &* 0x9FB2_1C65_1E98_DF25
            two ^= two >> 29
        }
        output.withUnsafeBytes { bytes in
            var at = 0
            while at + 8 <= bytes.count {
                mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
                at += 8
            }
            for byte in bytes[at...] { mix(UInt64(byte)) }
        }
        return (one, two)
    }

    /// The file, with its catalogue and information dictionary by number. The file's identifier is made of its bytes.
    public mutating func finish(root: Int, information: Int) -> [UInt8] {
        flush()
        let (one, two) = digest
        let number = allocate()
        let start = output.count
        places[number] = .offset(start)
        var table: [UInt8] = []
        table.reserveCapacity(places.count * 7)
        for place in places {
            let (kind, wide, narrow): (UInt8, Int, Int) =
                switch place {
                case .free: (0, 0, 0)
                case .offset(let offset): (1, offset, 0)
                case .stream(let stream, let index): (2, stream, index)
                }
            table.append(kind)
            for shift in [24, 16, 8, 0] { table.append(UInt8(truncatingIfNeeded: wide >> shift)) }
            for shift in [8, 0] { table.append(UInt8(truncatingIfNeeded: narrow >> shift)) }
        }
        let size = places.count
        stream(number, table) { text in
            text.put("/Type/XRef/W[1 4 2]/Size ")
            text.put(size)
            text.put("/Root")
            text.put(reference: root)
            text.put("/Info")
            text.put(reference: information)
            text.put("/ID[")
            for _ in 0..<2 {
                text.put("<")
                for word in [one, two] {
                    for shift in stride(from: 56, through: 0, by: -8) {
                        text.put(hex: UInt8(truncatingIfNeeded: word >> UInt64(shift)))
                    }
                }
                text.put(">")
            }
            text.put("]")
        }
        output.append(contentsOf: "startxref\n\(start)\n%%EOF\n".utf8)
        return output
    }
}
