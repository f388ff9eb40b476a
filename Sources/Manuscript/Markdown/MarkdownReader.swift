// SPDX-License-Identifier: GPL-3.0-or-later
internal import CommonMark
public import Groundwork

/// Turns Markdown into blocks, with the place of each piece in its file.
public struct MarkdownReader: Sendable {
    /// Where the identities of blocks come from; goes on from file to file.
    public var ids: NodeIDSource
    private let language: LanguageTag

    /// A reader for a publication in `language`.
    public init(ids: NodeIDSource = NodeIDSource(), language: LanguageTag) {
        self.ids = ids
        self.language = language
    }

    /// Reads `file` from the UTF-8 offset `offset` on, where its front matter ends.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - offset: where its Markdown begins.
    ///   - figurePath: gives the key in `Publication.images` of a picture's path as written; reports what is wrong with it.
    ///   - diagnostics: takes the faults found.
    /// - Returns: what the file holds.
    public mutating func read(
        _ file: SourceFile, from offset: Int = 0, figurePath: (String, Origin, inout Diagnostics) -> String?,
        diagnostics: inout Diagnostics
    ) -> MarkdownDocument {
        let bytes = Array(file.text.utf8)
        var preparation = Preparation(bytes)
        preparation.prepareDocument(from: min(max(offset, 0), bytes.count))
        return withoutActuallyEscaping(figurePath) { figurePath in
            var conversion = Conversion(
                preparation, ground: .file(file), ids: ids, language: language, figurePath: figurePath)
            swap(&conversion.diagnostics, &diagnostics)
            let document = conversion.document(preparation.faults)
            swap(&conversion.diagnostics, &diagnostics)
            ids = conversion.ids
            return document
        }
    }

    /// Reads the inline Markdown of a YAML value or of a translation.
    ///
    /// - Parameters:
    ///   - text: the text; nothing in it begins a block.
    ///   - origin: where it stands: every piece gets this place.
    ///   - diagnostics: takes the faults found.
    /// - Returns: the text's pieces. A picture's path is taken as it is written: it is resolved already.
    public static func inlines(_ text: String, in origin: Origin, diagnostics: inout Diagnostics) -> [Inline] {
        // Most texts hold nothing to read.
        guard !text.isEmpty else { return [] }
        if text.utf8.allSatisfy({ InlineSigns.isPlain($0) }), text.utf8.first != 32, text.utf8.last != 32 {
            return [Inline(.text(text), at: origin)]
        }
        let bytes = Array(text.utf8)
        var preparation = Preparation(bytes)
        preparation.prepareInline(0..<bytes.count)
        return withoutActuallyEscaping({ (path: String, _: Origin, _: inout Diagnostics) -> String? in path }) { path in
            var conversion = Conversion(
                preparation, ground: .fixed(origin), ids: NodeIDSource(), language: .british, figurePath: path)
            swap(&conversion.diagnostics, &diagnostics)
            let inlines = conversion.runningText(preparation.faults)
            swap(&conversion.diagnostics, &diagnostics)
            return inlines
        }
    }
}

/// Which bytes mean nothing in running text.
enum InlineSigns {
    /// Letters, digits, blanks and the punctuation that Markdown takes for itself.
    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "v"), UInt8(ascii: "x")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ","),
            UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "%"), UInt8(ascii: "("), 32, 0xD0, 0xD1:
            true
        // The bytes that follow a Cyrillic lead.
        case 0x80...0xBF: true
        default: false
        }
    }
}
