// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON value, written with sorted keys. Our own, since Foundation's would double the program's start-up time.
public indirect enum JSON: Hashable, Sendable {
    /// Nothing.
    case null
    /// Truth.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// Another number.
    case number(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSON])
    /// Keys with values.
    case object([String: JSON])

    /// The value of `key`, if this is an object that has it.
    public subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The text, if this is one.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The value on one line.
    public var line: String {
        var out = ""
        write(to: &out, indent: nil)
        return out
    }

    /// The value over as many lines as it has members, indented by two blanks.
    public var pretty: String {
        var out = ""
        write(to: &out, indent: 0)
        return out + "\n"
    }

    private func write(to out: inout String, indent: Int?) {
        switch self {
        case .null: out += "null"
        case .boolean(let value): out += value ? "true" : "false"
        case .integer(let value): out += String(value)
        case .number(let value): out += value.isFinite ? "\(value)" : "null"
        case .string(let text): JSON.quote(text, to: &out)
        case .array(let values):
            JSON.list("[", "]", values, to: &out, indent: indent) { $1.write(to: &$0, indent: $2) }
        case .object(let members):
            JSON.list("{", "}", members.sorted { $0.key < $1.key }, to: &out, indent: indent) { out, member, indent in
                JSON.quote(member.key, to: &out)
                out += indent == nil ? ":" : ": "
                member.value.write(to: &out, indent: indent)
            }
        }
    }

    private static func list<Element>(
        _ open: String, _ close: String, _ elements: [Element], to out: inout String, indent: Int?,
        each: (inout String, Element, Int?) -> Void
    ) {
        out += open
        let inner = indent.map { $0 + 2 }
        for (position, element) in elements.enumerated() {
            if position > 0 { out += "," }
            if let inner { out += "\n" + String(repeating: " ", count: inner) }
            each(&out, element, inner)
        }
        if let indent, !elements.isEmpty { out += "\n" + String(repeating: " ", count: indent) }
        out += close
    }

    private static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
