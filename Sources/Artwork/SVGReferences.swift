// SPDX-License-Identifier: GPL-3.0-or-later

/// Looks in an SVG file for what reaches outside it: pictures, styles, fonts and entities from elsewhere, scripts, links.
///
/// Such a file changes when something else does, or opens what it must not. The library loads nothing from outside either;
/// this is what tells the author.
struct SVGReferences {
    private let bytes: [UInt8]

    /// Throws for text that is not UTF-8: in another encoding nothing of this would be found.
    init(_ bytes: [UInt8]) throws(ArtworkFault) {
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
            throw ArtworkFault("the SVG is not in UTF-8; save it in that encoding")
        }
        self.bytes = bytes
    }

    /// Throws for the first reference found.
    func check() throws(ArtworkFault) {
        try checkDeclarations()
        for start in places(of: "<") { try checkElement(start + 1) }
        var ends = Ends(bytes)
        for end in places(of: "href", after: true) { try checkAttribute(end, &ends) }
        for end in places(of: "url(", after: true) {
            try checkReference(bytes[end..<ends.next(UInt8(ascii: ")"), from: end)])
        }
    }

    private func checkDeclarations() throws(ArtworkFault) {
        if let start = places(of: "encoding").first, let end = places(of: "?>").first, start < end,
            bytes.starts(with: "<?xml".utf8) || bytes.dropFirst(3).starts(with: "<?xml".utf8)
        {
            let name = bytes[start..<end].split(whereSeparator: { $0 == 0x22 || $0 == 0x27 }).dropFirst().first ?? []
            let encoding = String(decoding: name, as: UTF8.self).lowercased()
            guard ["utf-8", "us-ascii", "ascii"].contains(encoding) else {
                throw ArtworkFault("the SVG is not in UTF-8; save it in that encoding")
            }
        }
        if !places(of: "<!doctype").isEmpty || !places(of: "<!entity").isEmpty {
            throw ArtworkFault("the SVG declares a document type; remove <!DOCTYPE …> and entities")
        }
        if !places(of: "@import").isEmpty || !places(of: "<?xml-stylesheet").isEmpty {
            throw ArtworkFault("the SVG imports styles; put them into it")
        }
    }

    /// Scripts are for browsers; a link's tag would break the page's own.
    private func checkElement(_ start: Int) throws(ArtworkFault) {
        let name = bytes[start...].prefix(64).prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        switch String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? name, as: UTF8.self) {
        case "script": throw ArtworkFault("the SVG has a script; remove it")
        case "a": throw ArtworkFault("the SVG has a link; links stand in the text")
        case "include": throw ArtworkFault("the SVG includes something outside it")
        default: break
        }
    }

    /// An attribute's value after `=` and a quotation mark; in text or in a longer name there is none.
    private func checkAttribute(_ start: Int, _ ends: inout Ends) throws(ArtworkFault) {
        let equals = skipBlanks(start)
        guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return }
        let quote = skipBlanks(equals + 1)
        guard quote < bytes.count, bytes[quote] == 0x22 || bytes[quote] == 0x27 else { return }
        try checkReference(bytes[quote + 1..<ends.next(bytes[quote], from: quote + 1)])
    }

    /// Only places in the file itself, and pictures written into it.
    private func checkReference(_ written: ArraySlice<UInt8>) throws(ArtworkFault) {
        var value = written
        for quote in ["\"", "'", "&quot;", "&apos;"] where value.drop(while: isBlank).starts(with: quote.utf8) {
            value = value.drop(while: isBlank).dropFirst(quote.utf8.count)
        }
        value = value.drop(while: isBlank)
        if value.first == UInt8(ascii: "#") || value.isEmpty { return }
        guard let comma = value.prefix(64).firstIndex(of: UInt8(ascii: ",")),
            ["data:image/png;base64", "data:image/jpeg;base64", "data:image/jpg;base64"].contains(
                String(decoding: value[..<comma], as: UTF8.self).lowercased())
        else {
            let shown = String(decoding: value.prefix(60), as: UTF8.self)
            throw ArtworkFault(
                "the SVG refers to ‘\(shown)’; only places in it and PNG or JPEG pictures written into it are allowed")
        }
        let ends: Set<UInt8> = [0x22, 0x27, UInt8(ascii: "&"), UInt8(ascii: ")")]
        let picture = try Base64.decode(value[(comma + 1)...].prefix { !ends.contains($0) })
        guard try Picture.raster(picture) != nil else {
            throw ArtworkFault("the SVG holds a picture that is neither PNG nor JPEG")
        }
    }

    private func skipBlanks(_ start: Int) -> Int {
        var offset = start
        while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
        return offset
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Where `words`, in lower case, stand, capitals being as good: the beginnings, or the offsets after them.
    private func places(of words: StaticString, after: Bool = false) -> [Int] {
        let count = words.utf8CodeUnitCount
        let target = words.utf8Start
        return bytes.withUnsafeBufferPointer { bytes in
            var found: [Int] = []
            var offset = 0
            while offset + count <= bytes.count {
                var matched = 0
                while matched < count, Self.lowered(bytes[offset + matched]) == target[matched] { matched += 1 }
                if matched == count { found.append(after ? offset + count : offset) }
                offset += 1
            }
            return found
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// Where values end. Asked in the order of the file it reads the file once: a file may hold millions that never end.
private struct Ends {
    private let bytes: [UInt8]
    private var found: [UInt8: Int] = [:]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The first `mark` from `start` on, or the end of the file; of one mark `start` must not go back.
    mutating func next(_ mark: UInt8, from start: Int) -> Int {
        var at = max(found[mark] ?? 0, start)
        while at < bytes.count, bytes[at] != mark { at += 1 }
        found[mark] = at
        return at
    }
}
