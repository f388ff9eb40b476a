// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import PDFSyntax
internal import Rendering

/// Rewrites one content stream: carriers get their roles or become artifacts, what stands outside them becomes an artifact, colours become
/// inks for a press. All else is copied byte for byte.
struct ContentRewriter {
    private let source: [UInt8]
    private let carriers: [Carrier]
    private let roles: [TagNode.Role]
    private let colours: PressColours?
    private var output = ObjectText()
    /// How much of the source is in the output.
    private var copied = 0
    /// Open marked-content sequences.
    private var depth = 0
    /// Where an outline began that stands outside all carriers.
    private var strayStart: Int?
    private var numbers: [Double] = []
    private var operandStart: Int?
    private var composite = 0..<0
    private var seen: [Bool]
    /// The slots of the marks, by their new MCIDs.
    private(set) var slots: [Int32] = []
    /// Whether the stream is a page's: a form is painted inside a page's carriers.
    private let isPage: Bool

    /// A page's content with its carriers; `roles` by slot.
    init(page source: [UInt8], carriers: [Carrier], roles: [TagNode.Role], colours: PressColours?) {
        self.source = source
        self.carriers = carriers
        self.roles = roles
        self.colours = colours
        seen = Array(repeating: false, count: carriers.count)
        isPage = true
        output.bytes.reserveCapacity(source.count + source.count / 16 + 256)
    }

    /// A form's or a pattern's content.
    init(form source: [UInt8], colours: PressColours) {
        self.source = source
        self.colours = colours
        carriers = []
        roles = []
        seen = []
        isPage = false
    }

    /// Rewrites all of it. Throws if the marks are not the carriers.
    mutating func rewrite() throws(StageFailure) -> [UInt8] {
        var tokens = ContentTokens(source)
        while tokens.next() {
            if tokens.kind != .keyword {
                if operandStart == nil { operandStart = tokens.start }
                if tokens.kind == .number { numbers.append(tokens.number) }
                if tokens.kind == .composite { composite = tokens.start..<tokens.end }
                continue
            }
            try operate(from: operandStart ?? tokens.start, tokens.start, tokens.end)
            numbers.removeAll(keepingCapacity: true)
            operandStart = nil
            composite = 0..<0
        }
        if let missing = seen.firstIndex(of: false) {
            throw StageFailure("carrier \(missing) of \(carriers.count) was not drawn")
        }
        copy(to: source.count)
        return output.bytes
    }

    private mutating func copy(to end: Int) {
        guard end > copied else { return }
        output.bytes.append(contentsOf: source[copied..<end])
        copied = end
    }

    private mutating func operate(from start: Int, _ keyword: Int, _ end: Int) throws(StageFailure) {
        let first = source[keyword]
        let second = end - keyword > 1 ? source[keyword + 1] : 0
        let third = end - keyword > 2 ? source[keyword + 2] : 0
        switch (first, second, third, end - keyword) {
        case (0x42, 0x44, 0x43, 3), (0x42, 0x4D, 0x43, 3):  // BDC BMC
            if isPage { try beginMark(start, end) }
        case (0x45, 0x4D, 0x43, 3):  // EMC
            if isPage { endMark(start, end) }
        case (0x72, 0x67, _, 2), (0x52, 0x47, _, 2), (0x67, 0, _, 1), (0x47, 0, _, 1):  // rg RG g G
            if let colours { recolour(colours, isStroke: first < 0x60, start, end) }
        case (0x6D, 0, _, 1), (0x72, 0x65, _, 2):  // m re
            if isPage, depth == 0, strayStart == nil { strayStart = start }
        case (0x66, _, _, 1...2), (0x46, 0, _, 1), (0x42, 0, _, 1), (0x42, 0x2A, _, 2), (0x62, _, _, 1...2),
            (0x53, 0, _, 1), (0x73, 0, _, 1):  // f f* F B B* b b* S s
            wrapStray(from: strayStart ?? start, end)
            strayStart = nil
        case (0x6E, 0, _, 1):  // n
            strayStart = nil
        case (0x44, 0x6F, _, 2), (0x73, 0x68, _, 2), (0x54, 0x6A, _, 2), (0x54, 0x4A, _, 2), (0x27, 0, _, 1),
            (0x22, 0, _, 1), (0x42, 0x49, _, 3...):  // Do sh Tj TJ ' " BI
            wrapStray(from: start, end)
        default:
            break
        }
    }

    private mutating func wrapStray(from start: Int, _ end: Int) {
        guard isPage, depth == 0 else { return }
        copy(to: start)
        output.put("/Artifact<</Type/Layout>>BDC\n")
        copy(to: end)
        output.put("\nEMC")
    }

    private mutating func recolour(_ colours: PressColours, isStroke: Bool, _ start: Int, _ end: Int) {
        guard numbers.count == 3 || numbers.count == 1 else { return }
        copy(to: start)
        colours.write(numbers[0], numbers[numbers.count / 2], numbers[numbers.count - 1], to: &output)
        if isStroke { output.put("K") } else { output.put("k") }
        copied = end
    }

    private mutating func endMark(_ start: Int, _ end: Int) {
        depth -= 1
        guard depth != 0 else { return }
        // The end of a sequence inside a carrier, or one without a beginning.
        depth = max(depth, 0)
        copy(to: start)
        copied = end
    }

    private mutating func beginMark(_ start: Int, _ end: Int) throws(StageFailure) {
        copy(to: start)
        copied = end
        depth += 1
        // Inside a carrier cairo marks a ligature's text: the font says it too, and readers lose the rest of the carrier over it.
        guard depth == 1 else { return }
        strayStart = nil
        guard let number = markNumber() else {
            output.put("/Artifact<</Type/Layout>>BDC")
            return
        }
        guard carriers.indices.contains(number), !seen[number] else {
            throw StageFailure("carrier \(number) was drawn, \(carriers.count) are known")
        }
        seen[number] = true
        switch carriers[number].owner {
        case .artifact(.header): output.put("/Artifact<</Type/Pagination/Subtype/Header>>BDC")
        case .artifact(.footer): output.put("/Artifact<</Type/Pagination/Subtype/Footer>>BDC")
        case .artifact(.layout): output.put("/Artifact<</Type/Layout>>BDC")
        case .artifact(.background): output.put("/Artifact<</Type/Background>>BDC")
        case .tag(let slot): beginTag(slot, carriers[number].actualText)
        }
    }

    private mutating func beginTag(_ slot: Int, _ actualText: String?) {
        if let actualText {
            output.put("/Span<</MCID ")
            output.put(slots.count)
            output.put("/ActualText<FEFF")
            output.put(utf16: actualText)
            output.put(">>>BDC")
        } else {
            output.put(name: roles.indices.contains(slot) ? roles[slot].rawValue : "Span")
            output.put("<</MCID ")
            output.put(slots.count)
            output.put(">>BDC")
        }
        slots.append(Int32(clamping: slot))
    }

    /// The number after `/MCID` in the operand.
    private func markNumber() -> Int? {
        let key: [UInt8] = [0x2F, 0x4D, 0x43, 0x49, 0x44]
        var at = composite.lowerBound
        while at + key.count < composite.upperBound {
            if source[at..<at + key.count].elementsEqual(key) {
                var tokens = ContentTokens(Array(source[at + key.count..<composite.upperBound]))
                return tokens.next() && tokens.kind == .number ? Int(exactly: tokens.number) : nil
            }
            at += 1
        }
        return nil
    }
}
