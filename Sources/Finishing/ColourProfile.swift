// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import PDFSyntax

/// An ICC profile as an output intent's: ISO 15076-1, 7.2 and 9.2.
struct ColourProfile {
    let bytes: [UInt8]

    /// The profile of `bytes`. Throws unless it is of class `prtr` and CMYK for print, of `mntr` and RGB for screen.
    init(_ bytes: [UInt8], isPrint: Bool) throws(StageFailure) {
        self.bytes = bytes
        let wanted = isPrint ? ["prtr", "CMYK"] : ["mntr", "RGB "]
        guard bytes.count >= 132, [Self.text(bytes[12..<16]), Self.text(bytes[16..<20])] == wanted else {
            throw StageFailure(
                isPrint
                    ? "the press profile is no ICC profile of a CMYK printer"
                    : "the screen profile is no ICC profile of an RGB display")
        }
    }

    /// Writes the output intent that refers to the profile as object `number`.
    func writeIntent(profile number: Int, isPrint: Bool, to text: inout ObjectText) {
        let description = description
        let condition = isPrint ? Self.condition(of: description) : "sRGB IEC61966-2.1"
        text.put("<</Type/OutputIntent/S")
        if isPrint { text.put("/GTS_PDFX") } else { text.put("/GTS_PDFA1") }
        text.put("/OutputConditionIdentifier")
        text.put(text: condition ?? "Custom")
        text.put("/Info")
        text.put(text: description.isEmpty ? condition ?? "Custom" : description)
        if condition != nil { text.put("/RegistryName(http://www.color.org)") }
        text.put("/DestOutputProfile")
        text.put(reference: number)
        text.put(">>")
    }

    /// The characterised printing condition in the ICC's registry, told by the names of profiles in use.
    private static func condition(of description: String) -> String? {
        let name = String(description.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" })
        let known = [
            ("fogra39", "FOGRA39"), ("isocoatedv2", "FOGRA39"), ("fogra51", "FOGRA51"), ("psocoatedv3", "FOGRA51"),
            ("fogra52", "FOGRA52"), ("psouncoatedv3", "FOGRA52"), ("fogra47", "FOGRA47"), ("fogra29", "FOGRA29"),
        ]
        return known.first { name.contains($0.0) }?.1
    }

    /// The text of the `desc` tag; empty if it cannot be read.
    private var description: String {
        for entry in 0..<min(number(at: 128), 100) {
            let at = 132 + 12 * entry
            guard at + 12 <= bytes.count else { return "" }
            guard Self.text(bytes[at..<at + 4]) == "desc" else { continue }
            let start = number(at: at + 4)
            guard start + 28 <= bytes.count else { return "" }
            if Self.text(bytes[start..<start + 4]) == "desc" {
                let end = min(start + 12 + number(at: start + 8), bytes.count)
                return end > start + 12 ? Self.text(bytes[start + 12..<end].prefix { $0 != 0 }) : ""
            }
            let (from, count) = (start + number(at: start + 24), number(at: start + 20))
            guard from + count <= bytes.count else { return "" }
            let units = stride(from: from, to: from + count - 1, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            return String(decoding: units, as: UTF16.self)
        }
        return ""
    }

    private func number(at index: Int) -> Int {
        index + 4 <= bytes.count ? bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) } : 0
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
