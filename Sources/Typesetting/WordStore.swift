// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Languages

/// What distinguishes shapings of the same letters: a style without size and colour.
struct ShapeStyle: Hashable {
    var faces: [FaceKey]
    var features: [String]
    var language: LanguageTag
    var isRightToLeft = false
}

/// A word as the breaker sees it. Lengths in em.
struct WordEntry {
    /// Its bytes in the arena.
    var start: Int32
    var length: Int32
    var style: Int32
    var advance: Float
    /// How many glyphs, for tracking.
    var count: Int32
    /// How far its beginning and its end may stick out of the line.
    var head: Float
    var tail: Float
    var traits: WordTraits
    /// Its edges for kerning.
    var first: Int32
    var last: Int32
    /// The kerns to a blank before and after it.
    var kernBefore: Float
    var kernAfter: Float
    /// Its division points in the store's list; −1 until somebody asks.
    var points: Int32 = -1
    var pointCount: Int32 = 0
}

/// Every distinct word of a task, shaped once. A word is found by its bytes without making a string.
final class WordStore {
    let fonts: FontBook
    let kerning: Kerning
    private(set) var entries: [WordEntry] = []
    private(set) var strings: [GlyphString] = []
    /// For words of several strings: all of them.
    private(set) var mixed: [Int32: [GlyphString]] = [:]
    private(set) var missing: [Int32: [Unicode.Scalar]] = [:]
    private(set) var styles: [ShapeStyle] = []
    var points: [DivisionPoint] = []
    private var numbers: [ShapeStyle: Int32] = [:]
    private var glue: [String: Glue] = [:]
    private var blanks: [Float] = []
    private var blankStrings: [FaceKey: GlyphString] = [:]
    private var hyphens: [Int32] = []
    private var arena: [UInt8] = []
    /// Open addressing: the word's number + 1 in the low half, bits of its hash in the high half.
    private var table = [UInt64](repeating: 0, count: 4096)

    init(fonts: FontBook) {
        self.fonts = fonts
        kerning = Kerning(fonts: fonts)
    }

    /// The number of the style of `style`.
    func number(of style: TextStyle, isRightToLeft: Bool = false) -> Int32 {
        let shape = ShapeStyle(
            faces: style.faces, features: style.features, language: style.language, isRightToLeft: isRightToLeft)
        if let number = numbers[shape] { return number }
        let number = Int32(styles.count)
        numbers[shape] = number
        styles.append(shape)
        let language = style.language.primary
        if glue[language] == nil { glue[language] = Language.of(style.language).glue }
        let blank = shape.faces.first.map {
            fonts.shape(" ", face: $0, features: shape.features, language: shape.language).advance
        }
        blanks.append(Float(blank ?? 0.25))
        hyphens.append(-1)
        return number
    }

    /// The hyphen of `style`, for divided words.
    func hyphen(_ style: Int32) -> Int32 {
        if hyphens[Int(style)] < 0 {
            let mark: [UInt8] = [0x2D]
            hyphens[Int(style)] = mark.withUnsafeBytes { word($0, style: style) }
        }
        return hyphens[Int(style)]
    }

    /// The advance of a blank, in em.
    func blank(_ style: Int32) -> Double { Double(blanks[Int(style)]) }

    /// A blank of `face`, as the glyphs beside it have it.
    func blankString(_ face: FaceKey, _ style: Int32) -> GlyphString {
        if let blank = blankStrings[face] { return blank }
        let blank = fonts.shape(" ", face: face, features: [], language: styles[Int(style)].language)
        blankStrings[face] = blank
        return blank
    }

    /// A mirrored bracket as what its glyph shows: one glyph has one text in a file, and elsewhere it stands for itself.
    func turned(_ string: GlyphString) -> GlyphString {
        guard let other = string.text.unicodeScalars.first.flatMap(Mirroring.other) else { return string }
        return GlyphString(face: string.face, text: String(Character(other)), glyphs: string.glyphs)
    }

    /// The text of a word.
    func text(_ word: Int32, _ range: Range<Int>? = nil) -> String {
        let entry = entries[Int(word)]
        let start = Int(entry.start)
        let range = range ?? 0..<Int(entry.length)
        return String(decoding: arena[start + range.lowerBound..<start + range.upperBound], as: UTF8.self)
    }

    /// The word of the bytes `range` of `word`, shaped by themselves.
    func part(_ word: Int32, _ range: Range<Int>) -> Int32 {
        let entry = entries[Int(word)]
        if range.lowerBound == 0, range.upperBound == Int(entry.length) { return word }
        let start = Int(entry.start)
        let bytes = Array(arena[start + range.lowerBound..<start + range.upperBound])
        return bytes.withUnsafeBufferPointer { self.word(UnsafeRawBufferPointer($0), style: entry.style) }
    }

    /// The number of the word of `bytes` in `style`.
    func word(_ bytes: UnsafeRawBufferPointer, style: Int32) -> Int32 {
        let hash = Self.hash(bytes, style)
        let mask = table.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while table[slot] != 0 {
            if table[slot] >> 32 == hash >> 32 {
                let number = Int32(truncatingIfNeeded: table[slot] & 0xFFFF_FFFF) - 1
                if matches(number, bytes, style) { return number }
            }
            slot = (slot + 1) & mask
        }
        let number = Int32(entries.count)
        table[slot] = (hash >> 32) << 32 | UInt64(number + 1)
        shape(bytes, style)
        if entries.count * 2 > table.count { grow() }
        return number
    }

    private func matches(_ number: Int32, _ bytes: UnsafeRawBufferPointer, _ style: Int32) -> Bool {
        let entry = entries[Int(number)]
        guard entry.style == style, Int(entry.length) == bytes.count else { return false }
        let start = Int(entry.start)
        return arena.withUnsafeBufferPointer { arena in
            for index in 0..<bytes.count where arena[start + index] != bytes[index] { return false }
            return true
        }
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer, _ style: Int32) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: style) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
        var index = 0
        while index + 8 <= bytes.count {
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
            index += 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        hash = (hash ^ rest) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        return hash &* 0xD6E8_FEB8_6659_FD93 | (1 << 63)
    }

    private func grow() {
        // The low bits of the hash are not kept, so each word is hashed again.
        table = [UInt64](repeating: 0, count: table.count * 4)
        let mask = table.count - 1
        arena.withUnsafeBytes { arena in
            for (number, entry) in entries.enumerated() {
                let start = Int(entry.start)
                let bytes = UnsafeRawBufferPointer(rebasing: arena[start..<start + Int(entry.length)])
                let hash = Self.hash(bytes, entry.style)
                var slot = Int(truncatingIfNeeded: hash) & mask
                while table[slot] != 0 { slot = (slot + 1) & mask }
                table[slot] = (hash >> 32) << 32 | UInt64(number + 1)
            }
        }
    }

    private func shape(_ bytes: UnsafeRawBufferPointer, _ styleNumber: Int32) {
        let style = styles[Int(styleNumber)]
        let number = Int32(entries.count)
        let text = String(decoding: bytes, as: UTF8.self)
        let shaped = FallbackShaper(fonts: fonts, style: style).shape(text)
        var traits = glue[style.language.primary].map { WordTraits(text, glue: $0) } ?? []
        if !shaped.missing.isEmpty {
            traits.insert(.missing)
            missing[number] = shaped.missing
        }
        if style.isRightToLeft {
            traits.insert(.backward)
            if text.unicodeScalars.count == 1, text.unicodeScalars.first.map(Mirroring.other) ?? nil != nil {
                traits.insert(.mirrored)
            }
        }
        if shaped.strings.contains(where: { $0.face != style.faces.first }) { traits.insert(.borrowed) }
        if shaped.strings.count > 1 {
            traits.insert(.mixed)
            mixed[number] = shaped.strings
        }
        let advance = shaped.strings.reduce(0) { $0 + $1.advance }
        let table = Protrusion.table(fontName(style))
        let head = table.head(of: text) * Double(shaped.strings.first?.glyphs.first?.advance ?? 0)
        let tail = table.tail(of: text) * Double(shaped.strings.last?.glyphs.last?.advance ?? 0)
        let backward = traits.contains(.backward)
        let first = backward ? -1 : shaped.strings.first.map { kerning.edge(of: $0, isLast: false, style: style) } ?? -1
        let last = backward ? -1 : shaped.strings.last.map { kerning.edge(of: $0, isLast: true, style: style) } ?? -1
        entries.append(
            WordEntry(
                start: Int32(arena.count), length: Int32(bytes.count), style: styleNumber, advance: Float(advance),
                count: Int32(shaped.strings.reduce(0) { $0 + $1.glyphs.count }), head: backward ? 0 : Float(head),
                tail: backward ? 0 : Float(tail), traits: traits, first: first, last: last,
                kernBefore: kerning.besideBlank(first, after: false), kernAfter: kerning.besideBlank(last, after: true))
        )
        strings.append(
            shaped.strings.first ?? GlyphString(face: style.faces.first ?? FaceKey(index: 0), text: text, glyphs: []))
        arena.append(contentsOf: bytes)
    }

    /// The name of the style's first font; none if there is no such font.
    private func fontName(_ style: ShapeStyle) -> String {
        guard let face = style.faces.first, Int(face.index) < fonts.files.count else { return "" }
        return fonts.files[Int(face.index)].name
    }

    /// Notes where `word` may be divided.
    func setPoints(_ offsets: [Int], of word: Int32) -> Range<Int> {
        let first = points.count
        points += divisions(of: word, at: offsets)
        entries[Int(word)].points = Int32(first)
        entries[Int(word)].pointCount = Int32(points.count - first)
        return first..<points.count
    }

    /// The strings that draw `word`.
    func glyphStrings(of word: Int32) -> [GlyphString] { mixed[word] ?? [strings[Int(word)]] }
}
