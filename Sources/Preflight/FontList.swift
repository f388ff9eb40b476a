// SPDX-License-Identifier: GPL-3.0-or-later
internal import PDFSyntax

/// The fonts of a file, with what their codes say; each is read once.
struct FontList {
    /// In order of first use.
    private(set) var fonts: [Inspection.Font] = []
    private var maps: [Int: CodeMap] = [:]
    private var seenForms: Set<Int> = []

    /// Adds the fonts of a resource dictionary, and of the forms in it.
    mutating func add(_ resources: PDFObject) {
        var waiting = [resources]
        while let resources = waiting.popLast() {
            let fonts = resources["Font"]
            for key in fonts.keys { add(font: fonts[key]) }
            let objects = resources["XObject"]
            for key in objects.keys {
                let form = objects[key]
                guard form["Subtype"].name == "Form", seenForms.insert(form.number).inserted else { continue }
                waiting.append(form["Resources"])
            }
        }
    }

    /// What the fonts of a resource dictionary say, by their names there.
    func maps(of resources: PDFObject) -> [String: CodeMap] {
        let fonts = resources["Font"]
        var found: [String: CodeMap] = [:]
        for key in fonts.keys { found[key] = maps[fonts[key].number] }
        return found
    }

    private mutating func add(font: PDFObject) {
        guard maps[font.number] == nil else { return }
        let isComposite = font["Subtype"].name == "Type0"
        let toUnicode = font["ToUnicode"].isStream ? font["ToUnicode"].decodedData() : nil
        maps[font.number] = CodeMap(toUnicode ?? [], isWide: isComposite)
        let descriptor = (isComposite ? font["DescendantFonts"][0] : font)["FontDescriptor"]
        let name = font["BaseFont"].name ?? ""
        let tag = name.utf8.prefix(7)
        let isSubset = tag.count == 7 && tag.last == 0x2B && tag.dropLast().allSatisfy { (65...90).contains($0) }
        fonts.append(
            Inspection.Font(
                name: isSubset ? String(name.dropFirst(7)) : name,
                isEmbedded: ["FontFile", "FontFile2", "FontFile3"].contains { descriptor[$0].isStream },
                isSubset: isSubset, isReadable: toUnicode != nil))
    }
}

/// A ToUnicode map, read (ISO 32000-1:2008, 9.10.3).
struct CodeMap {
    private var texts: [UInt16: String] = [:]
    private let isWide: Bool
    /// How many codes ranges may still name: each could name all, a thousand times over.
    private var allowance = 1 << 18

    /// The map of `cmap`, for codes of two bytes if `isWide`.
    init(_ cmap: [UInt8], isWide: Bool) {
        self.isWide = isWide
        var tokens = ContentTokens(cmap)
        var strings: [[UInt16]] = []
        while tokens.next() {
            switch tokens.kind {
            case .string: strings.append(Self.units(cmap[tokens.start..<tokens.end]))
            case .composite:
                // The codes of a range, each with a text of its own.
                let list = Array(cmap[tokens.start + 1..<max(tokens.end - 1, tokens.start + 1)])
                var inner = ContentTokens(list)
                guard var code = strings.dropLast().last?.first else { continue }
                strings.removeLast(2)
                while inner.next() {
                    texts[code] = String(decoding: Self.units(list[inner.start..<inner.end]), as: UTF16.self)
                    code &+= 1
                }
            case .keyword:
                let word = cmap[tokens.start..<tokens.end]
                if word.elementsEqual("endbfchar".utf8) { addCharacters(strings) }
                if word.elementsEqual("endbfrange".utf8) { addRanges(strings) }
                strings = []
            default: break
            }
        }
    }

    /// What the bytes of a shown string say.
    func text(of bytes: [UInt8]) -> String {
        var text = ""
        if isWide {
            for at in stride(from: 0, to: bytes.count - 1, by: 2) {
                text += texts[UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])] ?? "\u{FFFD}"
            }
        } else {
            for byte in bytes { text += texts[UInt16(byte)] ?? "\u{FFFD}" }
        }
        return text
    }

    private mutating func addCharacters(_ strings: [[UInt16]]) {
        for at in stride(from: 0, to: strings.count - 1, by: 2) {
            if let code = strings[at].first { texts[code] = String(decoding: strings[at + 1], as: UTF16.self) }
        }
    }

    private mutating func addRanges(_ strings: [[UInt16]]) {
        for at in stride(from: 0, to: strings.count - 2, by: 3) {
            guard let first = strings[at].first, let last = strings[at + 1].first, first <= last,
                var last16 = strings[at + 2].last
            else { continue }
            allowance -= Int(last - first) + 1
            guard allowance >= 0 else { return }
            for code in first...last {
                texts[code] = String(decoding: strings[at + 2].dropLast() + [last16], as: UTF16.self)
                last16 &+= 1
            }
        }
    }

    /// `<…>` as numbers of 16 bits; one byte is a number too.
    private static func units(_ text: ArraySlice<UInt8>) -> [UInt16] {
        let bytes = StringBytes.decode(text)
        guard bytes.count > 1 else { return bytes.map { UInt16($0) } }
        return stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    }
}
