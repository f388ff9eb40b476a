// SPDX-License-Identifier: GPL-3.0-or-later
internal import Layout
internal import PDFSyntax

/// What the file says of itself, twice: in the information dictionary and, the same, in XMP.
struct Metadata {
    private static let program = "Pamphlet"
    private let information: DocumentInformation
    private let isPrint: Bool
    private let isDiscreet: Bool
    private let date: DateText

    init(_ information: DocumentInformation, isPrint: Bool, isDiscreet: Bool) {
        self.information = information
        self.isPrint = isPrint
        self.isDiscreet = isDiscreet
        date = DateText(secondsSince1970: information.date)
    }

    /// Writes the information dictionary.
    func writeInformation(to text: inout ObjectText) {
        text.put("<</Title")
        text.put(text: information.title)
        if !information.author.isEmpty {
            text.put("/Author")
            text.put(text: information.author)
        }
        if !information.summary.isEmpty {
            text.put("/Subject")
            text.put(text: information.summary)
        }
        if !isDiscreet {
            text.put("/Creator")
            text.put(text: Self.program)
            text.put("/Producer")
            text.put(text: Self.program)
        }
        text.put("/CreationDate")
        text.put(text: date.pdf)
        text.put("/ModDate")
        text.put(text: date.pdf)
        if isPrint { text.put("/Trapped/False") }
        text.put(">>")
    }

    /// The XMP packet; `identity` is 128 bits made of the content.
    func packet(identity: (UInt64, UInt64)) -> [UInt8] {
        var text = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
            """
        text += isPrint ? Self.pressNamespaces : Self.archiveNamespaces
        text +=
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(information.title))</rdf:li></rdf:Alt></dc:title>\n"
        if !information.author.isEmpty {
            text += "<dc:creator><rdf:Seq><rdf:li>\(escaped(information.author))</rdf:li></rdf:Seq></dc:creator>\n"
        }
        if !information.summary.isEmpty {
            text +=
                "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(information.summary))</rdf:li></rdf:Alt>"
            text += "</dc:description>\n"
        }
        text += "<dc:language><rdf:Bag><rdf:li>\(information.language)</rdf:li></rdf:Bag></dc:language>\n"
        for name in ["CreateDate", "ModifyDate", "MetadataDate"] { text += "<xmp:\(name)>\(date.iso)</xmp:\(name)>\n" }
        if !isDiscreet {
            text += "<xmp:CreatorTool>\(Self.program)</xmp:CreatorTool>\n<pdf:Producer>\(Self.program)</pdf:Producer>\n"
        }
        text += isPrint ? press(identity) : Self.archive
        text += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
        return Array(text.utf8)
    }

    private static let pressNamespaces = """

         xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
         xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">

        """
    private static let archiveNamespaces = """

         xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
         xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
         xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
         xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
         xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">

        """
    /// PDF/A does not know the property of PDF/UA: it must be described.
    private static let archive = """
        <pdfaid:part>2</pdfaid:part>
        <pdfaid:conformance>A</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>

        """

    private func press(_ identity: (UInt64, UInt64)) -> String {
        func digits(_ value: UInt64) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        // Version 8 and variant 1 of RFC 9562: bits of one's own making.
        let high = digits(identity.0 & ~0xF000 | 0x8000)
        let low = digits(identity.1 & ~(3 << 62) | 1 << 63)
        let uuid =
            "\(high.prefix(8))-\(high.dropFirst(8).prefix(4))-\(high.suffix(4))-\(low.prefix(4))-\(low.dropFirst(4))"
        return """
            <xmpMM:DocumentID>uuid:\(uuid)</xmpMM:DocumentID>
            <xmpMM:VersionID>1</xmpMM:VersionID>
            <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
            <pdf:Trapped>False</pdf:Trapped>
            <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>

            """
    }

    private func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            // XML has no other control characters.
            case "\u{0}"..<"\u{9}", "\u{B}"..<"\u{D}", "\u{E}"..<" ": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
