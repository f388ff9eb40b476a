// SPDX-License-Identifier: GPL-3.0-or-later

/// PDF syntax in the making: bytes to which names, numbers, strings and references are added.
public struct ObjectText: Sendable {
    /// What is written.
    public var bytes: [UInt8] = []

    /// No text.
    public init() {}

    /// Adds `literal` as it is.
    public mutating func put(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Adds `text` as it is.
    public mutating func put(verbatim text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds a whole number.
    public mutating func put(_ value: Int) {
        if value < 0 { bytes.append(0x2D) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(48 + rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Adds a number of at most three decimals, as short as it can be; what is not finite as 0.
    public mutating func put(_ value: Double) {
        let limited = value.isFinite ? min(max(value, -1e9), 1e9) : 0
        let thousandths = Int((limited * 1000).rounded())
        if thousandths < 0 { bytes.append(0x2D) }
        let (whole, fraction) = Int(thousandths.magnitude).quotientAndRemainder(dividingBy: 1000)
        put(whole)
        guard fraction > 0 else { return }
        bytes.append(0x2E)
        bytes.append(UInt8(48 + fraction / 100))
        if fraction % 100 > 0 { bytes.append(UInt8(48 + fraction / 10 % 10)) }
        if fraction % 10 > 0 { bytes.append(UInt8(48 + fraction % 10)) }
    }

    /// Adds `n 0 R` with a space before it.
    public mutating func put(reference number: Int) {
        bytes.append(0x20)
        put(number)
        put(" 0 R")
    }

    /// Adds `/name`, escaped.
    public mutating func put(name: String) {
        bytes.append(0x2F)
        for byte in name.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: bytes.append(byte)
            default:
                bytes.append(0x23)
                put(hex: byte)
            }
        }
    }

    /// Adds a text string (ISO 32000-1:2008, 7.9.2.2): printable ASCII as it is, all else in UTF-16BE with its mark.
    public mutating func put(text: String) {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            put(string: text.utf8)
        } else {
            put("<FEFF")
            put(utf16: text)
            put(">")
        }
    }

    /// Adds the UTF-8 bytes of `key` as a byte string: for names of destinations and the like, which are compared by bytes.
    public mutating func put(key: String) {
        if key.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            put(string: key.utf8)
        } else {
            put("<")
            for byte in key.utf8 { put(hex: byte) }
            put(">")
        }
    }

    /// Adds a byte string of printable ASCII.
    public mutating func put(string: some Sequence<UInt8>) {
        bytes.append(0x28)
        for byte in string {
            if byte == 0x28 || byte == 0x29 || byte == 0x5C { bytes.append(0x5C) }
            bytes.append(byte)
        }
        bytes.append(0x29)
    }

    /// Adds the UTF-16BE code units of `text` in hexadecimal digits.
    public mutating func put(utf16 text: String) {
        for unit in text.utf16 { put(hex16: unit) }
    }

    /// Adds four hexadecimal digits.
    public mutating func put(hex16 unit: UInt16) {
        put(hex: UInt8(unit >> 8))
        put(hex: UInt8(unit & 255))
    }

    /// Adds two hexadecimal digits.
    public mutating func put(hex byte: UInt8) {
        for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 48 + digit : 55 + digit) }
    }
}
