// SPDX-License-Identifier: GPL-3.0-or-later

/// The tokens of a content stream (ISO 32000-1:2008, 7.2 and 7.8.2). Any bytes are accepted: what is
/// no token is passed over as an operator, so that a writer who copies ranges never loses a byte.
public struct ContentTokens: Sendable {
    /// What a token is.
    public enum Kind: Sendable {
        /// A number: its value is in `number`.
        case number
        /// `/Name`.
        case name
        /// A string, literal or hexadecimal.
        case string
        /// The outermost `[ … ]` or `<< … >>`, whole.
        case composite
        /// An operator; for `BI` all up to and with its `EI`.
        case keyword
    }

    /// The kind of the token last read.
    public private(set) var kind = Kind.keyword
    /// Where it begins.
    public private(set) var start = 0
    /// Where it ends.
    public private(set) var end = 0
    /// The value of a number.
    public private(set) var number = 0.0
    private let bytes: [UInt8]

    /// The tokens of `bytes`.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads the next token; false at the end.
    public mutating func next() -> Bool {
        start = afterBlanks(end)
        guard start < bytes.count else { return false }
        switch bytes[start] {
        case 0x2F:
            kind = .name
            end = regularEnd(start + 1)
        case 0x28:
            kind = .string
            end = literalEnd(start)
        case 0x3C where start + 1 < bytes.count && bytes[start + 1] == 0x3C, 0x5B:
            kind = .composite
            end = compositeEnd(start)
        case 0x3C:
            kind = .string
            end = hexEnd(start)
        case 0x30...0x39, 0x2B, 0x2D, 0x2E:
            readNumber()
        default:
            kind = .keyword
            // A stray delimiter is a token of its own, so that reading always goes on.
            end = max(regularEnd(start), start + 1)
            if end - start == 2, bytes[start] == 0x42, bytes[start + 1] == 0x49 { end = inlineImageEnd(end) }
        }
        return true
    }

    private func afterBlanks(_ from: Int) -> Int {
        var at = from
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x25 {
                while at < bytes.count, bytes[at] != 10, bytes[at] != 13 { at += 1 }
            } else if !Self.isBlank(byte) {
                break
            } else {
                at += 1
            }
        }
        return at
    }

    private func regularEnd(_ from: Int) -> Int {
        var at = from
        while at < bytes.count, Self.isRegular(bytes[at]) { at += 1 }
        return at
    }

    private func literalEnd(_ from: Int) -> Int {
        var at = from
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case 0x5C: at += 1
            case 0x28: depth += 1
            case 0x29:
                depth -= 1
                if depth == 0 { return at + 1 }
            default: break
            }
            at += 1
        }
        return bytes.count
    }

    private func hexEnd(_ from: Int) -> Int {
        var at = from
        while at < bytes.count, bytes[at] != 0x3E { at += 1 }
        return min(at + 1, bytes.count)
    }

    /// The end of an array or dictionary. Depth is counted, not recursed into.
    private func compositeEnd(_ from: Int) -> Int {
        var at = from
        var depth = 0
        while at < bytes.count {
            let byte = bytes[at]
            let isDouble = at + 1 < bytes.count && bytes[at + 1] == byte
            switch byte {
            case 0x28:
                at = literalEnd(at)
            case 0x3C where isDouble:
                depth += 1
                at += 2
            case 0x3C:
                at = hexEnd(at)
            case 0x3E where isDouble:
                depth -= 1
                at += 2
            case 0x5B:
                depth += 1
                at += 1
            case 0x5D:
                depth -= 1
                at += 1
            case 0x25:
                at = afterBlanks(at)
            default:
                at += 1
            }
            if depth <= 0 { return at }
        }
        return bytes.count
    }

    private mutating func readNumber() {
        var at = start
        var value = 0.0
        var scale = 0.0
        let isNegative = bytes[at] == 0x2D
        if isNegative || bytes[at] == 0x2B { at += 1 }
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x2E, scale == 0 {
                scale = 1
            } else if byte >= 0x30, byte <= 0x39 {
                value = value * 10 + Double(byte - 0x30)
                scale *= 10
            } else {
                break
            }
            at += 1
        }
        let whole = regularEnd(at)
        kind = whole == at ? .number : .keyword
        number = (isNegative ? -value : value) / (scale == 0 ? 1 : scale)
        end = whole
    }

    /// The end of `BI … ID … EI`: an `EI` between blanks. Without one, all that is left.
    private func inlineImageEnd(_ from: Int) -> Int {
        var at = from
        while at + 2 < bytes.count {
            if bytes[at + 1] == 0x45, bytes[at + 2] == 0x49, Self.isBlank(bytes[at]),
                at + 3 == bytes.count || Self.isBlank(bytes[at + 3])
            {
                return at + 3
            }
            at += 1
        }
        return bytes.count
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 10 || byte == 13 || byte == 9 || byte == 12 || byte == 0
    }

    private static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 9, 10, 12, 13, 32, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: false
        default: true
        }
    }
}
