// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds where a word with hyphens, dashes or slashes, or an address, may end a line.
struct WordSplitter {
    struct Part {
        var range: Range<Int>
        var joint: Joint
        var penalty: Int32
        var hasSoftHyphens: Bool
    }

    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    func parts() -> [Part] {
        var parts: [Part] = []
        var start = 0
        var soft = false
        let address = isAddress
        var index = 0
        while index < bytes.count {
            let mark = Mark(bytes, at: index)
            if mark == .softHyphen { soft = true }
            let length = mark?.length ?? 1
            if let cut = address ? addressCut(index) : wordCut(index, mark), cut.at > start, cut.at < bytes.count {
                parts.append(Part(range: start..<cut.at, joint: cut.joint, penalty: cut.penalty, hasSoftHyphens: soft))
                start = cut.at
                soft = mark == .softHyphen && start <= index
            }
            index += length
        }
        parts.append(Part(range: start..<bytes.count, joint: .none, penalty: 0, hasSoftHyphens: soft))
        return parts
    }

    /// A web or mail address, or a host with a path.
    private var isAddress: Bool {
        if bytes.starts(with: "www.".utf8) { return true }
        var dot = false
        for index in bytes.indices {
            switch bytes[index] {
            case 0x2E: dot = dot || (index > 0 && index + 1 < bytes.count)
            case 0x40 where index > 0 && index + 1 < bytes.count: return true
            case 0x2F where dot: return true
            case 0x3A where index + 2 < bytes.count && bytes[index + 1] == 0x2F && bytes[index + 2] == 0x2F: return true
            default: break
            }
        }
        return false
    }

    private typealias Cut = (at: Int, joint: Joint, penalty: Int32)

    /// After a slash and the like, before a full stop: no mark of ours that could be taken for a part of the address.
    private func addressCut(_ index: Int) -> Cut? {
        guard index + 1 < bytes.count else { return nil }
        switch bytes[index] {
        case 0x2F:
            if bytes[index + 1] == 0x2F { return nil }
            // A scheme alone at a line's end says nothing.
            return (index + 1, .seam, index > 0 && bytes[index - 1] == 0x2F ? 800 : 50)
        case 0x3F, 0x26, 0x23, 0x3D: return (index + 1, .seam, 100)
        // Its own hyphen begins the next line: at the end of one it would be taken for ours.
        case 0x2D, 0x5F:
            guard index > 0, isWordByte(index - 1), isWordByte(index + 1) else { return nil }
            return (index, .seam, 400)
        case 0x2E, 0x40:
            guard index > 0, isWordByte(index - 1), isWordByte(index + 1) else { return nil }
            return (index, .seam, bytes[index] == 0x40 ? 1500 : 100)
        default: return nil
        }
    }

    private func wordCut(_ index: Int, _ mark: Mark?) -> Cut? {
        if mark == .dash {
            let next = index + 3
            guard index > 0, next < bytes.count, isWordByte(index - 1) || bytes[index + 2] == 0x94, isWordByte(next)
            else { return nil }
            if bytes[index + 2] == 0x90 {
                return letters(before: index) && letters(after: next) ? (next, .hyphen, 50) : nil
            }
            return (next, .seam, isDigit(index - 1) && isDigit(next) ? 1000 : 50)
        }
        switch bytes[index] {
        case 0x2D where letters(before: index) && letters(after: index + 1): return (index + 1, .hyphen, 50)
        case 0x2F where letters(before: index) && letters(after: index + 1): return (index + 1, .seam, 200)
        default: return nil
        }
    }

    private func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(bytes[index]) }

    private func isWordByte(_ index: Int) -> Bool { isDigit(index) || isLetter(index) }

    /// Near enough: every character beyond ASCII counts, save blanks and general punctuation.
    private func isLetter(_ index: Int) -> Bool {
        let byte = bytes[index]
        if byte >= 0x80 { return byte != 0xC2 && byte != 0xE2 }
        return (0x61...0x7A).contains(byte | 0x20)
    }

    /// Whether two letters stand before `index`; `5-й` and `г-н` stay whole.
    private func letters(before index: Int) -> Bool {
        var index = index - 1
        var count = 0
        while index >= 0, count < 2, isLetter(index) {
            if bytes[index] & 0xC0 != 0x80 { count += 1 }
            index -= 1
        }
        return count == 2
    }

    private func letters(after index: Int) -> Bool {
        var index = index
        var count = 0
        while index < bytes.count, count < 2, isLetter(index) {
            if bytes[index] & 0xC0 != 0x80 { count += 1 }
            index += 1
        }
        return count == 2
    }
}
